"""Files that are damaged, disguised or meant to harm are refused with a sentence, never with a crash."""

import io
import random
import subprocess
import sys
import zipfile
from pathlib import Path

import openpyxl
import pytest
import xlwt
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from kheo.movement.importing import MAX_BYTES, BadFile, as_json, files, read_book, read_register
from kheo.movement.importing.sheets import BrokenCell
from tests.movement.importing import paper
from tests.movement.importing.draw import Drawing
from tests.movement.importing.places import TODAY, matcher

ODS_CONTENT = """<?xml version="1.0" encoding="UTF-8"?><office:document-content
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">
<office:body><office:spreadsheet><table:table table:name="A">{}</table:table></office:spreadsheet></office:body>
</office:document-content>"""
ODS_CELL = '<table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell>'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def reading(content, name):
    return [list(sheet.rows) for sheet in read_book(content, name)]


def refusal(content, name):
    with pytest.raises(BadFile) as refused:
        reading(content, name)
    return str(refused.value)


def zipped(**parts):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            compression = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), content, compression)
    return stream.getvalue()


def workbook(sheet_data=None, **changes):
    """A small .xlsx whose sheet data, or other parts, are replaced by hand."""
    book = openpyxl.Workbook()
    book.active["A1"] = "x"
    stream = io.BytesIO()
    book.save(stream)
    source, out = zipfile.ZipFile(stream), io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for part in source.infolist():
            content = changes.pop(part.filename, source.read(part))
            if sheet_data is not None and part.filename == "xl/worksheets/sheet1.xml":
                head, _, rest = content.partition(b"<sheetData>")
                content = head + b"<sheetData>" + sheet_data + b"</sheetData>" + rest.partition(b"</sheetData>")[2]
            archive.writestr(part.filename, content)
        for name, content in changes.items():
            archive.writestr(name, content)
    return out.getvalue()


def old_workbook():
    book = xlwt.Workbook()
    sheet = book.add_sheet("A")
    sheet.write(0, 0, "x")
    return paper._saved(book.save)


def ods(body, **more):
    """A small .ods whose table is written by hand."""
    more.setdefault("META-INF__manifest_xml", "<manifest/>")
    content = ODS_CONTENT.format(body).encode()
    return zipped(mimetype="application/vnd.oasis.opendocument.spreadsheet", content_xml=content, **more)


BAD = {
    # what it is: name, content, what the sentence must speak of
    "nothing": ("a.xlsx", b"", "trống"),
    "only spaces": ("a.csv", b" \r\n\r\n", "trống"),
    "only a mark": ("a.csv", b"\xef\xbb\xbf", "trống"),
    "unknown ending": ("a.docx", b"PK\x03\x04", ".docx"),
    "no ending": ("danh-muc", b"a,b", "danh-muc"),
    "pdf": ("a.xlsx", b"%PDF-1.7 ...", "PDF"),
    "rtf": ("a.xls", b"{\\rtf1 ...", "RTF"),
    "picture": ("a.xlsx", b"\xff\xd8\xff\xe0 ...", "JPEG"),
    "word": ("a.xlsx", zipped(word__document_xml="<w/>"), "Word"),
    "old word": ("a.xls", OLE + "WordDocument".encode("utf-16-le"), "Word"),
    "slides": ("a.xlsx", zipped(ppt__presentation_xml="<p/>"), "trình chiếu"),
    "other zip": ("a.xlsx", zipped(readme="x"), "ZIP"),
    "empty zip": ("a.xlsx", b"PK\x05\x06" + bytes(18), "ZIP"),
    "letter of libreoffice": (
        "a.ods",
        zipped(mimetype="application/vnd.oasis.opendocument.text", content_xml="<x/>"),
        "không phải bảng tính",
    ),
    "password xlsx": ("a.xlsx", OLE + "EncryptedPackage".encode("utf-16-le"), "mật khẩu"),
    "password ods": (
        "a.ods",
        ods(ODS_CELL, **{"META-INF__manifest_xml": "<manifest:encryption-data/>"}),
        "mật khẩu",
    ),
    "xls named xlsx": ("a.xlsx", old_workbook(), ".xls"),
    "xlsx named xls": ("a.xls", workbook(), ".xlsx"),
    "xlsx named csv": ("a.csv", workbook(), ".xlsx"),
    "text named xlsx": ("a.xlsx", "STT,Tên mô hình".encode(), "văn bản"),
    "page named xls": ("a.xls", b"<html><table><tr><td>1</td></tr></table></html>", "HTML"),
    "page in utf-16": ("a.xls", "<table><tr><td>1</td></tr></table>".encode("utf-16"), "HTML"),
    "xml of 2003": (
        "a.xls",
        b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
        "XML 2003",
    ),
    "noise named csv": ("a.csv", bytes(random.Random(1).randbytes(5_000)), "không phải văn bản"),
    "half xlsx": ("a.xlsx", workbook()[:-300], "hỏng"),
    "half xls": ("a.xls", old_workbook()[:2000], "hỏng"),
    "far corner": (
        "a.xlsx",
        workbook(b'<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
        "quá giới hạn",
    ),
    "far corner, other quotes": (
        "a.xlsx",
        workbook(b"<row r='1'><c r='A1'><v>1</v></c></row><row r='1048576'><c r='XFD1048576'><v>1</v></c></row>"),
        "quá giới hạn",
    ),
    "far column": ("a.xlsx", workbook(b'<row r="9"><c r="XFD9"><v>1</v></c></row>'), "quá lớn"),
    "far row": ("a.xlsx", workbook(b'<row r="200001"><c r="A200001"><v>1</v></c></row>'), "200.000"),
    "wide and deep": (
        "a.xlsx",
        workbook(b'<row r="1"><c r="IV1"><v>1</v></c></row><row r="99999"><c r="A99999"><v>1</v></c></row>'),
        "quá lớn",
    ),
    "repeated rows": (
        "a.ods",
        ods(f'<table:table-row table:number-rows-repeated="900000">{ODS_CELL}</table:table-row>'),
        "quá giới hạn",
    ),
    "repeated cells": (
        "a.ods",
        ods(f'<table:table-row><table:table-cell table:number-columns-repeated="999999"/>{ODS_CELL}</table:table-row>'),
        "quá lớn",
    ),
    "entities": (
        "a.ods",
        zipped(
            mimetype="application/vnd.oasis.opendocument.spreadsheet",
            content_xml='<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>',
        ),
        "hỏng",
    ),
    "zip bomb": ("a.xlsx", workbook(**{"xl/sharedStrings.xml": bytes(60 << 20)}), "bất thường"),
    "many parts": ("a.xlsx", workbook(**{f"xl/x{at}.xml": b"" for at in range(5_001)}), "bất thường"),
    "too many csv rows": ("a.csv", b"a,b\n" * 200_001, "200.000"),
    "too many csv columns": ("a.csv", b"a" + b"," * 9_999, "cột"),
    "a csv cell without end": ("a.csv", b'a,b\n"' + b"x" * 200_000, "ngoặc kép"),
}


@pytest.mark.parametrize("case", BAD)
def test_bad_file_is_refused_with_a_sentence(case):
    name, content, word = BAD[case]

    sentence = refusal(content, name)

    assert word in sentence
    assert sentence[0].isupper()
    assert sentence.endswith(".")


def test_file_above_the_limit_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "a.xlsx"
    with path.open("wb") as stream:
        stream.truncate(MAX_BYTES + 1)

    assert "50 MB" in refusal(path, "a.xlsx")


def test_missing_file_is_refused(tmp_path):
    assert refusal(tmp_path / "a.xlsx", "a.xlsx") == "Không mở được tệp: tệp không có hoặc không được phép đọc."


def test_lying_size_is_refused():
    """A part that says it is small and unpacks to more is what a careful bomb looks like."""
    content = bytearray(workbook(b'<row r="1"><c r="A1"><v>1</v></c></row>' * 2000))
    with zipfile.ZipFile(io.BytesIO(bytes(content))) as archive:
        part = archive.getinfo("xl/worksheets/sheet1.xml")
        size = part.file_size.to_bytes(4, "little")
    at = content.rindex(size)
    content[at : at + 4] = (100).to_bytes(4, "little")

    assert "hỏng" in refusal(bytes(content), "a.xlsx")


def test_xls_that_aborts_its_parser_is_refused():
    """These dimensions make the parser ask for petabytes, which ends its whole process."""
    content = old_workbook()
    at = content.index(b"\x00\x02\x0e\x00") + 4
    content = content[:at] + b"\0\0\0\0\xff\xff\xff\xff\0\0\xff\xff\0\0" + content[at + 14 :]

    assert "hỏng" in refusal(content, "a.xls")


def test_formula_is_read_as_excel_kept_it_and_never_computed():
    rows = b'<row r="1"><c r="A1"><f>1+1</f><v>7</v></c><c r="B1" t="str"><f>X!A1</f><v>kept</v></c></row>'

    assert reading(workbook(rows), "a.xlsx") == [[[7.0, "kept"]]]


def test_formula_without_a_kept_value_or_with_an_error_is_a_broken_cell():
    rows = (
        b'<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>SUM(A1)</f></c></row>'
        b'<row r="3"><c r="A3" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>'
    )

    (found,) = reading(workbook(rows), "a.xlsx")

    assert found == [
        [1.0, BrokenCell("=SUM(A1)", "công thức chưa có kết quả, hãy mở tệp bằng Excel rồi lưu lại")],
        [""],
        [BrokenCell("#DIV/0!", "công thức trong ô bị lỗi #DIV/0!")],
    ]


def test_failed_formula_in_xls_is_a_broken_cell():
    book = xlwt.Workbook()
    sheet = book.add_sheet("A")
    sheet.write(0, 0, "x")
    sheet.write(1, 1, xlwt.Formula("A1"))
    sheet.row(2).set_cell_error(1, "#REF!")

    (found,) = reading(paper._saved(book.save), "a.xls")

    assert found[2][1] == BrokenCell("#REF!", "công thức trong ô bị lỗi #REF!")


def test_hidden_sheet_is_left_out():
    book = openpyxl.Workbook()
    book.active["A1"] = "seen"
    book.create_sheet("old")["A1"] = "hidden"
    book["old"].sheet_state = "hidden"

    assert [sheet.name for sheet in read_book(paper._saved(book.save), "a.xlsx")] == ["Sheet"]


def test_table_away_from_the_corner_keeps_its_rows_and_columns():
    book = openpyxl.Workbook()
    book.active["C4"] = "x"

    assert reading(paper._saved(book.save), "a.xlsx") == [[["", "", ""]] * 3 + [["", "", "x"]]]


def test_ending_rows_without_content_count_for_nothing():
    """LibreOffice ends each sheet with a million empty rows; Excel keeps rows that were only coloured."""
    rest = (
        '<table:table-row table:number-rows-repeated="1048575">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    )

    assert reading(ods(f"<table:table-row>{ODS_CELL}</table:table-row>{rest}"), "a.ods") == [[["x"]]]
    coloured = b'<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" s="0"/></row>'
    assert reading(workbook(coloured), "a.xlsx") == [[[1.0]]]


@pytest.mark.parametrize(
    ("delimiter", "encoding"), [(",", "utf-8"), (";", "utf-16"), ("\t", "utf-8-sig"), ("|", "utf-8")]
)
def test_csv_is_cut_where_its_writer_cut_it(delimiter, encoding):
    text = f'STT{delimiter}Tên{delimiter}"Kinh phí\n(đồng)"\n1{delimiter}Thắp sáng, đường quê{delimiter}1,5\n'

    quoted = text.replace("Thắp sáng, đường quê", '"Thắp sáng, đường quê"').replace("1,5", '"1,5"')

    assert reading(quoted.encode(encoding), "a.csv") == [
        [["STT", "Tên", "Kinh phí\n(đồng)"], ["1", "Thắp sáng, đường quê", "1,5"]]
    ]


def test_csv_that_names_its_delimiter_is_believed():
    assert reading(b"sep=;\nSTT;a,b\n", "a.csv") == [[[], ["STT", "a,b"]]]


WHOLE = {
    ".xlsx": paper.xlsx(Drawing("whole").draw()),
    ".ods": paper.ods(Drawing("whole").draw()),
    ".csv": paper.csv_text(Drawing("whole", merges=False).draw(), ",").encode(),
}


def read_or_refused(content, suffix):
    """Either a reading or a sentence: anything else is a crash and fails the test."""
    try:
        return as_json(read_register(content, name=f"a{suffix}", match_unit=matcher().match, on=TODAY))
    except BadFile as refused:
        return str(refused)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(suffix=st.sampled_from(sorted(WHOLE)), share=st.floats(0, 1))
def test_file_cut_anywhere_is_read_or_refused(suffix, share):
    content = WHOLE[suffix]

    assert isinstance(read_or_refused(content[: int(share * len(content))], suffix), dict | str)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(suffix=st.sampled_from(sorted(WHOLE)), seed=st.integers(0, 10**9), many=st.integers(1, 30))
@example(suffix=".ods", seed=1608, many=9)  # a part that says it is patched
def test_file_with_changed_bytes_is_read_or_refused(suffix, seed, many):
    chance = random.Random(seed)
    content = bytearray(WHOLE[suffix])
    for _ in range(many):
        content[chance.randrange(len(content))] = chance.randrange(256)

    assert isinstance(read_or_refused(bytes(content), suffix), dict | str)


@pytest.mark.parametrize("seed", range(6))
def test_xls_cut_or_changed_is_read_or_refused(seed):
    chance = random.Random(seed)
    content = bytearray(paper.xls(Drawing("whole").draw()))
    for _ in range(chance.randrange(20)):
        content[chance.randrange(512, len(content))] = chance.randrange(256)

    assert isinstance(read_or_refused(bytes(content[: chance.randrange(600, len(content))]), ".xls"), dict | str)


def test_importer_needs_no_django():
    code = "import sys, kheo.movement.importing; sys.exit('django' in sys.modules)"

    assert (
        subprocess.run([sys.executable, "-c", code], cwd=Path(files.__file__).parents[3], check=False).returncode == 0
    )
