"""Asks the child to fill a template, and says in Vietnamese what is wrong with one and where."""

import base64
import json
from datetime import date
from typing import Any

from kheo.core import children
from kheo.core.vietnamese.tones import Style as ToneStyle
from kheo.documents.own_templates.fields import FIELDS, values_of
from kheo.documents.own_templates.package import refusals, sample_paper
from kheo.documents.paper import Paper

SECONDS = 40  # of the clock, for one file
LONG = "Mẫu lặp quá nhiều hoặc quá lớn nên không điền hết được. Hãy bớt phần lặp trong mẫu."
BROKEN = "Mẫu không mở được bằng phần mềm. Hãy mở bằng Word, lưu lại thành .docx rồi gửi lần nữa."
SAYS = {
    "unknown": "Không có trường tên “{name}”. Xem tên đúng ở bảng các trường",
    "tag": "Mẫu có lệnh hoặc phép tính không dùng được; chỉ dùng for, if và tên trường",
    "part": "Không lấy được phần “{name}”; chỉ viết tên trường, hoặc số thứ tự ô như hang[0]",
    "filter": "Không có cách viết “| {name}”",
    "raw": "Không dùng được “{{{{r”, “{{{{p”; chỉ viết {{{{ tên trường }}}}",
    "deep": "Lặp lồng nhau quá sâu; nhiều nhất hai lớp",
    "syntax": "Có dấu {{{{ hoặc {{% viết chưa đúng, hoặc chưa đóng",
}
NO_FIELD = (
    "Mẫu không có trường nào, nên văn bản nào cũng sẽ giống nhau. Hãy đặt ít nhất một trường, ví dụ {{ trich_yeu }}."
)
TRIED_ON = date(2026, 10, 9)


class BadTemplate(Exception):
    """A template cannot be filled. `sentences`: what is wrong and where, one by one."""

    def __init__(self, *sentences: str):
        self.sentences = sentences
        super().__init__(" ".join(sentences))


def fill(content: bytes, paper: Paper, *, today: date, tones: ToneStyle | None = None) -> bytes:
    """The template with the paper's fields, as DOCX. Raises `BadTemplate`."""
    return _filled(content, values_of(paper, today=today, tones=tones))[0]


def try_out(content: bytes, *, kind: str, form: str) -> bytes:
    """The template with sample values. Raises `BadTemplate` with all that is wrong with it."""
    if found := list(dict.fromkeys(refusals(content))):
        raise BadTemplate(*found)
    values = values_of(sample_paper(kind, form), today=TRIED_ON)
    filled, used = _filled(content, values)
    if not used:
        raise BadTemplate(NO_FIELD)
    return filled


def _filled(content: bytes, values: dict[str, Any]) -> tuple[bytes, list[str]]:
    assert set(values) == set(FIELDS)
    asked = json.dumps({"docx": base64.b64encode(content).decode(), "values": values}).encode()
    try:
        answer = json.loads(children.run("kheo.documents.own_templates.child", asked, seconds=SECONDS))
    except children.Overrun as problem:
        raise BadTemplate(LONG) from problem
    except children.Failed as problem:
        raise BadTemplate(BROKEN) from problem
    if faults := answer.get("faults"):
        raise BadTemplate(*dict.fromkeys(_said(*fault) for fault in faults))
    if bad := answer.get("bad"):
        raise BadTemplate(LONG if bad == "long" else BROKEN)
    return base64.b64decode(answer["docx"]), answer["used"]


def _said(kind: str, name: str, where: str) -> str:
    sentence = SAYS[kind].format(name=name)
    return f"{sentence} ({where})." if where else f"{sentence}."
