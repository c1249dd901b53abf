"""Pages to count, and a way to send beacons at a moment of one's choosing."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from kheo.visits import countable, live, visitors
from kheo.visits.actions import counting
from kheo.visits.models import Who

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
CHROME = "Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0 Mobile Safari/537.36"
PUBLISHED = {"12": "tin-co-so", "13": "tin-co-so", "14": "tin-tuc", "15": ""}
TITLES = {"12": ("Bài mười hai", "/tin-co-so/muoi-hai/"), "14": ("Bài mười bốn", "/tin-tuc/muoi-bon/")}


@pytest.fixture(autouse=True)
def pages():
    """ "thu:12" and others are published; what a process remembers begins empty."""
    countable.register("thu", PUBLISHED.get, titles=lambda tails: {t: TITLES[t] for t in tails if t in TITLES})
    countable.name_sections(section_names)
    live.forget()
    visitors.forget()
    yield
    countable._kinds.pop("thu")
    countable._section_names.remove(section_names)
    countable.forget()
    live.forget()
    visitors.forget()


def section_names():
    return {"tin-co-so": "Tin cơ sở", "tin-tuc": "Tin tức"}


def moment(text):
    """ "2026-11-24 23:40" in Hanoi."""
    return datetime.fromisoformat(text).replace(tzinfo=HANOI)


@pytest.fixture
def hit():
    """`hit("thu:12", at="2026-11-24 10:05", agent="B")`: whether it was counted."""

    def send(key, *, at, address="203.113.1.1", agent=CHROME, who=Who.GUEST):
        section = PUBLISHED[key.partition(":")[2]]
        return counting.count(key, section, counting.Caller(address, agent, who), at=moment(at).timestamp())

    return send


@pytest.fixture
def send(client):
    """`send("thu:12")`: the status that a browser's beacon gets."""

    def post(key, *, address="203.113.1.1", agent=CHROME, body=None, **more):
        kind = "application/x-www-form-urlencoded"
        content = f"t={key}" if body is None else body
        return client.post("/dem/", content, kind, REMOTE_ADDR=address, HTTP_USER_AGENT=agent, **more).status_code

    return post
