"""What the pages of evidence show: the panel on an exemplar's page, and what a unit should look at again."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import F

from kheo.accounts.access import can
from kheo.accounts.permissions import Permission
from kheo.accounts.roles import GRANTS
from kheo.movement.lifecycle.exemplar import ExemplarStage
from kheo.movement.models import SIGNED_PAPER, Evidence, Exemplar, GuestNote, Outcome, Upload


@dataclass(frozen=True)
class Panel:
    """Evidence of one exemplar for one viewer. `twice` holds, by row, where else the same photo stands."""

    exemplar: Exemplar
    photos: list[Evidence]
    documents: list[Evidence]
    may_write: bool
    may_publish: bool
    outcomes: list[Outcome] = field(default_factory=list)
    unsaved: list[Upload] = field(default_factory=list)
    notes_waiting: int = 0
    twice: list[tuple[Evidence, list[str]]] = field(default_factory=list)
    signed_paper: str = SIGNED_PAPER

    @property
    def count(self) -> int:
        return len(self.photos) + len(self.documents)

    @property
    def has_signed_paper(self) -> bool:
        """Is the paper there that somebody signed, for whom the registration was typed in?"""
        return any(row.caption == SIGNED_PAPER for row in (*self.photos, *self.documents))


def evidence_panel(exemplar: Exemplar, user) -> Panel:
    """What `_evidence.html` draws of an exemplar that came through `visible_to(user)`; two to six queries."""
    rows = list(exemplar.evidence.select_related("outcome"))
    photos = [row for row in rows if row.kind == "photo"]
    documents = [row for row in rows if row.kind != "photo"]
    alive = exemplar.stage != ExemplarStage.MERGED
    may_publish = alive and can(user, Permission.EXEMPLAR_PUBLISH, exemplar.unit)
    if not (alive and can(user, Permission.EXEMPLAR_WRITE, exemplar.unit)):
        return Panel(exemplar, photos, documents, may_write=False, may_publish=may_publish)
    return Panel(
        exemplar, photos, documents, may_write=True, may_publish=may_publish,
        outcomes=list(exemplar.outcomes.all()),
        unsaved=list(Upload.objects.filter(exemplar=exemplar, by=user, evidence=None, received=F("size"))),
        notes_waiting=GuestNote.objects.filter(link__exemplar=exemplar, answered_at=None).count(),
        twice=seen_twice(photos, user) if is_own(user, exemplar) else [],
    )  # fmt: skip


def is_own(user, exemplar: Exemplar) -> bool:
    """Does the person write for this very unit? What is to be looked at again is said to nobody else."""
    return any(
        held.unit_id == exemplar.unit_id and Permission.EXEMPLAR_WRITE in GRANTS[held.role] for held in user.held
    )


def seen_twice(photos: Iterable[Evidence], user) -> list[tuple[Evidence, list[str]]]:
    """Photos that stand in another file too, with the names of those files (or that it is one of another unit)."""
    by_hash = {photo.sha256: photo for photo in photos}
    if not by_hash:
        return []
    exemplar = next(iter(by_hash.values())).exemplar_id
    others = Evidence.objects.filter(sha256__in=by_hash).exclude(exemplar=exemplar)
    own = set(Exemplar.objects.visible_to(user).filter(evidence__in=others).values_list("pk", flat=True))
    found: dict[str, list[str]] = defaultdict(list)
    for sha256, key, name in others.order_by("at").values_list("sha256", "exemplar", "exemplar__name"):
        found[sha256].append(f"“{name}”" if key in own else "một mô hình của đơn vị khác")
    return [(by_hash[sha256], list(dict.fromkeys(names))) for sha256, names in found.items()]
