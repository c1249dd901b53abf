"""The life of an import: handed in, read, decided on, written; each task that takes it up counts a turn."""

import hashlib
import logging
from collections.abc import Callable
from datetime import date

from django.core.files import File
from django.db import connection, transaction
from django.utils import timezone

from kheo.accounts.access import require
from kheo.accounts.permissions import Permission
from kheo.audit.models import record
from kheo.core.vietnamese import format_number
from kheo.movement.actions.imports import staging
from kheo.movement.actions.imports.preparing import Landing, Plan
from kheo.movement.actions.imports.reading import read_list
from kheo.movement.actions.imports.writing import land
from kheo.movement.importing import BadFile, Row
from kheo.movement.lifecycle.move import NotYet
from kheo.movement.models import BatchStage, ImportBatch, ImportMapping, KnownAs, LandsAs, Round
from kheo.units.models import Unit

S = BatchStage
TAKEN_BACK = {S.WAITING: S.WAITING, S.READING: S.WAITING, S.QUEUED: S.QUEUED, S.WRITING: S.QUEUED}
# All rows go in with one transaction, and SQLite has one pen: a longer list would keep others waiting over 5 seconds
# (20,000 rows take about 2). On PostgreSQL nobody waits.
MOST_ROWS = {"sqlite": 40_000}
UNEXPECTED = "Có trục trặc khi {doing}; chưa có gì được ghi vào sổ. Hãy thử lại; nếu vẫn vậy, báo quản trị."
log = logging.getLogger(__name__)


class Passed(Exception):
    """Another task has taken the batch up since; this one leaves its work."""


@transaction.atomic
def step(
    pk: int, sources: tuple[str, ...], target: str, *, turn: int | None = None, takes: bool = False, **facts
) -> ImportBatch:
    """Bring a batch, locked, from one of `sources` to `target`, with facts. The one writer of its stage.

    A task that `takes` the batch up begins a turn, by which earlier tasks know that theirs has passed. Raises `Passed`
    when `turn` is no longer the batch's, and `NotYet` in another stage.
    """
    batch = ImportBatch.objects.select_for_update(of=("self",)).get(pk=pk)
    if turn is not None and batch.turn != turn:
        raise Passed
    if batch.stage not in sources:
        raise NotYet(f"Lần nhập này đang ở bước “{batch.get_stage_display()}”.")
    batch.stage, batch.beat_at, batch.turn = target, timezone.now(), batch.turn + takes
    for name, value in facts.items():
        setattr(batch, name, value)
    batch.save()
    return batch


@transaction.atomic
def begin(
    file: File, *, by, office: Unit, round_: Round, lands_as: str = LandsAs.LISTED, on: date | None = None,
    name: str = "", **facts,
) -> ImportBatch:  # fmt: skip
    """Take in a file as `office`'s list; reading it is the next task's work. `by` None is the server's own console."""
    if by is not None:
        require(by, Permission.IMPORT_RUN, office)
    name = (name or file.name)[-255:]
    batch = ImportBatch(
        unit=office, round=round_, lands_as=lands_as, on=on or timezone.localdate(), name=name, by=by,
        sha256=digest_of(file), **facts,
    )  # fmt: skip
    batch.file.save(name, file, save=False)
    batch.save()
    record("import.begin", batch, by=by, file=name, sha256=batch.sha256, round=round_.code)
    return batch


def digest_of(file: File) -> str:
    """SHA-256 of a file, by which the same list sent twice is known."""
    found = hashlib.sha256()
    for chunk in file.chunks():
        found.update(chunk)
    file.seek(0)
    return found.hexdigest()


def read(pk: int) -> None:
    """Read the file of a waiting batch and stage what was understood; a bad file ends in `failed` with its sentence."""
    try:
        batch = step(pk, (S.WAITING,), S.READING, takes=True, done=0, total=0, problem="")
    except NotYet:
        return  # asked for twice: somebody reads it already
    try:
        _read(batch)
    except Passed:
        staging.clear(batch, turn=batch.turn)
    except BadFile as problem:
        _give_up(batch, S.FAILED, str(problem))
    except Exception:
        log.exception("Import %s could not be read.", pk)
        _give_up(batch, S.FAILED, UNEXPECTED.format(doing="đọc tệp"))


def _read(batch: ImportBatch) -> None:
    with batch.file.open("rb") as file:
        content = file.read()
    found = read_list(content, name=batch.name, office=batch.unit, round_=batch.round, on=batch.on, told=_teller(batch))
    staging.stage(batch, found.reading)
    rows = len(found.reading.rows)
    summary = staging.summary(content, batch, found)
    step(batch.pk, (S.READING,), S.READ, turn=batch.turn, done=rows, total=rows, reading=summary)
    staging.clear_before(batch, turn=batch.turn)


def _teller(batch: ImportBatch) -> Callable[[int], None]:
    """Says how far the work is, and that it is alive; a task whose turn has passed learns it here."""

    def told(done: int) -> None:
        now = timezone.now()
        if not ImportBatch.objects.filter(pk=batch.pk, turn=batch.turn).update(done=done, beat_at=now):
            raise Passed

    return told


def _give_up(batch: ImportBatch, target: str, problem: str) -> None:
    try:
        step(batch.pk, (S.READING, S.WRITING), target, turn=batch.turn, problem=problem)
    except (Passed, NotYet):
        log.info("Import %s was taken up by another task.", batch.pk)


@transaction.atomic
def accept(batch: ImportBatch, *, by, skip_errors: bool = False, known_as: str = KnownAs.NEW) -> ImportBatch:
    """Decide to write. Raises `NotYet` where the list has errors and the rows without are not asked for."""
    require(by, Permission.IMPORT_RUN, batch.unit)
    batch = step(batch.pk, (S.READ,), S.QUEUED, skip_errors=skip_errors, known_as=known_as, problem="", done=0)
    errors = batch.reading.get("errors", 0)
    if errors and not skip_errors:
        raise NotYet(f"Danh sách còn {format_number(errors)} lỗi; hãy sửa tệp, hoặc chọn “Nhập các dòng đúng”.")
    check_size(batch.total)
    if not batch.total:
        raise NotYet("Danh sách không có dòng nào nhập được.")
    return batch


def check_size(rows: int) -> None:
    """Raise `NotYet` for more rows than this kind of database takes in one go."""
    most = MOST_ROWS.get(connection.vendor, rows)
    if rows > most:
        raise NotYet(
            f"Một lần nhập trên cơ sở dữ liệu SQLite được nhiều nhất {format_number(most)} dòng, để người khác không "
            "phải chờ lâu. Hãy chia danh sách thành nhiều tệp, hoặc chuyển sang PostgreSQL."
        )


def write(pk: int) -> None:
    """Write the staged rows of a batch that was decided on: all of them in one transaction, or none."""
    try:
        batch = step(pk, (S.QUEUED,), S.WRITING, takes=True)
    except NotYet:
        return  # asked for twice
    try:
        write_rows(batch, staging.staged(batch))
    except Passed:
        return
    except Exception:
        log.exception("Import %s could not be written.", pk)
        _give_up(batch, S.READ, UNEXPECTED.format(doing="ghi vào sổ"))
    else:
        staging.clear(batch)


def write_rows(batch: ImportBatch, rows: list[Row]) -> Plan:
    """Write `rows` as a batch that stands at `writing`; the same transaction ends it and leaves its one event."""
    at = timezone.now()
    landing = Landing(batch.round, batch.lands_as, batch.known_as, batch.by, at, timezone.localdate(at), batch.pk)

    def before() -> None:
        step(batch.pk, (S.WRITING,), S.WRITING, turn=batch.turn)

    def after(plan: Plan) -> None:
        facts = {"written_at": at, "result": plan.counts, "done": len(rows), "total": len(rows)}
        done = step(batch.pk, (S.WRITING,), S.WRITTEN, turn=batch.turn, **facts)
        record(
            "import.write", done, by=batch.by, file=batch.name, sha256=batch.sha256, round=batch.round.code,
            rows=len(rows), digest=plan.digest, lands_as=batch.lands_as, **plan.counts,
        )  # fmt: skip

    return land(rows, landing, before=before, after=after, told=_teller(batch))


@transaction.atomic
def choose(batch: ImportBatch, columns: dict[str, dict[str, str | None]], *, by) -> ImportBatch:
    """Read the list again with these meanings (by signature, then by header); its office is remembered to read so."""
    require(by, Permission.IMPORT_RUN, batch.unit)
    batch = step(batch.pk, (S.READ,), S.WAITING, done=0)
    for signature, chosen in columns.items():
        ImportMapping.objects.update_or_create(unit=batch.unit, signature=signature[:64], defaults={"columns": chosen})
    record("import.choose", batch, by=by, columns=columns)
    return batch


@transaction.atomic
def take_back(batch: ImportBatch, *, by) -> ImportBatch:
    """Set a batch that nobody works at any more back to where a new task can take it up."""
    require(by, Permission.IMPORT_RUN, batch.unit)
    batch = ImportBatch.objects.select_for_update(of=("self",)).get(pk=batch.pk)
    if not batch.is_silent():
        raise NotYet("Máy vẫn đang xử lý danh sách này; hãy đợi thêm.")
    target = TAKEN_BACK[batch.stage]
    if target == S.QUEUED and not staging.is_staged(batch):
        target = S.WAITING
    batch = step(batch.pk, (batch.stage,), target, done=0, turn=batch.turn)
    record("import.take_back", batch, by=by)
    return batch


@transaction.atomic
def drop(batch: ImportBatch, *, by) -> ImportBatch:
    """Put a list aside that was not written: its staged rows and its file go."""
    require(by, Permission.IMPORT_RUN, batch.unit)
    batch = step(batch.pk, (S.WAITING, S.READ, S.FAILED), S.DROPPED)
    staging.clear(batch)
    transaction.on_commit(lambda: batch.file.delete(save=False))
    record("import.drop", batch, by=by)
    return batch
