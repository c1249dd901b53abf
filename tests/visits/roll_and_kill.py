"""`python -m tests.visits.roll_and_kill SEED`: hits come in while roll-ups are killed; prints how many, and kills that hit.

A program of its own, because it forks: a child rolls up over a connection that it opened itself, and is killed.
"""

import os
import random
import signal
import sys
import time

import django

django.setup()

from django.db import connections  # noqa: E402
from django.utils import timezone  # noqa: E402

from kheo.visits import rules, writer  # noqa: E402
from kheo.visits.actions import counting, rolling  # noqa: E402
from kheo.visits.models import Who  # noqa: E402
from tests.visits.served import PAGES  # noqa: E402

KILLS = 50  # roll-ups killed while at work
ROUNDS = 150  # tried at most
EACH = 200  # hits added before each roll-up: of every page as many


def main(seed: int) -> None:
    draw = random.Random(seed)
    rolling.BATCH = 3  # many small transactions: more places to be killed in
    sent = add(0)
    began = time.monotonic()
    rolling.roll_up(at=timezone.now())
    latest = time.monotonic() - began  # so long a whole one takes on this machine
    middle = rounds = 0
    while middle < KILLS and rounds < ROUNDS:
        rounds += 1
        sent += add(sent)
        writer.close()
        connections.close_all()
        child = os.fork()
        if not child:
            rolling.roll_up(at=timezone.now())
            os._exit(0)
        time.sleep(draw.uniform(0, latest))
        middle += kill(child)
    rolling.roll_up(at=timezone.now())
    sys.stdout.write(f"{sent} {middle}\n")


def add(begin: int) -> int:
    """So many new hits, old enough to be rolled up at once."""
    at = time.time() - rules.ONLINE - 1
    for n in range(begin, begin + EACH):
        caller = counting.Caller(f"10.9.{n // 250}.{n % 250}", "Mozilla/5.0 Chrome/120", Who.GUEST)
        assert counting.count(f"thu:{n % PAGES}", "tin-thu", caller, at=at)
    return EACH


def kill(child: int) -> bool:
    """True where it was still at work."""
    done, _ = os.waitpid(child, os.WNOHANG)
    if done:
        return False
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


main(int(sys.argv[1]))
