"""The DOCX of a paper: what Word finds in it, and what LibreOffice makes of it beside our own PDF."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import docx
import pytest
from docx.enum.text import WD_LINE_SPACING
from docx.oxml.ns import qn

from kheo.documents.layouts import layout_for
from kheo.documents.paper import Form
from kheo.documents.typesetting import to_docx
from tests.documents.samples import TODAY, papers

EXACTLY = WD_LINE_SPACING.EXACTLY
NAMES = [f"{form.value} {name}" for form in Form for name in papers(form, 1)]


@pytest.fixture(scope="module", params=Form)
def written(request):
    paper = papers(request.param)["recognition"]
    return docx.Document(BytesIO(to_docx(paper, today=TODAY))), layout_for(request.param, paper.on)


def test_the_page_is_laid_as_the_rule_set_says(written):
    document, layout = written
    section = document.sections[0]
    found = [
        section.page_width, section.page_height, section.top_margin, section.bottom_margin, section.left_margin,
        section.right_margin, section.header_distance,
    ]  # fmt: skip

    assert [round(length.mm, 1) for length in found] == [
        layout.page_width.value, layout.page_height.value, layout.margin_top.value, layout.margin_bottom.value,
        layout.margin_left.value, layout.margin_right.value, layout.number_from_edge.value,
    ]  # fmt: skip


def test_the_page_number_is_a_field_in_the_header_and_not_on_the_first_page(written):
    document, _ = written
    header = document.sections[0].header

    assert document.sections[0].different_first_page_header_footer
    assert [one.text for one in header._element.iter(qn("w:instrText"))] == ["PAGE"]
    assert header.paragraphs[0].alignment == docx.enum.text.WD_ALIGN_PARAGRAPH.CENTER
    assert document.sections[0].first_page_header.paragraphs[0].text == ""


def test_every_paragraph_has_an_exact_pitch_and_the_body_that_of_the_rule_set(written):
    document, layout = written
    cells = [paragraph for table in document.tables for cell in table._cells for paragraph in cell.paragraphs]
    article = next(one for one in document.paragraphs if one.text.startswith("Điều 1."))

    assert {one.paragraph_format.line_spacing_rule for one in [*document.paragraphs, *cells]} == {EXACTLY}
    assert article.paragraph_format.line_spacing.pt == layout.line_pitch.value
    assert article.paragraph_format.space_before.pt == layout.space_before.value
    assert round(article.paragraph_format.first_line_indent.mm, 1) == layout.indent.value


def test_letters_are_times_new_roman_in_the_sizes_of_the_rule_set(written):
    document, layout = written
    article = next(one for one in document.paragraphs if one.text.startswith("Điều 1."))
    head = document.tables[0]
    nation = head.rows[0].cells[1].paragraphs[0].runs[0]

    assert document.styles["Normal"].font.name == "Times New Roman"
    assert [(run.font.size.pt, run.bold) for run in article.runs] == [(14, True), (14, False)]
    assert (nation.font.size.pt, nation.bold) == (layout.nation.size.value, True)
    assert not list(document.element.iter(qn("w:drawing"), qn("w:pict")))


def test_heads_are_tables_without_lines_and_lists_repeat_their_heading_and_part_no_row(written):
    document, _ = written
    head, _, end, listed = document.tables

    for table in (head, end):
        assert table.style.name == "Normal Table"
        assert not list(table._tbl.iter(qn("w:tblBorders")))
    assert listed.style.name == "Table Grid"
    assert [bool(list(row._tr.iter(qn("w:tblHeader")))) for row in listed.rows] == [True] + [False] * 45
    assert all(list(row._tr.iter(qn("w:cantSplit"))) for row in listed.rows)


def test_word_opens_it_without_compatibility_mode_and_nobody_else_is_named_in_it(written):
    document, _ = written
    (mode,) = document.settings.element.iter(qn("w:compatSetting"))

    assert (mode.get(qn("w:name")), mode.get(qn("w:val"))) == ("compatibilityMode", "15")
    assert document.core_properties.comments == ""
    assert document.core_properties.created.date() == date(2026, 2, 9)


def test_a_table_stands_between_the_margins_in_libreoffice_too(converted):
    for name in ("party recognition", "state list"):
        _, theirs = converted[name]
        rules = [one for one in theirs.drawn if one.page == 2 and one.length > 20]

        assert min(one.left for one in rules) == pytest.approx(30, abs=0.3)
        assert max(one.right for one in rules) == pytest.approx(195, abs=0.3)


def test_rows_of_a_long_list_stand_at_the_same_heights_in_libreoffice(converted):
    ours, theirs = (
        sorted({round(one.top, 1) for one in pdf.drawn if one.page == 2 and one.length > 20})
        for pdf in converted["state recognition"]
    )
    near = [min(abs(our - their) for their in theirs) for our in ours]

    assert len(ours) > 15
    assert max(near) < 0.7


@pytest.mark.parametrize("name", NAMES)
def test_libreoffice_shows_the_same_text_on_as_many_pages(converted, name):
    ours, theirs = converted[name]

    assert theirs.letters() == ours.letters()
    assert len(theirs.pages) == len(ours.pages)


@pytest.mark.parametrize("name", ["party recognition", "state submission", "party meeting", "state meeting"])
def test_libreoffice_sets_the_body_in_as_many_lines_at_the_same_heights(converted, name):
    """A word at the very end of a line may fall to either side of it; the lines themselves stand alike."""
    ours, theirs = (
        sorted({round(line.base, 1) for line in pdf.lines if is_body(line)}) for pdf in converted[name]
    )  # fmt: skip
    shifts = [their - our for our, their in zip(ours, theirs, strict=True)]

    assert len(ours) > 1
    assert max(shifts) - min(shifts) < 0.7


def is_body(line):
    return line.page == 1 and line.size == 14 and not line.bold and line.right - line.left > 20 and line.base > 60


@pytest.mark.parametrize("form", Form)
def test_a_wide_list_is_a_section_that_lies_on_its_side(form):
    paper = papers(form)["recognition"]
    wide = replace(paper, annexes=(replace(paper.annexes[0], landscape=True),))
    document = docx.Document(BytesIO(to_docx(wide, today=TODAY)))

    assert [(round(one.page_width.mm), round(one.page_height.mm)) for one in document.sections] == [
        (210, 297),
        (297, 210),
    ]
    assert round(sum(column.width.mm for column in document.tables[-1].columns)) == 297 - 30 - 15
    assert document.sections[1].header.is_linked_to_previous
    assert not document.sections[1].different_first_page_header_footer
