"""Rows below a header are read cell by cell; what is wrong is said of the cell, what is doubtful is said beside it."""

import datetime as dt
from decimal import Decimal

import pytest

from kheo.movement.importing import Caution, Row, RowError, Sheet, find_layout, read_rows
from kheo.movement.importing.sheets import BrokenCell
from kheo.movement.importing.values import read_prose
from tests.movement.importing.places import TODAY, matcher

HEAD = ["STT", "Tên mô hình", "Đơn vị", "Lĩnh vực", "Loại hình", "Bắt đầu", "Đất hiến (m2)", "Ngày công", "Kinh phí (triệu đồng)",
        "Số hộ", "Kết quả", "Ghi chú", "Mã hồ sơ"]  # fmt: skip
PLAIN = [1, "Thắp sáng đường quê", "xã Ái Tử", "Kinh tế", "Tập thể", "02/09/2026", 10, 20, 30, 40, "", "", ""]


def read(*rows, head=HEAD, merged=(), **more):
    sheet = Sheet("A", lambda: iter([head, *map(list, rows)]), merged=list(merged))
    return list(read_rows(sheet, find_layout(sheet), match_unit=matcher().match, on=TODAY, **more))


def changed(**cells):
    """The plain row with some cells replaced, named by a word of their header."""
    row = list(PLAIN)
    for word, cell in cells.items():
        row[next(at for at, header in enumerate(HEAD) if header.startswith(COLUMNS[word]))] = cell
    return row


COLUMNS = {
    "number": "STT", "name": "Tên", "unit": "Đơn", "field": "Lĩnh", "bearer": "Loại", "start": "Bắt", "land": "Đất",
    "labour": "Ngày công", "money": "Kinh", "households": "Số", "results": "Kết", "note": "Ghi", "odd": "Mã",
}  # fmt: skip


def test_row_holds_every_fact_of_its_cells():
    (row,) = read(changed(note="theo dõi thêm", odd="HS-07", results="Nhân dân phấn khởi"))

    assert row == Row(
        sheet="A",
        row=2,
        name="Thắp sáng đường quê",
        field="economy",
        unit=matcher().match("xã Ái Tử").unit,
        bearer="group",
        start=row.start,
        land_m2=10,
        labour_days=20,
        money_vnd=30_000_000,
        households=40,
        note="theo dõi thêm",
        results="Nhân dân phấn khởi",
        extra={"Mã hồ sơ": "HS-07"},
    )
    assert row.start.iso() == "2026-09-02"


@pytest.mark.parametrize(
    ("column", "cell", "value"),
    [
        ("land", "1.415", 1415),
        ("land", "1,5 ha", 15_000),
        ("land", "419,7", Decimal("419.7")),
        ("land", 0.0, 0),
        ("land", "0 m2", 0),
        ("land", "", None),
        ("land", "-", None),
        ("land", "chưa có số liệu", None),
        ("labour", "1.076 ngày công", 1076),
        ("labour", 12.5, Decimal("12.5")),
        ("money", 294.5, 294_500_000),
        ("money", "903,5", 903_500_000),
        ("money", "1,2 tỷ đồng", 1_200_000_000),
        ("money", "64.000.000 đồng", 64_000_000),
        ("money", "0,0000015", 2),
        ("households", " 43 hộ", 43),
        ("households", 43.0, 43),
        ("households", "khoảng 50 hộ", 50),
    ],
)
def test_amount_is_read_with_the_unit_of_cell_or_header(column, cell, value):
    (row,) = read(changed(**{column: cell}))

    name = {"land": "land_m2", "labour": "labour_days", "money": "money_vnd", "households": "households"}[column]
    assert getattr(row, name) == value


@pytest.mark.parametrize(
    ("column", "cell", "value", "reason"),
    [
        ("name", "", "", "thiếu tên mô hình, điển hình"),
        ("name", "...", "...", "thiếu tên mô hình, điển hình"),
        ("name", "a" * 501, "a" * 200, "dài quá 500 ký tự (đang có 501)"),
        ("note", "b" * 10_001, "b" * 200, "dài quá 10.000 ký tự (đang có 10.001)"),
        ("unit", "", "", "thiếu đơn vị"),
        ("unit", "Triệu Ái", "Triệu Ái", "đơn vị đã kết thúc, kế tục là xã Ái Tử"),
        (
            "field",
            "Thể thao",
            "Thể thao",
            "lĩnh vực không có trong danh mục, "
            "chỉ có: Kinh tế; Văn hóa - xã hội; Quốc phòng - an ninh; Xây dựng hệ thống chính trị",
        ),
        ("field", "Kinh tế, VH-XH", "Kinh tế, VH-XH", "ghi nhiều lĩnh vực, mỗi mô hình chỉ thuộc một lĩnh vực"),
        ("start", "31/02/2026", "31/02/2026", "ngày không có trong lịch"),
        ("start", "13/2026", "13/2026", "ngày không có trong lịch"),
        (
            "start",
            "sắp tới",
            "sắp tới",
            "không phải ngày tháng; ví dụ ghi đúng: 02/09/2026, 9/2024, Quý III/2024",
        ),
        ("start", dt.date(2126, 9, 2), "02/09/2126", "ngày không có lý: năm 2126 quá xa"),
        ("land", "khoảng nghìn mấy", "khoảng nghìn mấy", "không phải số; ví dụ ghi đúng: 1.152 hoặc 419,7"),
        ("land", "5 km", "5 km", "không phải diện tích đất: ghi sai đơn vị đo"),
        ("land", dt.date(2026, 1, 2), "02/01/2026", "không phải số: ô đang ở dạng ngày tháng"),
        ("labour", -40.0, "-40", "số âm: số ngày công không thể nhỏ hơn 0"),
        ("households", "-3", "-3", "số âm: số hộ không thể nhỏ hơn 0"),
        ("households", 12.25, "12,25", "không phải số nguyên: số hộ không thể lẻ"),
        ("households", 1e12, "1000000000000", "số quá lớn: số hộ lớn khác thường, hãy xem lại đơn vị tính"),
        (
            "money",
            "903.500.000",
            "903.500.000",
            "số quá lớn: số tiền lớn khác thường, hãy xem lại đơn vị tính",
        ),
        ("households", float("nan"), "nan", "không phải số"),
        ("households", BrokenCell("#REF!", "lỗi"), "#REF!", "lỗi"),
        ("name", BrokenCell("=A1", "lỗi"), "=A1", "lỗi"),
        ("unit", BrokenCell("#N/A", "lỗi"), "#N/A", "lỗi"),
    ],
)
def test_wrong_cell_is_named_with_its_value_and_reason(column, cell, value, reason):
    header = next(header for header in HEAD if header.startswith(COLUMNS[column]))

    assert read(changed(**{column: cell})) == [RowError("A", 2, header, value, reason)]


def test_row_with_several_wrong_cells_gives_several_errors():
    found = read(changed(name="", households="-1", start="30/2/2026"))

    assert [error.column for error in found] == ["Tên mô hình", "Bắt đầu", "Số hộ"]


def test_control_characters_are_taken_out_and_said_so():
    caution, row = read(changed(name="Thắp\x00 sáng\x07 đường quê"))

    assert row.name == "Thắp sáng đường quê"
    assert caution == Caution("A", 2, "Tên mô hình", "Thắp sáng đường quê", "đã bỏ 2 ký tự điều khiển không hiện được")


def test_prose_fills_what_columns_leave_open_and_never_overrules_them():
    caution, row = read(
        changed(land="", households=57, results="hiến 2.690 m2 đất; 81 ngày công; 60 hộ tham gia", labour=81)
    )

    assert (row.land_m2, row.labour_days, row.households) == (2690, 81, 57)
    assert caution.reason == "số hộ trong câu là 60, trong cột là 57: lấy số trong cột"


@pytest.mark.parametrize(
    ("sentence", "amounts"),
    [
        ("hiến 2.690 m2 đất; 81 ngày công; 182 triệu đồng", {"land": 2690, "labour": 81, "money": 182_000_000}),
        (
            "64.000.000 đồng; 163 hộ tham gia;\n1.179 ngày công",
            {"money": 64_000_000, "households": 163, "labour": 1179},
        ),
        ("Nhân dân hiến 1,2 ha đất, góp 85,5 triệu đồng", {"land": 12_000, "money": 85_500_000}),
        ("huy động 500 triệu đồng, trong đó Nhân dân góp 200 triệu đồng", {"money": 500_000_000}),
        ("Trồng 5 ha lúa hữu cơ", {}),
        ("120 người hưởng lợi; 35 hội viên", {"beneficiaries": 120}),
        ("hỗ trợ 5 đồng chí; 3 lần đối thoại", {}),
        ("85 triệu đồng/hộ", {}),
        ("", {}),
    ],
)
def test_amounts_are_read_out_of_prose(sentence, amounts):
    assert {meaning: spoken.value for meaning, spoken in read_prose(sentence).items()} == amounts


def test_figures_of_one_kind_in_a_sentence_are_added_and_said_so():
    caution, row = read(changed(money="", results="góp 100 triệu đồng; xã hội hóa 50 triệu đồng"))

    assert row.money_vnd == 150_000_000
    assert caution.reason == "câu có nhiều số tiền, lấy 150.000.000"


def test_number_cell_with_three_decimals_is_doubted():
    caution, row = read(changed(labour=1.415))

    assert row.labour_days == Decimal("1.415")
    assert caution.reason == "ô số có ba chữ số thập phân: có thể là hàng nghìn gõ bằng dấu chấm"


def test_row_without_a_field_is_read_and_said_so():
    caution, row = read(changed(field=""))

    assert row.field is None
    assert caution == Caution("A", 2, "Lĩnh vực", "", "còn thiếu lĩnh vực")


def test_sections_set_unit_field_and_bearer_until_the_next():
    head = ["STT", "Tên mô hình", "Ghi chú"]
    found = read(
        ["A", "TẬP THỂ", ""],
        ["I. XÃ TRIỆU BÌNH (2 mô hình)", "", ""],
        ["1. Lĩnh vực kinh tế", "", ""],
        [1, "Một", ""],
        ["2. Quốc phòng - an ninh", "", ""],
        [2, "Hai", ""],
        ["B", "CÁ NHÂN", ""],
        ["II. XÃ ÁI TỬ", "", ""],
        [3, "Ba", ""],
        ["III. CÁC CƠ QUAN, ĐƠN VỊ", "", ""],
        [4, "Bốn", ""],
        head=head,
    )

    assert [(row.name, row.unit.name, row.field, row.bearer) for row in found[:3]] == [
        ("Một", "xã Triệu Bình", "economy", "group"),
        ("Hai", "xã Triệu Bình", "defence", "group"),
        ("Ba", "xã Ái Tử", "defence", "person"),
    ]
    assert [(each.row, each.value) for each in found[3:]] == [(12, "III. CÁC CƠ QUAN, ĐƠN VỊ".removeprefix("III. "))]


def test_names_that_begin_like_totals_are_models():
    names = ["Cộng đồng an toàn", "Tổng vệ sinh ngày Chủ nhật xanh", "Tổ tự quản", "Ghi chép việc tốt"]

    assert [row.name for row in read(*(changed(name=name) for name in names))] == names


@pytest.mark.parametrize(
    "row",
    [
        ["", "Cộng", "", "", "", "", "", "", "", 1007],
        ["", "Tổng cộng:", "", "", "", "", "", "", "", 1007],
        ["Cộng xã Ái Tử", "", "", "", "", "", 3, 4, 5, 6],
        ["", "Tổng số: 53 mô hình"],
        [],
        ["", "  ", "", ""],
        ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"],
        ["A", "B", 1, 2, 3, 4],
        HEAD,
        ["", "", "", "", "", "T/M BAN THƯỜNG VỤ"],
        ["", "NGƯỜI LẬP BIỂU", "", "", "", "KT. TRƯỞNG BAN"],
        ["Ghi chú: số liệu tính đến 30/10/2026"],
        ["", "(Danh sách có 40 mô hình)"],
    ],
)
def test_row_that_is_no_model_is_passed_over(row):
    assert [found.row for found in read(PLAIN, row)] == [2]


def test_names_under_the_signatures_are_no_models():
    found = read(
        PLAIN, ["", "", "", "", "", "T/M BAN THƯỜNG VỤ"], [], ["", "Trần Thị Hoa", "", "", "", "Nguyễn Văn Lộc"]
    )

    assert [row.row for row in found] == [2]


def test_merged_cells_speak_for_all_their_rows_but_an_amount_is_one_amount():
    second, third = changed(unit="", households=""), changed(unit="")
    found = read(PLAIN, second, third, merged=[((1, 2), (3, 2)), ((1, 9), (2, 9))])

    assert [(row.unit.name, row.households) for row in found] == [
        ("xã Ái Tử", 40),
        ("xã Ái Tử", None),
        ("xã Ái Tử", 40),
    ]


def test_default_unit_holds_for_a_list_that_names_none():
    (row,) = read([1, "Thắp sáng đường quê", ""], head=["STT", "Tên mô hình", "Ghi chú"], default_unit="của tôi")

    assert row.unit == "của tôi"


def test_word_under_a_neighbouring_header_goes_where_it_belongs():
    example, odd_caution, odd = read(changed(bearer="Điển hình tập thể"), changed(bearer="Khu dân cư"))

    assert (example.bearer, example.kind) == ("group", "example")
    assert (odd.bearer, odd.extra) == (None, {"Loại hình": "Khu dân cư"})
    assert odd_caution.reason == "không hiểu được, giữ nguyên ở cột khác"


def test_two_marks_are_an_error_of_the_field():
    head = ["STT", "Tên mô hình", "Đơn vị", "Kinh tế", "VH-XH", "QP-AN", "HTCT"]

    (error,) = read([1, "Một", "Ái Tử", "x", "", "X", ""], head=head)
    (strange,) = read([1, "Một", "Ái Tử", "bảy", "", "", ""], head=head)

    assert error.reason == "đánh dấu 2 lĩnh vực (Kinh tế, Quốc phòng - an ninh), chỉ được một"
    assert (strange.column, strange.value) == ("Kinh tế", "bảy")


def test_second_table_with_a_header_of_its_own_is_read_by_it():
    found = read(
        PLAIN,
        [],
        ["DANH SÁCH CÁ NHÂN"],
        ["TT", "Đơn vị", "Tên điển hình", "Số hộ"],
        [1, "Triệu Bình", "Người giữ rừng", 7],
        HEAD,
        PLAIN,
    )

    assert [(row.row, row.name, row.unit.name, row.households) for row in found if isinstance(row, Row)] == [
        (2, "Thắp sáng đường quê", "xã Ái Tử", 40),
        (6, "Người giữ rừng", "xã Triệu Bình", 7),
        (8, "Thắp sáng đường quê", "xã Ái Tử", 40),
    ]
