"""Headers are found wherever they stand, and each column is understood by what its header means."""

import pytest

from kheo.movement.importing import Sheet, find_layout
from kheo.movement.importing.synonyms import SYNONYMS, meaning_of, scale_of, words

HEADERS = {
    "STT": "number", "T.T": "number", "Tên MH": "name", "TÊN MÔ HÌNH": "name", "Mô hình\n“Dân vận khéo”": "name",
    "Đơn vị chủ trì": "unit", "Địa phương": "unit", "Xã/phường": "unit", "Đơn vị tính": "", "Đơn vị phối hợp": "participants",
    "Mã ĐVHC": "unit_code", "Loại hình": "bearer", "TT/CN": "bearer", "Tập thể, cá nhân": "bearer", "Loại": "kind",
    "Lĩnh vực (đánh dấu x)": "field", "VH - XH": "field_culture", "QP-AN": "field_defence", "XD HTCT": "field_politics",
    "Ngày ra mắt": "start", "Thời gian kết thúc": "", "Kết quả nổi bật": "results", "Đất hiến (m2)": "land",
    "Hiến đất (ha)": "land", "Số ngày công": "labour", "Kinh phí vận động (triệu đồng)": "money", "Số hộ tham gia": "households",
    "Số người hưởng lợi": "beneficiaries", "Đoàn viên, hội viên": "members", "Họ và tên": "person", "Thôn/khu phố": "place",
    "Ghi chú": "note", "Công an xã": None, "Mã hồ sơ": None, "": None, "x" * 400: None,
    "Te\u0302n mo\u0302 hi\u0300nh": "name",
}  # fmt: skip


@pytest.mark.parametrize("header", HEADERS)
def test_header_means_what_offices_mean_by_it(header):
    assert meaning_of(header) == HEADERS[header]


def test_no_phrase_of_the_table_means_two_things():
    phrases = [phrase for meaning in SYNONYMS for phrase in SYNONYMS[meaning]]

    assert sorted(phrases) == sorted(set(phrases))
    assert [phrase for phrase in phrases if phrase != words(phrase)] == []


@pytest.mark.parametrize(
    ("meaning", "header", "scale"),
    [
        ("money", "Kinh phí (triệu đồng)", 1_000_000),
        ("money", "Kinh phí, triệu đồng", 1_000_000),
        ("money", "Kinh phí (tr.đ)", 1_000_000),
        ("money", "Kinh phí (tỷ)", 1_000_000_000),
        ("money", "Kinh phí (nghìn đồng)", 1_000),
        ("money", "Kinh phí (1.000đ)", 1_000),
        ("money", "Kinh phí (đồng)", 1),
        ("money", "Kinh phí vận động", None),  # folded, “động” is “đồng”
        ("money", "Số tiền huy động (triệu)", 1_000_000),
        ("land", "Đất hiến (ha)", 10_000),
        ("land", "Đất hiến (m²)", 1),
        ("land", "Đất hiến", None),
        ("households", "Số hộ", None),
    ],
)
def test_scale_is_read_from_the_header(meaning, header, scale):
    assert scale_of(meaning, header) == scale


def sheet(*rows, merged=(), name="A"):
    return Sheet(name, lambda: iter([list(row) for row in rows]), merged=list(merged))


def test_two_row_header_below_titles_is_found():
    layout = find_layout(
        sheet(
            ["TỈNH ỦY", "", "", "", "", "", ""],
            [],
            ["STT", "Tên mô hình", "Đơn vị", "Lĩnh vực", "", "", ""],
            ["", "", "", "KT", "VH-XH", "QP-AN", "HTCT"],
            [1, "Thắp sáng đường quê", "xã Ái Tử", "", "x", "", ""],
            merged=[((2, 3), (2, 6)), ((2, 0), (3, 0))],
        )
    )

    assert layout.header_rows == (3, 4)
    assert layout.first_row == 5
    assert layout.columns == {
        "number": 0,
        "name": 1,
        "unit": 2,
        "field": {"economy": 3, "culture": 4, "defence": 5, "politics": 6},
    }
    assert layout.headers == {0: "STT", 1: "Tên mô hình", 2: "Đơn vị", 3: "KT", 4: "VH-XH", 5: "QP-AN", 6: "HTCT"}
    assert layout.header("field") == "Lĩnh vực"


def test_amounts_under_one_header_keep_their_own_names():
    layout = find_layout(
        sheet(
            ["TT", "Mô hình", "Xã", "Kết quả huy động", "", ""],
            ["", "", "", "Đất (m2)", "Ngày công", "Tiền (triệu đồng)"],
        )
    )

    assert layout.columns == {"number": 0, "name": 1, "unit": 2, "land": 3, "labour": 4, "money": 5}
    assert layout.scales == {"land": 1, "money": 1_000_000}
    assert layout.header("money") == "Tiền (triệu đồng)"


def test_unit_of_measure_above_the_table_holds_for_its_money():
    layout = find_layout(sheet(["", "", "ĐVT: Triệu đồng"], ["Mô hình", "Đơn vị", "Kinh phí"]))

    assert layout.scales == {"money": 1_000_000}


def test_marks_for_group_and_person_are_columns_of_one_fact():
    layout = find_layout(sheet(["STT", "Tên mô hình", "Đơn vị", "Tập thể", "Cá nhân"]))

    assert layout.columns["bearer"] == {"group": 3, "person": 4}


def test_unknown_and_doubled_columns_are_listed():
    layout = find_layout(sheet(["STT", "Tên mô hình", "Đơn vị", "Mã hồ sơ", "Ghi chú", "Lưu ý", "Ngày kết thúc"]))

    assert layout.unknown == (3, 5, 6)
    assert layout.doubled == ((5, "note"),)


def test_chosen_mapping_wins_over_the_table():
    top = ["STT", "Việc làm hay", "Đơn vị", "Số hộ"]

    layout = find_layout(sheet(top), {"việc làm hay": "name", "Số hộ": ""})

    assert layout.columns == {"number": 0, "name": 1, "unit": 2}
    assert find_layout(sheet(top)) is None


def test_signature_is_that_of_the_header_whatever_stands_above():
    header = ["STT", "Tên mô hình", "Đơn vị"]

    one = find_layout(sheet(header, [1, "a", "b"]))
    other = find_layout(sheet([], ["DANH SÁCH"], ["stt", "TÊN\nMÔ HÌNH", "đơn vị "]))

    assert one.signature == other.signature
    assert one.signature != find_layout(sheet([*header, "Ghi chú"])).signature


def test_sheet_without_a_header_has_no_layout():
    assert find_layout(sheet(["Kính gửi:", "các đơn vị"], ["a", "b", "c", "d"])) is None
    assert find_layout(sheet()) is None
