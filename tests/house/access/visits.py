"""Who may write what an older counter stood at."""

from datetime import date

from kheo.accounts.roles import Role as R
from kheo.visits.models import Opening

from .row import Row

CHANGES = {R.HEAD, R.ADMINISTRATOR}
FORM = {"amount": "12.354.367", "on": "31/10/2026", "label": "Cổng cũ"}


def opening(cast):
    """Of a page: belongs to the portal, not to a commune."""
    facts = {"amount": 312, "label": "Cổng cũ", "on": date(2026, 10, 31)}
    return {"pk": Opening.objects.get_or_create(key="bai:1", defaults=facts)[0].pk}


def nowhere(cast):
    return {"pk": 0}


ROWS = [
    Row("openings:list", CHANGES, sees=lambda cast: "Số dư của từng trang"),
    Row("openings:site", CHANGES, sees=lambda cast: "Số lượt của bộ đếm cũ"),
    Row("openings:site", CHANGES, method="POST", leaves="opening.add", data=lambda cast: FORM),
    Row("openings:edit", CHANGES, own=opening, foreign=nowhere, sees=lambda cast: "312"),
    Row(
        "openings:edit", CHANGES, own=opening, foreign=nowhere, method="POST", leaves="opening.change",
        data=lambda cast: FORM,
    ),
]  # fmt: skip
