"""The words of the libraries: the compiled catalogue is the one that stands in the repository as text."""

import gettext
import re
from ast import literal_eval
from pathlib import Path

from django.conf import settings

FOLDER = Path(settings.LOCALE_PATHS[0]) / "vi" / "LC_MESSAGES"
ENTRY = re.compile(
    r"^(?:msgctxt (?P<context>.+?)^)?msgid (?P<id>.+?)^(?:msgid_plural .+?^)?msgstr(?:\[0\])? (?P<said>.+?)(?=^\s*$|\Z)",
    re.M | re.S,
)


def spoken(text):
    return "".join(literal_eval(line) for line in text.strip().splitlines())


def key_of(entry):
    """As GNU gettext keys it: the context, an end of transmission, the message."""
    context = f"{spoken(entry['context'])}\x04" if entry["context"] else ""
    return context + spoken(entry["id"])


def test_the_compiled_catalogue_says_what_the_text_says():
    text = (FOLDER / "django.po").read_text("utf-8")
    written = {key_of(entry): spoken(entry["said"]) for entry in ENTRY.finditer(text)}
    with (FOLDER / "django.mo").open("rb") as file:
        catalogue = gettext.GNUTranslations(file)
    compiled = {key if isinstance(key, str) else key[0]: value for key, value in catalogue._catalog.items()}

    assert len(written) > 50
    assert compiled == written


def test_every_word_is_translated():
    text = (FOLDER / "django.po").read_text("utf-8")

    assert [entry["id"] for entry in ENTRY.finditer(text) if spoken(entry["said"]) == ""] == []
