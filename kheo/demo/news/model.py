"""What one article, event or standing page of the demo holds: plain frozen data, no Django, no database.

Days are ISO text. A body is a sequence of paragraphs; `Head`, `Said` and `Shot` stand between them.
"""

from dataclasses import dataclass
from typing import NamedTuple


class Head(NamedTuple):
    """A heading inside a text."""

    text: str


class Points(NamedTuple):
    """A list of short points; numbered where the order matters."""

    points: tuple[str, ...]
    numbered: bool = False


class Said(NamedTuple):
    """Somebody's words, set apart."""

    words: str
    who: str = ""


class Shot(NamedTuple):
    """A drawing (its key in `scenes`) with a caption."""

    scene: str
    caption: str


Part = str | Head | Points | Said | Shot


class Correction(NamedTuple):
    """What was wrong and what is right, and the day it was said."""

    on: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Article:
    """One article; invented, for illustration only. `commune` is a code, "" for the whole province."""

    key: str
    section: str
    kind: str
    title: str
    lead: str
    body: tuple[Part, ...]
    author: str
    posted: str
    # Roughly how many read it in its first days; the counter's past is made of it.
    views: int
    clock: str = "08:30"
    source: str = ""
    commune: str = ""
    stories: tuple[str, ...] = ()
    scene: str = ""
    caption: str = ""
    corrections: tuple[Correction, ...] = ()
    featured: bool = False


@dataclass(frozen=True, kw_only=True)
class Event:
    """One event: `on` is a day, or `after` so many days from the day the demo is built, then the next `weekday`."""

    key: str
    title: str
    lead: str
    body: tuple[Part, ...]
    where: str
    starts: str
    ends: str
    on: str = ""
    after: int = 0
    weekday: int = 0
    lasts: int = 0
    featured: bool = False


@dataclass(frozen=True, kw_only=True)
class Standing:
    """A page that stands: how-to, about us, protection of personal data."""

    key: str
    title: str
    lead: str
    body: tuple[Part, ...]


class Contact(NamedTuple):
    """Somebody who may be asked; made up."""

    name: str
    office: str
    asked_about: str
    phone: str
    mail: str
