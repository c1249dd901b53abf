"""`manage.py roll_up_visits`: raw hits into sums, and away with what has served."""

from django.core.management.base import BaseCommand
from django.utils import timezone

from kheo.core.vietnamese import format_number
from kheo.visits.actions import rolling


class Command(BaseCommand):
    """May be killed at any moment and run twice at once: each hit is summed once."""

    help = "Cộng lượt xem vào số liệu giờ, ngày; xóa lượt thô đã quá hạn giữ và khóa băm của những ngày đã qua."
    schedule = "mỗi 5 phút"

    def handle(self, *args, **options):
        now = timezone.now()
        moved, gone = rolling.roll_up(at=now), rolling.sweep(at=now)
        if options["verbosity"] > 1:
            self.stdout.write(f"Đã cộng {format_number(moved)} lượt, xóa {format_number(gone)} lượt thô cũ.")
