"""`manage.py demo [--scale N] [--sign-ins]`: build the demonstration once, and say who can sign in."""

from django.core.management.base import BaseCommand, CommandError

from kheo.demo import build, people


class Command(BaseCommand):
    help = "Dựng dữ liệu minh họa (một lần) và in tài khoản dùng thử."

    def add_arguments(self, parser):
        parser.add_argument("--scale", type=int, default=1, help="nhân số mô hình lên N lần (mặc định khoảng 300)")
        parser.add_argument("--sign-ins", action="store_true", help="chỉ in tài khoản")

    def handle(self, *args, scale, sign_ins, **options):
        if not 1 <= scale <= 1000:
            raise CommandError("--scale là số từ 1 đến 1000.")
        if not sign_ins:
            if build.is_there():
                self.stdout.write("Dữ liệu minh họa đã có sẵn.")
            else:
                self._build(scale)
        self.stdout.write("\n".join(people.lines()))

    def _build(self, scale):
        try:
            count = build.build(scale=scale)
        except build.AlreadyThere as reason:
            raise CommandError(str(reason)) from None
        self.stdout.write(f"Đã dựng {count} mô hình, điển hình minh họa.")
