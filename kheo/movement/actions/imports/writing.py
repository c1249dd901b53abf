"""The one transaction of an import: everything was made ready before, so that no other writer waits for long."""

from collections.abc import Callable

from django.db import transaction

from kheo.core.fulltext import TextIndex
from kheo.movement.actions.imports.inserting import reserve
from kheo.movement.actions.imports.known import Register, look_up
from kheo.movement.actions.imports.preparing import Landing, Plan, prepare
from kheo.movement.importing import Row
from kheo.movement.lifecycle.exemplar import ENDED
from kheo.movement.models import Exemplar, KnownAs, Registration, Round
from kheo.movement.models.search import EXEMPLAR_WORDS

TRIES = 3
PORTION = 500  # keys asked for in one query


class Moved(Exception):
    """Between preparing and writing someone else entered what this plan would enter: prepare again."""


def land(
    rows: list[Row],
    landing: Landing,
    *,
    before: Callable[[], None],
    after: Callable[[Plan], None],
    told: Callable[[int], None] | None = None,
) -> Plan:
    """Prepare and write `rows`; `before` and `after` run within the transaction, first and last.

    `after` writes the event: the trail has one last link, which is taken hold of as late as can be.
    """
    for _ in range(TRIES):
        plan = prepare(rows, landing, look_up(rows, landing.round), told)
        try:
            with transaction.atomic():
                before()
                _hold(landing.round)
                _check(plan)
                _insert(plan)
                after(plan)
        except Moved:
            continue
        return plan
    with transaction.atomic():
        before()
        _hold(landing.round)
        plan = prepare(rows, landing, look_up(rows, landing.round), told)
        _insert(plan)
        after(plan)
    return plan


def _hold(round_: Round) -> None:
    """Imports into one round follow each other; whoever only refers to the round does not wait (PostgreSQL)."""
    Round.objects.select_for_update(of=("self",), no_key=True).get(pk=round_.pk)


def _check(plan: Plan) -> None:
    register = plan.register
    if plan.landing.known_as == KnownAs.NEW:
        return  # whatever stands in the register, the rows are written anew
    later = Exemplar.objects.filter(pk__gt=register.newest, unit__in={unit for unit, _ in plan.new})
    if any(place in plan.new for place in later.values_list("unit_id", "folded")):
        raise Moved
    if plan.continued and _is_stale(register, plan.continued):
        raise Moved


def _is_stale(register: Register, continued: list[int]) -> bool:
    later = Registration.objects.filter(round=register.round, pk__gt=register.newest_registration)
    if not set(later.values_list("exemplar_id", flat=True)).isdisjoint(continued):
        return True
    parts = [continued[start : start + PORTION] for start in range(0, len(continued), PORTION)]
    return any(Exemplar.objects.filter(pk__in=part, stage__in=ENDED).exists() for part in parts)


def _insert(plan: Plan) -> None:
    keys = reserve(Exemplar, len(plan.words)) if plan.words else []

    def key_of(owner: int) -> int:
        return keys[owner] if owner >= 0 else -owner

    for name, frame in plan.frames.items():
        frame.write(key_of, _code if name == "exemplars" else _nothing)
    _put_words(EXEMPLAR_WORDS, keys, plan.words)
    for start in range(0, len(plan.continued), PORTION):
        part = plan.continued[start : start + PORTION]
        Exemplar.objects.filter(pk__in=part).update(changed_at=plan.landing.at)


def _code(key: int) -> tuple[str]:
    return (f"DVK-{key:06d}",)


def _nothing(key: int) -> tuple[()]:
    return ()


def _put_words(index: TextIndex, keys: list[int], words: list[tuple[str, str]]) -> None:
    """Codes are known only now; in small letters they are their own key."""
    index.put_spelt(
        (key, f"{exact} \ndvk-{key:06d}", f"{folded} \ndvk-{key:06d}")
        for key, (exact, folded) in zip(keys, words, strict=True)
    )
