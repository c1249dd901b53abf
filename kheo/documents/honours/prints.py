"""What is only printed or shown: name signs to fold, slides, the booklet. Each is one PDF/A of many pages."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from kheo.documents.certificates.fitting import SIZES, fit
from kheo.documents.certificates.sheet import printable
from kheo.documents.honours.ceremony import Ceremony, Guest, Honoured
from kheo.documents.texts.minutes import at
from kheo.documents.texts.parts import counted
from kheo.documents.typesetting.letters import FAMILY
from kheo.documents.typesetting.pdf import pieces, set_pdf

HERE = Path(__file__).parent
SIGN_WIDTH, SIGN_SIZES = 265.0, (80, 72, 64, 56, 48, 44, 40, 36, *SIZES)
SLIDE_WIDTH, SLIDE_SIZES = 215.0, (44, 40, 36, *SIZES)
BOOKLET_WIDTH, BOOKLET_SIZES = 110.0, (18, 16, 14, 12)
STORY_ON_SLIDE = 320  # letters: what a hall reads while somebody walks up
OTHER_FIELD = "Lĩnh vực khác"


def to_name_signs(guests: Iterable[Guest], *, today: date) -> bytes:
    """A landscape A4 sheet a guest, folded along the middle: the name reads from both sides of the table."""
    signs = [
        {"lines": fitted.lines, "size": fitted.size, "title": printable(guest.title)}
        for guest in guests
        for fitted in (fit(printable(guest.name), SIGN_WIDTH, SIGN_SIZES),)
    ]
    if not signs:
        raise ValueError("Chưa có tên nào để in biển.")
    return _set("signs.typ", "Biển tên", today, {"signs": signs})


def to_slides(ceremony: Ceremony, *, today: date) -> bytes:
    """16:9 pages: the title, one a collective or person in the order of award, the end."""
    shown = [
        _shown(one, award, turn, SLIDE_WIDTH, SLIDE_SIZES, STORY_ON_SLIDE)
        for turn, award, honoured in ceremony.turns()
        for one in honoured
    ]
    return _set("slides.typ", ceremony.title, today, _headed(ceremony) | {"honoured": shown})


def to_booklet(ceremony: Ceremony, *, today: date) -> bytes:
    """A5: a cover, how many of what, then everybody's story by field, and the table of contents."""
    by_field: dict[str, list[Honoured]] = {}
    for one in sorted(ceremony.honoured, key=lambda one: not one.field):  # those without a field stand last
        by_field.setdefault(one.field or OTHER_FIELD, []).append(one)
    chapters = [
        {
            "name": printable(name),
            "honoured": [_shown(one, one.award, 0, BOOKLET_WIDTH, BOOKLET_SIZES, None) for one in honoured],
        }
        for name, honoured in by_field.items()
    ]
    facts = _headed(ceremony) | {
        "chapters": chapters,
        "count": counted(len(ceremony.honoured), "gương được biểu dương"),
    }
    return _set("booklet.typ", ceremony.title, today, facts)


def _headed(ceremony: Ceremony) -> dict[str, Any]:
    return {
        "issuer": printable(ceremony.office.issuer).upper(),
        "occasion": printable(ceremony.title),
        "when": at(ceremony.when),
        "where": printable(ceremony.where),
        "place": printable(f"{ceremony.office.place}, {ceremony.when.year}"),
    }


def _shown(
    one: Honoured, award: str, turn: int, width: float, sizes: tuple[float, ...], most: int | None
) -> dict[str, Any]:
    fitted = fit(printable(one.name), width, sizes)
    return {
        "name": pieces(printable(one.name)),
        "lines": fitted.lines,
        "size": fitted.size,
        "award": printable(award),
        "turn": turn,
        "unit": printable(one.unit),
        "story": [line for line in printable(shortened(one.story, most)).splitlines() if line.strip()],
    }


def shortened(text: str, most: int | None) -> str:
    """The text up to a number of letters, ended at a word."""
    if most is None or len(text) <= most:
        return text
    return text[:most].rsplit(None, 1)[0].rstrip(".,;:") + "…"


def _set(template: str, title: str, day: date, facts: dict[str, Any]) -> bytes:
    sheet = {"title": printable(title), "day": (day.year, day.month, day.day), "family": FAMILY, **facts}
    return set_pdf(HERE / template, sheet)
