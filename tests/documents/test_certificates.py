"""Certificates: every word on the sheet, a QR code that a phone reads, names of any length within the frame."""

import re
from dataclasses import replace
from datetime import date
from io import BytesIO

import pypdf
import pytest
import segno
from hypothesis import given, settings
from hypothesis import strategies as st

from kheo.documents.certificates import PrintedCertificate, to_sheet_of_certificates
from kheo.documents.certificates.fitting import NAME_WIDTH, SIZES, fit
from kheo.documents.certificates.sheet import MASK, QUIET, qr_code
from kheo.documents.paper import Form, Signer
from kheo.documents.typesetting import MissingLetter
from kheo.documents.typesetting.letters import width_mm
from tests.documents.reading import ReadPdf
from tests.documents.samples import TODAY
from tests.documents.test_letters import VIETNAMESE
from tests.documents.test_verbatim import TRICKY, letters_of

PRAISE = PrintedCertificate(
    form=Form.STATE,
    award="Giấy khen",
    giver="Chủ tịch Ủy ban nhân dân xã Ái Tử",
    name="Chi hội Phụ nữ thôn Hà Xá",
    unit="Xã Ái Tử, tỉnh Quảng Trị",
    reason="Đã có thành tích xuất sắc trong phong trào thi đua “Dân vận khéo” năm 2026",
    signer=Signer("Chủ tịch", "Trần Văn Đức"),
    place="Ái Tử",
    on=date(2026, 10, 15),
    decision="Quyết định số 156/QĐ-UBND ngày 15/10/2026",
    register="Số vào sổ vàng: 012",
    code="KH-2026-00012",
    link="https://danvankheo.example/xac-minh/KH-2026-00012/",
)
RECOGNISED = PrintedCertificate(
    form=Form.PARTY,
    award="Giấy chứng nhận",
    giver="Ban Thường vụ Đảng ủy xã Ái Tử",
    name="Tuyến đường hoa tự quản",
    reason="Đạt danh hiệu mô hình “Dân vận khéo” cấp xã năm 2026",
    signer=Signer("Bí thư", "Lê Quang Chiến", "T/M BAN THƯỜNG VỤ"),
    verb="Công nhận",
)


def read(*certificates):
    return ReadPdf(to_sheet_of_certificates(certificates, today=TODAY))


@pytest.mark.parametrize(
    ("certificate", "texts"),
    [
        (
            PRAISE,
            [
                "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                "Độc lập - Tự do - Hạnh phúc",
                "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ ÁI TỬ",
                "TẶNG",
                "GIẤY KHEN",
                "Chi hội Phụ nữ thôn Hà Xá",
                "Xã Ái Tử, tỉnh Quảng Trị",
                "Đã có thành tích xuất sắc trong phong trào thi đua “Dân vận khéo” năm 2026",
                "Ái Tử, ngày 15 tháng 10 năm 2026",
                "CHỦ TỊCH",
                "KH-2026-00012",
                "Quyết định số 156/QĐ-UBND ngày 15/10/2026",
                "Trần Văn Đức",
                "Số vào sổ vàng: 012",
            ],
        ),
        (
            RECOGNISED,
            [
                "ĐẢNG CỘNG SẢN VIỆT NAM",
                "BAN THƯỜNG VỤ ĐẢNG ỦY XÃ ÁI TỬ",
                "CÔNG NHẬN",
                "GIẤY CHỨNG NHẬN",
                "Tuyến đường hoa tự quản",
                "Đạt danh hiệu mô hình “Dân vận khéo” cấp xã năm 2026",
                "ngày tháng năm",
                "T/M BAN THƯỜNG VỤ",
                "BÍ THƯ",
                "Lê Quang Chiến",
            ],
        ),
    ],
    ids=["state", "party"],
)
def test_everything_stands_on_one_landscape_sheet(certificate, texts):
    pdf = read(certificate)

    assert sorted(line.text for line in pdf.lines) == sorted(texts)
    assert [(round(page.width), round(page.height)) for page in pdf.pages] == [(297, 210)]


def test_the_rule_under_the_motto_is_as_long_as_the_motto():
    pdf = read(PRAISE)
    motto = pdf.line("Độc lập - Tự do - Hạnh phúc")
    (rule,) = [one for one in pdf.drawn if 0 < one.top - motto.base < 3]

    assert rule.length == pytest.approx(motto.right - motto.left, abs=0.5)


@pytest.mark.parametrize("name", ["Nguyễn Thị Ngọc " * 12 + "Ỹ", "Ệ" * 200, "i" * 200, *TRICKY])
def test_a_name_of_any_signs_and_length_stays_inside_the_frame_on_one_page(name):
    pdf = read(replace(PRAISE, name=name))

    assert len(pdf.pages) == 1
    assert letters_of(name) in letters_of("".join(line.text for line in pdf.lines))
    assert all(left > 15 and right < 282 and 15 < base < 195 for _, base, left, right, _ in pdf.inked)
    assert pdf.line("Trần Văn Đức").base < 190


@settings(max_examples=200, deadline=None)
@given(st.text(st.sampled_from([*sorted(VIETNAMESE), *"abc XYZ 0123 -"]), min_size=1, max_size=200))
def test_a_fitted_name_keeps_its_letters_and_its_width(name):
    fitted = fit(name)

    assert "".join("".join(fitted.lines).split()) == "".join(name.split())
    assert fitted.size in SIZES
    assert len(fitted.lines) <= 3
    assert all(width_mm(line, fitted.size, bold=True) <= NAME_WIDTH for line in fitted.lines)


def test_a_short_name_is_large_and_a_long_one_smaller():
    sizes = [fit("Nguyễn Văn " * count).size for count in (1, 6, 12, 18)]

    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] == SIZES[0]


def test_the_qr_code_is_the_one_of_the_link():
    """Drawn again module by module from the SVG, and compared with the matrix of the encoder."""
    drawing = qr_code(PRAISE.link)
    expected = segno.make(PRAISE.link, error="m", micro=False, mask=MASK).matrix
    side = len(expected)
    dark = {
        (int(row) - QUIET, int(column) - QUIET + step)
        for column, row, length in re.findall(r"M(\d+) (\d+)h(\d+)v1", drawing)
        for step in range(int(length))
    }

    assert dark == {(row, column) for row in range(side) for column in range(side) if expected[row][column]}
    assert f'viewBox="0 0 {side + 2 * QUIET} {side + 2 * QUIET}"' in drawing


def test_no_link_no_code():
    assert read(replace(PRAISE, link="", code="")).has("Trần Văn Đức")
    assert not read(replace(PRAISE, link="")).has("KH-2026-00012")


def test_many_come_in_their_order_a_page_each_in_one_pdf_a():
    names = [f"Tập thể số {number}" for number in range(40)]
    file = to_sheet_of_certificates([replace(PRAISE, name=name) for name in names], today=TODAY)
    pdf = ReadPdf(file)

    assert [line.text for line in pdf.lines if line.size == SIZES[0]] == names
    assert len(pdf.pages) == 40
    assert b"<pdfaid:part>2</pdfaid:part>" in pypdf.PdfReader(BytesIO(file)).trailer["/Root"]["/Metadata"].get_data()


def test_a_letter_without_a_glyph_is_refused():
    with pytest.raises(MissingLetter, match="Chữ “漢”"):
        read(PRAISE, replace(PRAISE, name="Tổ 漢"))


def test_no_certificates_no_file():
    with pytest.raises(ValueError, match="Chưa có giấy nào để in"):
        read()
