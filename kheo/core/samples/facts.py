"""What every sample leans on: the schemes, the four fields, a path, an item. People and figures are invented."""

from collections.abc import Callable
from datetime import date, timedelta, timezone
from typing import Any

from django.utils import timezone as clock

from kheo.core.parts import stage_path

STEPS = ("Đang soạn", "Chờ rà soát", "Đã duyệt đăng ký", "Đang thực hiện", "Hoàn thành")
HANOI = timezone(timedelta(hours=7))
FIELDS = (
    ("economy", "Kinh tế"),
    ("culture", "Văn hóa - xã hội"),
    ("defence", "Quốc phòng - an ninh"),
    ("politics", "Xây dựng hệ thống chính trị"),
)

Context = dict[str, Any]

# component -> its states; a state is a label and what the component is given, made anew for each scheme (its key and
# its name) so that no id and no landmark stands twice on the page.
Group = dict[str, dict[str, Callable[[str, str], Context]]]


def given(**facts):
    return lambda scheme, word: facts


def today() -> date:
    return clock.localdate()


def path(now=1, **rest):
    return stage_path(STEPS, now, since=today() - timedelta(days=rest.pop("days", 2)), **rest)


def item(title, note, *, days, late=False, **rest):
    return {
        "title": title,
        "url": "#",
        "note": note,
        "due": today() + timedelta(days=days),
        "late": late,
        "path": path(late=late, **rest),
    }
