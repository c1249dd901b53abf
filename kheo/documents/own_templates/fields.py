"""The fields that an office's own template may name, and a paper as their values. The same facts as in our own papers."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from kheo.core.vietnamese import clean
from kheo.core.vietnamese.tones import Style as ToneStyle
from kheo.documents.layouts import Layout
from kheo.documents.paper import (
    TYPE_CODES,
    Article,
    Blank,
    Block,
    Centred,
    Ground,
    Heading,
    Paper,
    Paragraph,
    Signatures,
    Signer,
    Table,
)
from kheo.documents.typesetting.compose import layout_of
from kheo.documents.typesetting.desk import day_in_words
from kheo.documents.typesetting.heads import number_line
from kheo.documents.typesetting.spelling import spelled

TEXT, LINES, ROWS = "một dòng", "nhiều dòng", "bảng"


@dataclass(frozen=True)
class Field:
    """What a field holds, and how it is written into a template."""

    meaning: str
    shape: str = TEXT


FIELDS: dict[str, Field] = {
    "co_quan_cap_tren": Field("Tên cơ quan cấp trên"),
    "co_quan_ban_hanh": Field("Tên cơ quan ban hành"),
    "so_ky_hieu": Field("Số, ký hiệu, ví dụ Số 05-TTr/ĐU; dự thảo để trống chỗ ghi số"),
    "dia_danh": Field("Địa danh"),
    "ngay_thang": Field("ngày … tháng … năm …"),
    "ten_loai": Field("Tên loại văn bản; công văn không có"),
    "trich_yeu": Field("Trích yếu"),
    "co_quan_quyet_dinh": Field("Cơ quan, chức danh ra quyết định"),
    "kinh_gui": Field("Nơi gửi ở dòng Kính gửi", LINES),
    "can_cu": Field("Các căn cứ", LINES),
    "noi_dung": Field("Nội dung, mỗi đoạn một dòng", LINES),
    "ten_danh_sach": Field("Tên danh sách kèm theo"),
    "cot": Field("Tên các cột của bảng đầu tiên", LINES),
    "danh_sach": Field("Các hàng của bảng đầu tiên; hàng[0] là ô thứ nhất", ROWS),
    "tham_quyen_ky": Field("Thẩm quyền ký, ví dụ T/M BAN THƯỜNG VỤ"),
    "chuc_vu": Field("Chức vụ người ký"),
    "nguoi_ky": Field("Họ và tên người ký"),
    "noi_nhan": Field("Nơi nhận, mỗi nơi một dòng", LINES),
}
WRITTEN = {
    TEXT: "{{{{ {name} }}}}",
    LINES: "{{%p for dong in {name} %}} … {{{{ dong }}}} … {{%p endfor %}}",
    ROWS: "{{%tr for hang in {name} %}} … {{{{ hang[0] }}}} … {{%tr endfor %}}",
}


def written(name: str) -> str:
    """How a field is written into a Word file."""
    return WRITTEN[FIELDS[name].shape].format(name=name)


def values_of(paper: Paper, *, today: date, tones: ToneStyle | None = None) -> dict[str, Any]:
    """Every field of `FIELDS` with what the paper says, in the office's spelling."""
    layout = layout_of(paper, today)
    signer = paper.signer or Signer("")
    blocks = (*paper.body, *(block for annex in paper.annexes for block in annex.body))
    table = next((block for block in blocks if isinstance(block, Table)), Table((), ()))
    said = {
        "co_quan_cap_tren": paper.superior,
        "co_quan_ban_hanh": paper.issuer,
        "so_ky_hieu": _number(layout, paper),
        "dia_danh": paper.place,
        "ngay_thang": day_in_words(paper.on),
        "ten_loai": paper.title,
        "trich_yeu": paper.about,
        "co_quan_quyet_dinh": paper.decider,
        "kinh_gui": paper.addressees,
        "can_cu": tuple(block.text for block in paper.body if isinstance(block, Ground)),
        "noi_dung": tuple(line for block in paper.body for line in _lines(block)),
        "ten_danh_sach": next((f"{annex.title} {annex.about}" for annex in paper.annexes), ""),
        "cot": tuple(column.heading for column in table.columns),
        "danh_sach": table.rows,
        "tham_quyen_ky": signer.authority,
        "chuc_vu": signer.title,
        "nguoi_ky": signer.name,
        "noi_nhan": paper.recipients,
    }
    return {name: _spelled(value, tones) for name, value in said.items()}


def _number(layout: Layout, paper: Paper) -> str:
    return number_line(layout, paper.kind, paper.symbol, paper.number) if paper.kind in TYPE_CODES else ""


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Paragraph():
            yield " ".join(filter(None, (block.lead, block.text)))
        case Article():
            yield f"Điều {block.number}. {block.text}"
            yield from block.more
        case Blank():
            yield f"{block.label} {'.' * 60}"
        case Heading() | Centred():
            yield block.text
        case Signatures():
            yield "          ".join(" – ".join(filter(None, (one.title, one.name))) for one in block.signers)


def _spelled(value: Any, tones: ToneStyle | None) -> Any:
    if isinstance(value, str):
        return spelled(clean(value)[0], tones)
    return [_spelled(one, tones) for one in value]
