"""Old articles kept as plain text, and whole pages copied as text: the article apart from what stood around it."""

import re
from html import escape

from kheo.core.vietnamese import NotADate, fold, nfc
from kheo.portal.importing.bylines import count, moment, signed
from kheo.portal.importing.old import Old, Unreadable, digest_of

LONGEST_TITLE = 255
WRAPPED = range(45, 101)  # characters of a line that a mail program or editor broke

_VIEWS_LINE = re.compile(r"(?P<views>\d[\d.,]*)\s+(?:Go top|Lên đầu trang|Về đầu trang)", re.IGNORECASE)
_SECTION_LINE = re.compile(r"Thống kê truy cập\s+[-–]\s+(?P<section>.+)", re.IGNORECASE)
_TOTAL_LINE = re.compile(r"Tổng (?:số )?lượt truy cập\s*:.*?(?P<total>\d[\d.,]*)\s*$", re.IGNORECASE)
# Lines of the form "Ngày đăng: 12/03/2018" between title and text, by what they say.
_LABELS = {
    "ngay dang": "date", "dang ngay": "date", "ngay": "date", "cap nhat": "date",
    "tac gia": "author", "nguoi viet": "author", "but danh": "author",
    "chuyen muc": "section", "muc": "section", "luot xem": "views", "luot doc": "views", "nguon": "credit",
    "dia chi cu": "address",
}  # fmt: skip


def read_text(text: str) -> Old:
    """The article that a text holds: its first line is the title. Raises `Unreadable`."""
    lines = nfc(text).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    lines, around = _apart(lines)
    filled = [number for number, line in enumerate(lines) if line.strip()]
    if not filled:
        raise Unreadable("Tệp trống, không có chữ nào.")
    title, rest = lines[filled[0]].strip(), lines[filled[0] + 1 :]
    if len(title) > LONGEST_TITLE:
        raise Unreadable(f"Dòng đầu dài {len(title)} ký tự nên không phải tiêu đề; hãy đặt tiêu đề ở dòng đầu.")
    facts, rest = _labelled(rest)
    paragraphs, author, credit = signed(_paragraphs(rest))
    if not paragraphs:
        raise Unreadable(f"Chỉ có tiêu đề “{title[:80]}”, không có nội dung.")
    return Old(
        title=title,
        html="".join(f"<p>{escape(paragraph, quote=False)}</p>" for paragraph in paragraphs),
        source="text",
        key=f"text:{digest_of(title, *paragraphs)}",
        author=facts.get("author") or author,
        posted_at=_moment(facts.get("date", "")),
        sections=tuple(filter(None, [facts.get("section") or around.get("section", "")])),
        views=count(facts["views"]) if "views" in facts else around.get("views"),
        old_addresses=tuple(filter(None, [facts.get("address", "")])),
        credit=facts.get("credit") or credit,
        site_total=around.get("total"),
    )


def _apart(lines: list[str]) -> tuple[list[str], dict]:
    """The article's lines, and what the page around it told: from the line with views and the way to the top on."""
    for number, line in enumerate(lines):
        if match := _VIEWS_LINE.fullmatch(line.strip()):
            return lines[:number], {"views": count(match["views"]), **_around(lines[number + 1 :])}
    return lines, {}


def _around(lines: list[str]) -> dict:
    """The section and the site's total, as the boxes beside an article tell them."""
    found: dict = {}
    for line in map(str.strip, lines):
        if match := _SECTION_LINE.fullmatch(line):
            found["section"] = match["section"].strip()
        if match := _TOTAL_LINE.search(line):
            found["total"] = count(match["total"])
    return found


def _labelled(lines: list[str]) -> tuple[dict[str, str], list[str]]:
    facts: dict[str, str] = {}
    for number, line in enumerate(lines):
        label, colon, value = line.partition(":")
        known = _LABELS.get(fold(label))
        if line.strip() and not (colon and known and value.strip()):
            return facts, lines[number:]
        if known:
            facts[known] = value.strip()
    return facts, []


def _moment(text: str):
    try:
        return moment(text)
    except NotADate as problem:
        raise Unreadable(str(problem)) from None


def _paragraphs(lines: list[str]) -> list[str]:
    """Blocks apart by empty lines; lines that an editor broke are joined, others are paragraphs of their own."""
    blocks: list[list[str]] = [[]]
    for line in lines:
        if line.strip():
            blocks[-1].append(line.strip())
        elif blocks[-1]:
            blocks.append([])
    found: list[str] = []
    for block in filter(None, blocks):
        wrapped = len(block) > 1 and all(len(line) in WRAPPED for line in block[:-1])
        found += [" ".join(block)] if wrapped else block
    return found
