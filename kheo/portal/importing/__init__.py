"""Readers of old articles: what an export, a saved page, JSON or a text holds, in one frozen shape. No Django."""

from kheo.portal.importing.bylines import asked_date
from kheo.portal.importing.files import FORMATS, read
from kheo.portal.importing.old import Old, OldPhoto, Remark
from kheo.portal.importing.photos import Album, Found

__all__ = ["FORMATS", "Album", "Found", "Old", "OldPhoto", "Remark", "asked_date", "read"]
