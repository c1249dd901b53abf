"""The land of old Triệu Phong in July 2025, small enough to see at once, for tests of reading."""

import datetime as dt

from kheo.movement.importing import Matcher, UnitFact

TODAY = dt.date(2026, 11, 23)
BEGAN, ENDED = dt.date(2025, 7, 1), dt.date(2025, 6, 30)

# fmt: off
LIVING = (
    ("xã Triệu Phong",   "19624"),
    ("xã Nam Cửa Việt",  "19639"),
    ("xã Triệu Bình",    "19645"),
    ("xã Triệu Cơ",      "19654"),
    ("xã Ái Tử",         "19669"),
)
GONE = (
    ("thị trấn Ái Tử",    "xã Triệu Phong"),
    ("xã Triệu Thành",    "xã Triệu Phong"),
    ("xã Triệu Thượng",   "xã Triệu Phong"),
    ("xã Triệu Ái",       "xã Ái Tử"),
    ("xã Triệu Giang",    "xã Ái Tử"),
    ("xã Triệu Long",     "xã Ái Tử"),
    ("xã Triệu Độ",       "xã Triệu Bình"),
    ("xã Triệu Thuận",    "xã Triệu Bình"),
    ("xã Triệu Hòa",      "xã Triệu Bình"),
    ("xã Triệu Đại",      "xã Triệu Bình"),
    ("xã Triệu Trung",    "xã Triệu Cơ"),
    ("xã Triệu Tài",      "xã Triệu Cơ"),
    ("xã Triệu Cơ",       "xã Triệu Cơ"),
    ("xã Triệu Trạch",    "xã Nam Cửa Việt"),
    ("xã Triệu Phước",    "xã Nam Cửa Việt"),
    ("xã Triệu Tân",      "xã Nam Cửa Việt"),
)
# fmt: on

FACTS = (
    *(UnitFact(code, name, code, level="commune", starts=BEGAN, parent_name="tỉnh Quảng Trị") for name, code in LIVING),
    *(
        UnitFact(f"old {name}", name, level="commune", ends=ENDED, successors=(heir,), parent_name="huyện Triệu Phong")
        for name, heir in GONE
    ),
    UnitFact(
        "old district",
        "huyện Triệu Phong",
        level="district",
        ends=ENDED,
        successors=tuple(name for name, _ in LIVING),
        parent_name="tỉnh Quảng Trị",
    ),
)


def matcher(on=TODAY):
    """A matcher over the facts as they stand on a day."""
    return Matcher(FACTS, on=on)
