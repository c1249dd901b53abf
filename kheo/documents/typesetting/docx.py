"""A composed paper as an editable DOCX: real Word paragraphs, borderless tables, repeated headings, a page field."""

from collections.abc import Callable
from datetime import date, datetime, time
from io import BytesIO

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Mm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from kheo.core.vietnamese.tones import Style as ToneStyle
from kheo.documents.layouts import Layout
from kheo.documents.layouts.measure import Style
from kheo.documents.paper import Paper
from kheo.documents.typesetting.bodies import CELL_SIDE, CELL_TOP
from kheo.documents.typesetting.compose import compose, layout_of
from kheo.documents.typesetting.elements import Element, Grid, Line, Pair, Part, Room, Rule, Run
from kheo.documents.typesetting.letters import OFFICE_FAMILY

ALIGNMENTS = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "justify": WD_ALIGN_PARAGRAPH.JUSTIFY,
}
WORD_2013 = "15"
AFTER_COMPAT = (
    "w:docVars", "w:rsids", "m:mathPr", "w:attachedSchema", "w:themeFontLang", "w:clrSchemeMapping",
    "w:doNotIncludeSubdocsInStats", "w:shapeDefaults", "w:decimalSymbol", "w:listSeparator",
)  # fmt: skip
HAIR = 1  # pt: the height of a paragraph that is there only for its border
TWIPS_PER_MM = 1440 / 25.4


def to_docx(paper: Paper, *, today: date, tones: ToneStyle | None = None) -> bytes:
    """The paper as DOCX, by the rule set of its day (of today while it has none). Raises MissingLetter."""
    layout = layout_of(paper, today)
    writer = Writer(layout)
    for place, part in enumerate(compose(paper, layout, tones)):
        writer.part(part, is_first=not place)
    writer.document.core_properties.comments = ""
    writer.document.core_properties.created = datetime.combine(paper.on or today, time())
    writer.document.core_properties.title = f"{paper.title or paper.kind.label}: {paper.about}"[:255]
    writer.document.core_properties.author = paper.issuer[:255]
    written = BytesIO()
    writer.document.save(written)
    return written.getvalue()


class Writer:
    """Writes elements one after another into a Word document of a layout."""

    def __init__(self, layout: Layout):
        self.layout = layout
        self.document: Document = docx.Document()
        letter_normal(self.document, layout.body)
        write_as_word_2013(self.document)
        self.drawn: dict[type, Callable[..., None]] = {Line: self.line, Rule: rule, Room: room}

    def part(self, part: Part, *, is_first: bool) -> None:
        """Pages of one direction, in a section of their own."""
        section = self.document.sections[0] if is_first else self.section()
        lay_page(section, self.layout, landscape=part.landscape)
        if is_first:
            section.different_first_page_header_footer = True
            number_pages(section, self.layout)
        else:
            section.different_first_page_header_footer = False
        for element in part.elements:
            self.element(element, self.layout.width_between_margins(landscape=part.landscape))
        if isinstance(part.elements[-1], Pair | Grid):
            lay(self.document.add_paragraph(), before=0, pitch=HAIR)  # Word wants a paragraph after a table: a low one

    def section(self) -> Section:
        """A new section; the paragraph that ends the one before it takes no room."""
        section = self.document.add_section()
        lay(self.document.paragraphs[-1], before=0, pitch=HAIR)
        return section

    def element(self, element: Element, width: float) -> None:
        """One element in the body of the document."""
        if isinstance(element, Pair):
            self.pair(element)
        elif isinstance(element, Grid):
            self.grid(element)
        else:
            self.drawn[type(element)](self.document.add_paragraph(), element, width)

    def line(self, paragraph: Paragraph, line: Line, width: float) -> None:
        """A paragraph with its measures and its runs."""
        lay(paragraph, before=line.before, pitch=line.pitch or 0)
        paragraph.alignment = ALIGNMENTS[line.align]
        paragraph.paragraph_format.keep_with_next = line.holds or None
        if line.indent:
            paragraph.paragraph_format.first_line_indent = Mm(line.indent)
        for run in line.runs:
            self.run(paragraph, run)
        if line.dots:
            paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(width), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
            paragraph.add_run("\t")

    def run(self, paragraph: Paragraph, run: Run) -> None:
        """Letters in their style."""
        style = self.layout.styles()[run.style]
        written = paragraph.add_run(run.text)
        written.font.size = Pt(style.size.value)
        written.bold = style.bold if run.bold is None else run.bold
        written.italic = style.italic if run.italic is None else run.italic
        written.underline = style.underlined or None

    def pair(self, pair: Pair) -> None:
        """A table without lines, of one row that is never parted."""
        if pair.before:
            lay(self.document.add_paragraph(), before=0, pitch=pair.before)
        table = table_of(self.document, pair.widths, rows=1)
        margins(table, side=0, top=0)
        keep_whole(table.rows[0])
        for cell, elements, width in zip(table.rows[0].cells, pair.columns, pair.widths, strict=True):
            for place, element in enumerate(elements):
                paragraph = cell.paragraphs[0] if not place else cell.add_paragraph()
                self.drawn[type(element)](paragraph, element, width)
            if not elements:
                lay(cell.paragraphs[0], before=0, pitch=HAIR)

    def grid(self, grid: Grid) -> None:
        """A table with lines; Word repeats its heading and parts no row."""
        lay(self.document.add_paragraph(), before=0, pitch=grid.before)
        table = table_of(self.document, grid.widths, rows=1 + len(grid.rows))
        table.style = "Table Grid"
        margins(table, side=CELL_SIDE, top=CELL_TOP)
        cells = iter(table._cells)  # all at once: table.rows[n].cells is read anew each time
        for row in (grid.heading, *grid.rows):
            for line, width in zip(row, grid.widths, strict=True):
                cell = next(cells)
                center_vertically(cell)
                self.line(cell.paragraphs[0], line, width)
        for row in table.rows:
            keep_whole(row)
        repeat(table.rows[0])


def letter_normal(document: Document, style: Style) -> None:
    """The document's own style: the office's font for every script, no space that is not asked for."""
    normal = document.styles["Normal"]
    normal.font.name = OFFICE_FAMILY
    normal.font.size = Pt(style.size.value)
    fonts = normal.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(script), OFFICE_FAMILY)
    normal.element.rPr.append(made("w:lang", val="vi-VN"))
    normal.paragraph_format.space_before = normal.paragraph_format.space_after = Pt(0)


def write_as_word_2013(document: Document) -> None:
    """No compatibility mode: there Word would let tables hang out of the left margin by the edge of their cells."""
    compat = made("w:compat")
    compat.append(
        made("w:compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val=WORD_2013)
    )
    settings = document.settings.element
    for old in settings.findall(qn("w:compat")):
        settings.remove(old)
    settings.insert_element_before(compat, *AFTER_COMPAT)


def lay_page(section: Section, layout: Layout, *, landscape: bool) -> None:
    """Size and margins of the pages."""
    width, height = Mm(layout.page_width.value), Mm(layout.page_height.value)
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (height, width) if landscape else (width, height)
    section.top_margin, section.bottom_margin = Mm(layout.margin_top.value), Mm(layout.margin_bottom.value)
    section.left_margin, section.right_margin = Mm(layout.margin_left.value), Mm(layout.margin_right.value)
    section.header_distance = section.footer_distance = Mm(layout.number_from_edge.value)


def number_pages(section: Section, layout: Layout) -> None:
    """The page's number in the middle of the header; sections that follow show the same."""
    paragraph = section.header.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = paragraph.add_run()
    run.font.size = Pt(layout.page_number.size.value)
    for kind in ("begin", None, "end"):
        if kind:
            run._r.append(made("w:fldChar", fldCharType=kind))
        else:
            field = made("w:instrText")
            field.text = "PAGE"
            run._r.append(field)


def lay(paragraph: Paragraph, *, before: float, pitch: float) -> None:
    """Space before, none after, and an exact pitch of lines."""
    form = paragraph.paragraph_format
    form.space_before, form.space_after = Pt(before), Pt(0)
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(pitch)


def rule(paragraph: Paragraph, element: Rule, width: float) -> None:
    """A line: the border over an empty paragraph that is drawn in from both sides to the rule's length."""
    lay(paragraph, before=element.before, pitch=HAIR)
    side = Mm((width - element.length) / 2)
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = side
    border = made("w:pBdr")
    border.append(made("w:top", val="single", sz="6", space="0", color="000000"))
    paragraph._p.get_or_add_pPr().insert_element_before(border, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc")


def room(paragraph: Paragraph, element: Room, width: float) -> None:
    """Empty height."""
    lay(paragraph, before=0, pitch=element.height)


def table_of(document: Document, widths: tuple[float, ...], *, rows: int) -> Table:
    """A table of fixed columns that begins at the left margin."""
    table = document.add_table(rows, len(widths))
    table.autofit = False
    table.alignment = WD_TABLE_ALIGNMENT.LEFT
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    for cell, width in zip(table._cells, widths * rows, strict=True):
        cell.width = Mm(width)
    return table


def margins(table: Table, *, side: float, top: float) -> None:
    """Room between the text and the edge of its cell: mm at the sides, pt over and under it."""
    twips = {"top": top * 20, "left": side * TWIPS_PER_MM, "bottom": top * 20, "right": side * TWIPS_PER_MM}
    holder = made("w:tblCellMar")
    for edge, width in twips.items():
        holder.append(made(f"w:{edge}", w=str(round(width)), type="dxa"))
    properties = table._tbl.tblPr
    properties.append(holder)
    look = properties.find(qn("w:tblLook"))
    if look is not None:
        properties.append(look)  # the order of the schema: the look comes last


def center_vertically(cell: _Cell) -> None:
    """The text in the middle of the height of its cell."""
    cell._tc.get_or_add_tcPr().append(made("w:vAlign", val="center"))


def keep_whole(row) -> None:
    """The row is not parted by a page."""
    row._tr.get_or_add_trPr().append(made("w:cantSplit"))


def repeat(row) -> None:
    """The row stands again at the top of each page."""
    row._tr.get_or_add_trPr().append(made("w:tblHeader"))


def made(tag: str, **attributes: str):
    """An element of Word's XML."""
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    return element
