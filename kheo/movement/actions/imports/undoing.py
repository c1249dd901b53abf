"""Takes back what one import brought in, unless somebody has worked on it since."""

from collections.abc import Iterator

from django.db import connection, transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from kheo.accounts.access import require
from kheo.accounts.permissions import Permission
from kheo.audit.models import record
from kheo.core.vietnamese import format_number
from kheo.movement.actions.imports.batches import step
from kheo.movement.lifecycle.move import NotYet
from kheo.movement.models import (
    BatchStage,
    Charge,
    Contribution,
    Exemplar,
    ImportBatch,
    Outcome,
    Participant,
    Registration,
)
from kheo.movement.models.search import EXEMPLAR_WORDS

# What an import brings in with an exemplar; a change of these is seen by the exemplar's own `changed_at`.
BROUGHT = (Contribution, Outcome, Charge, Participant)
NAMED = 10  # of the models worked on, so many are named


@transaction.atomic
def undo(batch: ImportBatch, *, by) -> ImportBatch:
    """Remove all that the batch made, in one transaction with one event.

    Raises `NotYet` naming the models that were worked on since; then nothing is removed.
    """
    if by is not None:
        require(by, Permission.IMPORT_RUN, batch.unit)
    batch = step(batch.pk, (BatchStage.WRITTEN,), BatchStage.UNDONE, undone_at=timezone.now(), undone_by=by)
    made = Exemplar.objects.filter(import_batch=batch)
    keys = list(made.select_for_update(of=("self",)).values_list("pk", flat=True))
    _refuse_worked_on(worked_on(batch))
    record("import.undo", batch, by=by, file=batch.name, sha256=batch.sha256, removed=len(keys))
    EXEMPLAR_WORDS.remove(keys)
    _remove(batch)
    return batch


def worked_on(batch: ImportBatch) -> QuerySet:
    """The models of a batch that somebody has worked on since it was written."""
    since = Q(changed_at__gt=batch.written_at) | Q(stage_since__gt=batch.written_at) | Q(published_at__isnull=False)
    for relation in _others():
        rows = relation.related_model.objects.filter(**{relation.field.name: OuterRef("pk")})
        if relation.related_model is Registration:
            rows = rows.filter(~Q(import_batch=batch) | Q(import_batch=None))
        since |= Q(Exists(rows))
    return Exemplar.objects.filter(import_batch=batch).filter(since)


def _others() -> Iterator:
    """Every table that points at an exemplar, but for what the import brought in itself."""
    for relation in Exemplar._meta.related_objects:
        if relation.related_model not in BROUGHT and relation.related_model is not Exemplar:
            yield relation
    yield from (each for each in Exemplar._meta.related_objects if each.related_model is Exemplar)


def _refuse_worked_on(found: QuerySet) -> None:
    names = list(found.by_name().values_list("name", flat=True)[: NAMED + 1])
    if not names:
        return
    said = "; ".join(f"“{name}”" for name in names[:NAMED])
    more = " và những mô hình khác" if len(names) > NAMED else ""
    raise NotYet(
        f"Chưa hoàn tác được: {format_number(found.count())} mô hình đã được làm tiếp sau khi nhập ({said}{more})."
    )


def _remove(batch: ImportBatch) -> None:
    """Row by row through the ORM, 20,000 models would hold the only pen of SQLite for a minute."""
    quote = connection.ops.quote_name
    mine = f"SELECT id FROM {quote(Exemplar._meta.db_table)} WHERE import_batch_id = %s"
    with connection.cursor() as cursor:
        for table in (Contribution, Registration):
            cursor.execute(f"DELETE FROM {quote(table._meta.db_table)} WHERE import_batch_id = %s", [batch.pk])
        for table in (Outcome, Charge, Participant):
            cursor.execute(f"DELETE FROM {quote(table._meta.db_table)} WHERE exemplar_id IN ({mine})", [batch.pk])
        cursor.execute(f"DELETE FROM {quote(Exemplar._meta.db_table)} WHERE import_batch_id = %s", [batch.pk])
