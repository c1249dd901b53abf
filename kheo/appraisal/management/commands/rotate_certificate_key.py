"""`manage.py rotate_certificate_key TÊN`: sign certificates with a new key from now on; former codes stay valid."""

from django.core.management.base import BaseCommand, CommandError

from kheo.appraisal import keys


class Command(BaseCommand):
    help = "Tạo khóa ký giấy chứng nhận mới; giấy đã cấp vẫn xác minh được bằng khóa công khai cũ."

    def add_arguments(self, parser):
        parser.add_argument("name", help="tên khóa, ví dụ 2027")

    def handle(self, *args, name, **options):
        try:
            made = keys.rotate(name)
        except keys.BadKey as reason:
            raise CommandError(str(reason)) from None
        self.stdout.write(f"Từ nay ký bằng khóa “{made.public.name}”. Sao lưu thư mục certificate-keys ngay.")
