"""A hit that was acknowledged is stored, once, whatever worker is killed and whenever; one client gets its allowance.

Real gunicorn workers, real load from many addresses, SIGKILL at seeded random moments. What ought to be there is tallied
by the clients and hashed here with the day's secret, past our own code.
"""

import http.client
import random
import threading
import time
from collections import Counter
from hashlib import blake2b

import pytest

from kheo.visits import rules
from tests.visits.ground import Ground, Server
from tests.visits.served import PAGES

pytestmark = pytest.mark.django_db

SEED = 20261124
KILLS = 55
PAUSE = (0.05, 0.75)  # seconds between two kills
CLIENTS = 6
ONE = "203.113.200.1"  # the client that tries everything
AGENTS = 3_000
MARGIN = 90  # seconds: a half-hour that ended in the middle would count a repeated hit twice, and rightly
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


class Client(threading.Thread):
    """Sends hits one after another, each until it is answered: a reader's browser that does not give up."""

    def __init__(self, port, hits, until=lambda: False):
        super().__init__(daemon=True)
        self.port, self.hits, self.until = port, hits, until
        self.said: dict[tuple, int] = {}  # (address, agent, page): the answer
        self.broken: set[tuple] = set()  # those of which an answer got lost on the way

    def run(self):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        for address, forged, agent, page in self.hits:
            if self.until():
                break
            while (status := self._send(connection, address, forged, agent, page)) is None:
                self.broken.add((address, agent, page))
            self.said[address, agent, page] = status
        connection.close()

    def _send(self, connection, address, forged, agent, page):
        headers = {**FORM, "User-Agent": agent, "X-Forwarded-For": f"{forged}, {address}", "Cookie": f"x={forged}"}
        try:
            connection.request("POST", "/dem/", f"t=thu:{page}", headers)
            answer = connection.getresponse()
            answer.read()
            return answer.status
        except (OSError, http.client.HTTPException):
            connection.close()
            time.sleep(0.01)
            return None


def many(number):
    """Hits of thousands of visitors, two views each, from addresses that no other client uses; without end."""
    draw, n = random.Random(SEED + number), 0
    while True:
        n += 1
        address = f"10.{number}.{n // 200 % 250}.{n % 200}"
        agent = f"Mozilla/5.0 (Linux; Android {draw.randrange(9, 15)}) Chrome/{n}.0 Mobile"
        for page in draw.sample(range(PAGES), 2):
            yield address, f"198.51.100.{draw.randrange(250)}", agent, page


def one():
    """One client that changes its agent, drops its cookies and forges where it comes from."""
    draw = random.Random(SEED)
    for n in range(AGENTS):
        forged = f"{draw.randrange(1, 220)}.{draw.randrange(250)}.{draw.randrange(250)}.{draw.randrange(250)}"
        yield ONE, forged, f"Mozilla/5.0 (X11; Linux x86_64) Firefox/{n}.0", n % PAGES


@pytest.fixture
def ground(tmp_path):
    ground = Ground(tmp_path)
    yield ground
    ground.clean()


@pytest.fixture
def server(ground):
    left = rules.HALF_HOUR - time.time() % rules.HALF_HOUR
    if left < MARGIN:
        time.sleep(left + 1)
    server = Server(ground)

    def answers():
        probe = Client(server.port, [])
        connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=5)
        said = probe._send(connection, "10.255.0.1", "10.0.0.1", "curl/8", "0")
        connection.close()
        return said == 204

    server.wait(answers)
    yield server
    server.stop()


def stored_names(ground, sent):
    """Which of the hits that were sent are in the database, and how often: by the day's secret, hashed here."""
    [(secret,)] = ground.rows("SELECT secret FROM visits_salt")

    def name(*parts):
        digest = blake2b("\0".join(parts).encode(), key=bytes(secret), digest_size=8).digest()
        return int.from_bytes(digest, "big", signed=True)

    names = {(name(hit[0], hit[1]), f"thu:{hit[2]}"): hit for hit in sent}
    rows = ground.rows("SELECT visitor, key FROM visits_hit WHERE who = 0")
    return Counter(names.get(row, "a stranger") for row in rows)


def test_no_acknowledged_hit_is_lost_and_none_is_stored_twice(ground, server):
    ended = threading.Event()
    clients = [Client(server.port, many(number), ended.is_set) for number in range(CLIENTS)]
    clients.append(Client(server.port, one()))
    for client in clients:
        client.start()
    draw, killed = random.Random(SEED), 0
    deadline = time.monotonic() + 60
    while killed < KILLS and time.monotonic() < deadline:
        time.sleep(draw.uniform(*PAUSE))
        killed += server.kill_one(draw)
    ended.set()
    for client in clients:
        client.join(60)

    assert [client.is_alive() for client in clients] == [False] * len(clients)
    assert killed >= 50
    said = {hit: status for client in clients for hit, status in client.said.items()}
    broken = set.union(*(client.broken for client in clients))
    stored = stored_names(ground, said)
    crowd = {hit for hit in said if hit[0] != ONE}
    alone = set(said) - crowd

    # Of many: each was answered in the end, so each is there, once. 204 only where a first answer was lost.
    assert len(crowd) > 500
    assert {said[hit] for hit in crowd} <= {202, 204}
    assert {hit for hit in crowd if said[hit] == 204} <= broken
    assert {hit: stored[hit] for hit in crowd if stored[hit] != 1} == {}
    # Of one: its allowance and no more, whatever it shows.
    assert len(alone) == AGENTS
    assert sum(stored[hit] for hit in alone) == rules.PER_NETWORK
    assert sum(said[hit] == 202 for hit in alone) <= rules.PER_NETWORK
    assert {hit for hit in alone if said[hit] == 202} <= set(stored)
    # Nothing else is there, and the figures say the same.
    assert stored["a stranger"] == 0
    assert set(stored.values()) == {1}


def test_a_roll_up_killed_in_the_middle_loses_none_and_doubles_none(ground):
    said = ground.python("-m", "tests.visits.roll_and_kill", str(SEED))
    sent, in_the_middle = (int(word) for word in said.split())

    pages = dict(ground.rows("SELECT key, views FROM visits_pagetotal"))

    assert in_the_middle == 50
    assert ground.rows("SELECT count(*) FROM visits_hit WHERE NOT rolled") == [(0,)]
    assert ground.rows("SELECT count(*) FROM visits_hit") == [(sent,)]
    assert pages == {f"thu:{n}": sent // PAGES for n in range(PAGES)}
    for table in ("pageday", "sectionday"):
        assert ground.rows(f"SELECT sum(views) FROM visits_{table}") == [(sent,)]
    for table in ("siteday", "sitehour"):
        assert ground.rows(f"SELECT sum(guests), sum(members) FROM visits_{table}") == [(sent, 0)]
