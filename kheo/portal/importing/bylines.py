"""What stands around an old text: who wrote it, where it was taken from, when it was posted, how often it was read."""

import re
from datetime import datetime
from email.utils import parsedate_to_datetime
from zoneinfo import ZoneInfo

from kheo.core.vietnamese import NotADate, fold, nfc, read_date

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
FIRST_YEAR = 1990
LONGEST_NAME, MOST_WORDS = 60, 7
MOST_VIEWS = 10**10

_SIGNED = re.compile(
    r"^(?:tác giả|bài và ảnh|tin và ảnh|bài,? ảnh|tin,? ảnh|tin,? bài|người viết|thực hiện|bài|tin)\s*:\s*(?P<name>.+)$",
    re.IGNORECASE,
)
_TAKEN = re.compile(r"^(?:nguồn(?: tin)?\s*:\s*|theo\s+)(?P<name>.{2,80})$", re.IGNORECASE)
_NOBODY = {"admin", "administrator", "quan tri", "quan tri vien", "webmaster", "root", "user", "unknown", "no author"}
_CLOCK = re.compile(r"\b(\d{1,2})\s*[:hg]\s*(\d{2})\b(?!\s*/)")
_DAY = re.compile(
    r"\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}|(?:ngày\s+)?\d{1,2}\s+tháng\s+\d{1,2}\s*,?\s*(?:năm\s+)?\d{4}",
    re.IGNORECASE,
)
_VIEWS = re.compile(
    r"(?:(?:số )?lượt (?:xem|đọc|truy cập)|đã (?:xem|đọc)|số lần (?:xem|đọc)|views?)\s*:\s*(?P<after>\d[\d.,]*)"
    r"|(?P<before>\d[\d.,]*)\s*(?:lượt (?:xem|đọc)|lần (?:xem|đọc)|views?\b|người đọc)",
    re.IGNORECASE,
)


def is_somebody(name: str) -> bool:
    """Whether a name is a person's or a desk's, and not the old machine's ("admin")."""
    return bool(name.strip()) and fold(name) not in _NOBODY


def byline(line: str) -> str:
    """The author that a last, short line names, or ""."""
    line = line.strip(" \u00a0.()[]-–*")
    if match := _SIGNED.match(line):
        line = match["name"].strip()
    words = line.split()
    if not 2 <= len(words) <= MOST_WORDS or len(line) > LONGEST_NAME or re.search(r"[\d.:;!?“”\"]", line):
        return ""
    named = [word for word in words if word not in ("-", "–", "và", "&")]
    return line if all(word[0].isupper() for word in named) else ""


def taken_from(line: str) -> str:
    """The source that a last, short line names ("Nguồn: Báo Quảng Trị", "(Theo Nhân Dân)"), or ""."""
    match = _TAKEN.match(line.strip(" \u00a0.()[]-–*"))
    return match["name"].strip() if match and match["name"].strip()[:1].isupper() else ""


def signed(lines: list[str]) -> tuple[list[str], str, str]:
    """Lines without those at the end that name author or source; then the author, the source."""
    author = credit = ""
    lines = list(lines)
    while len(lines) > 1 and not (author and credit):
        last = lines[-1]
        if not credit and (found := taken_from(last)):
            credit = found
        elif not author and (found := byline(last)):
            author = found
        else:
            break
        lines.pop()
    return lines, author, credit


def views_in(text: str) -> int | None:
    """The figure of views that a text tells ("Lượt xem: 1.234", "312 lượt xem")."""
    match = _VIEWS.search(nfc(text))
    return count(match["after"] or match["before"]) if match else None


def count(text: str) -> int | None:
    """A count as old pages write it ("1.234" → 1234), or None."""
    digits = re.sub(r"[.,\s]", "", text.strip())
    if not (digits.isascii() and digits.isdigit()) or len(digits) > 12:
        return None
    return min(int(digits), MOST_VIEWS)


def moment(text: str) -> datetime | None:
    """The moment that an old site wrote, aware; None for nothing ("", "0000-00-00 00:00:00"). Raises `NotADate`."""
    text = text.strip()
    if not text or text.startswith("0000-00-00"):
        return None
    found = _iso(text) or _mail(text) or _spoken(text)
    if found is None:
        raise NotADate(f"“{text[:60]}” không phải là ngày tháng. Ví dụ ghi đúng: 12/03/2018 hoặc 2018-03-12T08:15.")
    found = found.replace(tzinfo=ZONE) if found.tzinfo is None else found.astimezone(ZONE)
    if found.year < FIRST_YEAR:
        raise NotADate(f"Ngày đăng {found:%d/%m/%Y} sớm hơn năm {FIRST_YEAR}.")
    return found


def moment_in(text: str) -> datetime | None:
    """The first day (with its hour where told) somewhere in a line, or None."""
    text = nfc(text)
    match = _DAY.search(text)
    if not match:
        return None
    try:
        return moment(text[max(0, match.start() - 12) : match.end() + 25])
    except NotADate:
        return None


def asked_date(text: str) -> datetime:
    """A day that a person typed (dd/mm/yyyy), at midnight in Việt Nam. Raises `NotADate`."""
    found = read_date(text.strip())
    if found is None or found.precision != "day":
        raise NotADate(f"Cần đủ ngày, tháng, năm, ví dụ 15/06/2018; không hiểu “{text.strip()[:40]}”.")
    return datetime(found.date.year, found.date.month, found.date.day, tzinfo=ZONE)


def _iso(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def _mail(text: str) -> datetime | None:
    try:
        return parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError):
        return None


def _spoken(text: str) -> datetime | None:
    """ "Thứ hai, 12/03/2018 | 08:15 GMT+7", "ngày 12 tháng 3 năm 2018"."""
    text = nfc(text)
    match = _DAY.search(text)
    found = read_date(match[0]) if match else None
    if found is None or found.precision != "day":
        return None
    clock = _CLOCK.search(text[: match.start()]) or _CLOCK.search(text[match.end() :])
    hour, minute = (int(clock[1]), int(clock[2])) if clock else (0, 0)
    if hour > 23 or minute > 59:
        hour = minute = 0
    return datetime(found.date.year, found.date.month, found.date.day, hour, minute)
