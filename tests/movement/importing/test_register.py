"""A whole file in one call: its sheets, a remembered mapping, and what is told of what was left out."""

import io

import openpyxl

from kheo.movement.importing import as_json, find_duplicates, read_register
from tests.movement.importing.places import TODAY, matcher

HEAD = ("STT", "Việc làm hay", "Đơn vị", "Số hộ", "Sổ tay")


def book(**sheets):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def read(content, **more):
    return read_register(content, name="a.xlsx", match_unit=matcher().match, on=TODAY, **more)


def test_every_sheet_with_a_header_is_read_and_the_others_are_named():
    rows = (("STT", "Tên mô hình", "Đơn vị"), (1, "Một", "Ái Tử"))

    reading = read(book(Xa=rows, Phuong=rows, Bia=[("Kính gửi",)], Trong=[]))

    assert reading.sheets == ["Xa", "Phuong", "Bia", "Trong"]
    assert sorted(reading.layouts) == ["Phuong", "Xa"]
    assert [(row.sheet, row.name) for row in reading.rows] == [("Xa", "Một"), ("Phuong", "Một")]
    assert [caution.sheet for caution in reading.cautions if "không được đọc" in caution.reason] == ["Bia"]
    assert [(caution.sheet, caution.row) for caution in find_duplicates(reading.rows)] == [("Phuong", 2)]


def test_file_without_a_header_is_one_error():
    reading = read(book(Bia=[("Kính gửi",)]))

    assert reading.rows == []
    assert [error.reason for error in reading.errors] == [
        "không tìm thấy dòng tiêu đề có cột tên mô hình, điển hình trong tệp"
    ]


def test_remembered_mapping_is_asked_for_by_signature():
    content = book(A=[("STT", "Tên mô hình", "Đơn vị", "Số hộ", "Sổ tay"), (1, "Một", "Ái Tử", 5, "trang 3")])
    plain = read(content)
    remembered = {plain.layouts["A"].signature: {"Sổ tay": "note", "Số hộ": ""}}

    reading = read(content, mapping=lambda signature: remembered.get(signature))

    assert (plain.rows[0].households, plain.rows[0].note, plain.rows[0].extra) == (5, "", {"Sổ tay": "trang 3"})
    assert (reading.rows[0].households, reading.rows[0].note, reading.rows[0].extra) == (None, "trang 3", {})


def test_mapping_finds_a_header_the_table_does_not_know():
    content = book(A=[HEAD, (1, "Một", "Ái Tử", 5, "trang 3")])

    assert read(content).rows == []
    assert [row.name for row in read(content, mapping={"Việc làm hay": "name"}).rows] == ["Một"]


def test_progress_is_told_every_five_hundred_rows():
    told = []

    read(
        book(A=[("STT", "Tên mô hình", "Đơn vị"), *((at, f"Số {at}", "Ái Tử") for at in range(1, 1200))]),
        told=told.append,
    )

    assert told == [500, 1000]


def test_json_keeps_null_and_zero_apart_and_parts_of_numbers():
    head = ("STT", "Tên mô hình", "Đơn vị", "Đất hiến (m2)", "Ngày công", "Số hộ")

    (row,) = as_json(read(book(A=[head, (1, "Một", "Ái Tử", "419,5", 0, None)])))["rows"]

    assert row == {
        "row": 2,
        "name": "Một",
        "field": None,
        "unit": "xã Ái Tử",
        "bearer": None,
        "start": None,
        "start_precision": None,
        "land_m2": 419.5,
        "labour_days": 0,
        "money_vnd": None,
        "households": None,
    }
