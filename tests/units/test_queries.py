"""Units as they were on a day: exact around the days on which old Triệu Phong changed."""

from datetime import date

import pytest

from kheo.units import places, queries
from kheo.units.models import FocalBody, Succession, SuccessionKind, Unit

from .. import make

pytestmark = pytest.mark.django_db
NEW_YEARS_EVE = date(2024, 12, 31)
LAST = date(2025, 6, 30)
FIRST = date(2025, 7, 1)

OF_THE_DISTRICT = (
    """
thị trấn Ái Tử, xã Triệu Ái, xã Triệu Cơ, xã Triệu Đại, xã Triệu Độ, xã Triệu Giang, xã Triệu Hòa, xã Triệu Long,
xã Triệu Phước, xã Triệu Tài, xã Triệu Tân, xã Triệu Thành, xã Triệu Thuận, xã Triệu Thượng, xã Triệu Trạch,
xã Triệu Trung
""".replace("\n", " ")
    .strip()
    .split(", ")
)


@pytest.fixture
def trieu_phong():
    places.load_old_trieu_phong()


def named(name, **facts):
    return Unit.objects.get(name=name, **facts)


def told(standings):
    return [(standing.depth, standing.name) for standing in standings]


@pytest.mark.parametrize("day", [NEW_YEARS_EVE, LAST])
def test_tree_of_the_old_province_until_june_2025_has_the_district_with_its_16_communes(trieu_phong, day):
    root = named("tỉnh Quảng Trị", code="")

    assert told(queries.tree_on(root, day)) == [
        (0, "tỉnh Quảng Trị"), (1, "huyện Triệu Phong"), *((2, name) for name in OF_THE_DISTRICT),
    ]  # fmt: skip


def test_tree_of_the_day_before_the_mergers_of_2024_has_the_18_units_of_the_resolution_of_2019(trieu_phong):
    district = named("huyện Triệu Phong")

    names = {standing.name for standing in queries.tree_on(district, date(2024, 12, 30))} - {district.name}

    gone = {"xã Triệu Tân", "xã Triệu Cơ"}
    earlier = {"xã Triệu An", "xã Triệu Vân", "xã Triệu Sơn", "xã Triệu Lăng"}
    assert (len(names), names) == (18, set(OF_THE_DISTRICT) - gone | earlier)


def test_tree_of_the_new_province_begins_with_july_2025(trieu_phong):
    root = named("tỉnh Quảng Trị", code="44")

    tree = queries.tree_on(root, FIRST)

    assert told(tree)[0] == (0, "tỉnh Quảng Trị")
    assert len(tree) == 79
    assert {standing.depth for standing in tree[1:]} == {1}
    assert {standing.parent_id for standing in tree[1:]} == {root.pk}
    assert [s.name for s in tree if "Triệu" in s.name] == ["xã Triệu Bình", "xã Triệu Cơ", "xã Triệu Phong"]


def test_tree_of_a_unit_that_did_not_live_yet_is_what_lives_on_in_it(trieu_phong):
    commune, province = named("xã Triệu Cơ", code="19654"), named("tỉnh Quảng Trị", code="44")

    assert told(queries.tree_on(commune, LAST)) == [(0, "xã Triệu Cơ"), (0, "xã Triệu Tài"), (0, "xã Triệu Trung")]
    assert told(queries.tree_on(province, LAST)) == [
        (0, "tỉnh Quảng Bình"), (0, "tỉnh Quảng Trị"), (1, "huyện Triệu Phong"),
        *((2, name) for name in OF_THE_DISTRICT), (0, "xã Tân Thành"),
    ]  # fmt: skip


def test_tree_takes_two_queries_however_large(trieu_phong, django_assert_num_queries):
    root = named("tỉnh Quảng Trị", code="44")

    with django_assert_num_queries(2):
        queries.tree_on(root, LAST)


def test_tree_follows_a_unit_that_moved_away_and_one_that_came():
    one, other = make.unit("xã Một"), make.unit("xã Hai")
    moved = make.unit("chi bộ thôn Năm", under=other, level="base", kind="cell")
    below = make.unit("tổ Sáu", under=moved, level="base", kind="cell")
    Succession.objects.create(
        kind=SuccessionKind.REPARENT, on=date(2026, 3, 1), predecessor=moved, successor=moved, old_parent=one,
        new_parent=other,
    )  # fmt: skip

    assert told(queries.tree_on(one, date(2026, 2, 28))) == [(0, "xã Một"), (1, moved.name), (2, below.name)]
    assert told(queries.tree_on(one, date(2026, 3, 1))) == [(0, "xã Một")]
    assert told(queries.tree_on(other, date(2026, 2, 28))) == [(0, "xã Hai")]
    assert queries.parent_on(moved, date(2026, 2, 28)) == one
    assert queries.parent_on(moved, date(2026, 3, 1)) == other


def test_name_of_a_day_follows_every_change_of_name():
    unit = make.unit("phường Ba")
    for on, old, new in [(date(2020, 1, 1), "xã Một", "thị trấn Hai"), (date(2024, 1, 1), "thị trấn Hai", "phường Ba")]:
        Succession.objects.create(
            kind=SuccessionKind.RENAME, on=on, predecessor=unit, successor=unit, old_name=old, new_name=new
        )

    days = [date(2019, 12, 31), date(2020, 1, 1), date(2023, 12, 31), date(2024, 1, 1)]
    assert [queries.name_on(unit, day) for day in days] == ["xã Một", "thị trấn Hai", "thị trấn Hai", "phường Ba"]
    assert told(queries.tree_on(unit, date(2021, 1, 1))) == [(0, "thị trấn Hai")]


def test_parent_of_a_day_is_the_district_before_july_2025_and_the_commune_after(trieu_phong):
    old = named("xã Triệu Ái")

    assert queries.parent_on(old, LAST).name == "huyện Triệu Phong"
    assert queries.parent_on(old, FIRST).code == "19669"
    assert queries.parent_on(named("huyện Triệu Phong"), LAST).name == "tỉnh Quảng Trị"
    assert queries.parent_on(named("xã Tân Thành"), LAST) is None


def test_successors_follow_the_chain_to_those_living_on_the_day(trieu_phong):
    oldest = named("xã Triệu Vân")

    assert [unit.name for unit in queries.successors_of(oldest, LAST)] == ["xã Triệu Tân"]
    assert [unit.name for unit in queries.successors_of(oldest, FIRST)] == ["xã Nam Cửa Việt"]
    assert [unit.name for unit in queries.successors_of(named("huyện Triệu Phong"), FIRST)] == [
        "xã Ái Tử", "xã Nam Cửa Việt", "xã Triệu Bình", "xã Triệu Cơ", "xã Triệu Phong",
    ]  # fmt: skip
    assert queries.successors_of(named("xã Ái Tử"), FIRST) == []


def test_predecessors_are_the_units_it_was_made_of(trieu_phong):
    made_of = queries.predecessors_of(named("xã Ái Tử"))

    assert [unit.name for unit in made_of] == ["huyện Triệu Phong", "xã Triệu Ái", "xã Triệu Giang", "xã Triệu Long"]


def test_unit_facts_name_the_successors_and_lines_of_the_day(trieu_phong, django_assert_num_queries):
    with django_assert_num_queries(5):
        facts = queries.unit_facts(date(2026, 11, 23))

    old, new = sorted((fact for fact in facts if fact.name == "xã Triệu Cơ"), key=lambda fact: fact.code)
    assert (old.ends, old.successors) == (LAST, ("xã Triệu Cơ",))
    assert (new.code, new.starts, new.ends, new.parent_name) == ("19654", FIRST, None, "tỉnh Quảng Trị")
    assert next(fact.successors for fact in facts if fact.name == "thị trấn Ái Tử") == ("xã Triệu Phong",)


def test_unit_facts_give_a_renamed_unit_by_both_names():
    unit = make.unit("xã Mới", starts=date(2020, 1, 1))
    Succession.objects.create(
        kind=SuccessionKind.RENAME, on=FIRST, predecessor=unit, successor=unit, old_name="xã Cũ", new_name="xã Mới"
    )

    facts = [fact for fact in queries.unit_facts(FIRST) if fact.id == unit.pk]

    assert [(fact.name, fact.starts, fact.ends, fact.successors) for fact in facts] == [
        ("xã Cũ", date(2020, 1, 1), LAST, ("xã Mới",)),
        ("xã Mới", FIRST, None, ()),
    ]


def test_focal_body_is_its_own_or_the_nearest_above_on_the_day():
    commune, province = make.unit(), make.province()
    FocalBody.objects.create(unit=province, name="Ban Dân vận", starts=date(2010, 1, 1), ends=date(2025, 1, 31))
    FocalBody.objects.create(unit=province, name="Ban Tuyên giáo và Dân vận", starts=date(2025, 2, 1))
    FocalBody.objects.create(unit=commune, name="Ban Xây dựng Đảng", starts=FIRST)

    days = [date(2009, 1, 1), date(2025, 1, 31), LAST, FIRST]
    bodies = [queries.focal_body_of(commune, day) for day in days]
    assert [body and body.name for body in bodies] == [
        None, "Ban Dân vận", "Ban Tuyên giáo và Dân vận", "Ban Xây dựng Đảng",
    ]  # fmt: skip
