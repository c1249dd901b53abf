"""What every test may lean on: a database of its own for each worker, and a Chromium that calls nobody outside."""

import os
import shutil

import pytest
from django.conf import settings
from django.db import connections

from kheo.core import pagecache
from kheo.visits import live
from tests import databases
from tools.browser import chromium

DATABASE_FIXTURES = {"db", "transactional_db", "django_db_reset_sequences", "live_server"}
BROWSER_FIXTURES = {"page", "context", "browser"}
BROWSER_TIMEOUT = 15_000  # milliseconds; two cores serve the page, draw it and run the test
OUR_ADDRESSES = ("data:", "blob:", "about:", "chrome:")
QUIET = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--no-first-run",
]


def pytest_addoption(parser):
    parser.addoption("--database-only", action="store_true", help="only the tests that touch the database")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config, items):
    for item in items:
        if BROWSER_FIXTURES & set(item.fixturenames):
            item.add_marker("browser")
        if touches_database(item):
            allow_every_database(item)
    if config.getoption("--database-only"):
        config.hook.pytest_deselected(items=[item for item in items if not touches_database(item)])
        items[:] = [item for item in items if touches_database(item)]


@pytest.fixture(scope="session")
def django_db_modify_db_settings(request, django_db_modify_db_settings):
    databases.start_from_kept(request.config.cache.mkdir("databases"))


@pytest.fixture(scope="session")
def django_db_setup(request, django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        databases.keep(request.config.cache.mkdir("databases"))
    yield
    with django_db_blocker.unblock():
        connections.close_all()  # two aliases may lead to one database, which goes only when nobody is in it


def touches_database(item):
    return bool(item.get_closest_marker("django_db") or DATABASE_FIXTURES & set(item.fixturenames))


def allow_every_database(item):
    """Any page may ask the counter, whose tables are in a database of their own (decision 0023)."""
    marker = item.get_closest_marker("django_db")
    facts = {"transaction": marker.args[0]} if marker and marker.args else {}
    facts |= marker.kwargs if marker else {}
    item.add_marker(pytest.mark.django_db(**{**facts, "databases": "__all__"}), append=False)


def pytest_unconfigure():
    if settings.configured and settings.DATA.name.startswith("kheo-test-"):
        shutil.rmtree(settings.DATA, ignore_errors=True)


@pytest.fixture(autouse=True)
def nothing_kept():
    """A test is undone without a commit: what was kept of its pages and figures would be shown to the next."""
    pagecache.forget()
    live.forget()


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    path = chromium()
    if path is None:
        refuse = pytest.fail if os.environ.get("CI") else pytest.skip
        refuse("KHÔNG có Chromium, kiểm thử trình duyệt không chạy: script/setup --browser")
    # Playwright's loop runs in this thread, where tests call the ORM too (stack.md, trap 11).
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    root = ["--no-sandbox"] if os.geteuid() == 0 else []
    return {**browser_type_launch_args, "executable_path": path, "args": QUIET + root}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args, live_server):
    """`page.goto("/lam-viec/")` is enough; the reader is Vietnamese and at home."""
    return {
        **browser_context_args,
        "base_url": live_server.url,
        "locale": "vi-VN",
        "timezone_id": "Asia/Ho_Chi_Minh",
    }


@pytest.fixture
def context(context, live_server):
    """A browser window whose pages may ask nothing of any other host (design.md, section 6)."""
    foreign = []
    ours = (live_server.url, *OUR_ADDRESSES)
    context.on("request", lambda request: request.url.startswith(ours) or foreign.append(request.url))
    context.set_default_timeout(BROWSER_TIMEOUT)
    yield context
    assert foreign == []


@pytest.fixture
def axe_finds(axe_rules):
    """`axe_finds(page)` is the list of what axe has against the page: [] for an accessible one."""
    return lambda page: [
        f"{found['id']} ({found['impact']}): {found['help']} — {found['nodes'][0]['html']}"
        for found in axe_rules.run(page).response["violations"]
    ]


@pytest.fixture(scope="session")
def axe_rules():
    from axe_playwright_python.sync_playwright import Axe  # half a second that only browser tests should pay

    return Axe()
