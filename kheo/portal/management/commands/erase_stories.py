"""`manage.py erase_stories`: stories that were not used, deleted when their time is over."""

from django.core.management.base import BaseCommand

from kheo.portal.actions import stories


class Command(BaseCommand):
    help = (
        f"Xóa tin bài gửi đến mà ban biên tập không dùng, hoặc người gửi đã rút, quá {stories.KEPT_DAYS} ngày, kèm ảnh."
    )
    schedule = "hằng đêm"

    def handle(self, *args, **options):
        self.stdout.write(f"Đã xóa {stories.erase()} tin bài.")
