"""A Word file to begin an own template with: our own layout with the fields standing where their values would."""

import re
from datetime import date
from io import BytesIO

import docx
from docx.document import Document
from docx.text.paragraph import Paragraph as WordParagraph

from kheo.documents.paper import Annex, Block, Centred, Form, Paper, PaperKind, Paragraph, Signer
from kheo.documents.typesetting import to_docx

TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")
# What our layout writes of a number and a day that are not known yet, and the field that stands for it.
BLANKS = {
    re.compile(r"\(Kèm theo .*\)"): "(Kèm theo {{so_ky_hieu}}, {{ngay_thang}})",
    re.compile(r"Số:?\s.*"): "{{so_ky_hieu}}",
    re.compile(r"ngày\s+tháng\s+năm\s*"): "{{ngay_thang}}",
}


def starter(form: str, today: date) -> bytes:
    """The file, in the layout that holds for the form on a day."""
    document = docx.Document(BytesIO(to_docx(_tagged(form), today=today)))
    for paragraph in _paragraphs(document):
        for run in paragraph.runs:
            run.text = _as_field(run.text)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _tagged(form: str) -> Paper:
    # No space within a tag, so that no line of a head is parted inside it.
    return Paper(
        kind=PaperKind.DECISION,
        form=Form(form),
        superior="{{co_quan_cap_tren|upper}}",
        issuer="{{co_quan_ban_hanh|upper}}",
        place="{{dia_danh}}",
        heading="{{ten_loai|upper}}",
        about="{{trich_yeu}}",
        body=(
            *_where("kinh_gui", Centred("Kính gửi: {{kinh_gui|join(', ')}}")),
            *_loop("can_cu", "- {{dong}};"),
            *_where("co_quan_quyet_dinh", Centred("{{co_quan_quyet_dinh}}")),
            *_loop("noi_dung", "{{dong}}"),
        ),
        signer=Signer("{{chuc_vu|upper}}", "{{nguoi_ky}}", "{{tham_quyen_ky|upper}}"),
        recipients=("{%p for dong in noi_nhan %}", "{{dong}}", "{%p endfor %}"),
        annexes=(Annex("{{ten_danh_sach}}", "", _loop("danh_sach", "{{dong|join(' – ')}}")),),
    )


def _loop(name: str, line: str) -> tuple[Paragraph, ...]:
    return (Paragraph(f"{{%p for dong in {name} %}}"), Paragraph(line), Paragraph("{%p endfor %}"))


def _where(name: str, shown: Block) -> tuple[Block, ...]:
    return (Paragraph(f"{{%p if {name} %}}"), shown, Paragraph("{%p endif %}"))


def _paragraphs(document: Document) -> list[WordParagraph]:
    cells = (cell for table in document.tables for cell in table._cells)
    return [*document.paragraphs, *(paragraph for cell in cells for paragraph in cell.paragraphs)]


def _as_field(text: str) -> str:
    """Tags in small letters again, where the layout wrote them in capitals; blanks as the fields that fill them."""
    text = TAG.sub(lambda found: found[0].lower(), text)
    for blank, field in BLANKS.items():
        text = blank.sub(field, text)
    return text
