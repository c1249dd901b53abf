"""The import of old articles, on samples written by hand."""

from dataclasses import dataclass
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

FOLDER = Path(__file__).parent


@dataclass
class Said:
    """What the command told: lines of the summary, lines of remarks, and why it failed."""

    out: list[str]
    err: list[str]
    failure: str = ""


def run(path, *options, fails=False) -> Said:
    """`manage.py import_articles path options`."""
    out, err, failure = StringIO(), StringIO(), ""
    if fails:
        with pytest.raises(CommandError) as raised:
            call_command("import_articles", path, *options, stdout=out, stderr=err)
        failure = str(raised.value)
    else:
        call_command("import_articles", path, *options, stdout=out, stderr=err)
    return Said(out.getvalue().splitlines(), err.getvalue().splitlines(), failure)
