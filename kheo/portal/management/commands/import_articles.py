"""`manage.py import_articles PATH`: articles of an old site, from the server's console."""

import sys
from datetime import datetime
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from kheo.accounts.models import User, covers_whole_tree
from kheo.accounts.named import person_named
from kheo.accounts.permissions import Permission
from kheo.core.vietnamese import NotADate, clean, fold, format_number
from kheo.portal.actions import import_plan, imports
from kheo.portal.importing import FORMATS, Album, Old, asked_date, read
from kheo.portal.models import SectionPage

EVERY = 100  # articles between two signs of life
UNANSWERED = (
    "Ảnh nhập vào chưa hiện ra ngoài: biên tập viên trả lời ba câu hỏi của từng ảnh (nhận ra được người, đã đồng ý, "
    "có trẻ em) rồi ảnh mới hiện trên trang."
)


class Command(BaseCommand):
    """Reads, brings in what is whole, and tells of each that is not."""

    help = "Nhập tin bài của cổng cũ: bản xuất WordPress, trang web đã lưu, JSON, văn bản; chạy lại không tạo trùng."

    def add_arguments(self, parser):
        parser.add_argument("path", metavar="ĐƯỜNG_DẪN", type=Path, help="một tệp hoặc một thư mục")
        parser.add_argument("--format", choices=FORMATS, help="không ghi thì nhận theo nội dung")
        parser.add_argument("--section", metavar="TÊN", help="chuyên mục của bài không có chuyên mục nào trùng tên")
        parser.add_argument(
            "--map", action="append", default=[], metavar="CŨ=MỚI", help="chuyên mục cũ ứng với chuyên mục nào; ghi được nhiều lần"
        )  # fmt: skip
        parser.add_argument("--date", metavar="dd/mm/yyyy", help="ngày đăng của bài không ghi ngày")
        parser.add_argument("--author", default="", metavar="TÊN", help="tác giả của bài không ghi tác giả")
        parser.add_argument(
            "--base-url", default="", metavar="ĐỊA_CHỈ", help="địa chỉ cổng cũ, ví dụ http://cong-cu.vn"
        )
        parser.add_argument(
            "--media", type=Path, metavar="THƯ_MỤC", help="thư mục ảnh của cổng cũ (wp-content/uploads)"
        )
        parser.add_argument("--by", metavar="TÊN_ĐĂNG_NHẬP", help="người nhập; không ghi là máy chủ nhập")
        parser.add_argument(
            "--site-total", action="store_true", help="ghi cả tổng lượt truy cập của cổng cũ, nếu đọc được"
        )
        parser.add_argument("--again", action="store_true", help="nhập lại cả bài đã nhập rồi bị xóa khỏi cổng")
        parser.add_argument("--dry-run", action="store_true", help="chỉ đọc và cho biết hiểu được gì, không ghi")

    def handle(self, *, path, by, dry_run, **options):
        if not path.exists():
            raise CommandError(f"Không có tệp hoặc thư mục “{path}”.")
        person = _publisher(by)
        folder = path if path.is_dir() else path.parent
        folders = [folder, *([options["media"]] if options["media"] else [])]
        tally = imports.bring_all(
            self._watched(read(path, format=options["format"], base_url=options["base_url"])),
            wishes=_wishes(options), album=Album(*folders), by=person, folder=folder, opened=path.name,
            tell=self._tell, ask=self._ask if sys.stdin.isatty() else None, dry_run=dry_run,
        )  # fmt: skip
        self._sum_up(tally, dry_run)
        if tally.site_total and not dry_run:
            self._site_total(tally.site_total, options["site_total"], person)
        if tally.refused and not (tally.made or tally.already):
            raise CommandError("Không nhập được bài nào.")

    def _watched(self, items):
        for number, item in enumerate(items, 1):
            yield item
            if number % EVERY == 0:
                self._tell(f"... đã đọc {format_number(number)} mục.")

    def _tell(self, sentence: str) -> None:
        self.stderr.write(clean(sentence)[0])  # an old title may hold what a terminal obeys

    def _ask(self, old: Old) -> datetime | None:
        for _ in range(3):
            answer = input(f"Ngày đăng của bài {old.name} (dd/mm/yyyy, để trống thì bỏ qua): ")
            if not answer.strip():
                return None
            try:
                return asked_date(answer)
            except NotADate as problem:
                self._tell(str(problem))
        return None

    def _sum_up(self, tally: imports.Tally, dry_run: bool) -> None:
        n = format_number
        verb = "sẽ nhập" if dry_run else "đã nhập"
        self.stdout.write(
            f"Đọc {n(tally.read)} bài: {verb} {n(tally.made)}, đã có từ trước {n(tally.already)}, "
            f"không nhập được {n(tally.refused)}; không công khai nên bỏ qua {n(tally.skipped)}. "
            f"Ảnh: thấy {n(tally.photos)}, thiếu {n(tally.missing)}. Địa chỉ cũ dẫn sang bài mới: {n(tally.redirects)}."
        )
        if tally.photos:
            self.stdout.write(UNANSWERED)
        if dry_run:
            self.stdout.write("Chỉ đọc thử, chưa ghi gì.")

    def _site_total(self, total: int, wanted: bool, by: User | None) -> None:
        if wanted:
            imports.carry_site_total(total, by=by)
            self.stdout.write(f"Đã ghi số dư đầu của cổng: {format_number(total)} lượt truy cập từ cổng cũ.")
        else:
            self.stdout.write(
                f"Trang cũ cho biết tổng lượt truy cập của cổng là {format_number(total)}; "
                "muốn mang sang làm số dư đầu thì thêm --site-total."
            )


def _wishes(options: dict) -> import_plan.Wishes:
    names = import_plan.section_names()
    sections = dict(names)
    for pair in options["map"]:
        old, equals, new = pair.rpartition("=")
        if not equals or not old.strip():
            raise CommandError(f"--map cần dạng “tên cũ=chuyên mục”, không phải “{pair}”.")
        sections[fold(old)] = _section(new, names)
    try:
        posted_at = asked_date(options["date"]) if options["date"] else None
    except NotADate as problem:
        raise CommandError(f"--date: {problem}") from None
    return import_plan.Wishes(
        section=_section(options["section"], names) if options["section"] else None, sections=sections,
        posted_at=posted_at, author=options["author"], again=options["again"],
    )  # fmt: skip


def _section(name: str, names: dict[str, SectionPage]) -> SectionPage:
    found = names.get(name.strip()) or names.get(fold(name))
    if found is None:
        slugs = ", ".join(sorted({section.slug for section in names.values()}))
        raise CommandError(f"Cổng không có chuyên mục “{name.strip()}”. Các chuyên mục: {slugs}.")
    return found


def _publisher(name: str | None) -> User | None:
    found = person_named(name)
    if found and not covers_whole_tree(found, Permission.ARTICLE_PUBLISH):
        raise CommandError(f"{found} chưa được giao quyền xuất bản tin bài của cổng.")
    return found
