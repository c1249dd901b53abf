"""Kept pages: never stale, never somebody's own, never half-written, gone when the clock says so."""

import gzip
import os
import threading
import time
from datetime import timedelta

import pytest
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.test import Client, override_settings
from django.urls import path
from django.utils import timezone

from kheo.core import pagecache
from tests import make

pytestmark = pytest.mark.django_db
DRAWN = []


@login_not_required
def kept(request):
    DRAWN.append(request.path)
    return pagecache.keep(HttpResponse(f"bản {len(DRAWN)} " + "x" * 500))


@login_not_required
def plain(request):
    DRAWN.append(request.path)
    return HttpResponse(f"bản {len(DRAWN)}")


@login_not_required
def with_cookie(request):
    response = pagecache.keep(HttpResponse(f"riêng {len(DRAWN)}"))
    response.set_cookie("rieng", "1")
    DRAWN.append(request.path)
    return response


@login_not_required
def short(request):
    DRAWN.append(request.path)
    until = timezone.now() + timedelta(seconds=0.3)
    return pagecache.keep(HttpResponse(f"bản {len(DRAWN)}"), until=until)


@login_not_required
def whose(request):
    return pagecache.keep(HttpResponse(str(request.user)))


urlpatterns = [
    path("kept/", kept), path("plain/", plain), path("cookie/", with_cookie), path("short/", short), path("whose/", whose),
]  # fmt: skip


@pytest.fixture(autouse=True)
def addresses():
    DRAWN.clear()
    with override_settings(ROOT_URLCONF=__name__):
        yield


def text(client, address, **headers):
    return client.get(address, headers=headers).content.decode()[:7].strip()


def test_a_page_is_drawn_once_and_kept_until_something_public_changes():
    client = Client()

    before = [text(client, "/kept/") for _ in range(3)]
    pagecache.forget()
    after = [text(client, "/kept/") for _ in range(2)]

    assert (before, after) == (["bản 1 x", "bản 1 x", "bản 1 x"], ["bản 2 x", "bản 2 x"])


def test_only_what_a_view_says_is_kept():
    assert [text(Client(), "/plain/") for _ in range(2)] == ["bản 1", "bản 2"]


def test_an_answer_that_sets_a_cookie_is_never_kept():
    assert [text(Client(), "/cookie/") for _ in range(2)] == ["riêng 0", "riêng 1"]


def test_who_is_signed_in_neither_reads_nor_leaves_a_kept_page():
    guest, member = Client(), Client()
    member.force_login(make.user("lan", full_name="Trần Thị Lan"))

    first = [member.get("/whose/").content.decode(), guest.get("/whose/").content.decode()]
    second = [member.get("/whose/").content.decode(), guest.get("/whose/").content.decode()]

    assert first == second == ["Trần Thị Lan", "AnonymousUser"]


def test_a_query_or_a_flash_message_is_answered_anew():
    client = Client()
    text(client, "/kept/")
    client.cookies["messages"] = "x"

    assert text(client, "/kept/") == "bản 2 x"
    assert text(Client(), "/kept/?a=1") == "bản 3 x"


def test_a_page_turns_stale_by_the_clock_for_every_process():
    client = Client()
    before = [text(client, "/short/"), text(client, "/short/")]
    time.sleep(0.4)

    assert (before, text(client, "/short/")) == (["bản 1", "bản 1"], "bản 2")


def test_a_page_drawn_from_what_was_before_is_not_kept_after():
    # Another worker forgets while this one still draws.
    def slow(request):
        pagecache.forget()
        return pagecache.keep(HttpResponse("cũ"))

    answer = pagecache.middleware(slow)
    from django.test import RequestFactory

    request = RequestFactory().get("/kept/")
    answer(request)

    assert text(Client(), "/kept/") == "bản 1 x"


def test_it_is_sent_small_and_not_again_where_the_reader_has_it():
    client = Client()
    client.get("/kept/")

    packed = client.get("/kept/", headers={"accept-encoding": "gzip"})
    again = client.get("/kept/", headers={"if-none-match": packed["ETag"]})

    assert packed["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.content).decode().startswith("bản 1 x")
    assert (again.status_code, again.content) == (304, b"")
    assert packed["Cache-Control"] == "no-cache"


def test_the_web_server_in_front_finds_the_file_at_the_page_s_own_address():
    Client().get("/kept/")

    folder = settings.PAGES_FOLDER / "now" / "kept"

    assert (folder / "index.html").read_text().startswith("bản 1 x")
    assert gzip.decompress((folder / "index.html.gz").read_bytes()) == (folder / "index.html").read_bytes()
    pagecache.forget()
    assert not folder.exists()


def test_another_process_that_changes_something_is_heard():
    client = Client()
    text(client, "/kept/")
    child = os.fork()
    if child == 0:
        pagecache.forget()
        os._exit(0)
    os.waitpid(child, 0)

    assert text(client, "/kept/") == "bản 2 x"


def test_a_foreign_host_gets_no_kept_page():
    Client().get("/kept/")

    assert Client(headers={"host": "ke-xau.example"}).get("/kept/").status_code == 400


def test_odd_addresses_leave_nothing_outside_the_folder():
    for address in ("/../kept/", "/kept/..%2f..%2f/", "/" + "a" * 300 + "/"):
        Client().get(address)

    outside = [each.name for each in settings.PAGES_FOLDER.parent.iterdir() if each.name in ("kept", "index.html")]
    assert outside == []


def test_many_readers_at_once_see_whole_pages_while_they_are_forgotten():
    found, stop = set(), time.monotonic() + 1.0

    def read():
        client = Client()
        while time.monotonic() < stop:
            answer = client.get("/kept/")
            found.add((answer.status_code, len(answer.content) >= 505))

    readers = [threading.Thread(target=read) for _ in range(4)]
    for reader in readers:
        reader.start()
    while time.monotonic() < stop:
        pagecache.forget()
        time.sleep(0.01)
    for reader in readers:
        reader.join()

    assert found == {(200, True)}
