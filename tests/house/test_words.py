"""No English on any screen: every catalogue message of a library is translated, and no screen shows another tongue.

Screens of the newsroom are walked as an editor and an approver meet them. A word that cannot be Vietnamese and is
neither a name nor a technical word people here use as it is, fails.
"""

import json
import re

import pytest
from bs4 import BeautifulSoup, Comment
from django.test import Client

from kheo.accounts.roles import Role
from kheo.core.vietnamese import syllables
from kheo.portal.models import ArticlePage, SectionPage
from tests import make
from tools import words

# Names, and words that Vietnamese editors write so.
KNOWN = {
    "wagtail", "web", "html", "url", "rss", "csv", "pdf", "word", "excel", "docx", "xlsx", "zip", "jpg", "jpeg", "png",
    "webp", "svg", "json", "api", "email", "ctrl", "alt", "shift", "enter", "esc", "tab", "javascript", "rich", "text",
    "atom", "mb", "kb", "gif", "avif", "heic", "dd", "mm", "yyyy", "byte",
}  # fmt: skip
ATTRIBUTES = ("title", "aria-label", "placeholder", "alt")
HIDDEN = ["script", "style", "code", "svg", "template"]


def test_every_message_of_a_library_is_said_in_vietnamese():
    assert [word.text for word in words.missing()] == []


def test_every_translation_keeps_what_it_must():
    broken = []
    for domain in words.DOMAINS:
        for entry in words.ours(domain):
            said = entry.msgstr_plural[0] if entry.msgid_plural else entry.msgstr
            if faults := words.faults(entry.msgid_plural or entry.msgid, said):
                broken.append((entry.msgid, said, faults))

    assert broken == []


def test_the_compiled_catalogues_hold_what_is_written():
    for domain in words.DOMAINS:
        written = {(entry.msgctxt, entry.msgid) for entry in words.ours(domain) if entry.translated()}
        compiled = {(e.msgctxt, e.msgid) for e in words.polib.mofile(str(words.OURS / f"{domain}.mo"))}
        assert written == compiled, f"python -m tools.words compile ({domain})"


def foreign_in(answer) -> list[str]:
    """Texts of a page that hold a word no Vietnamese text would."""
    body = answer.content.decode()
    if answer["Content-Type"].startswith("application/json"):
        body = json.loads(body).get("html", "")
    soup = BeautifulSoup(body, "html.parser")
    for each in [*soup(HIDDEN), *soup(hidden=True)]:
        each.decompose()
    texts = [str(each) for each in soup.find_all(string=True) if not isinstance(each, Comment)]
    texts += [each.get(name) for each in soup.find_all(True) for name in ATTRIBUTES if each.get(name)]
    return sorted({" ".join(text.split())[:120] for text in texts if is_foreign(text)})


def is_foreign(text: str) -> bool:
    text = re.sub(r"https?://\S+|[\w.]+@[\w.]+|\S*/\S*/\S*|\b[\w-]+\.(?:jpg|pdf|docx?)\b", "", text)
    return any(
        not each.is_valid and each.text.isascii() and len(each.text) > 1 and each.text.lower() not in KNOWN
        for each in syllables(text)
    )


@pytest.fixture
def article(db):
    page = make.article("Đường hoa", photo=make.photo(), live=False)
    page.save_revision().publish(user=make.user("hoa", full_name="Lê Thị Hoa"), skip_permission_checks=True)
    return page


def screens(page: ArticlePage) -> list[str]:
    section = SectionPage.objects.get(slug="tin-co-so").pk
    pk, photo = page.pk, page.photo_id
    return [
        "/bien-tap/",
        f"/bien-tap/pages/{section}/",
        f"/bien-tap/pages/add/portal/articlepage/{section}/",
        f"/bien-tap/pages/{pk}/edit/",
        f"/bien-tap/pages/{pk}/history/",
        f"/bien-tap/pages/{pk}/copy/",
        f"/bien-tap/pages/{pk}/delete/",
        f"/bien-tap/pages/{pk}/move/",
        f"/bien-tap/pages/{pk}/unpublish/",
        f"/bien-tap/pages/{pk}/usage/",
        f"/bien-tap/pages/workflow/status/{pk}/",
        "/bien-tap/pages/search/?q=đường",
        "/bien-tap/images/",
        "/bien-tap/images/add/",
        "/bien-tap/images/multiple/add/",
        f"/bien-tap/images/{photo}/",
        f"/bien-tap/images/{photo}/delete/",
        "/bien-tap/images/chooser/",
        "/bien-tap/documents/",
        "/bien-tap/documents/add/",
        "/bien-tap/documents/multiple/add/",
        "/bien-tap/documents/chooser/",
        "/bien-tap/choose-page/",
        "/bien-tap/choose-external-link/",
        "/bien-tap/choose-email-link/",
        "/bien-tap/reports/locked/",
        "/bien-tap/reports/workflow/",
        "/bien-tap/reports/workflow_tasks/",
        "/bien-tap/reports/site-history/",
        f"/bien-tap/soat-loi/{pk}/",
    ]


@pytest.mark.parametrize("role", [Role.EDITOR, Role.HEAD])
def test_no_screen_of_the_newsroom_shows_english(role, article):
    client = Client()
    client.force_login(make.member(role, make.province(), full_name="Trần Thị Lan", username="lan"))

    answers = {address: client.get(address) for address in screens(article)}
    found = {
        address: foreign
        for address, answer in answers.items()
        if answer.status_code == 200 and (foreign := foreign_in(answer))
    }

    assert "\n".join(f"{address}: {each}" for address, each in found.items()) == ""
    assert sum(answer.status_code == 200 for answer in answers.values()) > 20
