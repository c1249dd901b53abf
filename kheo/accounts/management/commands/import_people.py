"""`manage.py import_people FILE`: invites everybody of a spreadsheet, and writes the sheet of one-time links."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from kheo.accounts.actions import imports
from kheo.accounts.actions.care import Refused, administrators
from kheo.accounts.actions.invitations import link_sheet
from kheo.accounts.importing import LABELS, Unreadable, read
from kheo.accounts.models import User
from kheo.core.exports import workbook


class Command(BaseCommand):
    help = "Mời cả danh sách người trong một tệp .xlsx; ghi bảng liên kết dùng một lần ra một tệp .xlsx khác."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, help="tệp .xlsx")
        parser.add_argument("--by", default="", help="tên đăng nhập của người mời (mặc định: quản trị đầu tiên)")
        parser.add_argument("--output", type=Path, default=Path("lien-ket.xlsx"), help="tệp kết quả")
        parser.add_argument("--site", default="http://localhost:8000", help="địa chỉ của Khéo, đứng đầu mỗi liên kết")
        parser.add_argument("--dry-run", action="store_true", help="chỉ đọc và nói chỗ cần sửa")

    def handle(self, *, file, by, output, site, dry_run, **options):
        rows, inviter = self.rows(file), self.inviter(by)
        wrong = [one.row for one in imports.check(rows, by=inviter) if one.row.problems]
        for row in wrong:
            for column, sentence in row.problems.items():
                self.stderr.write(f"Dòng {row.number}, cột {LABELS[column]}: {sentence}")
        if wrong:
            raise CommandError(f"Chưa tạo lời mời nào: {len(wrong)} dòng cần sửa.")
        if dry_run:
            self.stdout.write(f"{len(rows)} dòng đều đúng; chạy thử nên chưa tạo lời mời nào.")
            return
        try:
            made = imports.invite_all(rows, by=inviter)
        except Refused as reason:
            raise CommandError(str(reason)) from None
        output.write_bytes(workbook(link_sheet(made, lambda path: f"{site.rstrip('/')}{path}")))
        output.chmod(0o600)  # links let whoever reads them in
        self.stdout.write(f"Đã tạo {len(made)} lời mời. Bảng liên kết: {output}")

    def rows(self, file):
        try:
            return read(file.name, file.read_bytes())
        except OSError:
            raise CommandError(f"Không mở được tệp {file}.") from None
        except Unreadable as reason:
            raise CommandError(str(reason)) from None

    def inviter(self, username):
        if username:
            found = User.objects.filter(username__iexact=username, is_active=True).first()
        else:
            first = administrators().select_related("user").order_by("pk").first()
            found = first and first.user
        if found is None:
            raise CommandError("Chưa có ai để đứng tên mời. Hãy tạo quản trị: manage.py appoint_administrator.")
        return found
