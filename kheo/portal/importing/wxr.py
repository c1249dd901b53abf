"""Old articles of a WordPress export (WXR), read item by item: a file of any size in little memory."""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser, iterparse

from kheo.core.vietnamese import NotADate, clean, nfc
from kheo.portal.importing import wordpress
from kheo.portal.importing.bylines import count, is_somebody, moment, signed
from kheo.portal.importing.old import Old, OldPhoto, Remark, Unreadable

LONGEST_ITEM = 5_000_000  # characters of one post
MOST_ATTACHMENTS = 500_000
POSTS = ("post", "page")
# What WordPress keeps of itself among the items; nobody misses it.
INNER = {
    "attachment", "nav_menu_item", "revision", "custom_css", "customize_changeset", "oembed_cache", "user_request",
    "wp_block", "wp_template", "wp_template_part", "wp_global_styles", "wp_navigation", "wpcf7_contact_form", "acf",
    "acf-field", "acf-field-group",
}  # fmt: skip
STATUSES = {
    "draft": "Bản nháp", "pending": "Bài chờ duyệt", "private": "Bài riêng tư", "trash": "Bài trong thùng rác",
    "future": "Bài hẹn giờ", "auto-draft": "Bản nháp tự lưu", "inherit": "Bản phụ",
}  # fmt: skip
VIEW_KEYS = (
    "post_views_count",
    "views",
    "_post_views",
    "post_views",
    "_views",
    "wpb_post_views_count",
    "hits",
    "view_count",
)
BROKEN = "Tệp bị cắt hoặc hỏng ở dòng {line}: chỉ đọc được phần phía trước. Hãy xuất lại từ WordPress."
HARMFUL = "Tệp có khai báo DTD hoặc thực thể XML, bản xuất thật không có: không đọc."
NOT_EXPORT = "Tệp XML này không phải bản xuất của WordPress (không có mục nào)."
_CONTROLS = bytes(code for code in range(32) if code not in (9, 10, 13))
_DECLARED = re.compile(rb"<\?xml[^>]*encoding=[\"']([\w.-]+)[\"']")


@dataclass
class _Library:
    """What the whole file tells of authors and pictures, gathered before the posts are read."""

    authors: dict[str, str] = field(default_factory=dict)
    photos: dict[str, OldPhoto] = field(default_factory=dict)
    of_post: dict[str, list[str]] = field(default_factory=dict)
    site: str = ""


def read_export(file: Path) -> Iterator[Old | Remark]:
    """Published posts and pages of an export; a remark for each that is not published, and where the file breaks."""
    library = _library(file)
    others: dict[str, int] = {}
    items = 0
    try:
        for item in _items(file):
            items += 1
            kind = _text(item, "post_type") or "post"
            if kind in POSTS:
                yield _told(item, library, items)
            elif kind not in INNER:
                others[kind] = others.get(kind, 0) + 1
    except ParseError as problem:
        line = getattr(problem, "position", (0, 0))[0]
        yield Remark("", "", BROKEN.format(line=line))
    except DefusedXmlException:
        raise Unreadable(HARMFUL) from None
    else:
        if not items:
            raise Unreadable(NOT_EXPORT)
    for kind, number in sorted(others.items()):
        yield Remark("", "", f"{number} mục loại “{kind}” của phần mở rộng không phải tin bài nên bỏ qua.", "skipped")


class _Plain:
    """The file as UTF-8, without the control characters that WordPress lets through and XML forbids."""

    def __init__(self, file: BinaryIO):
        self.file = file
        head = file.read(400)
        file.seek(0)
        declared = _DECLARED.search(head)
        name = declared[1].decode() if declared else "utf-8"
        name = "utf-16" if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else name
        try:
            self.decoder = codecs.getincrementaldecoder(name)(errors="replace")
        except LookupError:
            raise Unreadable(f"Không biết bảng mã “{name}” mà tệp khai báo.") from None

    def read(self, size: int = -1) -> bytes:
        while True:
            raw = self.file.read(size)
            made = self.decoder.decode(raw, final=not raw).encode("utf-8", "replace").translate(None, _CONTROLS)
            if made or not raw:
                return made


def _parsed(file: Path) -> Iterator[tuple[str, Element]]:
    with file.open("rb") as opened:
        parser = DefusedXMLParser(encoding="utf-8", forbid_dtd=True)
        yield from iterparse(_Plain(opened), events=("start", "end"), parser=parser)


def _elements(file: Path, *, wanted: tuple[str, ...]) -> Iterator[Element]:
    """Elements of these names (without namespace), whole; each is forgotten after it was looked at."""
    above: list[Element] = []
    for event, element in _parsed(file):
        if event == "start":
            above.append(element)
            continue
        above.pop()
        if _name(element) in wanted:
            yield element
        if len(above) == 2 and above[-1].tag == "channel":
            above[-1].remove(element)


def _items(file: Path) -> Iterator[Element]:
    return _elements(file, wanted=("item",))


def _library(file: Path) -> _Library:
    found = _Library()
    try:
        for element in _elements(file, wanted=("author", "item", "base_site_url", "base_blog_url")):
            if _name(element) == "author":
                login, shown = _text(element, "author_login"), _text(element, "author_display_name")
                if login:
                    found.authors[login] = shown or login
            elif _name(element) == "item":
                if _text(element, "post_type") == "attachment" and len(found.photos) < MOST_ATTACHMENTS:
                    _keep_attachment(found, element)
            else:
                found.site = (element.text or "").strip() or found.site
    except (ParseError, DefusedXmlException):
        pass  # told when the posts are read
    return found


def _keep_attachment(library: _Library, item: Element) -> None:
    number, url = _text(item, "post_id"), _text(item, "attachment_url") or _text(item, "guid")
    if not number or not url:
        return
    alt = _metas(item).get("_wp_attachment_image_alt", "")
    library.photos[number] = OldPhoto(url, alt, _encoded(item, "excerpt"))
    library.of_post.setdefault(_text(item, "post_parent"), []).append(number)


def _told(item: Element, library: _Library, number: int) -> Old | Remark:
    title, identity = _text(item, "title"), _text(item, "post_id")
    place = f"bài số {identity}" if identity else f"mục thứ {number}"
    called = f" “{title[:80]}”" if title else ""
    status = _text(item, "status") or "publish"
    if status != "publish":
        what = STATUSES.get(status, "Bài chưa đăng")
        return Remark("", place, f"{what}{called} chưa công khai nên không nhập.", "skipped")
    if _text(item, "post_password"):
        return Remark("", place, f"Bài{called} đặt mật khẩu nên không nhập.", "skipped")
    content = _encoded(item, "content")
    if len(content) > LONGEST_ITEM:
        return Remark("", place, f"Bài{called} dài quá {LONGEST_ITEM // 1_000_000} triệu ký tự.")
    try:
        return _post(item, title, content, library, place)
    except NotADate as problem:
        return Remark("", place, f"Bài{called}: {problem}")


def _post(item: Element, title: str, content: str, library: _Library, place: str) -> Old:
    metas = _metas(item)
    identity, link, guid = _text(item, "post_id"), _text(item, "link"), _text(item, "guid")

    def gallery(numbers: list[str] | None) -> list[OldPhoto]:
        chosen = library.of_post.get(identity, []) if numbers is None else numbers
        return [library.photos[each] for each in chosen if each in library.photos]

    html = wordpress.readable(content, gallery)
    author = _author(item, library)
    credit = ""
    if not author:
        html, author, credit = _signed(html)
    main = library.photos.get(metas.get("_thumbnail_id", ""))
    lost = (title + content).count("\ufffd")
    return Old(
        title=clean(title)[0].strip(),
        html=html,
        source="wxr",
        key=f"wxr:{_key(library.site, identity, guid or link)}",
        author=author,
        posted_at=moment(_text(item, "post_date")) or moment(_text(item, "pubDate")),
        sections=_sections(item),
        views=_views(metas),
        old_addresses=tuple(dict.fromkeys(each for each in (link, guid) if "://" in each)),
        photos=(OldPhoto(main.src, main.alt, main.caption, is_main=True),) if main else (),
        credit=credit,
        lead=" ".join(re.sub(r"<[^>]*>", " ", _encoded(item, "excerpt")).split()),
        cautions=(f"{lost} ký tự không đọc được (sai bảng mã)",) if lost else (),
        place=place,
    )


def _key(site: str, identity: str, address: str) -> str:
    site = re.sub(r"^https?://(www\.)?", "", site).rstrip("/")
    return f"{site}:{identity}"[:400] if identity else address[:400]


def _author(item: Element, library: _Library) -> str:
    login = _text(item, "creator")
    shown = library.authors.get(login, login)
    return shown if is_somebody(shown) else ""


def _signed(html: str) -> tuple[str, str, str]:
    """Who wrote it, by the last lines of a text whose post belongs to nobody ("admin")."""
    blocks = html.rstrip().split("\n")
    words = [re.sub(r"<[^>]*>", "", block).replace("&nbsp;", " ").strip() for block in blocks]
    kept, author, credit = signed([word for word in words if word] or [""])
    gone = sum(1 for word in words if word) - len(kept)
    while gone and blocks:
        gone -= bool(words.pop())
        blocks.pop()
    return "\n".join(blocks), author, credit


def _sections(item: Element) -> tuple[str, ...]:
    """Names and addresses of the categories."""
    found: list[str] = []
    for each in item.findall("category"):
        if each.get("domain", "category") == "category":
            found += [nfc((each.text or "").strip()), each.get("nicename", "")]
    return tuple(dict.fromkeys(filter(None, found)))


def _views(metas: dict[str, str]) -> int | None:
    found = [count(metas[key]) for key in VIEW_KEYS if key in metas]
    return max((each for each in found if each is not None), default=None)


def _metas(item: Element) -> dict[str, str]:
    return {_text(each, "meta_key"): _text(each, "meta_value") for each in item if _name(each) == "postmeta"}


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _text(item: Element, name: str) -> str:
    for each in item:
        if _name(each) == name:
            return nfc((each.text or "").strip())
    return ""


def _encoded(item: Element, which: str) -> str:
    """`content:encoded` or `excerpt:encoded`."""
    for each in item:
        if _name(each) == "encoded" and f"/{which}/" in each.tag:
            return nfc(each.text or "")
    return ""
