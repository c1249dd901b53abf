"""The trail is read in Vietnamese: every verb has its words, and no code of a field stands on the page."""

import ast

import pytest

from kheo.accounts import trail
from kheo.accounts.actions import people
from kheo.accounts.roles import Role
from kheo.audit.models import Event, erase_personal, record
from tests import make
from tests.house.sources import python

from .words import foreign_words


def recorded_verbs():
    calls = (node for _, tree in python("kheo") for node in ast.walk(tree) if isinstance(node, ast.Call))
    called = (call for call in calls if isinstance(call.func, ast.Name) and call.func.id == "record" and call.args)
    verbs = (call.args[0] for call in called)
    return {verb.value for verb in verbs if isinstance(verb, ast.Constant)}


def test_every_verb_that_is_recorded_has_its_words():
    assert recorded_verbs() - set(dict(trail.verb_choices())) == set()


def test_the_words_are_vietnamese():
    assert foreign_words(" ".join(dict(trail.verb_choices()).values())) == set()


@pytest.mark.django_db
def test_a_line_tells_who_did_what_to_whom_in_words():
    place = make.unit("xã Ái Tử")
    boss = make.member(Role.ADMINISTRATOR, place, full_name="Lê Văn Quản")
    person = make.member(Role.OFFICER, place, full_name="Trần Thị Bình")
    people.put_right(person, by=boss, full_name="Trần Thị Bình An", phone="0912345678")

    line = trail.lines(list(Event.objects.all()))[0]

    assert (line.who, line.text, line.subject) == ("Lê Văn Quản", "Sửa họ tên, số điện thoại", "Trần Thị Bình An")
    assert line.changes == [("họ và tên", None, "Trần Thị Bình An"), ("số điện thoại", None, "0912345678")]


@pytest.mark.django_db
def test_an_erased_value_is_said_to_be_erased():
    boss = make.user()
    person = make.user()
    record("person.put_right", person, by=boss, personal={"full_name": "Tên Cũ"})

    erase_personal(person, by=boss, note="Đơn số 1")

    lines = trail.lines(list(Event.objects.order_by("number")))
    assert lines[0].changes == [("họ và tên", None, "(đã xóa theo yêu cầu)")]
    assert lines[1].changes == [("số giá trị đã xóa", None, "1")]


@pytest.mark.django_db
def test_stages_and_days_read_as_people_write_them():
    registration = make.registration()
    record("registration.file", registration, by=None, stage=["drafting", "filed"], due_on="2026-12-01", secret_code=5)

    line = trail.lines(list(Event.objects.all()))[0]

    assert line.who == "Hệ thống"
    assert line.changes == [("bước", "Đang soạn", "Chờ rà soát"), ("hạn xử lý", None, "01/12/2026")]


@pytest.mark.django_db
def test_what_is_gone_is_said_to_be_gone():
    person = make.user()
    record("person.enable", person, by=None)
    gone = Event(subject_type="accounts.nothing", subject_id="1", verb="x", changes={})

    assert trail.subject_of(gone) is None
    assert trail.subject_name("accounts.user:999999") == "(không còn)"
    assert trail.subject_name(f"accounts.user:{person.pk}") == "Nguyễn Văn An"


@pytest.mark.django_db
@pytest.mark.parametrize("number", [1, 3])
def test_lines_cost_the_same_for_one_event_and_for_many(number, django_assert_num_queries):
    for _ in range(number):
        held = make.membership(make.user(), Role.OFFICER, make.unit())
        record("membership.grant", held, by=make.user(), personal={"full_name": "Tên"})
    events = Event.objects.select_related("by").prefetch_related("personal")

    with django_assert_num_queries(3):
        trail.lines(list(events))
