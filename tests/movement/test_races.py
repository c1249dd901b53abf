"""Two at the same moment: one press acts, the other is told; nothing happens twice."""

from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from threading import Barrier

import pytest
from django.db import connections
from django.test import Client
from django.urls import reverse

from kheo.accounts.roles import Role
from kheo.audit.models import Event, breaks
from kheo.movement.actions import outcomes, progress, registrations
from kheo.movement.lifecycle.move import NotYet
from kheo.movement.models import Registration
from tests import make

pytestmark = pytest.mark.django_db(transaction=True)


def together(*acts) -> list:
    """What each act gave or was refused with, all begun at the same moment."""
    start = Barrier(len(acts))

    def run(act):
        try:
            start.wait(timeout=20)
            return act()
        except NotYet as reason:
            return str(reason)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(acts)) as pool:
        return [future.result(timeout=60) for future in [pool.submit(run, act) for act in acts]]


def verbs() -> list[str]:
    return [event.verb for event in Event.objects.all()]


def signed_in(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


def test_double_click_on_file_files_once():
    commune = make.unit()
    leader = make.member(Role.UNIT_LEADER, commune)
    exemplar = make.exemplar(unit=commune)
    make.outcome(exemplar)
    registration = make.registration(exemplar)
    address = reverse("movement:registration_advance", args=[registration.pk, "file"])
    clients = [signed_in(leader) for _ in range(2)]

    answers = together(*(lambda client=client: client.post(address, {"once": "dau-mot-lan"}) for client in clients))

    assert [answer.status_code for answer in answers] == [302, 302]
    assert verbs() == ["registration.file"]


def test_double_click_on_a_new_registration_makes_one():
    commune, round_ = make.unit(), make.round()
    clients = [signed_in(make_leader) for make_leader in [make.member(Role.UNIT_LEADER, commune)] * 2]
    rows = {f"{prefix}-{name}": "0" for prefix in ("others", "forces") for name in ("TOTAL_FORMS", "INITIAL_FORMS")}
    form = rows | {"name": "Đường", "unit": commune.pk, "round": round_.pk, "nature": "lasting", "once": "mot-lan"}
    address = reverse("movement:registration_new")

    together(*(lambda client=client: client.post(address, form) for client in clients))

    assert Registration.objects.count() == 1
    assert list(breaks()) == []


def test_two_specialists_list_and_refuse_at_once():
    registration = make.registration(make.exemplar(), stage="filed")
    one, other = [make.member(Role.SPECIALIST, make.province()) for _ in range(2)]

    together(
        lambda: registrations.advance(registration, "list", by=one),
        lambda: registrations.advance(registration, "refuse", by=other, note="Trùng."),
    )

    registration.refresh_from_db()
    made = {"registration.list": "listed", "registration.refuse": "refused"}
    assert [made[verb] for verb in verbs()] == [registration.stage]


def test_notes_written_at_once_all_count():
    exemplar = make.exemplar()
    land = make.outcome(exemplar, resource="land")
    officer = make.member(Role.OFFICER, exemplar.unit)

    def note(amount):
        return lambda: progress.write(exemplar, by=officer, note="Thêm.", figures={land: Decimal(amount)})

    together(*(note(amount) for amount in (1, 2, 4, 8)))

    land.refresh_from_db()
    assert (land.actual, exemplar.contributions.count()) == (Decimal(15), 4)
    assert list(breaks()) == []


def test_main_outcome_stays_one_when_two_choose_at_once():
    exemplar = make.exemplar()
    make.outcome(exemplar)
    rivals = [make.outcome(exemplar, name=name, is_main=False) for name in ("Ngày công", "Đường")]
    officer = make.member(Role.OFFICER, exemplar.unit)

    together(*(lambda outcome=outcome: outcomes.make_main(outcome, by=officer) for outcome in rivals))

    assert exemplar.outcomes.filter(is_main=True).count() == 1
