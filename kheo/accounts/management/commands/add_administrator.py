"""`manage.py add_administrator "Họ tên"`: the first key to the house, as a one-time link."""

from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse

from kheo.accounts.actions import invitations
from kheo.units.models import Unit


class Command(BaseCommand):
    help = "Tạo liên kết dùng một lần cho một quản trị của đơn vị gốc (hoặc đơn vị có mã --unit)."

    def add_arguments(self, parser):
        parser.add_argument("full_name", help="họ và tên")
        parser.add_argument("--unit", default="", help="mã đơn vị; mặc định là đơn vị gốc duy nhất")
        parser.add_argument("--site", default="http://localhost:8000", help="địa chỉ của Khéo, đứng đầu liên kết")

    def handle(self, *, full_name, unit, site, **options):
        found = list(Unit.objects.filter(code=unit, ends=None) if unit else Unit.objects.filter(depth=1, ends=None))
        if len(found) != 1:
            raise CommandError("Hãy nêu đúng một đơn vị: --unit MÃ." if found else "Chưa có đơn vị nào như vậy.")
        made = invitations.invite_administrator(found[0], full_name=full_name)
        link = reverse("accounts:welcome", args=[invitations.secret_of(made)])
        self.stdout.write(f"Liên kết dùng một lần, có hạn {invitations.DAYS} ngày: {site.rstrip('/')}{link}")
