"""Who may open which page over polls."""

from datetime import timedelta

from django.utils import timezone

from kheo.accounts.roles import Role as R
from tests import make

from .row import Row

WRITES_POLLS = {R.EDITOR, R.HEAD}
OPENS_POLLS = {R.HEAD}
QUESTION = "Chọn tên cho tuyến đường hoa"


def of(builder, **kwargs):
    """The keys of an object in the own and in the foreign commune."""
    return {
        "own": lambda cast: {"pk": builder(cast.own).pk, **kwargs},
        "foreign": lambda cast: {"pk": builder(cast.foreign).pk, **kwargs},
    }


def drafted(commune):
    return make.poll(QUESTION, unit=commune.unit, stage="drafting")


def running(commune):
    return make.poll(QUESTION, unit=commune.unit)


def closed(commune):
    return make.closed_poll(QUESTION, unit=commune.unit)


def listed(cast):
    """One of each commune; what the list says must be the own one alone."""
    drafted(cast.own)
    make.poll(f"Hỏi riêng {cast.foreign.exemplar.name}", unit=cast.foreign.unit)
    return {}


def written(cast):
    closes = timezone.localdate() + timedelta(days=7)
    choices = {
        "choices-TOTAL_FORMS": "2",
        "choices-INITIAL_FORMS": "0",
        "choices-0-text": "Xuân",
        "choices-1-text": "Hạ",
    }
    return choices | {
        "question": QUESTION, "unit": str(cast.own.unit.pk), "kind": "single", "audience": "everyone",
        "is_secret": "kin", "results_shown": "after", "closes_on": f"{closes:%d/%m/%Y}",
    }  # fmt: skip


def title(cast):
    return QUESTION


ROWS = [
    Row("poll_desk:list", WRITES_POLLS, query=listed, sees=title),
    Row("poll_desk:new", WRITES_POLLS, sees=lambda cast: "Các phương án"),
    Row("poll_desk:new", WRITES_POLLS, method="POST", data=written, leaves="poll.begin"),
    Row("poll_desk:detail", WRITES_POLLS, **of(closed), sees=title),
    Row("poll_desk:edit", WRITES_POLLS, **of(drafted), sees=title),
    Row("poll_desk:edit", WRITES_POLLS, **of(drafted), method="POST", data=written, leaves="poll.write"),
    Row("poll_desk:advance", OPENS_POLLS, **of(drafted, move="publish"), method="POST", leaves="poll.publish"),
    Row("poll_desk:advance", OPENS_POLLS, **of(running, move="take_back"), method="POST", leaves="poll.take_back"),
    Row("poll_desk:advance", WRITES_POLLS, **of(drafted, move="drop"), method="POST", leaves="poll.drop"),
    Row(
        "poll_desk:close", OPENS_POLLS, **of(running), method="POST", leaves="poll.close_early",
        data=lambda cast: {"note": "Câu hỏi đã được trả lời"},
    ),
    Row(
        "poll_desk:conclude", OPENS_POLLS, **of(closed), method="POST", leaves="poll.conclude",
        data=lambda cast: {"conclusion": "Đặt tên đường Xuân", "concluded_on": "01/10/2026"},
    ),
]  # fmt: skip
