"""A file's name as it is kept: whole letters, no path, nothing that hides, an end that tells the truth."""

import re

from kheo.core.filechecks.kinds import Kind
from kheo.core.vietnamese import clean

LIMIT = 255
NAMELESS = "tep"
# Signs with a meaning to some file system or to a header.
_SIGNS = re.compile(r'[<>:"|?*\n\r\t]+')


def clean_name(name: str) -> str:
    """The last part of a path, in NFC, at most 255 characters with its end kept; "tep" when nothing is left."""
    text, _ = clean(str(name).replace("\\", "/"))
    text = " ".join(_SIGNS.sub(" ", text.rsplit("/", 1)[-1]).split()).lstrip(". ").rstrip(". ")
    if len(text) > LIMIT:
        stem, dot, suffix = text.rpartition(".")
        end = dot + suffix if stem and len(suffix) <= 10 else ""
        text = clean(text, limit=LIMIT - len(end))[0] + end
    return text or NAMELESS


def suffix_of(name: str) -> str:
    """The end of a name in lower case, without its dot; empty when there is none."""
    stem, dot, suffix = name.rpartition(".")
    return suffix.lower() if dot and stem else ""


def true_name(name: str, kind: Kind) -> str:
    """The name, its end put right where the content is of another kind."""
    if suffix_of(name) in kind.suffixes:
        return name
    stem = name[: LIMIT - 6].rstrip(". ")
    return f"{stem}.{kind.key}"
