"""The round's summary: each figure equals a count made another way, and opens just its records."""

from collections import Counter
from datetime import date
from decimal import Decimal
from io import BytesIO
from random import Random

import openpyxl
import pytest
from django.urls import reverse

from kheo.accounts.roles import Role
from kheo.movement.models import Contribution, Exemplar, Recognition, Verification
from kheo.units.models import Unit
from tests import costs, make

pytestmark = pytest.mark.django_db
FIELDS = ("economy", "culture", "defence", "politics", "")


@pytest.fixture
def season():
    """Two rounds over three communes, with a police unit that reports elsewhere but stands in the first."""
    draw = Random(7)
    communes = [make.unit(name) for name in ("xã Ái Tử", "xã Triệu Cơ", "xã Triệu Bình")]
    police = make.unit("công an tỉnh", kind="police", level="province", under=make.province())
    post = make.unit("công an xã Ái Tử", kind="police", under=police, place=communes[0], level="base")
    last, now = make.round(2025), make.round(2026)
    last.campaign = now.campaign
    last.save()
    for unit in (*communes, post):
        for _ in range(6):
            exemplar = make.exemplar(
                unit=unit, place=unit.place or unit, field=draw.choice(FIELDS), bearer=draw.choice(("group", "person", "")),
                stage=draw.choice(("new", "running", "paused")), households=draw.choice((None, 0, 12)),
            )  # fmt: skip
            for round_ in (last, now):
                if draw.random() < 0.8:
                    stage = draw.choice(("listed", "listed", "filed"))
                    make.registration(exemplar, round=round_, stage=stage, origin=draw.choice(("new", "continued")))
            Contribution.objects.create(
                exemplar=exemplar,
                kind="land",
                amount=Decimal(draw.randrange(1, 900)),
                measure="m²",
                on=date(2026, 5, 1),
            )
    return now, last, communes


def by_title(found):
    return {section.title: section for section in found.sections}


def look(client, **query):
    answer = client.get(reverse("reports:summary"), query)
    assert answer.status_code == 200
    return answer.context["found"]


def registered(round_):
    """Counted by hand in Python, with none of the query words."""
    return [
        each.exemplar
        for each in round_.registrations.all()
        if each.stage == "listed" and each.exemplar.stage != "merged"
    ]


def test_figures_equal_a_count_by_hand(client, season):
    now, last, _ = season
    client.force_login(make.member(Role.SPECIALIST, make.province()))

    found = look(client, dot=now.pk)

    assert (found.total.now, found.total.before) == (len(registered(now)), len(registered(last)))
    fields = Counter(each.field for each in registered(now))
    assert [line.now for line in by_title(found)["Theo lĩnh vực"].lines][:4] == [fields[f] for f in FIELDS[:4]]
    land = sum(c.amount for each in registered(now) for c in each.contributions.all())
    assert by_title(found)["Nguồn lực huy động trong năm"].lines[0].now == land


def test_each_figure_opens_just_its_records(client, season):
    now, *_ = season
    client.force_login(make.member(Role.SPECIALIST, make.province()))

    opened = 0
    for section in look(client, dot=now.pk).sections:
        for line in section.lines:
            if (
                line.url.startswith(reverse("movement:exemplar_list"))
                and section.title != "Người dân tham gia, hưởng lợi"
            ):
                page = client.get(line.url).context["page"]
                assert (section.title, line.label, page.total) == (section.title, line.label, line.now)
                opened += 1
    assert opened > 15


def test_ledger_rows_add_up_to_the_figure(client, season):
    now, *_ = season
    client.force_login(make.member(Role.SPECIALIST, make.province()))
    line = by_title(look(client, dot=now.pk))["Nguồn lực huy động trong năm"].lines[0]

    rows = client.get(line.url).context["page"].rows

    assert sum(row.amount for row in rows) == line.now


def test_unit_that_stands_in_a_place_is_shown_there_and_counted_once(client, season):
    now, _, communes = season
    client.force_login(make.member(Role.SPECIALIST, make.province()))

    found = look(client, dot=now.pk)

    lines = {line.label: line.now for line in by_title(found)["Theo đơn vị, địa bàn"].lines}
    here = [e for e in registered(now) if communes[0].pk in (e.unit_id, e.place_id)]
    police = [e for e in registered(now) if e.unit.name == "công an xã Ái Tử"]
    assert lines["Xã Ái Tử"] == len(here)
    assert lines["Công an tỉnh"] == len(police)
    assert sum(lines.values()) == found.total.now + len(police)


def test_an_officer_sees_the_figures_of_his_own_unit(client, season):
    now, _, communes = season
    client.force_login(make.member(Role.OFFICER, communes[1]))

    found = look(client, dot=now.pk)

    assert found.total.now == len([e for e in registered(now) if e.unit_id == communes[1].pk])
    foreign = client.get(reverse("reports:summary"), {"dot": now.pk, "don_vi": communes[2].pk})
    assert foreign.status_code == 404


def test_silent_is_not_zero(client, season):
    now, *_ = season
    Exemplar.objects.update(households=None)
    client.force_login(make.member(Role.STANDING, make.province()))

    line = by_title(look(client, dot=now.pk))["Người dân tham gia, hưởng lợi"].lines[0]

    assert line.now is None


def test_alive_shows_its_denominator(client, season):
    now, *_ = season
    two = list(Exemplar.objects.all()[:2])
    for exemplar in two:
        Recognition.objects.create(
            exemplar=exemplar, level="commune", issuer="Đảng ủy", year=2025, decided_on=date(2025, 11, 1)
        )
    Verification.objects.create(exemplar=two[0], verdict="weak", on=date(2026, 3, 1))
    Verification.objects.create(exemplar=two[0], verdict="effective", on=date(2026, 10, 1))
    Verification.objects.create(exemplar=two[1], verdict="effective", on=date(2026, 3, 1))
    Verification.objects.create(exemplar=two[1], verdict="dead", on=date(2026, 10, 1))
    client.force_login(make.member(Role.STANDING, make.province()))

    alive = look(client, dot=now.pk).alive

    assert (alive.recognised, alive.effective, alive.confirmed) == (2, 1, 2)
    assert [e.pk for e, _ in client.get(alive.url).context["rows"]] == [two[0].pk]


def test_export_says_what_the_page_says(client, season):
    now, *_ = season
    client.force_login(make.member(Role.HEAD, make.province()))
    found = look(client, dot=now.pk)

    answer = client.get(reverse("reports:summary_export"), {"dot": now.pk})

    rows = list(openpyxl.load_workbook(BytesIO(answer.content)).active.iter_rows(values_only=True))
    written = {row[0]: row[1] for row in rows if row[0]}
    assert written[found.total.label] == found.total.now
    assert written["Kinh tế"] == by_title(found)["Theo lĩnh vực"].lines[0].now


@pytest.mark.parametrize("role", [Role.JUROR, Role.EDITOR, Role.JOURNALIST, Role.ADMINISTRATOR])
def test_others_are_refused(client, season, role):
    client.force_login(make.member(role, make.province()))

    assert client.get(reverse("reports:summary")).status_code == 403


def test_page_without_any_round_says_what_will_be_here(client):
    client.force_login(make.member(Role.STANDING, make.province()))

    assert "Chưa có đợt thi đua nào" in client.get(reverse("reports:summary")).content.decode()


@pytest.mark.parametrize("more", [0, 3])
def test_summary_costs_the_same_at_any_length(client, season, more, django_assert_max_num_queries):
    now, *_ = season
    for _ in range(more):
        make.registration(make.exemplar(unit=Unit.objects.get(name="xã Ái Tử")), round=now, stage="listed")
    specialist = make.member(Role.SPECIALIST, make.province())
    client.force_login(specialist)

    with django_assert_max_num_queries(20 + costs.of_rail(specialist)):
        client.get(reverse("reports:summary"))
