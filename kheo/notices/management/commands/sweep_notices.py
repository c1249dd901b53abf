"""`manage.py sweep_notices`: what has had its time goes."""

from django.core.management.base import BaseCommand

from kheo.notices.actions import sweeping


class Command(BaseCommand):
    help = (
        f"Xóa thông báo đã đọc quá {sweeping.READ_DAYS} ngày hoặc đã đến quá {sweeping.UNREAD_DAYS} ngày, thư của đơn vị "
        f"đã gửi hoặc đã hủy quá {sweeping.LETTER_DAYS} ngày."
    )
    schedule = "hằng đêm"

    def handle(self, *args, **options):
        notices, letters = sweeping.sweep()
        self.stdout.write(f"Đã xóa {notices} thông báo, {letters} thư.")
