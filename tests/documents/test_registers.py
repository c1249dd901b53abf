"""Number registers: how they count, what they refuse, and that no number is lost or given twice."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from kheo.accounts.move import NotYet
from kheo.accounts.roles import Role
from kheo.audit.models import Event
from kheo.documents import queries
from kheo.documents.actions import issuing, numbers, registers
from kheo.documents.models import NumberRegister, RegisterEntry, RegisterLine, numeral
from tests import make

pytestmark = pytest.mark.django_db
DAY = date(2026, 10, 9)


@pytest.fixture
def unit():
    return make.unit()


@pytest.fixture
def clerk(unit):
    return make.member(Role.SPECIALIST, unit)


@pytest.fixture
def party(unit):
    return make.number_register(unit=unit)


def state(unit, **facts):
    return make.number_register(unit=unit, form="state", starts=date(2025, 1, 1), ends=None, **facts)


def take(register, by, kind="submission", on=DAY, **facts):
    return numbers.take(register, kind=kind, on=on, by=by, **facts).said


def refused(act, sentence):
    before = RegisterEntry.objects.count(), list(RegisterLine.objects.values()), Event.objects.count()
    with pytest.raises((NotYet, PermissionDenied), match=sentence):
        act()
    assert (RegisterEntry.objects.count(), list(RegisterLine.objects.values()), Event.objects.count()) == before


def test_a_party_register_counts_each_type_through_the_term(party, clerk):
    taken = [
        take(party, clerk, on=date(2025, 12, 30)),
        take(party, clerk, "decision", on=date(2025, 12, 31)),
        take(party, clerk, on=date(2026, 1, 2)),
        take(party, clerk, "decision", on=date(2026, 1, 2)),
    ]

    assert taken == ["01", "01", "02", "02"]


def test_announcements_and_notices_of_conclusions_share_the_type_that_they_share_on_paper(party, clerk):
    assert [take(party, clerk, "announcement"), take(party, clerk, "conclusion_notice")] == ["01", "02"]


def test_a_register_of_the_state_begins_anew_each_year(unit, clerk):
    register = state(unit, by_type=False)

    taken = [take(register, clerk, kind, on) for kind, on in [
        ("submission", date(2025, 12, 31)), ("decision", date(2025, 12, 31)), ("decision", date(2026, 1, 2)),
    ]]  # fmt: skip

    assert taken == ["01", "02", "01"]


def test_a_register_of_the_state_may_count_each_type_by_itself(unit, clerk):
    register = state(unit)

    assert [take(register, clerk, kind) for kind in ("submission", "decision", "decision")] == ["01", "01", "02"]


@pytest.mark.parametrize(("number", "said"), [(1, "01"), (9, "09"), (10, "10"), (1234, "1234")])
def test_numbers_are_written_from_01(number, said):
    assert numeral(number) == said


def test_a_number_leaves_its_line_its_entry_and_its_event(party, clerk):
    take(party, clerk, title="Tờ trình về đường hoa")

    entry = RegisterEntry.objects.get()
    event = Event.objects.order_by("number").last()
    assert (entry.number, entry.code, entry.on, entry.title, entry.taken_by) == (
        1, "TTr", DAY, "Tờ trình về đường hoa", clerk,
    )  # fmt: skip
    assert (event.verb, event.changes["number"], event.unit_id) == ("numberregister.take", "01", party.unit_id)


def test_a_day_before_the_last_number_is_refused_and_put_in_by_hand_with_a_reason(party, clerk):
    take(party, clerk, on=date(2026, 10, 5))
    take(party, clerk, on=DAY)
    early = date(2026, 10, 7)

    refused(lambda: take(party, clerk, on=early), "Số 02 đã lấy cho ngày 09/10/2026.*chèn số, ví dụ 02a")
    entry = numbers.insert(party, kind="submission", on=early, said="1 A", reason="đến sau", title="Đến sau", by=clerk)

    assert (entry.said, entry.reason, take(party, clerk)) == ("01a", "đến sau", "03")
    assert queries.register_lines(party)[0].inserted == 1
    assert Event.objects.filter(verb="numberregister.insert").get().note == "đến sau"


@pytest.mark.parametrize(
    ("said", "reason", "sentence"),
    [
        ("1a", " ", "Cần ghi lý do"),
        ("9a", "đến sau", "Chưa có số 09"),
        ("0a", "đến sau", "Chưa có số 00"),
        ("12", "đến sau", "một chữ cái"),
        ("a1", "đến sau", "một chữ cái"),
        ("1b", "đến sau", "Số 01b đã có"),
    ],
)
def test_an_insertion_is_refused_with_a_sentence(party, clerk, said, reason, sentence):
    take(party, clerk)
    numbers.insert(party, kind="submission", on=DAY, said="1b", reason="đến sau", by=clerk)

    refused(lambda: numbers.insert(party, kind="submission", on=DAY, said=said, reason=reason, by=clerk), sentence)


@pytest.mark.parametrize(
    ("kind", "on", "sentence"),
    [
        ("submission", date(2025, 6, 30), "không thuộc sổ này"),
        ("submission", date(2030, 7, 1), "không thuộc sổ này"),
        ("submission", date(2029, 1, 1), "chưa tới"),
        ("list", DAY, "không mang số"),
    ],
)
def test_taking_is_refused_with_a_sentence(party, clerk, kind, on, sentence):
    refused(lambda: take(party, clerk, kind, on), sentence)


def test_nobody_without_the_permission_takes_inserts_or_sets_up(party, clerk, unit):
    take(party, clerk)
    for by in (make.member(Role.STANDING, unit), make.member(Role.HEAD, make.unit())):
        refused(lambda by=by: take(party, by), "chưa được giao quyền")
        refused(
            lambda by=by: numbers.insert(party, kind="submission", on=DAY, said="1a", reason="x", by=by),
            "chưa được giao",
        )
        refused(lambda by=by: numbers.begin_after(party, kind="decision", year=2026, last=5, by=by), "chưa được giao")
        refused(lambda by=by: registers.change(party, name="Khác", ends=party.ends, by=by), "chưa được giao quyền")


def test_numbers_used_before_are_counted_on_from(party, clerk):
    line = numbers.begin_after(party, kind="submission", year=2026, last=56, by=clerk)

    assert (line.next, take(party, clerk)) == ("57", "57")
    shown = queries.register_lines(party)[0]
    assert (shown.taken, shown.missing) == (1, ())
    refused(lambda: numbers.begin_after(party, kind="submission", year=2026, last=60, by=clerk), "Đã lấy số đến 57")


def test_a_number_that_is_gone_from_the_register_is_told(party, clerk):
    for _ in range(4):
        take(party, clerk)
    RegisterEntry.objects.filter(number__in=[2, 3]).delete()

    assert queries.register_lines(party)[0].missing == (2, 3)


def test_issuing_takes_the_number_and_ties_the_paper_to_it(unit, party, clerk):
    take(party, clerk)
    row = make.paper_record(unit=unit, by=clerk)

    row = issuing.issue(row, on=DAY, signer="Lê Quang Vinh", register=party, by=clerk)

    assert (row.number, row.symbol, row.entry.register, row.entry.title) == ("02", "02-TTr/ĐU", party, row.title)
    with pytest.raises(NotYet, match="lấy từ sổ"):
        issuing.correct(row, number="03", on=DAY, signer="A", signer_title="", note="x", by=clerk)


def test_an_issue_that_fails_leaves_no_gap(unit, party, clerk):
    row = make.paper_record(unit=unit, by=clerk)

    refused(lambda: issuing.issue(row, on=DAY, signer="", register=party, by=clerk), "Chưa ghi người ký")
    with pytest.raises(RuntimeError):
        issue_and_fall(row, party, clerk)

    row.refresh_from_db()
    assert (row.stage, row.number, take(party, clerk)) == ("drafted", "", "01")


@transaction.atomic
def issue_and_fall(row, register, by):
    issuing.issue(row, on=DAY, signer="Lê Quang Vinh", register=register, by=by)
    raise RuntimeError("the caller's own act falls after the number was taken")


def test_a_register_of_others_or_of_the_other_form_gives_no_number(unit, clerk):
    row = make.paper_record(unit=unit, by=clerk)
    for register in (make.number_register(), state(unit)):
        refused(
            lambda register=register: issuing.issue(row, on=DAY, signer="A", register=register, by=clerk),
            "không phải của đơn vị",
        )


def set_up(unit, by, **facts):
    plain = {"form": "party", "name": "Sổ đi", "starts": date(2025, 7, 1), "ends": date(2030, 6, 30), "by_type": True}
    return registers.set_up(unit=unit, by=by, **{**plain, **facts})


def test_registers_of_one_form_do_not_overlap_and_others_may(unit, clerk):
    set_up(unit, clerk)
    set_up(unit, clerk, form="state", ends=None, by_type=False)
    set_up(unit, clerk, starts=date(2030, 7, 1), ends=date(2035, 6, 30))

    refused(lambda: set_up(unit, clerk, starts=date(2030, 6, 30)), "đã có sổ “Sổ đi”")
    refused(lambda: set_up(unit, clerk, form="state", starts=date(2027, 1, 1), ends=None), "đã có sổ")
    refused(lambda: set_up(unit, clerk, starts=date(2040, 1, 1), ends=None), "cần ghi cả ngày đầu và ngày cuối")
    refused(lambda: set_up(unit, clerk, starts=date(2040, 2, 1), ends=date(2040, 1, 1)), "Ngày cuối phải sau")
    assert NumberRegister.objects.count() == 3


def test_a_party_register_always_counts_each_type_by_itself(unit, clerk):
    assert set_up(unit, clerk, by_type=False).by_type is True


def test_a_register_is_renamed_and_not_ended_before_a_number_that_was_taken(party, clerk):
    take(party, clerk)

    changed = registers.change(party, name=" Sổ đi 2025 ", ends=DAY, by=clerk)

    assert (changed.name, changed.ends) == ("Sổ đi 2025", DAY)
    refused(
        lambda: registers.change(party, name="Sổ", ends=date(2026, 10, 8), by=clerk), "Số 01 đã lấy cho ngày 09/10/2026"
    )


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("register_party_by_type_and_term", {"by_type": False}),
        ("register_party_by_type_and_term", {"ends": None}),
        ("register_ends_after_its_start", {"ends": date(2020, 1, 1)}),
    ],
)
def test_the_database_itself_refuses_a_register_that_cannot_be(party, name, values):
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        NumberRegister.objects.filter(pk=party.pk).update(**values)


def test_the_database_itself_refuses_a_number_twice_and_an_insertion_without_reason(party, clerk):
    take(party, clerk)
    plain = {"register": party, "code": "TTr", "type_code": "TTr", "on": DAY, "title": "x", "taken_by": clerk}
    for facts in ({"number": 1}, {"number": 1, "suffix": "a"}, {"number": 0}):
        with pytest.raises(IntegrityError), transaction.atomic():
            RegisterEntry.objects.create(**plain, **facts)
