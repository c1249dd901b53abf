"""How templates write numbers, days and amounts."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.template import engines

from kheo.core.templatetags import vietnamese

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (0, "0"),
        (1180, "1.180"),
        (Decimal("1234.50"), "1.234,5"),
        (1234.5, "1.234,5"),
        (Decimal("3.20"), "3,2"),
        (-1500, "-1.500"),
        (12354367, "12.354.367"),
        ("1180", "1.180"),
        ("64/78", "64/78"),
        ("1.000+", "1.000+"),
        (None, "chưa có"),
        ("", "chưa có"),
        (float("nan"), "nan"),
    ],
)
def test_number(value, written):
    assert vietnamese.number(value) == written


def test_number_rounds_half_up_to_the_places_asked():
    assert [vietnamese.number(Decimal("2.345"), places) for places in (0, 1, 2)] == ["2", "2,3", "2,35"]


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (None, "chưa có"),
        (0, "0 đồng"),
        (850_000, "850.000 đồng"),
        (999_999, "999.999 đồng"),
        (1_000_000, "1 triệu đồng"),
        (85_500_000, "85,5 triệu đồng"),
        (999_994_999, "999,99 triệu đồng"),
        (999_999_999, "1 tỷ đồng"),
        (1_300_000_000, "1,3 tỷ đồng"),
        (1_234_567_890_000, "1.234,57 tỷ đồng"),
    ],
)
def test_money_in_words_people_use(value, written):
    assert vietnamese.money_text(value) == written


def test_money_keeps_every_dong_in_the_title():
    assert vietnamese.money(1_234_567_890) == '<span title="1.234.567.890 đồng">1,23 tỷ đồng</span>'
    assert vietnamese.money(850_000) == "850.000 đồng"
    assert vietnamese.money(None) == "chưa có"


@pytest.mark.parametrize(
    ("value", "written"),
    [(None, "chưa có"), (0, "0 m²"), (2690, "2.690 m²"), (9999, "9.999 m²"), (10_000, "1 ha"), (4_197_000, "419,7 ha")],
)
def test_area_turns_to_hectares_from_one_up(value, written):
    assert vietnamese.area_text(value) == written


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (date(2026, 11, 23), "từ hôm nay"),
        (date(2026, 11, 22), "từ hôm qua"),
        (date(2026, 11, 2), "từ 02/11"),
        (date(2025, 11, 21), "từ 21/11/2025"),
        (date(2026, 11, 30), "từ 30/11"),
        (None, "chưa có"),
    ],
)
def test_since(value, written):
    assert vietnamese.since(value, TODAY) == written


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (date(2026, 11, 23), "Hôm nay"),
        (date(2026, 11, 24), "Ngày mai"),
        (date(2026, 11, 22), "Hôm qua"),
        (date(2026, 11, 25), "2 ngày"),
        (date(2026, 11, 20), "3 ngày"),
        (date(2026, 7, 1), "4 tháng"),
        (date(2023, 1, 1), "3 năm"),
    ],
)
def test_apart(value, written):
    assert vietnamese.apart(value, TODAY) == written


def test_days_and_moments_are_those_of_hanoi():
    just_after_midnight_in_hanoi = datetime(2026, 11, 21, 17, 5, tzinfo=UTC)

    assert vietnamese.day(just_after_midnight_in_hanoi) == "22/11/2026"
    assert vietnamese.moment(just_after_midnight_in_hanoi) == "0:05 22/11/2026"
    assert vietnamese.day(date(2026, 9, 2)) == "02/09/2026"
    assert vietnamese.month(date(2024, 9, 1)) == "9/2024"
    assert [word(None) for word in (vietnamese.day, vietnamese.moment, vietnamese.month)] == ["chưa có"] * 3


def test_small_words():
    assert vietnamese.capfirst_vi("đường thôn An Mô") == "Đường thôn An Mô"
    assert vietnamese.capfirst_vi(None) == ""
    assert vietnamese.count_of(1180, "mô hình") == "1.180 mô hình"
    assert vietnamese.count_of(None, "mô hình") == "chưa có"
    assert vietnamese.file_size(1_258_291) == "1,2 MB"
    assert vietnamese.file_size(348_160) == "340 KB"


def test_filters_are_at_hand_in_every_template():
    template = engines["django"].from_string("{{ amount|money_text }}, {{ count|number }}")

    assert template.render({"amount": 1_300_000_000, "count": 1180}) == "1,3 tỷ đồng, 1.180"
