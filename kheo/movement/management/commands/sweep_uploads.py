"""`manage.py sweep_uploads`: drop files that were half sent and left."""

from django.core.management.base import BaseCommand

from kheo.movement.actions import uploads


class Command(BaseCommand):
    help = f"Dọn tệp gửi dở đã bỏ quá {uploads.KEPT_DAYS} ngày; minh chứng đã lưu không bị đụng tới."
    schedule = "hằng đêm"

    def handle(self, *args, **options):
        self.stdout.write(f"Đã dọn {uploads.sweep()} tệp gửi dở.")
