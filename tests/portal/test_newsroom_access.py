"""The newsroom: an editor and a head of the whole tree are let in; every other role, there or below, and strangers not.

Every address is walked: the newsroom's pages at work, and all that Wagtail's desk answers to below /bien-tap/.
"""

import re

import pytest
from django.db import transaction
from django.test import Client
from django.urls import NoReverseMatch, URLPattern, get_resolver, reverse
from wagtail.models import Page, Task, Workflow

from kheo.accounts import rail
from kheo.accounts.roles import Role
from tests import make
from tests.house.access_table import DESK, NEWSROOM

from .test_stories import sent

pytestmark = pytest.mark.django_db
LOGIN = "/tai-khoan/dang-nhap/"
LET_IN = (Role.EDITOR, Role.HEAD)
# Answers that say: not for you, or not to be found.
CLOSED = (403, 404)


@pytest.fixture
def things(db):
    """One of each thing that an address may name."""
    page = make.article()
    page.save_revision()
    return {"page": page, "photo": make.photo(), "officer": make.member(Role.OFFICER, make.unit())}


def desk_addresses(things):
    """Every address below the desk: each part of a path that names something is given a key that is there."""
    for pattern in get_resolver().url_patterns:
        if str(pattern.pattern).startswith(DESK):
            yield from _paths(pattern, "/")


def _paths(pattern, before):
    path = before + str(pattern.pattern).lstrip("^")
    if isinstance(pattern, URLPattern):
        yield filled(path)
    else:
        for inner in pattern.url_patterns:
            yield from _paths(inner, path)


def filled(path):
    """An address with something in each place of its pattern."""
    path = re.sub(r"<(?:\w+:)?(\w+)>", lambda found: VALUES.get(found[1], "1"), path)
    path = re.sub(r"\(\?P?<(\w+)>[^)]*\)|\((?!\?)[^)]*\)", lambda found: VALUES.get(found[1] or "", "1"), path)
    return path.replace(r"\.", ".").replace("$", "").replace("/?", "/").replace("^", "").replace(".*/", "khong-co/")


VALUES = {
    "content_type_app_name": "portal", "content_type_model_name": "articlepage", "parent_page_id": "3",
    "app_label": "portal", "model_name": "articlepage", "action_name": "approve", "filter_spec": "width-100",
    "export_format": "csv", "action": "publish", "slug": "x", "token": "x", "uidb64": "x",
}  # fmt: skip


def work_addresses(things):
    story = sent(things["officer"])
    keyed = {"stories:story_take", "stories:story_decline"}
    return [reverse(name, args=[story.pk] if name in keyed else []) for name in sorted(NEWSROOM)]


def walk(addresses, client, check, methods=("GET", "POST")):
    """What `check` has against each address and method, each in a savepoint of its own."""
    found = []
    for address in addresses:
        for method in methods:
            with transaction.atomic():
                answer = client.generic(method, address)
                if answer.streaming:
                    b"".join(answer.streaming_content)
                if not check(answer):
                    found.append(f"{method} {address}: {answer.status_code} {answer.get('Location', '')}")
                transaction.set_rollback(True)
    return found


def signed_in(role, unit):
    client = Client()
    client.force_login(make.member(role, unit))
    return client


def test_the_walk_knows_two_hundred_addresses(things):
    addresses = list(desk_addresses(things))

    assert len(addresses) > 150
    assert [address for address in addresses if re.search(r"[<>()\\\[\]]", address)] == []


@pytest.mark.parametrize("role", [role for role in Role if role not in LET_IN])
def test_every_other_role_over_the_whole_tree_is_refused(role, things):
    client = signed_in(role, make.province())

    addresses = [*desk_addresses(things), *work_addresses(things)]

    assert walk(addresses, client, refused, methods_for(role)) == []


@pytest.mark.parametrize("role", list(Role))
def test_every_role_in_a_commune_is_refused(role, things):
    client = signed_in(role, things["officer"].held[0].unit)

    addresses = [*desk_addresses(things), *work_addresses(things)]

    assert walk(addresses, client, refused, methods_for(role)) == []


def methods_for(role):
    """Sending is tried by those nearest to being let in; opening by everybody."""
    near = {Role.EDITOR, Role.HEAD, Role.SPECIALIST, Role.ADMINISTRATOR}
    return ("GET", "POST") if role in near else ("GET",)


def refused(answer):
    return answer.status_code in CLOSED or answer.status_code == 405


def test_strangers_are_sent_to_sign_in(things):
    def to_the_door(answer):
        # What the desk does not know leads to the desk's own door, which leads to ours.
        doors = (LOGIN, "/bien-tap/login/?next=/bien-tap/khong-co/")
        return answer.get("Location", "").startswith(doors) or answer.status_code in (403, 405)

    addresses = [*desk_addresses(things), *work_addresses(things)]

    assert walk(addresses, Client(), to_the_door) == []
    assert Client().get("/bien-tap/login/")["Location"].startswith(LOGIN)


@pytest.mark.parametrize("role", LET_IN)
def test_editors_and_heads_of_the_whole_tree_are_let_in(role, things):
    client = signed_in(role, make.province())
    page, photo = things["page"], things["photo"]
    section = Page.objects.get(slug="tin-co-so")
    named = {
        "wagtailadmin_home": [],
        "wagtailadmin_explore": [section.pk],
        "wagtailadmin_pages:edit": [page.pk],
        "wagtailadmin_pages:history": [page.pk],
        "wagtailadmin_pages:add": ["portal", "articlepage", section.pk],
        "wagtailimages:index": [],
        "wagtailimages:edit": [photo.pk],
        "wagtaildocs:index": [],
        "photo_blur": [photo.pk],
        "proofread": [page.pk],
        "wagtailadmin_reports:workflow": [],
    }
    addresses = [reverse(name, args=args) for name, args in named.items()]
    addresses += [
        reverse(name) for name in sorted(NEWSROOM) if name in ("stories:desk", "stories:fees", "stories:fee_works")
    ]
    story = sent(things["officer"])
    addresses += [story.get_absolute_url(), reverse("stories:fee_download")]

    found = {address: client.get(address).status_code for address in addresses}

    assert found == dict.fromkeys(addresses, 200)


def test_only_approvers_may_publish_and_nobody_there_changes_accounts_or_sites(things):
    editor, head = (signed_in(role, make.province()) for role in LET_IN)
    unpublish = reverse("wagtailadmin_pages:unpublish", args=[things["page"].pk])

    assert editor.get(unpublish).status_code in (302, 403)
    assert head.get(unpublish).status_code == 200
    for name in (
        "wagtailusers_users:index",
        "wagtailusers_groups:index",
        "wagtailsites:index",
        "wagtailadmin_workflows:index",
    ):
        try:
            address = reverse(name)
        except NoReverseMatch:
            continue
        assert [client.get(address).status_code for client in (editor, head)] in ([302, 302], [403, 403]), name
    assert (Workflow.objects.filter(active=True).count(), Task.objects.filter(active=True).count()) == (1, 1)


@pytest.mark.parametrize("name", ["page_types_usage", "page_types_usage_results", "aging_pages", "aging_pages_results"])
def test_reports_that_speak_of_code_are_closed_by_address_too(name, things):
    editor = signed_in(Role.EDITOR, make.province())

    assert editor.get(reverse(f"wagtailadmin_reports:{name}")).status_code == 404
    assert editor.get(reverse("wagtailadmin_reports:site_history")).status_code == 200


def test_an_ended_role_closes_the_desk_at_once(things):
    person = make.member(Role.EDITOR, make.province())
    client = Client()
    client.force_login(person)
    assert client.get(reverse("wagtailadmin_home")).status_code == 200

    person.memberships.update(ends="2020-12-31")

    assert client.get(reverse("wagtailadmin_home")).status_code == 403
    person.refresh_from_db()
    assert not person.groups.exists()


def test_the_rail_leads_to_the_desk_only_whom_it_lets_in(things):
    def desk_lines(role, unit):
        lines = dict(rail.groups_for(make.member(role, unit))).get("Cổng thông tin", [])
        return [label for label, *_ in lines if label in ("Tin bài gửi đến", "Trang biên tập", "Nhuận bút")]

    commune = things["officer"].held[0].unit
    assert desk_lines(Role.EDITOR, make.province()) == ["Tin bài gửi đến", "Trang biên tập", "Nhuận bút"]
    assert [desk_lines(role, commune) for role in Role] == [[]] * len(Role)
