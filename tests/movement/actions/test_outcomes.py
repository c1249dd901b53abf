"""Outcomes: one main, changed and removed only as their figures allow."""

from datetime import date
from decimal import Decimal

import pytest

from kheo.accounts.roles import Role
from kheo.audit.models import Event
from kheo.movement.actions import outcomes, progress
from kheo.movement.lifecycle.move import NotYet
from kheo.movement.models import Outcome
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def exemplar():
    return make.exemplar(unit=make.unit())


@pytest.fixture
def officer(exemplar):
    return make.member(Role.OFFICER, exemplar.unit)


def mains(exemplar) -> list[str]:
    return [outcome.name for outcome in exemplar.outcomes.filter(is_main=True)]


def test_first_outcome_is_the_main_one(exemplar, officer):
    outcomes.add(exemplar, by=officer, name=" Đất hiến ", measure="m²", target=Decimal(900))
    outcomes.add(exemplar, by=officer, name="Ngày công", measure="ngày công")

    assert (mains(exemplar), exemplar.outcomes.count()) == (["Đất hiến"], 2)
    event = Event.objects.first()
    assert event.verb == "outcome.add"
    assert event.changes == {
        "outcome": exemplar.outcomes.first().pk, "outcome_name": "Đất hiến", "is_main": True, "target": "900",
    }  # fmt: skip


def test_new_main_takes_the_place_of_the_former(exemplar, officer):
    make.outcome(exemplar)
    outcomes.add(exemplar, by=officer, name="Ngày công", measure="ngày công", is_main=True)

    assert mains(exemplar) == ["Ngày công"]


def test_main_is_changed_once(exemplar, officer):
    former = make.outcome(exemplar)
    other = make.outcome(exemplar, name="Ngày công", is_main=False)

    outcomes.make_main(other, by=officer)
    outcomes.make_main(other, by=officer)

    assert mains(exemplar) == ["Ngày công"]
    assert [event.changes for event in Event.objects.all()] == [{"main": [former.pk, other.pk]}]


def test_main_is_chosen_where_there_was_none(exemplar, officer):
    other = make.outcome(exemplar, is_main=False)

    outcomes.make_main(other, by=officer)

    assert Event.objects.get().changes == {"main": [None, other.pk]}


def test_change_is_told_before_and_after_and_idle_change_is_not(exemplar, officer):
    outcome = make.outcome(exemplar)

    outcomes.write(outcome, by=officer, target=Decimal(1000), name="Đất hiến ")
    outcomes.write(outcome, by=officer, target=Decimal(1000))

    event = Event.objects.get()
    assert (event.verb, event.changes) == ("outcome.write", {"outcome": outcome.pk, "target": ["900.00", "1000"]})


def test_change_of_ledger_books_the_figures_again(exemplar, officer):
    outcome = make.outcome(exemplar)
    progress.write(exemplar, by=officer, on=date(2026, 3, 1), figures={outcome: Decimal(700)})

    outcomes.write(outcome, by=officer, resource="land")
    assert [(row.kind, row.amount) for row in exemplar.contributions.all()] == [("land", Decimal(700))]

    outcomes.write(outcome, by=officer, resource="")
    assert not exemplar.contributions.exists()


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({"name": ""}, "Kết quả cần có điều sẽ đếm và đơn vị tính."),
        ({"measure": " "}, "Kết quả cần có điều sẽ đếm và đơn vị tính."),
        ({"target": Decimal(-1)}, "Chỉ tiêu và số ban đầu của “Đất hiến” không thể âm."),
        ({"baseline": Decimal(-1)}, "Chỉ tiêu và số ban đầu của “Đất hiến” không thể âm."),
        (
            {"measure": "km", "resource": "land"},
            "Đơn vị tính “km” không ghi được vào sổ “Đất (m²)”. Hãy dùng “m²” hoặc bỏ chọn sổ nguồn lực.",
        ),
        (
            {"is_level": True, "resource": "land"},
            "“Đất hiến” lấy số mới nhất nên không ghi vào sổ nguồn lực được; hãy chọn một trong hai.",
        ),
    ],
)
def test_outcome_that_cannot_be_counted_is_refused(exemplar, officer, facts, sentence):
    with pytest.raises(NotYet) as reason:
        outcomes.add(exemplar, by=officer, **{"name": "Đất hiến", "measure": "m²", **facts})

    assert str(reason.value) == sentence
    assert (Outcome.objects.count(), Event.objects.count()) == (0, 0)


def test_measure_stays_once_figures_are_written(exemplar, officer):
    outcome = make.outcome(exemplar)
    progress.write(exemplar, by=officer, on=date(2026, 3, 1), figures={outcome: Decimal(700)})

    with pytest.raises(NotYet) as reason:
        outcomes.write(outcome, by=officer, measure="ha")

    assert str(reason.value) == "“Đất hiến” đã có số liệu ghi theo “m²”; không đổi đơn vị tính được nữa."


def test_removal_is_refused_while_it_counts_and_for_the_main_one(exemplar, officer):
    main, other = make.outcome(exemplar), make.outcome(exemplar, name="Ngày công", is_main=False)
    progress.write(exemplar, by=officer, on=date(2026, 3, 1), figures={other: Decimal(7)})
    third = make.outcome(exemplar, name="Đường", is_main=False)

    with pytest.raises(NotYet, match="“Ngày công” đã có số thực hiện, không bỏ được"):
        outcomes.remove(other, by=officer)
    with pytest.raises(NotYet, match="“Đất hiến” đang là kết quả chính"):
        outcomes.remove(main, by=officer)
    outcomes.remove(third, by=officer)

    assert [outcome.name for outcome in exemplar.outcomes.all()] == ["Đất hiến", "Ngày công"]


def test_unknown_fact_is_a_mistake_of_ours(exemplar, officer):
    with pytest.raises(TypeError):
        outcomes.add(exemplar, by=officer, name="Đất", measure="m²", actual=Decimal(1))
