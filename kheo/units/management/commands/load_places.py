"""`manage.py load_places`: provinces and communes since July 2025, and the history of old Triệu Phong."""

from django.core.management.base import BaseCommand, CommandError

from kheo.units import places


class Command(BaseCommand):
    help = "Nạp tỉnh, xã, phường, đặc khu từ dữ liệu công bố; chạy lại không tạo trùng."

    def add_arguments(self, parser):
        which = parser.add_mutually_exclusive_group(required=True)
        which.add_argument("--province", nargs="+", metavar="MÃ", help="mã tỉnh, hai chữ số (Quảng Trị: 44)")
        which.add_argument("--all", action="store_true", help="cả 34 tỉnh, thành phố")

    def handle(self, *args, province, all, **options):
        try:
            loaded = places.load(None if all else province)
        except places.UnknownProvince as reason:
            raise CommandError(str(reason)) from reason
        history = places.load_old_trieu_phong() if all or places.table.NEW_PROVINCE in province else 0
        self.stdout.write(
            f"{loaded.provinces} tỉnh, thành phố; {loaded.communes} xã, phường, đặc khu; "
            f"mới: {loaded.new}; đơn vị cũ của Triệu Phong mới thêm: {history}."
        )
