"""`manage.py send_mails`: mail that waits or is to be tried again goes, whether a worker runs or not."""

from django.core.management.base import BaseCommand

from kheo.notices.actions import mails


class Command(BaseCommand):
    help = "Gửi thư điện tử của thông báo đang chờ hoặc đến lượt gửi lại; không làm gì khi máy chủ không đặt gửi thư."
    schedule = "mỗi 5 phút"

    def handle(self, *args, **options):
        went, stayed = mails.send_due()
        self.stdout.write(f"Đã gửi {went} thư điện tử, {stayed} thư chưa gửi được.")
