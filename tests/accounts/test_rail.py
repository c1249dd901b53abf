"""The rail shows each person what is theirs."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.urls import path

from kheo.accounts import rail
from kheo.accounts.permissions import Permission
from kheo.accounts.roles import Role
from tests import make

urlpatterns = [path("lam-viec/", lambda r: r, name="desk"), path("lam-viec/nhap/", lambda r: r, name="imports")]
pytestmark = [pytest.mark.urls(__name__), pytest.mark.django_db]


@pytest.fixture
def registry(monkeypatch):
    monkeypatch.setattr(rail, "_entries", {})
    rail.register(
        rail.Entry("Nhập danh sách", "imports", (Permission.IMPORT_RUN,), group="Hệ thống", count=lambda user: 3),
        rail.Entry("Việc của tôi", "desk"),
    )


def test_everybody_sees_open_entries_and_their_own(registry):
    place = make.unit()

    assert rail.groups_for(make.member(Role.JUROR, place)) == [("", [("Việc của tôi", "/lam-viec/", None, False)])]
    assert rail.groups_for(make.member(Role.SPECIALIST, place)) == [
        ("", [("Việc của tôi", "/lam-viec/", None, False)]),
        ("Hệ thống", [("Nhập danh sách", "/lam-viec/nhap/", 3, False)]),
    ]


def test_the_longest_address_that_fits_is_current(registry):
    specialist = make.member(Role.SPECIALIST, make.unit())

    def current(path):
        lines = [line for _, group in rail.groups_for(specialist, path) for line in group]
        return [label for label, _, _, is_current in lines if is_current]

    assert current("/lam-viec/nhap/7/") == ["Nhập danh sách"]
    assert current("/lam-viec/dang-ky/") == ["Việc của tôi"]
    assert current("/khac/") == []


def test_context_is_empty_for_a_stranger_and_asks_nothing_until_drawn(registry, rf, django_assert_num_queries):
    request = rf.get("/lam-viec/")
    assert list(rail.context(request)["rail"]) == []
    request.user = AnonymousUser()
    assert list(rail.context(request)["rail"]) == []
    request.user = make.member(Role.SPECIALIST, make.unit())

    with django_assert_num_queries(0):
        drawn = rail.context(request)["rail"]
    with django_assert_num_queries(1):
        assert [title for title, _ in drawn] == ["", "Hệ thống"]
        assert bool(drawn)


def test_an_unknown_group_is_refused(registry):
    with pytest.raises(ValueError, match="Unknown group"):
        rail.register(rail.Entry("Lạc", "desk", group="Nhóm lạ"))
