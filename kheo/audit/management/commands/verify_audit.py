"""`manage.py verify_audit`: walk the audit chain and say whether it is whole."""

from django.core.management.base import BaseCommand, CommandError

from kheo.audit.models import Event, breaks


class Command(BaseCommand):
    help = "Kiểm tra chuỗi nhật ký: không thiếu, không thêm, không sửa."
    schedule = "hằng đêm, sau khi sao lưu"

    def handle(self, *args, **options):
        found = list(breaks())
        for sentence in found:
            self.stderr.write(sentence)
        if found:
            raise CommandError(f"Nhật ký không toàn vẹn: {len(found)} chỗ.")
        self.stdout.write(f"Nhật ký toàn vẹn: {Event.objects.count()} sự kiện nối liền.")
