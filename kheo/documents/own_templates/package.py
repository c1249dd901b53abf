"""What a Word file may carry besides text: nothing that runs, nothing that is fetched from elsewhere."""

import re
import zipfile
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring

from kheo.core.filechecks.kinds import MACRO
from kheo.documents.paper import (
    Annex,
    Column,
    Form,
    Ground,
    Paper,
    PaperKind,
    Paragraph,
    Signer,
    Table,
)

OUTSIDE = "Mẫu có liên kết ra ngoài tới “{target}”. Hãy gỡ liên kết ấy trong Word rồi lưu lại."
REMOTE = "Mẫu gắn với một mẫu Word ở nơi khác (“{target}”). Trong Word, vào Developer → Document Template, bỏ mẫu ấy rồi lưu lại."
CARRIES = "Mẫu nhúng một tệp hay đối tượng khác (OLE, ActiveX). Hãy bỏ đối tượng ấy rồi lưu lại."
FETCHES = "Mẫu có trường “{code}” lấy dữ liệu từ tệp hay chương trình khác. Hãy bỏ trường ấy rồi lưu lại."
TEMPLATE_FILE = "Đây là tệp mẫu Word (.dotx). Hãy mở ra, lưu thành văn bản .docx rồi gửi lại."
EMBEDDED = {
    "oleObject", "package", "aFChunk", "control", "activeXControlBinary", "subDocument", "frame", "vbaProject",
    "wordVbaData", "externalLink",
}  # fmt: skip
FETCHING = re.compile(r"\b(DDEAUTO|DDE|INCLUDETEXT|INCLUDEPICTURE|LINK|IMPORT|DATABASE|RD|AUTOTEXT)\b", re.IGNORECASE)
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def refusals(content: bytes) -> Iterator[str]:
    """Why a file may not be a template, each with what to do. Its bounds and its XML were held before (`filechecks`)."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        types = archive.read("[Content_Types].xml").decode(errors="replace")
        if "macroEnabled" in types:
            yield MACRO
        if "wordprocessingml.template" in types:
            yield TEMPLATE_FILE
        for name in archive.namelist():
            if name.endswith(".rels"):
                yield from _of_relations(fromstring(archive.read(name)))
            elif name.startswith("word/") and name.endswith(".xml"):
                yield from _of_fields(fromstring(archive.read(name)))


def _of_relations(root: Element) -> Iterator[str]:
    for one in root:
        kind, target = one.get("Type", "").rpartition("/")[2], one.get("Target", "")[:120]
        if kind == "attachedTemplate":
            yield REMOTE.format(target=target)
        elif kind in EMBEDDED:
            yield CARRIES
        elif one.get("TargetMode", "").lower() == "external":
            yield OUTSIDE.format(target=target)


def _of_fields(root: Element) -> Iterator[str]:
    # A field's code may be cut into runs anywhere, so the pieces are read as one.
    codes = "".join(one.text or "" for one in root.iter(f"{_WORD}instrText"))
    codes = " ".join([codes, *(one.get(f"{_WORD}instr", "") for one in root.iter(f"{_WORD}fldSimple"))])
    for code in dict.fromkeys(word.upper() for word in FETCHING.findall(codes)):
        yield FETCHES.format(code=code)


def sample_paper(kind: str, form: str) -> Paper:
    """A paper with something in every field, for trying a template out. Nobody in it is real."""
    is_party = form == Form.PARTY
    rows = (
        ("1", "Tuyến đường hoa thôn Xuân", "Chi hội Phụ nữ thôn Xuân", "92,5"),
        ("2", "Tổ tiết kiệm giúp nhau thoát nghèo", "Chi hội Nông dân thôn Hạ", "88,0"),
    )
    columns = (Column("TT"), Column("Tên mô hình", 4), Column("Tập thể", 3), Column("Điểm", 1, "center"))
    return Paper(
        kind=PaperKind(kind),
        form=Form(form),
        superior="Tỉnh ủy Mẫu" if is_party else "Ủy ban nhân dân tỉnh Mẫu",
        issuer="Đảng ủy xã Mẫu" if is_party else "Ủy ban nhân dân xã Mẫu",
        symbol="ĐU" if is_party else "UBND",
        place="Mẫu",
        on=date(2026, 10, 9),
        number="05",
        about="về việc công nhận mô hình, điển hình “Dân vận khéo” năm 2026",
        decider="Ban Thường vụ Đảng ủy" if is_party else "Chủ tịch Ủy ban nhân dân xã Mẫu",
        addressees=("Ban Thường vụ cấp trên",),
        body=(
            Ground("Căn cứ kế hoạch phong trào thi đua “Dân vận khéo” năm 2026"),
            Paragraph("Qua thẩm định, có 02 mô hình, điển hình đủ điều kiện (có danh sách kèm theo)."),
        ),
        signer=Signer("Bí thư" if is_party else "Chủ tịch", "Nguyễn Văn Mẫu", "T/M Ban Thường vụ" if is_party else ""),
        recipients=("Như trên", "Các chi bộ trực thuộc", "Lưu Đảng ủy" if is_party else "Lưu: VT"),
        annexes=(Annex("Danh sách", "mô hình, điển hình được đề nghị công nhận", (Table(columns, rows),)),),
    )
