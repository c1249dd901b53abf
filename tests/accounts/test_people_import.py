"""Accounts from a spreadsheet: what is read, what is refused and how it is said, and nobody half invited."""

import io
import re
import zipfile
from io import BytesIO

import pytest
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone
from python_calamine import CalamineWorkbook

from kheo.accounts.actions import imports
from kheo.accounts.actions.care import Refused
from kheo.accounts.importing import MOST_ROWS, Unreadable, read
from kheo.accounts.models import Invitation
from kheo.accounts.phones import NotAPhone, read_phone
from kheo.accounts.roles import Role
from kheo.units.models import Succession
from tests import make

from .words import foreign_words

HEAD = ["Họ và tên", "Số điện thoại", "Đơn vị", "Vai trò", "Chức vụ"]
BINH = ["Trần Thị Bình", "0912 345 678", "xã Ái Tử", "Cán bộ đơn vị", "Phó Bí thư"]


def sheet(*rows, head=HEAD, above=()):
    held = BytesIO()
    book = xlsxwriter.Workbook(held, {"strings_to_formulas": False})
    page = book.add_worksheet()
    for number, row in enumerate([*above, head, *rows]):
        page.write_row(number, 0, row)
    book.close()
    return held.getvalue()


@pytest.fixture
def commune(db):
    return make.unit("xã Ái Tử", code="19555")


@pytest.fixture
def leader(commune):
    return make.member(Role.UNIT_LEADER, commune)


def problems(rows, by):
    return {one.row.number: one.row.problems for one in imports.check(read("a.xlsx", sheet(*rows)), by=by)}


@pytest.mark.parametrize(
    ("text", "digits"),
    [("", ""), ("0912345678", "0912345678"), ("+84 912.345.678", "0912345678"), ("84912345678", "0912345678"),
     ("912345678", "0912345678"), ("+84 0912 345 678", "0912345678"), ("02333 852 123", "02333852123")],
)  # fmt: skip
def test_phones_are_read_in_any_habit(text, digits):
    assert read_phone(text) == digits


@pytest.mark.parametrize(
    "text", ["12345", "091234567", "09123456789012", "khong co", "0912345678 (Zalo)", "1912345678"]
)
def test_what_is_no_phone_is_refused(text):
    with pytest.raises(NotAPhone):
        read_phone(text)


def test_a_list_is_read_below_its_titles_with_columns_in_any_order():
    rows = read(
        "Danh sách.XLSX",
        sheet(
            ["cán bộ ĐƠN VỊ", 912345678.0, "Trần  Thị\u200b Bình", "19555"],
            above=[["DANH SÁCH TÀI KHOẢN"], []],
            head=["VAI TRÒ *", "SĐT", "Họ tên:", "Mã đơn vị"],
        ),
    )

    assert len(rows) == 1
    row = rows[0]
    assert (row.number, row.phone, row.unit, row.role, row.title) == (4, "0912345678", "19555", Role.OFFICER, "")
    assert row.problems == {}


def test_each_wrong_cell_is_told_by_row_and_column(leader):
    make.member(Role.OFFICER, make.unit("xã Triệu Cơ"), phone="0987654321")
    rows = [
        BINH,
        ["", "12", "xã Không Có", "Vua", ""],
        ["Lê A", "0987654321", "xã Ái Tử", "Người xem", ""],
        ["Lê B", "0912345678", "xã Ái Tử", "Người xem", ""],
        ["Lê C", "", "xã Triệu Cơ", "Cán bộ đơn vị", ""],
        ["Lê D", "", "xã Ái Tử", "Quản trị", ""],
        ["x" * 201, "", "ai tu", "officer", ""],
    ]

    found = problems(rows, leader)

    assert found[2] == {}
    assert set(found[3]) == {"full_name", "phone", "unit", "role"}
    assert found[4] == {"phone": "Số này đã có tài khoản. Hãy mời riêng để người ấy nhận thêm vai trò."}
    assert found[5] == {"phone": "Trùng số điện thoại với dòng 2."}
    assert found[6] == {"role": "Đồng chí không được giao vai trò “Cán bộ đơn vị” tại xã Triệu Cơ."}
    assert found[7] == {"role": "Đồng chí không được giao vai trò “Quản trị” tại xã Ái Tử."}
    assert set(found[8]) == {"full_name", "unit"}


def test_an_ended_unit_names_its_successor_and_a_doubtful_name_asks_for_the_code(leader, commune):
    day = timezone.localdate()
    ended = make.unit("xã Triệu Ái", ends=day.replace(year=day.year - 1))
    Succession.objects.create(kind="merge", on=day, predecessor=ended, successor=commune)
    for code in ("1", "2"):
        make.unit("xã Tân Thành", code=code)
    row = ["Lê A", "", "xã Triệu Ái", "Người xem", ""]

    found = problems([row, [*row[:2], "xã Tân Thành", *row[3:]]], leader)

    assert "đơn vị kế tục là xã Ái Tử" in found[2]["unit"]
    assert found[3]["unit"] == "Có 2 đơn vị tên “xã Tân Thành”; hãy ghi mã đơn vị: 1, 2."


def packed(**parts):
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/") + ".xml", content)
    return held.getvalue()


def with_corner():
    """A true workbook whose sheet names a cell in the farthest corner."""
    source, held = zipfile.ZipFile(BytesIO(sheet(BINH))), BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in source.namelist():
            content = source.read(name)
            if name.endswith("sheet1.xml"):
                far = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
                content = content.replace(b"</sheetData>", far)
            archive.writestr(name, content)
    return held.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("a.xls", b"x", "Chỉ nhận tệp .xlsx"),
        ("a", sheet(BINH), "Chỉ nhận tệp .xlsx"),
        ("a.xlsx", b"", "trống"),
        ("a.xlsx", b"x" * (5 * 1024 * 1024 + 1), "lớn hơn 5 MB"),
        ("a.xlsx", b"khong phai bang tinh", "Tệp hỏng"),
        ("a.xlsx", sheet(BINH)[:-300], "Tệp hỏng"),
        ("a.xlsx", b"\xd0\xcf\x11\xe0" + b"\0" * 600, "mật khẩu"),
        ("a.xlsx", packed(xl__workbook="<x/>"), "Tệp hỏng"),
        ("a.xlsx", packed(a=b"0" * 60_000_000), "quá lớn"),
        ("a.xlsx", with_corner(), "quá lớn"),
        ("a.xlsx", sheet(), "không có dòng nào"),
        ("a.xlsx", sheet(BINH, head=["Họ và tên", "Ghi chú"]), "“Đơn vị”, “Vai trò”"),
        ("a.xlsx", sheet(*[BINH] * (MOST_ROWS + 1)), "hơn 2.000 dòng"),
    ],
    ids=lambda value: value[:24] if isinstance(value, str) else "",
)
def test_a_file_that_is_no_list_is_refused_in_one_sentence(name, content, sentence):
    with pytest.raises(Unreadable, match=re.escape(sentence)) as refused:
        read(name, content)
    assert foreign_words(str(refused.value), ["MB"]) == set()


def test_a_damaged_file_never_breaks_the_reader():
    whole = sheet(BINH, BINH)
    for place in range(0, len(whole), 61):
        damaged = bytearray(whole)
        damaged[place] ^= 0xFF
        try:
            read("a.xlsx", bytes(damaged))
        except Unreadable:
            continue


def test_all_are_invited_or_nobody(leader):
    rows = read("a.xlsx", sheet(BINH, ["Lê A", "", "xã Không Có", "Người xem", ""]))

    with pytest.raises(Refused, match="còn lỗi ở dòng 3"):
        imports.invite_all(rows, by=leader)
    assert not Invitation.objects.exists()


def upload(client, content, name="nguoi.xlsx"):
    return client.post("/tai-khoan/nguoi/nhap/", {"file": SimpleUploadedFile(name, content)})


def test_from_the_file_to_the_sheet_of_links(leader):
    client = Client()
    client.force_login(leader)

    page = upload(client, sheet(BINH, ["Lê A", "", "19555", "Người xem", ""])).content.decode()
    assert "2 dòng đều đúng" in page
    assert not Invitation.objects.exists()
    token = re.search(r'name="packed" value="([^"]+)"', page)[1]
    done = client.post("/tai-khoan/nguoi/nhap/tao/", {"packed": token})["Location"]
    assert "Đã tạo 2 lời mời" in client.get(done).content.decode()
    table = CalamineWorkbook.from_filelike(io.BytesIO(client.get(f"{done}lien-ket/").content))
    rows = table.get_sheet_by_index(0).to_python()

    links = [row[5] for row in rows[3:]]
    assert [row[0] for row in rows[3:]] == ["Trần Thị Bình", "Lê A"]
    assert len(set(links)) == 2
    assert all(Client().get(link.removeprefix("http://testserver")).status_code == 200 for link in links)


def test_a_second_press_invites_nobody_again(leader):
    client = Client()
    client.force_login(leader)
    token = re.search(r'name="packed" value="([^"]+)"', upload(client, sheet(BINH)).content.decode())[1]

    first, second = (client.post("/tai-khoan/nguoi/nhap/tao/", {"packed": token, "once": "m"}) for _ in range(2))

    assert first["Location"] == second["Location"]
    assert Invitation.objects.count() == 1


@pytest.mark.parametrize("packed_rows", ["", "gia-mao", "W10:1abc:xyz"])
def test_rows_that_we_did_not_sign_are_not_believed(leader, packed_rows):
    client = Client()
    client.force_login(leader)

    answer = client.post("/tai-khoan/nguoi/nhap/tao/", {"packed": packed_rows})

    assert answer.status_code == 409
    assert "tải tệp lên lần nữa" in answer.content.decode()


def test_the_preview_shows_every_problem_in_vietnamese(leader):
    client = Client()
    client.force_login(leader)

    page = upload(client, sheet(["", "12", "xã Không Có", "Vua", ""])).content.decode()

    assert "1 dòng cần sửa" in page
    assert "packed" not in page
    assert foreign_words(page) == set()
    assert "Tệp hỏng" in upload(client, b"xx").content.decode()


def test_the_command_writes_the_links_and_says_what_is_wrong(leader, tmp_path, capsys):
    make.member(Role.ADMINISTRATOR, make.province())
    good, bad, links = tmp_path / "a.xlsx", tmp_path / "b.xlsx", tmp_path / "links.xlsx"
    good.write_bytes(sheet(BINH))
    bad.write_bytes(sheet(["Lê A", "", "xã Không Có", "Người xem", ""]))

    call_command("import_people", good, dry_run=True)
    assert not Invitation.objects.exists()
    with pytest.raises(CommandError, match="1 dòng cần sửa"):
        call_command("import_people", bad)
    assert "Dòng 2, cột Đơn vị: Không có đơn vị nào" in capsys.readouterr().err
    call_command("import_people", good, by=leader.username, output=links, site="https://dv.example.vn/")

    row = CalamineWorkbook.from_path(links).get_sheet_by_index(0).to_python()[3]
    assert row[5].startswith("https://dv.example.vn/tai-khoan/vao/")
    assert Invitation.objects.get().made_by == leader
    for lacking in ({"file": tmp_path / "none.xlsx"}, {"file": good, "by": "khong-co"}):
        with pytest.raises(CommandError):
            call_command("import_people", lacking.pop("file"), **lacking)
