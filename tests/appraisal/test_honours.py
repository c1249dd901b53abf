"""The honours day of a decision: planned in an order of its own, its papers drawn from the list."""

from datetime import datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from kheo.accounts.move import NotYet
from kheo.accounts.roles import Role
from kheo.appraisal.actions import honours
from kheo.appraisal.models import HonoursDay
from kheo.appraisal.queries import honours as queries
from kheo.audit.models import Event
from kheo.documents.honours import Guest
from tests import make
from tests.appraisal.test_printing import decided

pytestmark = pytest.mark.django_db
NAMES = ("Hoa", "An", "Bình")


def planned(batch, *, order=(), by=None, **facts):
    by = by or make.member(Role.SPECIALIST, batch.unit)
    defaults = {"title": "Hội nghị biểu dương", "where": "hội trường xã", "starts_at": timezone.now()}
    return honours.plan(batch, by=by, order=order, **{**defaults, **facts})


def test_the_order_of_award_is_its_own_and_the_list_stays():
    batch = decided(NAMES)
    items = list(batch.items.order_by("position"))

    day = planned(batch, order=[items[2].pk, items[0].pk])

    assert [one.name for one in queries.ceremony_of(day).honoured] == ["Bình", "Hoa", "An"]
    assert [str(item.nomination.exemplar) for item in batch.items.order_by("position")] == list(NAMES)


def test_planning_again_replaces_what_was_said():
    batch = decided(NAMES)

    first, second = planned(batch), planned(batch, where="nhà văn hóa", guests="Ông A, Bí thư\n\nBà B")

    assert (first.pk, HonoursDay.objects.count(), second.where) == (second.pk, 1, "nhà văn hóa")
    assert queries.guests_in(second.guests) == (Guest("Ông A", "Bí thư"), Guest("Bà B"))
    event = Event.objects.order_by("-number").first()
    assert (event.verb, event.changes["guests"]) == ("honoursday.plan", 3)
    assert "Ông A" not in str(event.changes)


def test_there_is_no_day_before_the_decision_nor_for_a_stranger():
    batch = decided(NAMES)
    with pytest.raises(PermissionDenied):
        planned(batch, by=make.member(Role.OFFICER, batch.unit))
    type(batch).objects.filter(pk=batch.pk).update(stage="listing")
    with pytest.raises(NotYet, match="Chưa có quyết định"):
        planned(batch)
    assert not HonoursDay.objects.exists()


def test_a_person_who_did_not_agree_is_honoured_without_a_story():
    batch = decided(NAMES[:2])
    for name, bearer in (("Hoa", "person"), ("An", "group")):
        item = batch.items.get(nomination__exemplar__name=name)
        exemplar = item.nomination.exemplar
        exemplar.bearer, exemplar.summary = bearer, f"Chuyện của {name}"
        exemplar.save()

    told = {one.name: one.story for one in queries.ceremony_of(planned(batch)).honoured}

    assert told == {"Hoa": "", "An": "Chuyện của An"}


def test_what_was_annulled_is_honoured_no_more():
    batch = decided(NAMES)
    first = batch.items.order_by("position").first().recognition
    type(first).objects.filter(pk=first.pk).update(annulled_on="2026-11-01", annulled_by_decision="51")

    assert [one.name for one in queries.ceremony_of(planned(batch)).honoured] == ["An", "Bình"]


@pytest.mark.parametrize("key", queries.PAPERS)
def test_every_paper_of_the_day_is_drawn(key):
    paper = queries.PAPERS[key]
    at = timezone.make_aware(datetime(2026, 10, 15, 7, 30))
    day = planned(decided(NAMES), guests="Nguyễn Văn Quyết, Bí thư", starts_at=at)

    content = paper.draw(queries.ceremony_of(day))

    assert content.startswith({"pdf": b"%PDF", "docx": b"PK"}[paper.suffix])


def test_without_guests_there_are_neither_invitations_nor_signs():
    keys = [key for key, _ in queries.papers_for(planned(decided(NAMES)))]

    assert set(queries.PAPERS) - set(keys) == {"giay-moi", "bien-ten"}
