"""Tờ trình: a focal body asks its committee to recognise the models that passed."""

from collections.abc import Sequence
from typing import Any

from kheo.documents.paper import Annex, Office, Paper, PaperKind, Paragraph
from kheo.documents.texts.parts import MOVEMENT, Listed, bulleted, counted, grounds_of, list_table, paper_of


def submission(
    office: Office,
    *,
    addressee: str,
    season: str,
    level: str,
    rows: Sequence[Listed],
    grounds: Sequence[str],
    proposed: int,
    steps: Sequence[str] = (),
    addressed_as: str = "Ban Thường vụ",
    **rest: Any,
) -> Paper:
    """`season` is "năm 2026" or "giai đoạn 2026 - 2030"; `level` "cấp xã"; `proposed` how many were put forward."""
    body = (
        *grounds_of(grounds),
        Paragraph(
            f"Thực hiện {MOVEMENT} {season}, {office.issuer} đã tiếp nhận {counted(proposed)} do các đơn vị đề nghị "
            f"công nhận {level}, tổ chức thẩm định và lấy ý kiến theo quy định."
        ),
        *bulleted(steps),
        Paragraph(
            f"Qua thẩm định, có {counted(len(rows))} đủ điều kiện đề nghị công nhận {level} {season} "
            "(có danh sách kèm theo)."
        ),
        Paragraph(f"Kính trình {addressed_as} xem xét, quyết định."),
    )
    return paper_of(
        office,
        PaperKind.SUBMISSION,
        f"về việc công nhận mô hình, điển hình “Dân vận khéo” {level} {season}",
        body,
        addressees=(addressee,),
        recipients=rest.pop("recipients", ("Như trên",)),
        annexes=(
            Annex(
                "Danh sách",
                f"mô hình, điển hình đề nghị công nhận “Dân vận khéo” {level} {season}",
                (list_table(rows),),
            ),
        ),
        **rest,
    )
