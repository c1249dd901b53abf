"""What is installed is pinned and hashed, and the same for serving as for testing."""

import re

from .sources import ROOT

PIN = re.compile(r"^([a-z0-9.\[\]_-]+==\S+)", re.MULTILINE | re.IGNORECASE)


def lock(name):
    return (ROOT / "requirements" / name).read_text("utf-8")


def test_everything_that_serves_is_tested_in_the_same_version():
    assert set(PIN.findall(lock("base.txt"))) - set(PIN.findall(lock("dev.txt"))) == set()


def test_every_pin_carries_hashes():
    for name in ("base.txt", "dev.txt"):
        blocks = re.split(r"^(?=\S)", lock(name), flags=re.MULTILINE)
        assert [block.split()[0] for block in blocks if PIN.match(block) and "--hash=sha256:" not in block] == []


def test_every_dependency_says_what_it_is_for():
    lines = (lock("base.in") + lock("dev.in")).splitlines()

    assert [line for line in lines if line and line[0] not in "#-" and "  # " not in line] == []
