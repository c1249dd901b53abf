"""Sơ đồ nhân rộng: from whom a public model was learnt, and who learnt from it. What is not public is not named."""

from dataclasses import dataclass, field

from kheo.movement.models import Exemplar

UPWARDS, DOWNWARDS, LARGEST = 5, 5, 120  # steps up, steps down, models in all
COLUMN, ROW, MARGIN = 220, 34, 12  # of the drawing, in its own units


@dataclass
class Member:
    """One model of the family, with those that learnt from it."""

    exemplar: Exemplar
    is_here: bool = False
    learners: list["Member"] = field(default_factory=list)


@dataclass(frozen=True)
class Mark:
    """A point of the drawing with its words."""

    x: int
    y: int
    text: str
    is_here: bool


@dataclass(frozen=True)
class Drawing:
    width: int
    height: int
    marks: list[Mark]
    lines: list[tuple[int, int, int, int]]


def family(exemplar: Exemplar) -> Member | None:
    """The family from its first known model down; None for a model that stands alone. A query a generation."""
    top = _first(exemplar)
    root = Member(top, is_here=top.pk == exemplar.pk)
    known, youngest = {top.pk: root}, [root]
    for _ in range(DOWNWARDS + UPWARDS):
        keys = [member.exemplar.pk for member in youngest]
        room = LARGEST - len(known)
        if not keys or room <= 0:
            break
        rows = _public().filter(copied_from__in=keys).exclude(pk__in=list(known)).order_by("starts", "pk")[:room]
        youngest = [_joined(row, known, exemplar) for row in rows]
    return root if len(known) > 1 else None


def drawing(root: Member) -> Drawing:
    """Where each model stands: generations side by side, each beside the first of its learners."""
    marks: list[Mark] = []
    lines: list[tuple[int, int, int, int]] = []
    rows = _place(root, 0, 0, marks, lines)
    width = max(mark.x for mark in marks) + COLUMN
    return Drawing(width, rows * ROW + MARGIN, marks, lines)


def spot(exemplar: Exemplar) -> str:
    """Whose model it is, in two or three words."""
    return (exemplar.place or exemplar.unit).title


def _first(exemplar: Exemplar) -> Exemplar:
    seen = {exemplar.pk}
    for _ in range(UPWARDS):
        above = _public().filter(pk=exemplar.copied_from_id).first() if exemplar.copied_from_id else None
        if above is None or above.pk in seen:
            break
        seen.add(above.pk)
        exemplar = above
    return exemplar


def _public():
    return Exemplar.objects.public().select_related("unit", "place")


def _joined(row: Exemplar, known: dict[int, Member], here: Exemplar) -> Member:
    member = known[row.pk] = Member(row, is_here=row.pk == here.pk)
    known[row.copied_from_id].learners.append(member)
    return member


def _place(member: Member, generation: int, row: int, marks: list[Mark], lines: list) -> int:
    """Put a member and its learners from `row` on; the first row that is free after them."""
    x, y = MARGIN + generation * COLUMN, MARGIN + row * ROW + ROW // 2
    marks.append(Mark(x, y, spot(member.exemplar), member.is_here))
    free = row
    for learner in member.learners:
        lines.append((x, y, x + COLUMN, MARGIN + free * ROW + ROW // 2))
        free = _place(learner, generation + 1, free, marks, lines)
    return max(free, row + 1)
