"""Checks of files on their way in: kind by content, limits, secrecy stamps, and clean copies of photos. No Django."""

from kheo.core.filechecks.check import Checked, check, refuse_early
from kheo.core.filechecks.kinds import DOCUMENT_LIMIT, KINDS, PHOTO_LIMIT, BadFile, Kind, kind_of
from kheo.core.filechecks.names import clean_name
from kheo.core.filechecks.photos import GRIDS, blurred, clean_copy, taken_on, thumb
from kheo.core.filechecks.stamps import stamp_in

__all__ = [
    "DOCUMENT_LIMIT",
    "GRIDS",
    "KINDS",
    "PHOTO_LIMIT",
    "BadFile",
    "Checked",
    "Kind",
    "blurred",
    "check",
    "clean_copy",
    "clean_name",
    "kind_of",
    "refuse_early",
    "stamp_in",
    "taken_on",
    "thumb",
]
