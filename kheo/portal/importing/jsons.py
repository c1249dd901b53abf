"""Old articles as JSON: a list, or one article a line. docs/operations/import-articles.md tells the keys."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from kheo.core.vietnamese import NotADate, nfc
from kheo.portal.importing.bylines import MOST_VIEWS, moment
from kheo.portal.importing.old import Old, OldPhoto, Remark, Unreadable, digest_of
from kheo.portal.importing.texts import read_text

KEYS = {
    "id", "title", "html", "body", "text", "lead", "author", "date", "section", "sections", "views", "url", "old_urls",
    "images", "source",
}  # fmt: skip
LONGEST_LINE = 8 * 1024 * 1024
MOST_ARTICLES = 200_000
NAMES = {
    str: "chữ", int: "số nguyên", list: "danh sách", dict: "nhóm khóa", bool: "đúng/sai", float: "số lẻ",
    type(None): "trống",
}  # fmt: skip
NOT_JSON = "Không phải JSON đúng: dòng {line}, cột {column}. Cần một danh sách bài, hoặc mỗi dòng một bài."


@dataclass(frozen=True)
class Where:
    """The file an article stands in, and the old site's address: a number is somebody's own only within one of them."""

    name: str
    base_url: str = ""


def read_whole(found: object, where: Where) -> Iterator[Old | Remark]:
    """Articles of a file that is one JSON value: a list, one article, or {"articles": [...]}."""
    if isinstance(found, dict) and isinstance(found.get("articles"), list):
        found = found["articles"]
    rows = found if isinstance(found, list) else [found]
    for number, row in enumerate(rows, 1):
        yield _told(row, f"bài thứ {number}", where)


def read_lines(file: Path, first: ValueError | None, where: Where) -> Iterator[Old | Remark]:
    """Articles of a file with one JSON object a line. `first`: why the file is no JSON as a whole."""
    with file.open("rb") as opened:
        for number in range(1, MOST_ARTICLES + 1):
            line = opened.readline(LONGEST_LINE + 1)
            if not line:
                return
            place = f"dòng {number}"
            if len(line) > LONGEST_LINE:
                yield Remark("", place, "Dòng quá dài; mỗi bài nhiều nhất 8 MB. Các dòng sau không đọc nữa.")
                return
            if not line.strip():
                continue
            try:
                row = json.loads(line.decode("utf-8-sig"))
            except RecursionError:
                yield Remark("", place, "JSON lồng nhau quá sâu, không đọc được.")
                continue
            except ValueError as problem:
                if number == 1:
                    raise _broken(first or problem) from None
                yield Remark("", place, "Dòng này không phải JSON đúng, hoặc không phải UTF-8.")
                continue
            yield _told(row, place, where)


def _broken(problem: ValueError) -> Unreadable:
    line, column = getattr(problem, "lineno", 1), getattr(problem, "colno", 1)
    return Unreadable(NOT_JSON.format(line=line, column=column))


def _told(row: object, place: str, where: Where) -> Old | Remark:
    try:
        return _article(row, place, where)
    except Unreadable as problem:
        return Remark("", place, str(problem))


def _article(row: object, place: str, where: Where) -> Old:
    if not isinstance(row, dict):
        raise Unreadable(f"Mỗi bài phải là một nhóm khóa {{…}}, ở đây là {_kind(row)}.")
    title = _words(row, "title").strip()
    if not title:
        raise Unreadable("Thiếu tiêu đề (khóa “title”).")
    plain, html = _body(row, title)
    addresses = [*_several(row, "url"), *_several(row, "old_urls")]
    if where.base_url:
        base = where.base_url.rstrip("/")
        addresses = [each if "://" in each else f"{base}/{each.lstrip('/')}" for each in addresses]
    unknown = sorted(set(map(str, row)) - KEYS)
    return Old(
        title=title,
        html=plain.html if plain else html,
        source="json",
        key=f"json:{_identity(row, addresses, title, html, where)}",
        author=_words(row, "author").strip() or (plain.author if plain else ""),
        posted_at=_moment(row),
        sections=tuple(each.strip() for each in [*_several(row, "section"), *_several(row, "sections")]),
        views=_views(row),
        old_addresses=tuple(dict.fromkeys(addresses)),
        photos=tuple(_photos(row)),
        credit=_words(row, "source").strip() or (plain.credit if plain else ""),
        lead=_words(row, "lead").strip(),
        cautions=(f"bỏ qua khóa không biết: {', '.join(unknown[:5])}",) if unknown else (),
        place=place,
    )


def _body(row: dict, title: str) -> tuple[Old | None, str]:
    html = _words(row, "html") or _words(row, "body")
    if html.strip() and "<" in html:
        return None, html
    text = html or _words(row, "text")
    if not text.strip():
        raise Unreadable("Thiếu nội dung (khóa “html”, “body” hoặc “text”).")
    return read_text(f"{' '.join(title.split())[:250]}\n\n{text}"), text


def _identity(row: dict, addresses: list[str], title: str, html: str, where: Where) -> str:
    number = row.get("id")
    if isinstance(number, str | int) and not isinstance(number, bool) and str(number).strip():
        site = next((host for each in [*addresses, where.base_url] if (host := host_of(each))), where.name)
        return f"{site}:{str(number).strip()[:200]}"
    return addresses[0] if addresses and len(addresses[0]) < 400 else digest_of(title, html)


def _words(row: dict, key: str) -> str:
    value = row.get(key)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise Unreadable(f"Khóa “{key}” phải là chữ, ở đây là {_kind(value)}.")
    return nfc(value)


def _several(row: dict, key: str) -> list[str]:
    """A text, or a list of texts."""
    value = row.get(key)
    if isinstance(value, str) or value is None:
        value = [value] if value else []
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise Unreadable(f"Khóa “{key}” phải là chữ hoặc danh sách chữ.")
    return [nfc(each.strip()) for each in value if each.strip()]


def _moment(row: dict):
    try:
        return moment(_words(row, "date"))
    except NotADate as problem:
        raise Unreadable(f"Khóa “date”: {problem}") from None


def _views(row: dict) -> int | None:
    value = row.get("views")
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= MOST_VIEWS:
        raise Unreadable(f"Khóa “views” phải là số nguyên không âm, ở đây là {_kind(value)} {str(value)[:40]}.")
    return value


def _photos(row: dict) -> Iterator[OldPhoto]:
    images = row.get("images") or []
    if not isinstance(images, list):
        raise Unreadable(f"Khóa “images” phải là danh sách, ở đây là {_kind(images)}.")
    for number, image in enumerate(images, 1):
        image = {"file": image} if isinstance(image, str) else image
        if not isinstance(image, dict) or not isinstance(image.get("file"), str) or not image["file"].strip():
            raise Unreadable(f"Ảnh thứ {number} trong “images” thiếu khóa “file”.")
        yield OldPhoto(image["file"], _words(image, "alt"), _words(image, "caption"), is_main=number == 1)


def host_of(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _kind(value: object) -> str:
    return NAMES.get(type(value), "thứ khác")
