"""`manage.py purge_scan PK --reason ...`: remove a scan that must not be here (docs/operations/secrets.md)."""

from django.core.management.base import BaseCommand, CommandError

from kheo.accounts.move import NotYet
from kheo.documents.actions import issuing
from kheo.documents.models import PaperRecord


class Command(BaseCommand):
    help = "Xóa hẳn bản quét của một văn bản (tệp, tên tệp trong nhật ký); nhật ký giữ lại mã băm và lý do."

    def add_arguments(self, parser):
        parser.add_argument("pk", type=int, help="số của văn bản, đọc ở địa chỉ trang của nó")
        parser.add_argument("--reason", required=True, help="vì sao xóa")

    def handle(self, *args, pk, reason, **options):
        found = PaperRecord.objects.filter(pk=pk).first()
        if found is None:
            raise CommandError(f"Không có văn bản số {pk}.")
        try:
            issuing.purge_scan(found, reason=reason)
        except NotYet as sentence:
            raise CommandError(str(sentence)) from None
        self.stdout.write(f"Đã xóa hẳn bản quét của văn bản số {pk}; mã băm {found.scan_sha256} còn trong nhật ký.")
