"""`manage.py erase_comments`: what is kept of persons in comments on files, erased when its time is over."""

from django.core.management.base import BaseCommand

from kheo.appraisal.actions import comments


class Command(BaseCommand):
    help = (
        f"Xóa họ tên, cách liên hệ của ý kiến về hồ sơ công khai đã xử lý quá {comments.KEPT_DAYS} ngày; "
        "của khiếu nại, tố cáo thì xóa cả nội dung."
    )
    schedule = "hằng đêm"

    def handle(self, *args, **options):
        self.stdout.write(f"Đã xóa dữ liệu của {comments.erase()} ý kiến.")
