"""`manage.py import_register FILE --round CODE`: an office's list into the register, from the server's console."""

import json
from datetime import date
from pathlib import Path

from django.core.files import File
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from kheo.accounts.access import can
from kheo.accounts.named import person_named
from kheo.accounts.permissions import Permission
from kheo.core.vietnamese import NotADate, format_number, read_date
from kheo.movement.actions import imports
from kheo.movement.importing import BadFile, Reading, RowError, as_json
from kheo.movement.lifecycle.move import NotYet
from kheo.movement.models import BatchStage, ImportBatch, KnownAs, LandsAs, Round
from kheo.units.models import Unit

SHOWN = 20  # errors and cautions told one by one on the screen


class Command(BaseCommand):
    """Reads, tells what was understood, and imports; a list with errors only on `--skip-errors`."""

    help = "Nhập danh sách mô hình, điển hình từ bảng tính (.xlsx, .xls, .ods, .csv) vào sổ."

    def add_arguments(self, parser):
        parser.add_argument("file", metavar="TỆP", help="danh sách cần nhập")
        parser.add_argument("--round", required=True, metavar="MÃ", help="mã đợt thi đua, ví dụ dvk-2026")
        parser.add_argument("--dry-run", action="store_true", help="chỉ đọc và cho biết hiểu được gì, không ghi")
        parser.add_argument("--skip-errors", action="store_true", help="bỏ các dòng có lỗi, nhập các dòng đúng")
        parser.add_argument("--on", metavar="NGÀY", help="đối chiếu đơn vị tại ngày này (mặc định hôm nay)")
        parser.add_argument("--json", action="store_true", help="in kết quả thành một đối tượng JSON")
        parser.add_argument(
            "--as", dest="lands_as", choices=LandsAs.values, default=LandsAs.LISTED.value,
            help="listed: danh sách đăng ký; running: danh sách kết quả",
        )  # fmt: skip
        parser.add_argument(
            "--known", choices=KnownAs.values, default=KnownAs.NEW.value,
            help="dòng trùng tên với mô hình đã có của đơn vị: new ghi thành mô hình mới, continued là đăng ký tiếp",
        )  # fmt: skip
        parser.add_argument("--by", metavar="TÊN ĐĂNG NHẬP", help="người nhập; không ghi là máy chủ nhập")
        parser.add_argument("--unit", metavar="MÃ", help="mã cơ quan có danh sách; không ghi là đơn vị phát động")

    def handle(self, *args, **options):
        round_ = _round(options["round"])
        by, office = person_named(options["by"]), _office(options["unit"], round_)
        if by is not None and not can(by, Permission.IMPORT_RUN, office):
            raise CommandError(f"{by} chưa được giao quyền nhập danh sách tại {office.name}.")
        on = _day(options["on"])
        limited = bool(options["unit"] or by)
        path = Path(options["file"])
        try:
            reading = imports.read_list(
                path, name=path.name, office=office, round_=round_, on=on, within_office=limited
            ).reading
        except BadFile as problem:
            if options["json"]:
                self._answer(Reading(errors=[RowError("", 0, "", path.name, str(problem))]))
            raise CommandError(f"{path.name}: {problem}") from None
        self._tell(reading, options["json"])
        if options["dry_run"]:
            self._say("Chỉ đọc thử, chưa ghi gì vào sổ.")
            return
        if refusal := _why_not(reading, options["skip_errors"]):
            raise CommandError(refusal)
        self._write(path, reading, by, office, round_, on, options)

    def _write(self, path: Path, reading: Reading, by, office: Unit, round_: Round, on: date, options: dict) -> None:
        with path.open("rb") as opened:
            file = File(opened, name=path.name)
            if earlier := ImportBatch.objects.filter(sha256=imports.digest_of(file), stage=BatchStage.WRITTEN).first():
                self._say(f"Lưu ý: tệp này đã được nhập ngày {timezone.localtime(earlier.written_at):%d/%m/%Y}.")
            batch = imports.begin(
                file, by=by, office=office, round_=round_, lands_as=options["lands_as"], on=on, name=path.name,
                known_as=options["known"], skip_errors=options["skip_errors"], stage=BatchStage.WRITING,
            )  # fmt: skip
        counts = imports.write_rows(batch, reading.rows).counts
        self._say(
            f"Đã nhập lần {batch.pk}: {format_number(counts['new'])} mô hình mới, "
            f"{format_number(counts['continued'])} đăng ký tiếp, "
            f"{format_number(counts['skipped'])} dòng đã có trong đợt nên không ghi lại."
        )

    def _tell(self, reading: Reading, as_object: bool) -> None:
        if as_object:
            self._answer(reading)
        self._say(
            f"Đọc được {format_number(len(reading.rows))} dòng; {format_number(len(reading.errors))} lỗi; "
            f"{format_number(len(reading.cautions))} điểm cần xem lại."
        )
        if not as_object:
            for title, found in (("Lỗi", reading.errors), ("Xem lại", reading.cautions)):
                for each in found[:SHOWN]:
                    where = f"trang “{each.sheet}”, dòng {each.row}, cột “{each.column}”"
                    self._say(f"{title}: {where}: “{each.value}”: {each.reason}")
                if len(found) > SHOWN:
                    self._say(f"... và {format_number(len(found) - SHOWN)} dòng nữa.")

    def _answer(self, reading: Reading) -> None:
        self.stdout.write(json.dumps(as_json(reading), ensure_ascii=False, indent=1))

    def _say(self, sentence: str) -> None:
        self.stderr.write(self.style.NOTICE(sentence) if self.stderr.isatty() else sentence)


def _why_not(reading: Reading, skip_errors: bool) -> str:
    """Why nothing is imported, or ""."""
    if reading.errors and not skip_errors:
        return (
            f"Chưa nhập dòng nào vì danh sách còn {format_number(len(reading.errors))} lỗi. "
            "Hãy sửa tệp, hoặc thêm --skip-errors để nhập các dòng đúng."
        )
    if not reading.rows:
        return "Chưa nhập dòng nào: danh sách không có dòng nào đọc được."
    try:
        imports.check_size(len(reading.rows))
    except NotYet as reason:
        return str(reason)
    return ""


def _round(code: str) -> Round:
    found = Round.objects.select_related("campaign__unit").filter(code=code).first()
    if found is None:
        codes = ", ".join(Round.objects.values_list("code", flat=True)) or "chưa có đợt nào"
        raise CommandError(f"Không có đợt nào mang mã “{code}”. Các đợt đang có: {codes}.")
    return found


def _office(code: str | None, round_: Round) -> Unit:
    if not code:
        return round_.campaign.unit
    found = Unit.objects.filter(code=code, ends=None).first()
    if found is None:
        raise CommandError(f"Không có đơn vị nào đang hoạt động mang mã “{code}”.")
    return found


def _day(text: str | None) -> date:
    if not text:
        return timezone.localdate()
    try:
        return date.fromisoformat(text)
    except ValueError:
        pass
    try:
        found = read_date(text)
    except NotADate as problem:
        raise CommandError(f"--on: {problem}") from None
    if found is None or found.precision != "day":
        raise CommandError(f"--on cần một ngày, ví dụ 2026-11-23 hoặc 23/11/2026, không phải “{text}”.")
    return found.date
