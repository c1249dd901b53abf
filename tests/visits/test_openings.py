"""What an older counter stood at is shown beside what we count, put by somebody, once a key."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.urls import reverse

from kheo.accounts.roles import Role
from kheo.audit.models import Event
from kheo.visits import queries
from kheo.visits.actions.openings import open_balance
from kheo.visits.models import LARGEST_OPENING, Opening
from tests import make

pytestmark = pytest.mark.django_db
FACTS = {"label": "Cổng cũ", "on": date(2026, 10, 31)}


@pytest.fixture
def admin():
    return make.member(Role.ADMINISTRATOR, make.unit())


def events():
    return [(event.verb, event.changes) for event in Event.objects.filter(verb__startswith="opening.")]


def test_the_sites_balance_carries_on(admin, hit):
    open_balance("site", 12_354_366, by=admin, **FACTS)
    hit("thu:12", at="2026-11-24 10:00")

    site = queries.site_total()

    assert (site.total, site.opening, site.counted, site.source.label) == (12_354_367, 12_354_366, 1, "Cổng cũ")


def test_a_pages_balance_is_among_its_views_and_not_among_the_sites(admin, hit):
    open_balance("thu:12", 312, by=admin, **FACTS)
    hit("thu:12", at="2026-11-24 10:00")

    assert queries.views_of(["thu:12", "thu:13"]) == {"thu:12": 313, "thu:13": 0}
    assert queries.site_total().total == 1
    assert queries.section_totals() == {"tin-co-so": 1}


def test_a_balance_is_once_a_key_and_its_change_leaves_an_event(admin):
    first = open_balance("site", 100, by=admin, **FACTS)
    open_balance("site", 100, by=admin, **FACTS)
    second = open_balance("site", 90, by=None, label="Cổng cũ", on=date(2026, 11, 1))

    assert first.pk == second.pk == Opening.objects.get().pk
    assert events() == [
        ("opening.add", {"amount": 100, "label": "Cổng cũ", "on": "2026-10-31"}),
        ("opening.change", {"amount": [100, 90], "on": ["2026-10-31", "2026-11-01"]}),
    ]


def test_whoever_has_not_been_given_it_may_not(hit):
    with pytest.raises(PermissionDenied, match="Ghi số dư lượt truy cập từ cổng cũ"):
        open_balance("site", 5, by=make.member(Role.EDITOR, make.unit()), **FACTS)

    assert (Opening.objects.count(), events()) == (0, [])


@pytest.mark.parametrize(("key", "amount"), [("", 1), ("bài:1", 1), ("site", -1), ("site", LARGEST_OPENING + 1)])
def test_what_cannot_be_is_refused(admin, key, amount):
    with pytest.raises(ValueError, match="Not a"):
        open_balance(key, amount, by=admin, **FACTS)


def test_the_database_holds_the_bounds_too():
    Opening.objects.create(key="site", amount=LARGEST_OPENING, **FACTS)
    with pytest.raises(IntegrityError), transaction.atomic():
        Opening.objects.create(key="thu:12", amount=LARGEST_OPENING + 1, **FACTS)
    with pytest.raises(IntegrityError), transaction.atomic():
        Opening.objects.create(key="site", amount=1, **FACTS)


def test_an_administrator_writes_it_as_people_write_numbers(admin, client):
    client.force_login(admin)
    form = {"amount": "12.354.367", "on": "31/10/2026", "label": "Cổng cũ"}
    answer = client.post(reverse("openings:site"), form, follow=True)

    assert "12.354.367 (Cổng cũ, tính đến 31/10/2026)" in answer.content.decode()
    assert Opening.objects.get().amount == 12_354_367


def test_a_form_says_what_is_wrong(admin, client):
    client.force_login(admin)
    answer = client.post(reverse("openings:site"), {"amount": "-3", "on": "31/13/2026", "label": ""})

    assert sorted(answer.context["form"].errors) == ["amount", "label", "on"]
    assert Opening.objects.count() == 0


def test_a_pages_balance_is_shown_by_its_title_and_changed(admin, client):
    opening = open_balance("thu:12", 312, by=admin, **FACTS)
    client.force_login(admin)

    listed = client.get(reverse("openings:list")).content.decode()
    client.post(reverse("openings:edit", args=[opening.pk]), {"amount": "300", "on": "1/10/2026", "label": "Cổng cũ"})

    assert "Bài mười hai" in listed
    assert "thu:12" not in listed
    assert queries.views_of(["thu:12"]) == {"thu:12": 300}
