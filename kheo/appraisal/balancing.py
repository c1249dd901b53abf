"""Shares files out among jurors: enough of them for each file, and nobody carries more than one file above another."""

from collections import deque
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

File = Hashable
Juror = Hashable


@dataclass
class Plan:
    """`given`: pairs to be added; `short`: how many jurors a file still lacks; `loads`: files a juror then has."""

    given: list[tuple[File, Juror]]
    short: dict[File, int]
    loads: dict[Juror, int] = field(default_factory=dict)


def share_out(
    files: Iterable[File],
    jurors: Sequence[Juror],
    *,
    wanted: int,
    barred: Collection[tuple[File, Juror]] = (),
    held: Mapping[File, Collection[Juror]] | None = None,
    loads: Mapping[Juror, int] | None = None,
) -> Plan:
    """Give each file `wanted` jurors in all, none of them barred from it; the same input gives the same plan.

    `held` are those a file has already (of whatever panel): they stay. First each file takes the least laden; then
    files are passed along from one juror to another as long as that makes two loads more alike, which ends in loads
    that no exchange could bring closer together.
    """
    held = held or {}
    load = {juror: (loads or {}).get(juror, 0) for juror in jurors}
    order = {juror: place for place, juror in enumerate(jurors)}
    allowed: dict[File, list[Juror]] = {}
    chosen: dict[File, set[Juror]] = {}
    short: dict[File, int] = {}
    for each in files:
        had = set(held.get(each, ()))
        allowed[each] = [juror for juror in jurors if juror not in had and (each, juror) not in barred]
        lacking = max(wanted - len(had), 0)
        chosen[each] = set(sorted(allowed[each], key=lambda juror: (load[juror], order[juror]))[:lacking])
        for juror in chosen[each]:
            load[juror] += 1
        if lacking > len(chosen[each]):
            short[each] = lacking - len(chosen[each])
    while _pass_along(allowed, chosen, load, order):
        pass
    given = [(each, juror) for each in chosen for juror in sorted(chosen[each], key=order.__getitem__)]
    return Plan(given, short, load)


def _pass_along(allowed, chosen, load, order) -> bool:
    """Move one file's worth of work from a laden juror to one with at least two fewer, over others where need be."""
    ways = _ways(allowed, chosen)
    for start in sorted(load, key=lambda juror: (-load[juror], order[juror])):
        chain = _chain(start, ways, load, order)
        if chain is not None:
            for giver, taker in pairwise(chain):
                each = ways[giver][taker]
                chosen[each].discard(giver)
                chosen[each].add(taker)
            load[chain[0]] -= 1
            load[chain[-1]] += 1
            return True
    return False


def _ways(allowed, chosen) -> dict[Juror, dict[Juror, File]]:
    """Who could hand a file to whom, and one such file for each pair."""
    ways: dict[Juror, dict[Juror, File]] = {}
    for each, takers in allowed.items():
        for giver in chosen[each]:
            mine = ways.setdefault(giver, {})
            for taker in takers:
                if taker not in chosen[each]:
                    mine.setdefault(taker, each)
    return ways


def _chain(start, ways, load, order) -> list[Juror] | None:
    """The shortest chain of hands from `start` to somebody with at least two files fewer.

    Nobody stands in it twice, so every hand gives what it had before and takes what it had not.
    """
    before: dict[Juror, Juror | None] = {start: None}
    queue = deque([start])
    while queue:
        here = queue.popleft()
        if load[here] <= load[start] - 2:
            chain = [here]
            while (former := before[chain[-1]]) is not None:
                chain.append(former)
            return chain[::-1]
        for taker in sorted(ways.get(here, ()), key=lambda juror: (load[juror], order[juror])):
            if taker not in before:
                before[taker] = here
                queue.append(taker)
    return None
