"""A number typed once: figures of notes become the outcome's actual and a row of the ledger, and follow corrections."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from kheo.accounts.roles import Role
from kheo.audit.models import Event
from kheo.movement.actions import contributions, outcomes, progress
from kheo.movement.lifecycle.move import NotYet
from kheo.movement.models import Contribution, Progress
from tests import make

pytestmark = pytest.mark.django_db

MARCH, JUNE = date(2026, 3, 1), date(2026, 6, 1)


@pytest.fixture
def exemplar():
    return make.exemplar(unit=make.unit("xã Triệu Bình"))


@pytest.fixture
def officer(exemplar):
    return make.member(Role.OFFICER, exemplar.unit)


def reached(outcome):
    outcome.refresh_from_db()
    return outcome.actual, outcome.actual_on


def ledger(exemplar):
    rows = exemplar.contributions.order_by("on", "pk")
    return [(row.kind, row.amount, row.measure, row.on) for row in rows]


def test_figures_add_up_to_the_actual_and_are_booked(exemplar, officer):
    land = make.outcome(exemplar, resource="land", baseline=50)

    progress.write(exemplar, by=officer, on=JUNE, note="Xong đoạn cuối.", figures={land: Decimal(300)})
    progress.write(exemplar, by=officer, on=MARCH, note="Họp dân.", figures={land: Decimal("700.5")})

    assert reached(land) == (Decimal("1000.5"), JUNE)
    assert ledger(exemplar) == [("land", Decimal("700.5"), "m²", MARCH), ("land", Decimal(300), "m²", JUNE)]


def test_one_note_leaves_one_event(exemplar, officer):
    land, road = make.outcome(exemplar, resource="land"), make.outcome(exemplar, name="Đường", is_main=False)
    figures = {land: Decimal(300), road: Decimal("1.5")}

    note = progress.write(exemplar, by=officer, on=JUNE, figures=figures, standard={"households": 56, "members": None})

    event = Event.objects.get()
    assert (event.verb, event.subject_id, event.unit_id, event.by) == (
        "progress.write", str(exemplar.pk), exemplar.unit_id, officer,
    )  # fmt: skip
    assert event.changes == {
        "progress": note.pk, "on": "2026-06-01", "gifts": 0, "households": [None, 56],
        "figures": {str(land.pk): "300", str(road.pk): "1.5"},
    }  # fmt: skip


def test_nothing_said_and_zero_are_kept_apart(exemplar, officer):
    land, road = make.outcome(exemplar), make.outcome(exemplar, name="Đường", is_main=False)

    progress.write(exemplar, by=officer, on=JUNE, figures={land: Decimal(0), road: None})

    assert (reached(land), reached(road)) == ((Decimal(0), JUNE), (None, None))


@pytest.mark.parametrize(
    ("resource", "measure", "booked", "in_measure"),
    [
        ("land", "ha", 15000, "m²"),
        ("land", "m2", "1.5", "m²"),
        ("money", "triệu đồng", 1500000, "đồng"),
        ("labour", "ngày", "1.5", "ngày công"),
        ("in_kind", "cây", "1.5", "cây"),
    ],
)
def test_figure_is_booked_in_the_measure_of_the_ledger(exemplar, officer, resource, measure, booked, in_measure):
    outcome = outcomes.add(exemplar, by=officer, name="Điều sẽ đếm", measure=measure, resource=resource)

    progress.write(exemplar, by=officer, on=JUNE, figures={outcome: Decimal("1.5")})

    assert ledger(exemplar) == [(resource, Decimal(booked), in_measure, JUNE)]


def test_level_takes_the_newest_figure_whatever_the_order_of_typing(exemplar, officer):
    rate = make.outcome(exemplar, name="Trả đúng hẹn", measure="%", is_level=True)

    progress.write(exemplar, by=officer, on=JUNE, figures={rate: Decimal(98)})
    progress.write(exemplar, by=officer, on=MARCH, figures={rate: Decimal(71)})

    assert reached(rate) == (Decimal(98), JUNE)


def test_actual_from_a_list_is_what_notes_add_to(exemplar, officer):
    land = make.outcome(exemplar, actual=500, actual_on=MARCH)

    note = progress.write(exemplar, by=officer, on=JUNE, figures={land: Decimal(100)})
    assert reached(land) == (Decimal(600), JUNE)

    progress.remove(note, by=officer, reason="Ghi nhầm")
    assert reached(land) == (Decimal(500), MARCH)


def test_correction_settles_outcome_and_ledger_again(exemplar, officer):
    land = make.outcome(exemplar, resource="land")
    road = make.outcome(exemplar, name="Đường", measure="km", is_main=False)
    note = progress.write(exemplar, by=officer, on=MARCH, note="Họp dân.", figures={land: Decimal(700)})
    Event.objects.all()._raw_delete("default")

    progress.correct(note, by=officer, on=JUNE, figures={land: Decimal(70), road: Decimal(2)})

    assert (reached(land), reached(road)) == ((Decimal(70), JUNE), (Decimal(2), JUNE))
    assert ledger(exemplar) == [("land", Decimal(70), "m²", JUNE)]
    event = Event.objects.get()
    assert (event.verb, event.changes["on"], event.changes["figures"]) == (
        "progress.correct", ["2026-03-01", "2026-06-01"],
        [{str(land.pk): "700.00"}, {str(land.pk): "70", str(road.pk): "2"}],
    )  # fmt: skip


def test_correction_takes_a_figure_out(exemplar, officer):
    land = make.outcome(exemplar, resource="land")
    note = progress.write(exemplar, by=officer, on=MARCH, note="Họp dân.", figures={land: Decimal(700)})

    progress.correct(note, by=officer, note="Họp dân lần một.", figures={land: None})

    note.refresh_from_db()
    assert (note.note, reached(land), ledger(exemplar)) == ("Họp dân lần một.", (None, None), [])


def test_correction_that_changes_nothing_leaves_no_event(exemplar, officer):
    land = make.outcome(exemplar)
    note = progress.write(exemplar, by=officer, on=MARCH, figures={land: Decimal(700)})
    before = Event.objects.count()

    progress.correct(note, by=officer)

    assert Event.objects.count() == before


def test_removal_takes_figures_and_gifts_along(exemplar, officer):
    land = make.outcome(exemplar, resource="land")
    gift = {"kind": "money", "amount": Decimal(5), "measure": "triệu đồng", "donors": "12 hộ"}
    progress.write(exemplar, by=officer, on=MARCH, figures={land: Decimal(700)})
    note = progress.write(exemplar, by=officer, on=JUNE, figures={land: Decimal(300)}, gifts=[gift])
    assert ledger(exemplar)[1:] == [("land", Decimal(300), "m²", JUNE), ("money", Decimal(5000000), "đồng", JUNE)]

    progress.remove(note, by=officer, reason="Ghi hai lần.")

    assert (reached(land), ledger(exemplar)) == ((Decimal(700), MARCH), [("land", Decimal(700), "m²", MARCH)])
    event = Event.objects.order_by("number").last()
    assert (event.verb, event.note, event.changes["figures"]) == (
        "progress.remove", "Ghi hai lần.", {str(land.pk): "300.00"},
    )  # fmt: skip


def test_standard_figures_are_today_s_and_replace_the_former(exemplar, officer):
    exemplar.households = 40
    exemplar.save()

    progress.write(exemplar, by=officer, note="Thêm hộ.", standard={"households": 56, "beneficiaries": None})
    progress.write(exemplar, by=officer, note="Vẫn vậy.", standard={"households": 56})

    exemplar.refresh_from_db()
    assert (exemplar.households, exemplar.beneficiaries) == (56, None)
    with pytest.raises(TypeError):
        progress.write(exemplar, by=officer, note="?", standard={"stage": 1})


def refusals():
    tomorrow = timezone.localdate() + timedelta(days=1)
    return [
        (lambda own, other: {}, "Hãy ghi một câu đã làm được gì, hoặc ít nhất một con số."),
        (lambda own, other: {"on": tomorrow, "note": "Xong."}, "Ngày ghi tiến độ không thể sau hôm nay."),
        (
            lambda own, other: {"figures": {own: Decimal(-1)}},
            "Số ghi cho “Đất hiến” không thể âm; nếu ghi nhầm, hãy sửa phiếu trước đó.",
        ),
        (lambda own, other: {"figures": {other: Decimal(1)}}, "“Đất hiến” không phải là kết quả của mô hình này."),
        (
            lambda own, other: {"gifts": [{"kind": "gold", "amount": Decimal(1)}]},
            "Hãy chọn loại nguồn lực: tiền, đất, ngày công hay hiện vật.",
        ),
    ]


@pytest.mark.parametrize(("given", "sentence"), refusals())
def test_note_is_refused_with_a_sentence_and_nothing_changes(exemplar, officer, given, sentence):
    own, other = make.outcome(exemplar, resource="land"), make.outcome(make.exemplar())

    with pytest.raises(NotYet) as reason:
        progress.write(exemplar, by=officer, **given(own, other))

    assert str(reason.value) == sentence
    assert (Progress.objects.count(), Contribution.objects.count(), Event.objects.count()) == (0, 0, 0)
    assert reached(own) == (None, None)


def test_removal_needs_a_reason(exemplar, officer):
    note = progress.write(exemplar, by=officer, note="Họp dân.")

    with pytest.raises(NotYet, match="Cần ghi lý do bỏ phiếu tiến độ"):
        progress.remove(note, by=officer, reason=" ")

    assert Progress.objects.count() == 1


def test_file_merged_away_takes_no_more_notes(officer, exemplar):
    gone = make.exemplar(unit=exemplar.unit, stage="merged", merged_into=exemplar)

    with pytest.raises(NotYet) as reason:
        progress.write(gone, by=officer, note="Họp dân.")

    assert str(reason.value) == f"Hồ sơ này đã gộp vào “{exemplar}”; hãy ghi ở hồ sơ đó."


def test_stranger_writes_nothing(exemplar):
    stranger = make.member(Role.OFFICER, make.unit())

    with pytest.raises(PermissionDenied):
        progress.write(exemplar, by=stranger, note="Họp dân.")

    assert Progress.objects.count() == 0


def test_gift_is_entered_in_the_ledger_with_its_donors(exemplar, officer):
    row = contributions.enter(
        exemplar, by=officer, kind="in_kind", amount=Decimal(120), measure="bao", description="Xi măng",
        donors="Hội đồng hương", on=MARCH,
    )  # fmt: skip

    assert (row.kind, row.amount, row.measure, row.description, row.donors) == (
        "in_kind", Decimal(120), "bao", "Xi măng", "Hội đồng hương",
    )  # fmt: skip
    assert Event.objects.get().changes == {"contribution": row.pk, "resource": "Hiện vật", "amount": "120"}


def test_named_donor_stays_out_of_the_plain_trail(exemplar, officer):
    contributions.enter(
        exemplar, by=officer, kind="money", amount=Decimal(1), measure="triệu đồng", donors="Bà Lê Thị Sáu",
        names_consented=True,
    )  # fmt: skip

    event = Event.objects.get()
    assert list(event.changes["donors"]) == ["digest"]
    assert [value.value for value in event.personal.all()] == ["Bà Lê Thị Sáu"]


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({"kind": "land", "amount": Decimal(-1)}, "Số lượng đóng góp phải là số từ 0 trở lên."),
        ({"kind": "land", "amount": None}, "Số lượng đóng góp phải là số từ 0 trở lên."),
        ({"kind": "in_kind", "amount": Decimal(1)}, "Với hiện vật, hãy ghi là vật gì và đơn vị tính."),
        (
            {"kind": "land", "amount": Decimal(1), "measure": "km"},
            "Đơn vị tính “km” không ghi được vào sổ “Đất (m²)”. Hãy dùng “m²” hoặc bỏ chọn sổ nguồn lực.",
        ),
        (
            {"kind": "money", "amount": Decimal(1), "measure": "1 2 3"},
            "Đơn vị tính “1 2 3” không ghi được vào sổ “Tiền (đồng)”. Hãy dùng “đồng” hoặc bỏ chọn sổ nguồn lực.",
        ),
        ({"kind": "land", "amount": Decimal(1), "on": date(2099, 1, 1)}, "Ngày đóng góp không thể sau hôm nay."),
    ],
)
def test_gift_is_refused_with_a_sentence(exemplar, officer, facts, sentence):
    with pytest.raises(NotYet) as reason:
        contributions.enter(exemplar, by=officer, **facts)

    assert str(reason.value) == sentence
    assert (Contribution.objects.count(), Event.objects.count()) == (0, 0)


def test_row_of_the_ledger_is_taken_off_unless_it_is_a_figure(exemplar, officer):
    land = make.outcome(exemplar, resource="land")
    progress.write(exemplar, by=officer, on=MARCH, figures={land: Decimal(700)})
    gift = contributions.enter(exemplar, by=officer, kind="money", amount=Decimal(10**6))

    contributions.remove(gift, by=officer)
    with pytest.raises(NotYet, match="Dòng này là số liệu của một phiếu tiến độ; hãy sửa ở phiếu đó"):
        contributions.remove(exemplar.contributions.get(), by=officer)

    assert ledger(exemplar) == [("land", Decimal(700), "m²", MARCH)]
