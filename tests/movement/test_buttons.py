"""Both lives as the user sees them: who finds which buttons at which stage, written out whole."""

import pytest

from kheo.accounts.roles import Role
from kheo.movement.actions import exemplars, registrations
from kheo.movement.lifecycle.exemplar import ExemplarStage as E
from kheo.movement.lifecycle.registration import RegistrationStage as R
from tests import make

pytestmark = pytest.mark.django_db

# fmt: off
REGISTRATION = {
    #             officer  leader of the unit  specialist and head
    R.DRAFTING:  ("",      "file drop",        ""),
    R.FILED:     ("",      "drop",             "send_back list refuse"),
    R.RETURNED:  ("",      "file drop",        ""),
    R.LISTED:    ("",      "",                 ""),
    R.REFUSED:   ("",      "",                 ""),
    R.DROPPED:   ("",      "",                 ""),
}
EXEMPLAR = {
    #             officer  leader of the unit     specialist and head
    E.NEW:       ("",      "launch stop",         "stop merge"),
    E.RUNNING:   ("",      "pause complete stop", "pause complete stop merge"),
    E.PAUSED:    ("",      "resume stop",         "resume stop merge"),
    E.COMPLETED: ("",      "",                    "restore merge"),
    E.STOPPED:   ("",      "",                    "restore merge"),
    E.MERGED:    ("",      "",                    ""),
}
# fmt: on
COLUMNS = {Role.OFFICER: 0, Role.UNIT_LEADER: 1, Role.SPECIALIST: 2, Role.HEAD: 2}


def names(moves) -> str:
    return " ".join(move.name for move in moves)


def buttons(table, stage, role) -> str:
    return table[stage][COLUMNS[role]] if role in COLUMNS else ""


def person(role, unit):
    return make.member(role, unit)


def at_stage(stage, unit):
    merged = {"merged_into": make.exemplar(unit=unit)} if stage == E.MERGED else {}
    return make.exemplar(unit=unit, stage=stage, **merged)


@pytest.mark.parametrize("role", Role)
def test_registration_shows_each_role_its_buttons(role):
    commune, round_ = make.unit(), make.round()
    someone = person(role, commune)

    seen = {
        stage: names(registrations.open_moves(make.registration(make.exemplar(unit=commune), round=round_, stage=stage), someone))
        for stage in R
    }  # fmt: skip

    assert seen == {stage: buttons(REGISTRATION, stage, role) for stage in R}


@pytest.mark.parametrize("role", Role)
def test_exemplar_shows_each_role_its_buttons(role):
    commune = make.unit()
    someone = person(role, commune)

    seen = {stage: names(exemplars.open_moves(at_stage(stage, commune), someone)) for stage in E}

    assert seen == {stage: buttons(EXEMPLAR, stage, role) for stage in E}


@pytest.mark.parametrize("role", [Role.UNIT_LEADER, Role.SPECIALIST])
def test_no_button_is_open_in_a_unit_beside(role):
    stranger = person(role, make.unit())
    exemplar = make.exemplar(stage=E.RUNNING)
    registration = make.registration(exemplar, stage=R.FILED)

    assert registrations.open_moves(registration, stranger) == []
    assert exemplars.open_moves(exemplar, stranger) == []


def test_officer_files_where_the_round_lets_officers():
    commune = make.unit()
    officer = person(Role.OFFICER, commune)
    open_round = make.round(officer_may_file=True)

    seen = {
        stage: names(
            registrations.open_moves(
                make.registration(make.exemplar(unit=commune), round=open_round, stage=stage), officer
            )
        )
        for stage in R
    }

    assert seen == {
        R.DRAFTING: "file", R.FILED: "", R.RETURNED: "file", R.LISTED: "", R.REFUSED: "", R.DROPPED: "",
    }  # fmt: skip
