"""Names and words come out as they were given, whatever signs are in them; what cannot be printed is refused."""

import unicodedata
from dataclasses import replace
from io import BytesIO

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kheo.documents.paper import Form, Paragraph
from kheo.documents.texts import Listed, list_of
from kheo.documents.typesetting import MissingLetter, to_docx, to_pdf
from tests.documents.reading import ReadPdf
from tests.documents.samples import OFFICES, TODAY, papers
from tests.documents.test_letters import VIETNAMESE

SIGNS = "#*_@$`<>[]{}\\\"'~=-/+|^&%!?:;,()“”‘’–"
NAMES = st.text(
    st.sampled_from(sorted(VIETNAMESE) + list(SIGNS) + list("aeiou bcdh 0123456789 ")), min_size=1, max_size=200
)
TRICKY = [
    "#import \"x.typ\": * — #eval(\"1\") #sys.inputs",
    "*đậm* _nghiêng_ `mã` $x^2$ @ai <nhãn> [a](b)",
    "// chú thích /* hết */ \\ ~ -- --- ...",
    "Tổ “5 không, 3 sạch” & 'Ngày thứ 7' <b>x</b> &amp; {{ x }} {% y %}",
    "= Tiêu đề",
    "- gạch\n+ số",
    "Nguyễn Thị Ẩn Ỹ Ữ ẵ ỡ Ộ ệ Ở",
]  # fmt: skip


def letters_of(text):
    return "".join(unicodedata.normalize("NFC", text).split())


def with_name(name):
    return list_of(OFFICES[Form.PARTY], about="thử", rows=[Listed(name, note="ghi chú")])


def printed(pdf):
    return letters_of("".join(line.text for line in ReadPdf(pdf).lines))


@settings(max_examples=30, deadline=None)
@given(NAMES)
def test_any_name_is_printed_letter_for_letter(name):
    blank, full = printed(to_pdf(with_name("·"), today=TODAY)), printed(to_pdf(with_name(name), today=TODAY))

    assert sorted(full) == sorted(blank.replace("·", "") + letters_of(name))


@settings(max_examples=30, deadline=None)
@given(NAMES)
def test_any_name_is_in_the_docx_letter_for_letter(name):
    document = docx.Document(BytesIO(to_docx(with_name(name), today=TODAY)))
    cell = document.tables[2].rows[1].cells[1]

    assert cell.text == unicodedata.normalize("NFC", name)


@pytest.mark.parametrize("text", TRICKY)
def test_signs_of_markup_are_only_signs(text):
    paper = replace(papers(Form.STATE)["letter"], body=(Paragraph(text),), signer=None)

    said = printed(to_pdf(paper, today=TODAY))
    written = docx.Document(BytesIO(to_docx(paper, today=TODAY)))

    assert letters_of(text) in said
    assert letters_of(text) in letters_of("".join(one.text for one in written.paragraphs))


@pytest.mark.parametrize(
    "name", ["Ệ" * 200, "Nguyễn " * 28 + "Ỹ", "https://" + "xa" * 96], ids=["word", "words", "address"]
)
def test_a_name_of_two_hundred_letters_stays_inside_its_cell(name):
    pdf = ReadPdf(to_pdf(with_name(name), today=TODAY))
    cell_left, cell_right, heading = pdf.line("TT").right + 2, pdf.line("Ghi chú").left - 2, pdf.line("TT").base

    assert pdf.between(cell_left, cell_right, below=heading).startswith(letters_of(name))
    assert all(left >= 29.9 and right <= 195.1 for _, _, left, right, _ in pdf.inked)


def test_decomposed_letters_are_composed():
    paper = with_name(unicodedata.normalize("NFD", "Triệu Phước Điền"))

    assert ReadPdf(to_pdf(paper, today=TODAY)).has("Triệu Phước Điền")


@pytest.mark.parametrize("draw", [to_pdf, to_docx])
@pytest.mark.parametrize("letter", ["漢", "😀"])
def test_a_letter_without_a_glyph_is_refused_in_both_forms_of_file(draw, letter):
    with pytest.raises(MissingLetter, match=f"Chữ “{letter}”.*Tuyến đường {letter}"):
        draw(with_name(f"Tuyến đường {letter}"), today=TODAY)


def test_what_cannot_be_seen_is_left_out():
    paper = with_name("Tuyến\u200b đường\x00 hoa\ufeff")

    assert ReadPdf(to_pdf(paper, today=TODAY)).has("Tuyến đường hoa")
    assert "Tuyến đường hoa" in docx.Document(BytesIO(to_docx(paper, today=TODAY))).tables[2].rows[1].cells[1].text


@pytest.mark.parametrize(
    ("tones", "body", "name"), [("old", "ĐẢNG ỦY XÃ ÁI TỬ", "Thuỷ"), ("new", "ĐẢNG UỶ XÃ ÁI TỬ", "Thuỷ")]
)
def test_the_spelling_of_the_office_touches_its_words_and_no_name(tones, body, name):
    paper = replace(papers(Form.PARTY)["letter"], body=(Paragraph("Đồng chí Thuỷ, ủy viên; văn hoá xã."),))
    pdf = ReadPdf(to_pdf(paper, today=TODAY, tones=tones))

    assert pdf.has(body)
    assert pdf.has({"old": "Đồng chí Thuỷ, ủy viên; văn hóa xã.", "new": "Đồng chí Thuỷ, uỷ viên; văn hoá xã."}[tones])
