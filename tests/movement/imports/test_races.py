"""Several at once: two imports of one list, somebody else writing meanwhile, a process killed in the middle."""

import os
import signal
import time
from threading import Thread

import pytest
from django.db import connection, connections

from kheo.audit.models import breaks
from kheo.movement.actions import imports
from kheo.movement.actions.imports.inserting import Frame
from kheo.movement.models import Exemplar, ImportBatch, Registration, Theme
from tests import make
from tests.movement.imports import ground

pytestmark = pytest.mark.django_db(transaction=True)
MANY = 3_000
LONGEST_WAIT = 5  # seconds that any other writer may have to wait


@pytest.fixture
def place():
    units = ground.land()
    return {**units, "round": make.round(2026), "by": ground.specialist(units["province"])}


def accepted(place, content, **facts):
    batch = ground.sent(content, by=place["by"], office=place["province"], round_=place["round"])
    return imports.accept(batch, by=place["by"], **facts)


def at_once(*acts):
    def run(act):
        try:
            act()
        finally:
            connections.close_all()

    threads = [Thread(target=run, args=[act]) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)


def test_two_imports_of_one_list_at_once_continue_each_other(place):
    ready = [accepted(place, ground.listed(*ground.GOOD), known_as="continued") for _ in range(2)]

    at_once(*(lambda pk=batch.pk: imports.write(pk) for batch in ready))

    results = sorted(ImportBatch.objects.values_list("result__new", "result__skipped"))
    assert results == [(0, 3), (3, 0)]
    assert (Exemplar.objects.count(), Registration.objects.count()) == (3, 3)
    assert list(breaks()) == []


def test_one_batch_written_by_two_workers_is_written_once(place):
    batch = accepted(place, ground.listed(*ground.GOOD))

    at_once(*(lambda: imports.write(batch.pk) for _ in range(3)))

    assert Exemplar.objects.count() == 3
    assert ImportBatch.objects.get().stage == "written"


def test_nobody_waits_long_while_a_list_is_written(place):
    rows = [(str(at), f"Mô hình số {at}", "xã Ái Tử", *ground.GOOD[0][3:]) for at in range(MANY)]
    batch = accepted(place, ground.listed(*rows))
    writing = Thread(target=lambda: (imports.write(batch.pk), connections.close_all()))
    waits = []

    writing.start()
    while writing.is_alive():
        began = time.monotonic()
        Theme.objects.create(name=f"Chủ đề {len(waits)}")
        waits.append(time.monotonic() - began)
        time.sleep(0.02)
    writing.join()

    assert Exemplar.objects.count() == MANY
    assert len(waits) > 1
    assert max(waits) < LONGEST_WAIT


def test_a_process_killed_while_writing_leaves_nothing_and_the_batch_can_be_taken_up(place):
    batch = accepted(place, ground.listed(*ground.GOOD))
    connection.close()

    child = os.fork()
    if not child:
        die_after(Frame, "write", calls=2)
        imports.write(batch.pk)
        os._exit(0)
    _, status = os.waitpid(child, 0)

    assert os.WTERMSIG(status) == signal.SIGKILL
    batch.refresh_from_db()
    assert (batch.stage, Exemplar.objects.count(), Registration.objects.count()) == ("writing", 0, 0)
    ImportBatch.objects.update(beat_at="2026-01-01T00:00:00+07:00")
    batch.refresh_from_db()
    imports.take_back(batch, by=place["by"])
    imports.write(batch.pk)
    assert Exemplar.objects.count() == 3
    assert list(breaks()) == []


def die_after(kind, name, *, calls):
    """In a process of its own: the third writing of a table never ends."""
    done, real = [], getattr(kind, name)

    def act(*args, **kwargs):
        done.append(1)
        if len(done) > calls:
            os.kill(os.getpid(), signal.SIGKILL)
        return real(*args, **kwargs)

    setattr(kind, name, act)
