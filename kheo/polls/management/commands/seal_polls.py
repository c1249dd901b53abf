"""`manage.py seal_polls`: once a poll has closed, its ballots are shuffled and counted onto the trail."""

from django.core.management.base import BaseCommand

from kheo.polls.actions import sealing


class Command(BaseCommand):
    help = "Niêm các bình chọn đã đóng: xáo lại lá phiếu để không còn dấu vết thứ tự, ghi số phiếu vào nhật ký."
    schedule = "mỗi 15 phút"

    def handle(self, *args, **options):
        self.stdout.write(f"Đã niêm {sealing.seal_closed()} bình chọn.")
