"""`manage.py purge_evidence PK --reason ...`: remove a file that must not be here (docs/operations/secrets.md)."""

from django.core.management.base import BaseCommand, CommandError

from kheo.movement.actions import evidence
from kheo.movement.lifecycle.move import NotYet
from kheo.movement.models import Evidence


class Command(BaseCommand):
    help = "Xóa hẳn một minh chứng (tệp, bản sao, tên tệp trong nhật ký); nhật ký giữ lại mã băm và lý do."

    def add_arguments(self, parser):
        parser.add_argument("pk", type=int, help="số của minh chứng, đọc ở địa chỉ trang của nó")
        parser.add_argument("--reason", required=True, help="vì sao xóa")

    def handle(self, *args, pk, reason, **options):
        found = Evidence.objects.filter(pk=pk).first()
        if found is None:
            raise CommandError(f"Không có minh chứng số {pk}.")
        try:
            evidence.purge(found, reason=reason)
        except NotYet as sentence:
            raise CommandError(str(sentence)) from None
        self.stdout.write(f"Đã xóa hẳn minh chứng số {pk}; mã băm {found.sha256} còn trong nhật ký.")
