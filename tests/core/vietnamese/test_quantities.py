"""Amounts with their measures, from cells and from prose."""

import time
from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kheo.core.vietnamese import (
    SAO_M2,
    NotANumber,
    Quantity,
    find_quantities,
    format_number,
    nfc,
    read_quantity,
    to_m2,
)

from .drawn import any_text, moderately


@pytest.mark.parametrize(
    ("cell", "amount", "measure"),
    [
        ("419,7 ha", "419.7", "ha"),
        ("85,5 triệu đồng", "85500000", "vnd"),
        ("1175,5 triệu đồng", "1175500000", "vnd"),
        ("1.175,5 triệu đồng", "1175500000", "vnd"),
        ("64.000.000 đồng", "64000000", "vnd"),
        ("64.000.000đ", "64000000", "vnd"),
        ("64.000.000 VNĐ", "64000000", "vnd"),
        ("1,2 tỷ", "1200000000", "vnd"),
        ("1,2 tỉ đồng", "1200000000", "vnd"),
        ("1 tỷ 200 triệu đồng", "1200000000", "vnd"),
        ("85,5 triệu", "85500000", "vnd"),
        ("15tr", "15000000", "vnd"),
        ("15 trđ", "15000000", "vnd"),
        ("15 tr.đ", "15000000", "vnd"),
        ("500 nghìn đồng", "500000", "vnd"),
        ("500 ngàn đồng", "500000", "vnd"),
        ("2.870 m2", "2870", "m2"),
        ("2.870m²", "2870", "m2"),
        ("2870 M2", "2870", "m2"),
        ("2.870 mét vuông", "2870", "m2"),
        ("0 m2", "0", "m2"),
        ("12.5 ha", "12.5", "ha"),
        ("3 héc-ta", "3", "ha"),
        ("2 sào", "2", "sao"),
        ("1,5 km", "1.5", "km"),
        ("350 m", "350", "m"),
        ("350 mét", "350", "m"),
        ("40 m3", "40", "m3"),
        (" 43 hộ", "43", "household"),
        ("43 hộ dân", "43", "household"),
        ("43 hộ gia đình", "43", "household"),
        ("HỘ: 43 hộ", "43", "household"),
        ("1.500 lượt người", "1500", "person"),
        ("120 người", "120", "person"),
        ("1.383 ngày công", "1383", "day"),
        ("1.383 ngày công lao động", "1383", "day"),
        ("1\u00a0383 ngày công", "1383", "day"),
        ("hơn 1.000 m² đất", "1000", "m2"),
        ("khoảng 500 m2", "500", "m2"),
        ("ước tính khoảng 500 m2", "500", "m2"),
        ("43 hộ tham gia", "43", "household"),
        ("hiến 2.690 m2 đất", "2690", "m2"),
        ("42 ho", "42", "household"),
        ("1.383 ngay cong", "1383", "day"),
        ("200 trieu dong", "200000000", "vnd"),
        ("1.152", "1152", None),
        ("500 nghìn", "500000", None),
        ("-40", "-40", None),
        (294.5, "294.5", None),
        (163.0, "163", None),
        (12, "12", None),
    ],
)
def test_read_quantity_reads_a_cell_as_clerks_fill_it(cell, amount, measure):
    assert read_quantity(cell) == Quantity(Decimal(amount), measure)


@pytest.mark.parametrize("nothing", [None, "", " ", "-", "…", "chưa có số liệu"])
def test_read_quantity_tells_nothing_from_zero(nothing):
    assert read_quantity(nothing) is None
    assert read_quantity("0") == Quantity(Decimal(0))


@pytest.mark.parametrize(
    "cell",
    """khoảng nghìn mấy|85 triệu đồng/hộ|10-15 hộ|từ 10 đến 15 hộ|5 đồng chí|2 ha và 500 m2|3 sao|thôn 3 hiến 200 m2
    |2 triệu cây xanh|5 triệu USD|81 công|nhiều hộ|1.23.4 ha|100%""".replace("\n    ", "").split("|"),
)
def test_read_quantity_refuses_what_it_would_have_to_guess(cell):
    with pytest.raises(NotANumber, match=r"^“"):
        read_quantity(cell)


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("1,234 hộ", "“1,234 hộ”: số hộ không thể lẻ. Hàng nghìn ghi bằng dấu chấm, ví dụ 1.152."),
        ("1,5 người", "“1,5 người”: số người không thể lẻ. Hàng nghìn ghi bằng dấu chấm, ví dụ 1.152."),
        ("1,500 đồng", "“1,500 đồng”: số đồng không thể lẻ. Hàng nghìn ghi bằng dấu chấm, ví dụ 1.152."),
    ],
)
def test_read_quantity_refuses_parts_of_what_is_counted_whole(cell, reason):
    with pytest.raises(NotANumber) as refused:
        read_quantity(cell)

    assert str(refused.value) == reason


def amounts(prose):
    return [(str(found.amount.normalize().to_integral_value()), found.measure) for found in find_quantities(prose)]


@pytest.mark.parametrize(
    ("prose", "found"),
    [
        (
            "hiến 2.690 m2 đất; 81 ngày công; 182 triệu đồng",
            [("2690", "m2"), ("81", "day"), ("182000000", "vnd")],
        ),
        (
            "42 hộ tham gia; 1.383 ngày công; 409 triệu đồng",
            [("42", "household"), ("1383", "day"), ("409000000", "vnd")],
        ),
        (
            "56 hộ dân hiến hơn 1.000 m² đất, đóng góp 120 ngày công và 85,5 triệu đồng",
            [("56", "household"), ("1000", "m2"), ("120", "day"), ("85500000", "vnd")],
        ),
        ("64.000.000 đồng; 163 hộ tham gia", [("64000000", "vnd"), ("163", "household")]),
        (
            "42 ho tham gia; 1.383 ngay cong; 409 trieu dong",
            [("42", "household"), ("1383", "day"), ("409000000", "vnd")],
        ),
        ("ủng hộ 20 triệu để làm đường, 1,2 tỷ.", [("20000000", "vnd"), ("1200000000", "vnd")]),
        ("- 42 hộ\n- 1.383 ngày công\n- 409 triệu đồng", [("42", "household"), ("1383", "day"), ("409000000", "vnd")]),
        ("42 hộ - 81 ngày công", [("42", "household"), ("81", "day")]),
        ("42 hộ/168 nhân khẩu", [("42", "household"), ("168", "person")]),
        ("thôn 2 182 triệu đồng; 1 152 ngày công", [("182000000", "vnd"), ("1152", "day")]),
        ("(5 ha) đường dài 3 km", [("5", "ha"), ("3", "km")]),
    ],
)
def test_find_quantities_finds_each_amount_in_order(prose, found):
    assert amounts(prose) == [
        (str(Decimal(amount).normalize().to_integral_value()), measure) for amount, measure in found
    ]


@pytest.mark.parametrize(
    "prose",
    [
        "",
        "năm 2026, ngày 2/9, Nghị quyết 25-NQ/TW, Chỉ thị 05",
        "10-15 hộ; 10 - 15 hộ; từ 10 đến 15 hộ; giảm từ 15 hộ xuống còn 3 hộ; từ 5 triệu đồng lên 10 triệu đồng",
        "thu nhập 85 triệu đồng/người/năm",
        "trồng 2 triệu cây xanh, phát 1 triệu tờ rơi",
        "5 đồng chí, 10 đồng bào, 2 đồng hồ",
        "đạt 95%, 182/200 hộ",
        "1,5 hộ tham gia, 1.23.4 ha, 500 nghìn",
        "sản phẩm OCOP 3 sao",
        "hàng trăm hộ, nhiều ngày công",
        "quốc lộ 1A, tổ 5, 3 mô hình, 12 công trình, 7 hộp",
    ],
)
def test_find_quantities_is_silent_where_it_would_have_to_guess(prose):
    assert find_quantities(prose) == []


def test_find_quantities_says_where_each_amount_stood():
    prose = "56 hộ dân hiến hơn 1.000\u00a0m² đất, đóng góp 85,5 triệu đồng"

    assert [prose[slice(*found.span)] for found in find_quantities(prose)] == [
        "56 hộ dân",
        "1.000\u00a0m²",
        "85,5 triệu đồng",
    ]


UNITS = {"m2": "m2", "ha": "ha", "ngày công": "day", "hộ": "household", "người": "person", "đồng": "vnd"}
written = st.tuples(st.integers(0, 10**9), st.sampled_from(list(UNITS)))


@moderately
@given(st.lists(written, max_size=6), st.sampled_from(["; ", ", ", " và ", "\n", ". "]))
def test_find_quantities_reads_back_any_list_of_amounts(rows, between):
    prose = between.join(f"{format_number(number)} {unit}" for number, unit in rows)

    assert find_quantities(prose) == [Quantity(Decimal(number), UNITS[unit]) for number, unit in rows]


pieces = [*"0123456789.,-/ ", " 2 ", "000", "triệu", "tr", "đ", " ha", " hộ", "ngày công", "m2", "hơn ", " đến "]
jumble = st.lists(st.sampled_from(pieces)).map("".join)


@moderately
@given(any_text | jumble)
def test_quantities_never_fail_but_by_refusing(text):
    for found in find_quantities(text):
        start, end = found.span
        assert 0 <= start < end <= len(nfc(text))
        assert found.amount.is_finite()
    with suppress(NotANumber):
        read_quantity(text)


@pytest.mark.parametrize(
    "piece", ["khoảng chừng ", "1 ", "1.000 ", "1 triệu ", "1 tỷ 2 ", "hộ ", "12 tháng ", "1,", " "]
)
def test_quantities_take_no_longer_for_a_monster(piece):
    monster = piece * (10_000 // len(piece)) + "x"

    began = time.process_time()
    find_quantities(monster)
    with suppress(NotANumber):
        read_quantity(monster)

    assert time.process_time() - began < 2


@pytest.mark.parametrize(
    ("cell", "area"), [("419,7 ha", 4_197_000), ("2.870 m2", 2870), ("0,5 ha", 5000), ("1 km2", 1_000_000)]
)
def test_to_m2_converts_areas(cell, area):
    assert to_m2(read_quantity(cell)) == area


def test_to_m2_takes_a_sao_only_with_its_size():
    assert to_m2(read_quantity("3 sào"), sao=SAO_M2["central"]) == 1500
    assert to_m2(read_quantity("1 mẫu"), sao=360) == 3600
    with pytest.raises(ValueError, match="mỗi vùng một khác"):
        to_m2(read_quantity("3 sào"))


@pytest.mark.parametrize("cell", ["43 hộ", "43", "3 km"])
def test_to_m2_refuses_what_is_no_area(cell):
    with pytest.raises(ValueError, match="không phải là diện tích"):
        to_m2(read_quantity(cell))
