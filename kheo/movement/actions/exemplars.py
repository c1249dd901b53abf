"""What is done to an exemplar: begun, written, moved along its life, merged, published."""

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from kheo.accounts.access import require
from kheo.accounts.permissions import Permission
from kheo.audit.models import record
from kheo.movement import merging
from kheo.movement.actions import moves
from kheo.movement.actions.holding import hold, touched
from kheo.movement.lifecycle.exemplar import EXEMPLAR, EXEMPLAR_MOVES, PUBLIC, ExemplarStage
from kheo.movement.lifecycle.move import Move, NotYet
from kheo.movement.models import Bearer, Directive, Exemplar, ForceRole, Participant, Theme
from kheo.units.models import Level, Unit

# What an edit may change; stage, code, publication and merging have their own verbs.
WRITABLE = (
    "name", "kind", "bearer", "nature", "field", "unit", "place", "place_detail", "starts", "starts_precision",
    "summary", "situation", "goal", "method", "audience", "resources_plan", "schedule", "products", "sustain",
    "vouched_by", "households", "beneficiaries", "members", "pattern", "copied_from",
)  # fmt: skip

# Of an honoured person these tell who it is and how they live (Luật 91/2025/QH15).
PERSONAL = (
    "name", "place_detail", "summary", "situation", "goal", "method", "audience", "resources_plan", "schedule",
    "products", "sustain", "vouched_by",
)  # fmt: skip

ALWAYS_PERSONAL = ("vouched_by",)


def open_moves(exemplar: Exemplar, user) -> list[Move]:
    return moves.open_moves(exemplar, EXEMPLAR, user, exemplar.unit)


@transaction.atomic
def begin(*, by, unit, author=None, **facts) -> Exemplar:
    """A new exemplar in `unit`, with its code. `by` types it in; `author` is who wrote it (by default the same)."""
    require(by, Permission.EXEMPLAR_WRITE, unit)
    exemplar = Exemplar(unit=unit, entered_by=by, author=author or by, **_only_writable(facts))
    exemplar.place = exemplar.place or place_of(unit)
    exemplar.save()
    exemplar.code = f"DVK-{exemplar.pk:06d}"
    exemplar.save(update_fields=["code"])
    plain, personal = _parted(exemplar, {"name": exemplar.name})
    record("exemplar.begin", exemplar, by=by, personal=personal, **plain)
    return exemplar


def place_of(unit: Unit) -> Unit:
    """Where a unit's work is, unless somebody says otherwise: the commune it is, stands in, or reports to."""
    if unit.place_id:
        return unit.place
    if unit.level != Level.BASE:
        return unit
    return unit.get_ancestors().filter(level=Level.COMMUNE).last() or unit


@transaction.atomic
def write(exemplar: Exemplar, *, by, **facts) -> Exemplar:
    """Change facts of the file; one event with each fact before and after. Nothing changed leaves no event."""
    exemplar = hold(exemplar, by=by)
    if "unit" in facts:
        require(by, Permission.EXEMPLAR_WRITE, facts["unit"])
    changes = {}
    for name, value in _only_writable(facts).items():
        before = getattr(exemplar, name)
        if before != value:
            changes[name] = [_plain(before), _plain(value)]
            setattr(exemplar, name, value)
    if changes:
        exemplar.changed_at = timezone.now()
        exemplar.save()
        plain, personal = _parted(exemplar, changes)
        record("exemplar.write", exemplar, by=by, personal=personal, **plain)
    return exemplar


@transaction.atomic
def tie(exemplar: Exemplar, *, by, themes: Iterable[Theme], directives: Iterable[Directive]) -> Exemplar:
    """Say which themes and directives the exemplar belongs to, in place of the former ones."""
    exemplar = hold(exemplar, by=by)
    changes = {}
    for name, wanted in {"themes": themes, "directives": directives}.items():
        related = getattr(exemplar, name)
        before, after = set(related.all()), set(wanted)
        if before != after:
            changes[name] = [_listed(before), _listed(after)]
            related.set(after)
    if changes:
        touched(exemplar, at=timezone.now())
        record("exemplar.tie", exemplar, by=by, **changes)
    return exemplar


def _listed(rows) -> str:
    return ", ".join(sorted(str(row) for row in rows))


def _parted(exemplar: Exemplar, changes: dict) -> tuple[dict, dict]:
    """What the trail keeps as it is, and what is about a person: there it keeps digests that can be emptied."""
    former = changes.get("bearer", [""])[0]  # what was written of a person stays theirs when the file becomes a group's
    about = PERSONAL if Bearer.PERSON in (exemplar.bearer, former) else ALWAYS_PERSONAL
    personal = {name: _after(changes[name]) for name in about if name in changes}
    return {name: value for name, value in changes.items() if name not in personal}, personal


def _after(change):
    return change[-1] if isinstance(change, list) else change


def _only_writable(facts: dict) -> dict:
    if unknown := set(facts) - set(WRITABLE):
        raise TypeError(f"Not writable here: {sorted(unknown)}")
    return facts


def _plain(value):
    return str(value) if hasattr(value, "_meta") else value


def advance(exemplar: Exemplar, name: str, *, by, note: str = "", into: Exemplar | None = None) -> Exemplar:
    """Make a move of the exemplar's life. Raises `NotYet` with the sentence the user reads.

    `merge` needs `into`, the exemplar that lives on; both bodies stay credited there.
    """
    move = EXEMPLAR_MOVES[name]
    if name == "merge":
        return _merge(exemplar, move, into=into, by=by, note=note)
    return moves.make(exemplar, move, unit=exemplar.unit, by=by, note=note, also=_clear_merge)


def _clear_merge(exemplar: Exemplar) -> None:
    exemplar.merged_into, exemplar.changed_at = None, timezone.now()


@transaction.atomic
def _merge(exemplar: Exemplar, move: Move, *, into: Exemplar | None, by, note: str) -> Exemplar:
    require(by, Permission.EXEMPLAR_OVERSEE, exemplar.unit)
    if into is None or into.pk == exemplar.pk:
        raise NotYet("Hãy chọn mô hình sẽ giữ lại để gộp vào.")
    # Both in one order: two who merge the same pair crosswise would wait for each other.
    both = Exemplar.objects.filter(pk__in=(exemplar.pk, into.pk)).select_related("unit").order_by("pk")
    into = {each.pk: each for each in both.select_for_update(of=("self",))}[into.pk]
    require(by, Permission.EXEMPLAR_OVERSEE, into.unit)
    if into.stage == ExemplarStage.MERGED:
        raise NotYet(f"“{into}” cũng đã gộp vào hồ sơ khác; hãy chọn hồ sơ đang còn.")
    if sentence := merging.why_not(exemplar, into):
        raise NotYet(sentence)

    def credit(merged: Exemplar) -> None:
        merged.merged_into, merged.changed_at = into, timezone.now()
        # No one merges in a ring: those merged here before follow to the file that lives on.
        Exemplar.objects.filter(merged_into=merged).update(merged_into=into)

    merged = moves.make(exemplar, move, unit=exemplar.unit, by=by, note=note, also=credit, into=[None, into.pk])
    for unit in (into.unit, merged.unit):
        Participant.objects.get_or_create(
            exemplar=into, unit=unit, role=ForceRole.LEAD, defaults={"name": unit.name, "part": "Đồng chủ trì"}
        )
    return merged


@transaction.atomic
def publish(exemplar: Exemplar, *, by) -> Exemplar:
    """Approve showing an exemplar to the public. Raises `NotYet` in a stage that is never shown."""
    exemplar = Exemplar.objects.select_for_update(of=("self",)).select_related("unit").get(pk=exemplar.pk)
    require(by, Permission.EXEMPLAR_PUBLISH, exemplar.unit)
    if exemplar.stage not in PUBLIC:
        raise NotYet(f"Chưa thể công khai khi hồ sơ đang ở bước “{exemplar.get_stage_display()}”.")
    if exemplar.bearer == "person" and not exemplar.consents.filter(withdrawn_on=None, covers_story=True).exists():
        raise NotYet("Chưa công khai được: chưa ghi nhận sự đồng ý của cá nhân được nêu gương.")
    if exemplar.published_at is None:
        exemplar.published_at, exemplar.published_by = timezone.now(), by
        exemplar.save(update_fields=["published_at", "published_by"])
        record("exemplar.publish", exemplar, by=by)
    return exemplar


@transaction.atomic
def withdraw(exemplar: Exemplar, *, by, note: str) -> Exemplar:
    """Take an exemplar off the public pages, with a reason."""
    exemplar = Exemplar.objects.select_for_update(of=("self",)).select_related("unit").get(pk=exemplar.pk)
    require(by, Permission.EXEMPLAR_PUBLISH, exemplar.unit)
    if not note.strip():
        raise NotYet("Cần ghi lý do thôi công khai.")
    if exemplar.published_at is not None:
        exemplar.published_at = exemplar.published_by = None
        exemplar.save(update_fields=["published_at", "published_by"])
        record("exemplar.withdraw", exemplar, by=by, note=note.strip())
    return exemplar
