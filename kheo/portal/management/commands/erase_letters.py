"""`manage.py erase_letters`: what the public sent, erased when its time is over."""

from django.core.management.base import BaseCommand

from kheo.portal.actions import allowances, letters, words


class Command(BaseCommand):
    help = (
        f"Xóa họ tên, cách liên hệ, ảnh của thư góp ý đã xong quá {letters.KEPT_DAYS} ngày, nội dung thư đã xong quá "
        f"{letters.WORDS_KEPT_DAYS} ngày, câu trả lời “còn hoạt động” quá một năm, và dấu mạng của ngày đã qua."
    )
    schedule = "hằng đêm"

    def handle(self, *args, **options):
        allowances.forget()
        self.stdout.write(f"Đã xóa dữ liệu của {letters.erase()} thư, {words.forget()} câu trả lời.")
