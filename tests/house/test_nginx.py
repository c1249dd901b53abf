"""The web server that is documented says of a kept page what Khéo says of it, and reads it where Khéo puts it."""

import re

import pytest
from django.conf import settings

from kheo.core.pagecache import COOKIES, PAGE

from .sources import ROOT

CONF = (ROOT / "docs/operations/nginx-kheo.conf").read_text("utf-8")
SAID_BY_DJANGO = (
    "Content-Security-Policy", "X-Content-Type-Options", "X-Frame-Options", "Referrer-Policy",
    "Cross-Origin-Opener-Policy", "Cache-Control", "Vary",
)  # fmt: skip


def said():
    place = CONF[CONF.index("location / {") : CONF.index("location @kheo")]
    return {name: value.strip('"') for name, value in re.findall(r"add_header ([\w-]+) (\"[^\"]*\"|\S+);", place)}


@pytest.mark.django_db
def test_it_sends_the_same_headers(client):
    client.get("/tin-tuc/")
    answer = client.get("/tin-tuc/")

    told = {name: answer[name] for name in SAID_BY_DJANGO}

    assert {name: normal(said()[name]) for name in SAID_BY_DJANGO} == {
        name: normal(each) for name, each in told.items()
    }


def normal(value):
    return sorted(part.strip() for part in value.split(";"))


def test_it_serves_kept_pages_to_nobody_who_shows_a_cookie_of_ours():
    named = re.search(r"\(\^\|;\\s\*\)\(([\w|]+)\)=", CONF)[1].split("|")

    assert named == list(COOKIES)


def test_it_reads_the_pages_where_they_are_kept():
    assert f"root /srv/kheo/data/{settings.PAGES_FOLDER.name}/now;" in CONF
    assert f"try_files ${{uri}}{PAGE} @kheo;" in CONF
