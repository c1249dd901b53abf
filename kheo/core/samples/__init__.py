"""What the gallery shows: each component with made-up facts, in each of its states, in both schemes."""

from collections.abc import Iterator

from django.template.loader import render_to_string

from kheo.core.samples.acts import ACTS, WORDS
from kheo.core.samples.facts import Context, Group
from kheo.core.samples.fields import INPUTS
from kheo.core.samples.lists import LISTS
from kheo.core.samples.records import RECORDS

SCHEMES = (("light", "nền sáng"), ("dark", "nền tối"))
GROUPS: dict[str, Group] = {
    "Việc phải làm": ACTS,
    "Nói với người dùng": WORDS,
    "Kể về một mô hình": RECORDS,
    "Danh sách": LISTS,
    "Điền": INPUTS,
}


def rail(here: str):
    """The rail of a specialist, as the working frame is given it."""
    return [
        (
            "",
            [
                ("Việc của tôi", here, 9, True),
                ("Đăng ký", "#dang-ky", 312, False),
                ("Mô hình", "#mo-hinh", 1180, False),
                ("Báo cáo", "#bao-cao", "64/78", False),
            ],
        ),
        ("Quảng Trị, năm 2026", [("Tổng hợp", "#tong-hop", None, False), ("Đơn vị", "#don-vi", None, False)]),
    ]


def drawn(group: str) -> Iterator[tuple[str, list]]:
    """Each component of a group with its states, each state drawn in both schemes."""
    for name, states in GROUPS[group].items():
        yield (
            name,
            [(label, [(key, _draw(name, make(key, word))) for key, word in SCHEMES]) for label, make in states.items()],
        )


def _draw(name: str, context: Context) -> str:
    return render_to_string(f"components/{name}.html", context)
