"""Axe over the newsroom's screens: what Wagtail brings is listed with its reason; nothing of ours is among it."""

import pytest
from django.urls import reverse
from django.utils import timezone

from kheo.accounts.roles import Role
from kheo.portal.models import ContactsPage, SectionPage
from tests import make
from tests.browsing import sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
# What Wagtail 7.4 draws so, in pages that are none of ours: (the rule, what tells the element): why it stands.
UPSTREAM = {
    ("aria-input-field-name", "public-DraftEditor-content"): "the text editor in a block carries no name",
    ("label", "ui-autocomplete-input"): "the box in which tags are typed is made by a script, beside its label",
    ("heading-order", 'id="other-searches-title"'): "the search of pages begins its side column with h3",
    ("aria-allowed-role", 'role="alert"'): "the search of pages tells the number found in a heading that alerts",
}


@pytest.fixture
def found(page, live_server, axe_rules, transactional_db):
    """`found(address)` is what axe has against a screen of the desk: {(rule, the element's HTML)}."""
    sign_in(page.context, make.member(Role.HEAD, make.province()), live_server)
    page.set_viewport_size({"width": 1280, "height": 900})

    def look(address):
        assert page.goto(address).status == 200, address
        page.wait_for_load_state("networkidle")
        told = axe_rules.run(page).response["violations"]
        return {(rule["id"], node["html"]) for rule in told for node in rule["nodes"]}

    return look


def screens():
    """Where an editor and an approver work all day."""
    article = make.article("Đường hoa thôn Xuân", text="Bà con dânào cũng góp công.", photo=make.photo())
    article.corrections.create(on="2026-11-05", text="Con số đúng là 56 hộ.")
    event = make.event("Hội nghị sơ kết", starts_at=timezone.now())
    section, photo = SectionPage.objects.get(slug="tin-co-so"), make.photo("Ảnh hai")
    edits = [article, event, section, ContactsPage.objects.get()]
    pages = [reverse("wagtailadmin_pages:edit", args=[page.pk]) for page in edits]
    return [
        reverse("wagtailadmin_home"), *pages,
        reverse("wagtailadmin_pages:add", args=["portal", "articlepage", section.pk]),
        reverse("wagtailadmin_explore", args=[section.pk]), reverse("wagtailadmin_explore_root"),
        reverse("wagtailadmin_pages:history", args=[article.pk]),
        reverse("wagtailadmin_pages:usage", args=[article.pk]), reverse("wagtailadmin_pages:delete", args=[article.pk]),
        reverse("wagtailadmin_pages:unpublish", args=[article.pk]), reverse("wagtailadmin_pages:move", args=[article.pk]),
        reverse("wagtailadmin_pages:search", query={"q": "hoa"}), reverse("proofread", args=[article.pk]),
        reverse("wagtailimages:index"), reverse("wagtailimages:edit", args=[photo.pk]), reverse("wagtailimages:add"),
        reverse("photo_blur", args=[photo.pk]), reverse("wagtaildocs:index"), reverse("wagtaildocs:add"),
        reverse("wagtailadmin_reports:site_history"), reverse("wagtailadmin_reports:workflow"),
        reverse("wagtailadmin_reports:locked_pages"),
    ]  # fmt: skip


def upstream(fault):
    rule, html = fault
    return next((known for known in UPSTREAM if known[0] == rule and known[1] in html), None)


def test_axe_finds_on_the_desk_only_what_wagtail_brings(found):
    faults = {(address, fault) for address in screens() for fault in found(address)}

    assert sorted((address, *fault) for address, fault in faults if not upstream(fault)) == []
    assert {upstream(fault) for _, fault in faults} == set(UPSTREAM), "what Wagtail has mended leaves the list"
