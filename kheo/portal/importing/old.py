"""What every reader hands out: an old article, or a remark about a file or a part of it."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

SHOWN = 80  # characters of a title in a sentence


class Unreadable(Exception):
    """A file, or a part of one, cannot be read. Its text is the sentence for whoever runs the import."""


@dataclass(frozen=True)
class OldPhoto:
    """A photo that stands beside an article's text: as the old site named it, and what was said of it."""

    src: str
    alt: str = ""
    caption: str = ""
    is_main: bool = False


@dataclass(frozen=True)
class Old:
    """An article as the old site had it. `html` is not cleaned; `key` names it for ever (format, old number or address).

    `posted_at` is aware, or None where the old text does not say; `views` None where no figure was found;
    `sections` are names or addresses of old sections, the best first; `credit` is where a repost came from.
    """

    title: str
    html: str
    source: str
    key: str
    author: str = ""
    posted_at: datetime | None = None
    sections: tuple[str, ...] = ()
    views: int | None = None
    old_addresses: tuple[str, ...] = ()
    photos: tuple[OldPhoto, ...] = ()
    credit: str = ""
    lead: str = ""
    site_total: int | None = None
    cautions: tuple[str, ...] = ()
    file: str = ""
    place: str = ""

    @property
    def digest(self) -> str:
        """Tells whether the old site's text has changed since (SHA-256, hex)."""
        return digest_of(self.title, self.lead, self.html)

    @property
    def name(self) -> str:
        """How it is called in a sentence."""
        short = self.title if len(self.title) <= SHOWN else f"{self.title[:SHOWN].rstrip()}…"
        return f"“{short}”" if short else "bài không có tiêu đề"


@dataclass(frozen=True)
class Remark:
    """A sentence about a file or a part of it. `kind`: "refused" (not read) or "skipped" (not meant to be read)."""

    file: str
    place: str
    text: str
    kind: str = "refused"

    def __str__(self):
        return f"{', '.join(filter(None, [self.file, self.place]))}: {self.text}"


def digest_of(*texts: str) -> str:
    """SHA-256 (hex) over texts."""
    return hashlib.sha256("\0".join(texts).encode("utf-8", "surrogatepass")).hexdigest()
