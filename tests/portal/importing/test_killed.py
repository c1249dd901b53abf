"""An import killed at any moment leaves whole articles only; run again, it ends as if nothing had happened."""

import os
import random
import signal
import subprocess
import sys
import time

import pytest
from django.conf import settings
from django.db import connection
from wagtail.contrib.redirects.models import Redirect

from kheo.portal.models import ARTICLE_WORDS, ArticlePage, OldArticle, SectionPage

ARTICLES, KILLS = 60, 3
LONGEST = 120  # seconds for one run of the command
SERVED = {"DJANGO_SETTINGS_MODULE": "config.settings", "KHEO_DEBUG": "1"}


@pytest.fixture
def export(tmp_path):
    file = tmp_path / "bai.jsonl"
    lines = (
        f'{{"id": {n}, "title": "Bài số {n}", "text": "Đoạn của bài {n}.", "date": "2019-05-03", '
        f'"section": "tin-tuc", "url": "http://cu.example/{n}.html"}}\n'
        for n in range(ARTICLES)
    )
    file.write_text("".join(lines), "utf-8")
    return file


def command(file):
    """The import in a process of its own, on this test's database."""
    name = connection.settings_dict["NAME"]
    database = f"sqlite:///{name}" if connection.vendor == "sqlite" else os.environ["KHEO_TEST_POSTGRES"]
    if connection.vendor != "sqlite":
        database = f"{database.rpartition('/')[0]}/{name}"
    return subprocess.Popen(
        [sys.executable, "manage.py", "import_articles", file, "--skip-checks"],
        cwd=settings.BASE,
        env={**os.environ, **SERVED, "DATABASE_URL": database, "KHEO_DATA": str(settings.DATA)},
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip


def all_whole():
    """How many articles there are; each has all that belongs to one."""
    pages = list(ArticlePage.objects.all())
    keys = {page.pk for page in pages}
    assert all(page.live and page.live_revision_id and page.body for page in pages)
    assert set(OldArticle.objects.values_list("page", flat=True)) == keys
    assert set(Redirect.objects.values_list("redirect_page", flat=True)) == keys
    assert set(ARTICLE_WORDS.best("bài số", ArticlePage.objects.all(), limit=ARTICLES + 1)) == keys
    assert SectionPage.objects.get(slug="tin-tuc").numchild == len(keys)
    return len(keys)


@pytest.mark.django_db(transaction=True)
def test_a_killed_import_leaves_whole_articles_and_the_next_run_brings_the_rest(export):
    moments = random.Random(1945)
    done = 0
    for _ in range(KILLS):
        process = command(export)
        begun, until = done, time.monotonic() + LONGEST
        while done == begun and process.poll() is None and time.monotonic() < until:
            time.sleep(0.02)
            done = OldArticle.objects.count()
        time.sleep(moments.uniform(0, 0.4))
        process.send_signal(signal.SIGKILL)
        process.wait(timeout=30)
        done = all_whole()
        assert begun < done < ARTICLES

    process = command(export)
    assert process.wait(timeout=LONGEST) == 0
    assert all_whole() == ARTICLES
