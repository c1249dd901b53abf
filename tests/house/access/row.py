"""One row of the table of access: an address, a method, who is let in, and what they see or leave.

How to add a row for a new page of room X: open `tests/house/access/X.py` and add to its ROWS

    Row("movement:exemplar_detail", SEES,
        own=lambda cast: {"pk": cast.own.exemplar.pk},
        foreign=lambda cast: {"pk": cast.foreign.exemplar.pk},
        sees=lambda cast: cast.own.exemplar.name),

    Row("movement:exemplar_withdraw", {R.SPECIALIST, R.HEAD}, method="POST",
        own=..., foreign=..., data=lambda cast: {"note": "Lý do"}, leaves="exemplar.withdraw"),

A page with a form has two rows, one for GET and one for POST. `own`, `foreign`, `data` and `sees` are asked once for
every request, inside a savepoint that is undone afterwards: they may make what they need with `tests.make`. Everybody
in `cast.people` holds one role in `cast.own.unit`; `cast.foreign` is the commune beside it, in which nobody holds any.
A list has no object in its address: it needs no `foreign`, but what belongs to the commune beside must not stand in it.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from kheo.accounts.roles import Role

from .cast import NOBODY, Cast

EVERYBODY = frozenset(Role) | {NOBODY}
SEES = frozenset(
    {Role.OFFICER, Role.UNIT_LEADER, Role.SPECIALIST, Role.HEAD, Role.STANDING, Role.VIEWER}
)  # who reads the register of their unit
WRITES = frozenset({Role.OFFICER, Role.UNIT_LEADER, Role.SPECIALIST, Role.HEAD})
REVIEWS = frozenset({Role.SPECIALIST, Role.HEAD})


def nothing(cast: Cast) -> dict[str, Any]:
    return {}


@dataclass(frozen=True)
class Row:
    """`let_in`: roles that may, on objects of their own unit. Everybody else, and everybody on `foreign`, may not.

    GET: those let in get 200 and read `sees`. POST: they are sent on (or get a file), and the last event is `leaves`.
    `is_json`: `data` goes as JSON, as a script sends it; `answers`: what those let in get, where it is neither a page nor
    a way on. `shows_foreign`: the page may name what belongs to the commune beside (say why in a comment on the row).
    """

    name: str
    let_in: frozenset[str] | set[Role]
    own: Callable[[Cast], dict] = field(default=nothing, repr=False)
    foreign: Callable[[Cast], dict] | None = field(default=None, repr=False)
    method: str = "GET"
    query: Callable[[Cast], dict] = field(default=nothing, repr=False)
    data: Callable[[Cast], dict] = field(default=nothing, repr=False)
    sees: Callable[[Cast], str] | None = field(default=None, repr=False)
    leaves: str = ""
    is_json: bool = False
    answers: tuple[int, ...] = (200, 302)
    shows_foreign: bool = False

    def __str__(self):
        return f"{self.name} {self.method}"
