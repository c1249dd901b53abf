"""The life of a unit in sentences."""

from datetime import date

import pytest

from kheo.units import places
from kheo.units.life import life_of, listed
from kheo.units.models import Succession, SuccessionKind, Unit

from .. import make

pytestmark = pytest.mark.django_db
BEFORE = ("", "Những việc trước đó chưa đủ căn cứ để ghi.", False)


def told(unit):
    return [(event.when, event.text, event.complete) for event in life_of(unit)]


def test_life_of_a_new_commune_names_what_it_was_made_of():
    places.load_old_trieu_phong()

    assert told(Unit.objects.get(name="xã Ái Tử")) == [
        BEFORE,
        (
            "01/07/2025",
            "Thành lập trên cơ sở hợp nhất xã Triệu Ái, xã Triệu Giang và xã Triệu Long.",
            True,
        ),
        ("01/07/2025", "Kế tục một phần huyện Triệu Phong.", True),
    ]


def test_life_of_a_commune_of_2024_marks_what_lacks_its_grounds():
    places.load_old_trieu_phong()

    assert told(Unit.objects.get(name="xã Triệu Tân")) == [
        BEFORE,
        ("Năm 2024", "Thành lập trên cơ sở hợp nhất xã Triệu An và xã Triệu Vân.", False),
        ("01/07/2025", "Sáp nhập vào xã Nam Cửa Việt; ngày cuối cùng hoạt động 30/06/2025.", True),
    ]


def test_life_of_the_district_ends_in_its_five_communes():
    places.load_old_trieu_phong()

    events = life_of(Unit.objects.get(name="huyện Triệu Phong"))

    assert [event.text for event in events[1:]] == [
        "Kết thúc hoạt động, kế tục là xã Ái Tử, xã Nam Cửa Việt, xã Triệu Bình, xã Triệu Cơ và xã Triệu Phong; "
        "ngày cuối cùng 30/06/2025."
    ]
    assert events[1].decision == "Nghị quyết 1680/NQ-UBTVQH15 ngày 16/06/2025"
    assert len(events[1].others) == 5


def test_life_tells_names_lines_and_both_ends(django_assert_num_queries):
    one, other = make.unit("xã Một"), make.unit("xã Hai")
    unit = make.unit(
        "chi bộ Bốn", under=other, level="base", kind="cell", starts=date(2020, 1, 1), ends=date(2026, 6, 30)
    )
    common = {"predecessor": unit, "successor": unit}
    Succession.objects.create(
        kind=SuccessionKind.RENAME, on=date(2021, 1, 1), old_name="chi bộ Ba", new_name="chi bộ Bốn", **common
    )
    Succession.objects.create(
        kind=SuccessionKind.REPARENT, on=date(2022, 1, 1), old_parent=one, new_parent=other, **common
    )

    with django_assert_num_queries(1):
        events = told(unit)

    assert events == [
        ("01/01/2020", "Bắt đầu hoạt động.", True),
        ("01/01/2021", "Đổi tên từ chi bộ Ba thành chi bộ Bốn.", True),
        ("01/01/2022", "Chuyển từ xã Một về xã Hai.", True),
        ("30/06/2026", "Ngày cuối cùng hoạt động.", True),
    ]


def test_a_unit_that_takes_in_another_later_received_it():
    old, unit = make.unit("xã Một", ends=date(2026, 2, 28)), make.unit("xã Hai", starts=date(2020, 1, 1))
    Succession.objects.create(kind=SuccessionKind.MERGE, on=date(2026, 3, 1), predecessor=old, successor=unit)

    assert [text for _, text, _ in told(unit)] == ["Bắt đầu hoạt động.", "Tiếp nhận xã Một."]


def test_names_are_listed_as_a_sentence_lists_them():
    assert [listed(names) for names in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == ["", "a", "a và b", "a, b và c"]
