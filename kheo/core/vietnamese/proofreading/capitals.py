"""Capitals in the names of Party and State bodies, where only one way is right; few, and only the sure ones.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục II, for bodies of the State; the Party's own names as its Điều lệ writes them.
"""

import re
from collections.abc import Iterator

from kheo.core.vietnamese.proofreading.marks import Kind, Mark

_RIGHT = (
    ("Đảng Cộng sản Việt Nam", ("Đảng cộng sản Việt Nam", "Đảng Cộng Sản Việt Nam", "đảng Cộng sản Việt Nam")),
    ("Bộ Chính trị", ("Bộ chính trị", "Bộ Chính Trị")),
    ("Ban Bí thư", ("Ban Bí Thư",)),
    ("Ban Chấp hành Trung ương", ("Ban chấp hành Trung ương", "Ban Chấp Hành Trung Ương")),
    ("Ban Thường vụ", ("Ban Thường Vụ",)),
    ("Mặt trận Tổ quốc", ("Mặt trận tổ quốc", "Mặt Trận Tổ Quốc", "mặt trận Tổ quốc")),
    ("Ủy ban nhân dân", ("Ủy Ban Nhân Dân", "Ủy Ban nhân dân")),
    ("Uỷ ban nhân dân", ("Uỷ Ban Nhân Dân", "Uỷ Ban nhân dân")),
    ("Hội đồng nhân dân", ("Hội Đồng Nhân Dân",)),
    ("Quốc hội", ("Quốc Hội",)),
    ("Chính phủ", ("Chính Phủ",)),
)
_MENDS = {wrong: right for right, wrongs in _RIGHT for wrong in wrongs}
_PATTERN = re.compile(rf"(?<!\w)(?:{'|'.join(sorted(_MENDS, key=len, reverse=True))})(?!\w)")


def wrong_capitals(text: str) -> Iterator[Mark]:
    """Names of bodies in capitals that are surely not theirs."""
    for match in _PATTERN.finditer(text):
        mend = _MENDS[match[0]]
        yield Mark(*match.span(), Kind.CAPITALS, match[0], f"Tên cơ quan này viết hoa là “{mend}”.", mend)
