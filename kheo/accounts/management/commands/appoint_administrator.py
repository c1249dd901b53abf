"""`manage.py appoint_administrator`: the first administrator, after the units are there."""

import getpass
import sys

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from kheo.accounts.actions import first
from kheo.accounts.actions.care import Refused
from kheo.units.models import Unit


class Command(BaseCommand):
    help = "Tạo người quản trị đầu tiên (mật khẩu được hỏi, hoặc đọc một dòng từ đầu vào)."

    def add_arguments(self, parser):
        parser.add_argument("--username", required=True, metavar="TÊN", help="tên đăng nhập")
        parser.add_argument("--name", required=True, metavar="HỌ_TÊN", help="họ và tên")
        parser.add_argument("--unit", metavar="TÊN", help="tên đơn vị; không ghi là đơn vị cao nhất")

    def handle(self, *args, username, name, unit, **options):
        place = self._place(unit)
        password = getpass.getpass("Mật khẩu: ") if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")
        try:
            first.appoint(place, username=username, full_name=name, password=password)
        except ValidationError as reason:
            raise CommandError(" ".join(reason.messages)) from reason
        except Refused as reason:
            raise CommandError(str(reason)) from reason
        self.stdout.write(f"{name} ({username}) là quản trị tại {place}.")

    def _place(self, name):
        found = list(Unit.objects.filter(name=name) if name else Unit.objects.filter(depth=1))
        if len(found) != 1:
            names = ", ".join(unit.name for unit in Unit.objects.filter(depth=1)[:40])
            hint = f"Hãy ghi rõ --unit. Đơn vị cao nhất: {names}." if names else "Hãy chạy load_places trước."
            raise CommandError(f"Tìm thấy {len(found)} đơn vị. {hint}")
        return found[0]
