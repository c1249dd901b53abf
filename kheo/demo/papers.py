"""Stand-in papers of the demo: a drawn page beside most of what was counted, a Word file of each made-up directive."""

import hashlib
from html import escape
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from django.core.files.base import ContentFile
from PIL import Image, ImageDraw

from kheo.accounts.models import User
from kheo.demo.stories.directives import DIRECTIVES
from kheo.movement.actions import directives
from kheo.movement.models import Directive, Evidence, Exemplar, Outcome

RULES = 18
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"


def prove(exemplar: Exemplar, outcome: Outcome, by: User) -> Evidence:
    """Put a drawn page beside an outcome that has its figure."""
    page = _page(f"{exemplar.name} {outcome.name}")
    words = f"Biên bản xác nhận “{outcome.name}” (minh họa)"
    evidence = Evidence(
        exemplar=exemplar, outcome=outcome, kind="document", name=f"{words[:200]}.pdf", caption=words[:300],
        taken_on=outcome.actual_on, content_type="application/pdf", size=len(page),
        sha256=hashlib.sha256(page).hexdigest(), by=by,
    )  # fmt: skip
    evidence.original.save("bien-ban-minh-hoa.pdf", ContentFile(page), save=False)
    evidence.save()
    return evidence


def _page(about: str) -> bytes:
    """Ruled lines and two plain words: nothing that could be taken for a real paper. No two pages are the same."""
    seed = hashlib.sha256(about.encode()).digest()
    page = Image.new("RGB", (420, 594), "white")
    pen = ImageDraw.Draw(page)
    pen.text((170, 40), "MINH HOA", fill="#A4161A")
    for number in range(RULES):
        height = 110 + number * 24
        pen.line((50, height, 370 - seed[number], height), fill="#CCC4B8", width=3)
    held = BytesIO()
    page.save(held, "PDF")
    return held.getvalue()


def file_directives(by: User) -> None:
    """Put a Word file beside each made-up directive that has a text."""
    for told in DIRECTIVES:
        if told.text:
            directive = Directive.objects.get(number=told.number, title=told.title)
            heading = f"{told.kind} số {told.number}: {told.title}"
            name = f"{told.kind} {told.number.replace('/', '-')} (minh họa).docx"
            directives.add_file(directive, BytesIO(_word(heading, told.text)), name, by=by)


def _word(heading: str, paragraphs: tuple[str, ...]) -> bytes:
    """The smallest .docx that a word processor opens: the heading in bold, then the paragraphs."""
    lines = [_paragraph(heading, "<w:rPr><w:b/></w:rPr>"), *(_paragraph(text) for text in paragraphs)]
    parts = {
        "[Content_Types].xml": (
            f'<Types xmlns="{PACKAGE}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{DOCUMENT}"/></Types>'
        ),
        "_rels/.rels": (
            f'<Relationships xmlns="{PACKAGE}/relationships">'
            f'<Relationship Id="rId1" Type="{LINK}" Target="word/document.xml"/></Relationships>'
        ),
        "word/document.xml": f'<w:document xmlns:w="{WORD}"><w:body>{"".join(lines)}</w:body></w:document>',
    }
    held = BytesIO()
    with ZipFile(held, "w", ZIP_DEFLATED) as packed:
        for name, xml in parts.items():
            # With a day of its own, so that the same words are the same file at every run.
            packed.writestr(ZipInfo(name), f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{xml}')
    return held.getvalue()


def _paragraph(text: str, look: str = "") -> str:
    return f'<w:p><w:r>{look}<w:t xml:space="preserve">{escape(text, quote=False)}</w:t></w:r></w:p>'
