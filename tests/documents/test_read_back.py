"""The PDF of a paper, read back: what stands on it equals the rule set's data, to the millimetre and the point."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pypdf
import pytest

from kheo.documents.layouts import LAYOUTS, layout_for
from kheo.documents.paper import Form
from kheo.documents.texts import decision
from kheo.documents.typesetting import to_pdf, to_pdf_together
from tests.documents.reading import ReadPdf
from tests.documents.samples import DECIDER, ISSUED, OFFICES, TODAY, papers

NEAR = 0.1  # mm
ASCENT = 0.891  # of Liberation Serif, in sizes of letters
PT = 25.4 / 72
OLD_DAY, NEW_DAY = date(2026, 5, 26), date(2026, 5, 27)


def read(name, form, on=None, **differs):
    paper = papers(form)[name]
    if on:
        paper = replace(paper, on=on, **differs)
    return ReadPdf(to_pdf(paper, today=TODAY)), layout_for(form, paper.on or TODAY)


@pytest.fixture(scope="module", params=LAYOUTS, ids=lambda layout: layout.name)
def decided(request):
    """A decision with a long list, of the last day of its rule set or of a day in it."""
    layout = request.param
    return (*read("recognition", layout.form, layout.ends or NEW_DAY), OFFICES[layout.form])


def look(style):
    return (style.size.value, style.bold, style.italic)


def test_the_page_is_of_the_rule_sets_size(decided):
    pdf, layout, _ = decided

    for page in pdf.pages:
        assert (page.width, page.height) == pytest.approx((layout.page_width.value, layout.page_height.value), abs=NEAR)


def test_text_begins_and_ends_at_the_margins(decided):
    pdf, layout, _ = decided
    body = [line for line in pdf.lines if line.page == 1 and line.look == look(layout.body)]
    right_edge = layout.page_width.value - layout.margin_right.value

    assert min(line.left for line in body) == pytest.approx(layout.margin_left.value, abs=NEAR)
    assert max(line.right for line in body) == pytest.approx(right_edge, abs=NEAR)
    assert all(layout.margin_left.value - NEAR < line.left < line.right < right_edge + NEAR for line in pdf.lines)


def test_a_table_fills_the_width_between_the_margins(decided):
    pdf, layout, _ = decided
    rules = [one for one in pdf.drawn if one.page == 2]

    assert len(rules) > 10
    for one in rules:
        assert (one.left, one.right) == pytest.approx(
            (layout.margin_left.value, layout.page_width.value - layout.margin_right.value), abs=0.2
        )


def test_text_keeps_inside_the_top_and_bottom_margins(decided):
    pdf, layout, office = decided
    first = pdf.line(office.superior.upper())
    tight = 1.2 * layout.superior.size.value

    assert first.base - 0.8 * tight * PT == pytest.approx(layout.margin_top.value, abs=NEAR)
    for page in range(1, len(pdf.pages) + 1):
        inside = [line for line in pdf.lines if line.page == page and not is_page_number(line)]
        assert min(line.base - ASCENT * line.size * PT for line in inside) > layout.margin_top.value - NEAR
        assert max(line.base for line in inside) < layout.page_height.value - layout.margin_bottom.value


def test_a_full_page_is_filled_to_the_bottom_margin(decided):
    pdf, layout, _ = decided
    lowest = max(one.top for one in pdf.drawn if one.page == 2)
    tallest_row = 3 * 1.2 * layout.table.size.value * PT

    assert 0 <= layout.page_height.value - layout.margin_bottom.value - lowest < tallest_row


def is_page_number(line):
    return line.text == str(line.page) and line.base < 18


def test_the_first_page_bears_no_number_and_the_others_theirs_in_the_middle_of_the_top(decided):
    pdf, layout, _ = decided
    numbers = [line for line in pdf.lines if is_page_number(line)]
    middle = (layout.margin_left.value + layout.page_width.value - layout.margin_right.value) / 2

    assert [line.page for line in numbers] == list(range(2, len(pdf.pages) + 1))
    assert len(pdf.pages) == 4
    for line in numbers:
        assert line.look == look(layout.page_number)
        assert (line.left + line.right) / 2 == pytest.approx(middle, abs=NEAR)
        assert line.base - ASCENT * line.size * PT == pytest.approx(layout.number_from_edge.value, abs=NEAR)


def test_every_part_is_lettered_as_the_rule_set_says(decided):
    pdf, layout, office = decided
    nation = {
        Form.PARTY: "ĐẢNG CỘNG SẢN VIỆT NAM",
        Form.STATE: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    }[layout.form]
    on = layout.ends or NEW_DAY
    authority = {Form.PARTY: "T/M BAN THƯỜNG VỤ", Form.STATE: "TM. ỦY BAN NHÂN DÂN"}[layout.form]
    number = {Form.PARTY: "Số 05-QĐ/ĐU", Form.STATE: "Số: 05/QĐ-UBND"}[layout.form]
    about = "ề việc công nhận mô hình, điển hình “Dân vận khéo” cấp xã năm 2026"

    assert {
        "nation": pdf.line(nation).look,
        "superior": pdf.line(office.superior.upper()).look,
        "issuer": next(line for line in pdf.lines if line.text == office.issuer.upper()).look,
        "number": pdf.line(number).look,
        "place_and_date": pdf.line(f"Ái Tử, ngày {on.day} tháng 5 năm 2026").look,
        "kind": pdf.line("QUYẾT ĐỊNH").look,
        "about": pdf.line(("V" if layout.form == Form.STATE else "v") + about).look,
        "ground": next(line for line in pdf.lines if "Căn cứ Quy định số 399" in line.text).look,
        "body": pdf.starting("Công nhận 45 mô hình").look,
        "authority": pdf.line(authority).look,
        "signer_title": pdf.line(office.signer.title.upper()).look,
        "signer_name": pdf.line(office.signer.name).look,
        "recipients_title": pdf.line("Nơi nhận:").look,
        "recipients": pdf.line("- Như Điều 3;").look,
    } == {
        name: look(getattr(layout, name))
        for name in (
            "nation", "superior", "issuer", "number", "place_and_date", "kind", "about", "ground", "body", "authority",
            "signer_title", "signer_name", "recipients_title", "recipients",
        )
    }  # fmt: skip
    assert pdf.line("Điều 1.").look == (layout.body.size.value, True, False)


def test_lines_stand_at_the_pitch_and_paragraphs_at_the_space_and_the_indent(decided):
    pdf, layout, _ = decided
    first = pdf.starting("Công nhận 45 mô hình")
    second = pdf.line("(có danh sách kèm theo).")
    article = pdf.line("Điều 1.")
    following = pdf.line("Điều 2.")

    assert second.base - first.base == pytest.approx(layout.line_pitch.value * PT, abs=0.02)
    assert following.base - second.base == pytest.approx(
        (layout.line_pitch.value + layout.space_before.value) * PT, abs=0.02
    )
    assert article.left - second.left == pytest.approx(layout.indent.value, abs=NEAR)


def test_the_line_under_the_head_is_as_long_as_the_words_over_it(decided):
    pdf, layout, _ = decided
    words = pdf.line("ĐẢNG CỘNG SẢN VIỆT NAM" if layout.form == Form.PARTY else "Độc lập - Tự do - Hạnh phúc")
    rule = next(one for one in pdf.drawn if one.page == 1 and one.left > 100)

    assert rule.length == pytest.approx(words.right - words.left, abs=0.5)
    assert (rule.left + rule.right) / 2 == pytest.approx((words.left + words.right) / 2, abs=NEAR)
    assert 0.5 < rule.top - words.base < 3


def test_the_issuers_mark_and_the_mark_under_the_title_are_those_of_the_form(decided):
    pdf, layout, office = decided
    issuer = next(line for line in pdf.lines if line.text == office.issuer.upper())
    about = next(line for line in pdf.lines if line.text.endswith("Dân vận khéo” cấp xã năm 2026"))
    under = {line.text for line in pdf.lines if line.page == 1} & {"*", "-----"}
    flat = [one for one in pdf.drawn if one.page == 1 and one.top < 80]

    if layout.form == Form.PARTY:
        assert under == {"*", "-----"}
        assert len(flat) == 1  # under the Party's name and nowhere else
        star, dashes = pdf.line("*"), pdf.line("-----")
        assert (star.left + star.right) / 2 == pytest.approx((issuer.left + issuer.right) / 2, abs=0.3)
        assert (dashes.left + dashes.right) / 2 == pytest.approx((about.left + about.right) / 2, abs=0.3)
    else:
        assert under == set()
        assert len(flat) == 3
        for words in (issuer, about):
            (rule,) = [one for one in flat if 0 < one.top - words.base < 4 and within(one, words)]
            assert 1 / 3 <= rule.length / (words.right - words.left) <= 1 / 2


def within(rule, words):
    return words.left - 1 < rule.left < rule.right < words.right + 1


def test_recipients_title_is_underlined_in_the_partys_form_only(decided):
    pdf, layout, _ = decided
    title = pdf.line("Nơi nhận:")
    lines = [one for one in pdf.drawn if one.page == 1 and 0 < one.top - title.base < 2]

    assert len(lines) == (1 if layout.form == Form.PARTY else 0)


def test_the_heads_stand_side_by_side(decided):
    pdf, layout, office = decided
    left, right = pdf.line(office.superior.upper()), pdf.starting("ĐẢNG CỘNG" if layout.form == "party" else "CỘNG HÒA")
    number, day = pdf.starting("Số"), pdf.starting("Ái Tử, ngày")

    assert left.right < right.left
    assert left.base == pytest.approx(right.base, abs=0.5)
    assert number.base == pytest.approx(day.base, abs=NEAR)


@pytest.mark.parametrize(
    ("form", "number", "end"), [("party", "Số -TTr/ĐU", "quyết định."), ("state", "Số: /TTr-UBND", "quyết định./.")]
)
def test_a_draft_leaves_with_blanks_for_number_and_day(form, number, end):
    pdf, _ = read("submission", Form(form))

    assert pdf.line(number)
    assert pdf.line("Ái Tử, ngày tháng năm")
    assert pdf.line(f"Kính trình Ban Thường vụ xem xét, {end}")


@pytest.mark.parametrize(
    ("form", "number", "about"),
    [
        ("party", "Số 05-CV/ĐU", ["Về việc rà soát mô hình", "“Dân vận khéo” năm 2026"]),
        ("state", "Số: 05/UBND", ["V/v rà soát mô hình", "“Dân vận khéo” năm 2026"]),
    ],
)
def test_an_official_letter_tells_what_it_is_about_under_its_number(form, number, about):
    pdf, layout = read("letter", Form(form))
    numbered = pdf.line(number)
    lines = [pdf.line(text) for text in about]

    assert [line.look for line in lines] == [look(layout.letter_about)] * 2
    assert numbered.base < lines[0].base < lines[1].base
    assert not pdf.has("CÔNG VĂN")


def test_a_day_below_ten_and_the_first_two_months_have_a_leading_zero():
    assert read("recognition", Form.PARTY)[0].line("Ái Tử, ngày 09 tháng 02 năm 2026")
    assert read("recognition", Form.STATE, date(2026, 3, 21))[0].line("Ái Tử, ngày 21 tháng 3 năm 2026")


def test_the_partys_paper_is_drawn_by_the_rule_set_of_its_day():
    assert read("recognition", Form.PARTY, OLD_DAY)[1].name.startswith("Hướng dẫn 36")
    assert read("recognition", Form.PARTY, NEW_DAY)[1].name.startswith("Hướng dẫn 05")
    assert layout_for(Form.PARTY, ISSUED["on"]).name.startswith("Hướng dẫn 36")


@pytest.mark.parametrize("form", Form)
def test_the_pdf_is_pdf_a_2b_with_its_fonts_in_it(form):
    file = pypdf.PdfReader(BytesIO(to_pdf(papers(form)["recognition"], today=TODAY)))
    said = file.trailer["/Root"]["/Metadata"].get_data().decode()
    fonts = [
        kid.get_object()["/FontDescriptor"]
        for page in file.pages
        for font in page["/Resources"]["/Font"].values()
        for kid in font.get_object()["/DescendantFonts"]
    ]

    assert "<pdfaid:part>2</pdfaid:part>" in said
    assert "<pdfaid:conformance>B</pdfaid:conformance>" in said
    assert file.trailer["/Root"]["/OutputIntents"]
    assert fonts
    assert all("/FontFile2" in font or "/FontFile3" in font for font in fonts)
    assert file.metadata.author == OFFICES[form].issuer


@pytest.mark.parametrize("form", Form)
def test_the_same_paper_gives_the_same_file(form):
    paper = papers(form)["recognition"]

    assert to_pdf(paper, today=TODAY) == to_pdf(paper, today=date(2026, 12, 31))


def test_the_tail_is_not_parted_from_its_signature():
    """However long the body: the signature's page holds at least the last paragraph's end."""

    for count in range(8, 26):
        articles = [
            ("Nội dung của điều này dài hơn một dòng để trang được đầy thêm từng chút một, cho tới chữ ký.",)
        ] * count
        paper = decision(OFFICES[Form.PARTY], "về việc thử", articles, decider=DECIDER[Form.PARTY], grounds=())
        pdf = ReadPdf(to_pdf(paper, today=TODAY))
        page = pdf.line("T/M BAN THƯỜNG VỤ", len(pdf.pages)).page

        assert any(line.page == page and line.text.startswith(f"Điều {count}.") for line in pdf.lines)


def test_papers_together_keep_their_own_page_numbers():
    long, short = papers(Form.PARTY)["recognition"], papers(Form.STATE)["letter"]
    pdf = ReadPdf(to_pdf_together([long, short, long], today=TODAY))

    assert [(line.page, line.text) for line in pdf.lines if line.base < 18] == [
        (2, "2"),
        (3, "3"),
        (4, "4"),
        (7, "2"),
        (8, "3"),
        (9, "4"),
    ]


@pytest.mark.parametrize("form", Form)
def test_a_wide_list_lies_on_its_side(form):
    paper = papers(form)["recognition"]
    wide = replace(paper, annexes=(replace(paper.annexes[0], landscape=True),))
    pdf = ReadPdf(to_pdf(wide, today=TODAY))
    rules = [one for one in pdf.drawn if one.page == 2]

    lying = [page.width > page.height for page in pdf.pages]

    assert lying == [False] + [True] * (len(lying) - 1)
    assert {(round(one.left), round(one.right)) for one in rules} == {(30, 282)}
    assert any(line.page == 2 and line.text == "2" and line.base < 18 for line in pdf.lines)
