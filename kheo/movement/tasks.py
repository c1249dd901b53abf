"""What is done in the background by a worker (`manage.py db_worker`): reading a list, writing it into the register."""

from django_tasks import task

from kheo.movement.actions import imports
from kheo.movement.models import BatchStage, ImportBatch


@task()
def read_import(pk: int) -> None:
    imports.read(pk)


@task()
def write_import(pk: int) -> None:
    imports.write(pk)


# Which task a batch waits for; asked for twice, the second finds nothing to do.
WAITS_FOR = {BatchStage.WAITING: read_import, BatchStage.QUEUED: write_import}


def ask_for(batch: ImportBatch) -> None:
    """Hand the batch to a worker."""
    WAITS_FOR[batch.stage].enqueue(batch.pk)
