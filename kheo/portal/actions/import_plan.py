"""What an old article will be on the portal, worked out before anything is written."""

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from django.utils import timezone

from kheo.core.vietnamese import clean, fold, slug
from kheo.portal.html import Picture, Piece, Text, frames_in, pieces
from kheo.portal.importing import Album, Found, Old, OldPhoto
from kheo.portal.models import OldArticle, SectionPage

LONGEST_TITLE, LONGEST_LEAD, LONGEST_NAME, LONGEST_KEY = 255, 600, 200, 500
MOST_PHOTOS = 60  # of one article
AHEAD = timedelta(days=1)  # a clock of the old server may have gone before ours

_TITLE_TAGS = re.compile(r"</?(?:b|i|em|strong|span|sup|sub|font|u)(?:\s[^<>]*)?>|<br\s*/?>", re.IGNORECASE)
_FILES = re.compile(r'href="/[^"]*\.(?:pdf|docx?|xlsx?|pptx?|zip|rar)(?:\?[^"]*)?"', re.IGNORECASE)
_COPY = re.compile(r"-(?:\d{2,4}x\d{2,4}|scaled)(?=\.\w+$)")


class Refused(Exception):
    """An article is not brought in. Its text is the sentence for whoever runs the import."""


@dataclass(frozen=True)
class Wishes:
    """What whoever runs the import says: for articles that do not say it themselves, and which section is which."""

    section: SectionPage | None = None
    sections: Mapping[str, SectionPage] = field(default_factory=dict)  # folded old name → section
    posted_at: datetime | None = None
    author: str = ""
    again: bool = False  # bring back what an editor removed


@dataclass(frozen=True)
class Plan:
    """An article ready to be written."""

    old: Old
    title: str
    lead: str
    section: SectionPage
    posted_at: datetime
    author: str
    pieces: tuple[Piece, ...]
    main: Picture | None
    photos: dict[Picture, Found]
    cautions: tuple[str, ...]


def section_names() -> dict[str, SectionPage]:
    """The portal's sections by what an old site may call them: title without accents, address."""
    found = {}
    for section in SectionPage.objects.all():
        found |= {fold(section.title): section, section.slug: section}
    return found


def standing(old: Old) -> OldArticle | None:
    """What is known of an article that was brought in before."""
    return OldArticle.objects.select_related("page").filter(key=key_of(old)).first()


def key_of(old: Old) -> str:
    """An article's old name as it is kept."""
    return clean(old.key)[0][:LONGEST_KEY]


def is_address(text: str) -> bool:
    """Whether this can be an address at all: old exports hold the strangest ones."""
    try:
        return bool(urlsplit(text).hostname)
    except ValueError:
        return False


def plan(old: Old, wishes: Wishes, album: Album, *, beside=None) -> Plan:
    """Work out the page. Raises `Refused`."""
    title = title_of(old)
    section = _section(old, wishes)
    posted_at = _posted_at(old, wishes)
    lead, body = _lead(old)
    found = pieces(body, base=next(filter(is_address, old.old_addresses), ""))
    found = _without_title(found, title)
    main, found = _main(found, old)
    pictures = list(dict.fromkeys([*([main] if main else []), *(each for each in found if isinstance(each, Picture))]))
    if not pictures and not any(not isinstance(each, Picture) for each in found):
        raise Refused("Bài không có nội dung.")
    photos = {each: album.find(each.sources, beside=beside) for each in pictures[:MOST_PHOTOS]}
    author = clean(old.author or wishes.author)[0].strip()[:LONGEST_NAME]
    return Plan(
        old=old, title=title, lead=lead, section=section, posted_at=posted_at, author=author, pieces=tuple(found),
        main=main, photos=photos, cautions=tuple(_cautions(old, author, found, pictures, photos)),
    )  # fmt: skip


def title_of(old: Old) -> str:
    """A title on one line, without tags. Raises `Refused`."""
    title = " ".join(clean(html.unescape(_TITLE_TAGS.sub(" ", old.title)))[0].split())
    if not title:
        raise Refused("Bài không có tiêu đề.")
    if len(title) > LONGEST_TITLE:
        raise Refused(f"Tiêu đề dài {len(title)} ký tự, nhiều nhất {LONGEST_TITLE}. Hãy rút gọn rồi nhập lại.")
    return title


def _section(old: Old, wishes: Wishes) -> SectionPage:
    for name in old.sections:
        found = wishes.sections.get(fold(name)) or wishes.sections.get(slug(name))
        if found:
            return found
    if wishes.section:
        return wishes.section
    if old.sections:
        raise Refused(
            f'Cổng không có chuyên mục “{old.sections[0]}”. Hãy thêm --map "{old.sections[0]}=tin-tuc" '
            "hoặc --section tin-tuc."
        )
    raise Refused("Bài không ghi chuyên mục. Hãy thêm --section, ví dụ --section tin-co-so.")


def _posted_at(old: Old, wishes: Wishes) -> datetime:
    found = old.posted_at or wishes.posted_at
    if found is None:
        raise Refused("Bài không ghi ngày đăng. Hãy thêm --date, ví dụ --date 15/06/2018.")
    if found > timezone.now() + AHEAD:
        raise Refused(f"Ngày đăng {timezone.localtime(found):%d/%m/%Y} ở tương lai.")
    return found


def _lead(old: Old) -> tuple[str, str]:
    """The lead, and the text that follows; a lead that the text begins with is told once."""
    lead = " ".join(clean(html.unescape(old.lead))[0].split())
    words = fold(re.sub(r"<[^>]*>", " ", html.unescape(old.html))[: 4 * LONGEST_LEAD])
    if not lead or fold(lead).rstrip(" .…[]")[:200] in words:
        return "", old.html
    if len(lead) > LONGEST_LEAD:
        return "", f"<p>{html.escape(lead, quote=False)}</p>\n{old.html}"
    return lead, old.html


def _without_title(found: list[Piece], title: str) -> list[Piece]:
    """Old texts often begin with their own title."""
    if found and isinstance(found[0], Text) and (match := re.match(r"<h[23]>(.*?)</h[23]>", found[0].html)):
        words = html.unescape(re.sub(r"<[^>]*>", "", match[1]))
        if fold(words) == fold(title):
            rest = found[0].html[match.end() :]
            return [Text(rest), *found[1:]] if rest else found[1:]
    return found


def _main(found: list[Piece], old: Old) -> tuple[Picture | None, list[Piece]]:
    """The main photo: the one that the old site said, or the one the text begins with; each photo is shown once."""
    shown = {_name(source) for each in found if isinstance(each, Picture) for source in each.sources}
    beside = [photo for photo in old.photos if photo.is_main or _name(photo.src) not in shown]
    main = next((_picture(photo) for photo in beside if photo.is_main), None)
    found = [*found, *(_picture(photo) for photo in beside if not photo.is_main)]
    if main:
        same = [
            each for each in found if isinstance(each, Picture) and _name(each.sources[0]) == _name(main.sources[0])
        ]
        if same:
            main = Picture(main.sources, main.alt or same[0].alt, main.caption or same[0].caption)
            found = [each for each in found if each not in same]
    elif found and isinstance(found[0], Picture):
        main, found = found[0], found[1:]
    return main, found


def _picture(photo: OldPhoto) -> Picture:
    return Picture((photo.src,), " ".join(photo.alt.split()), " ".join(re.sub(r"<[^>]*>", " ", photo.caption).split()))


def _name(source: str) -> str:
    if source.startswith("data:"):
        return source
    return _COPY.sub("", source.split("?")[0].rpartition("/")[2])


def _cautions(old: Old, author: str, found: list[Piece], pictures: list[Picture], photos: dict[Picture, Found]):
    yield from old.cautions
    yield from (photo.problem for photo in photos.values() if photo.problem)
    if len(pictures) > MOST_PHOTOS:
        yield f"bài có {len(pictures)} ảnh, chỉ nhập {MOST_PHOTOS} ảnh đầu"
    if frames := frames_in(old.html):
        yield f"{frames} khung nhúng (phim, bản đồ) không đưa sang"
    if files := sum(len(_FILES.findall(each.html)) for each in found if isinstance(each, Text)):
        yield f"{files} liên kết tới tệp của cổng cũ, tệp chưa đưa sang"
    if not (author or old.credit):
        yield "bài không ghi tác giả"
