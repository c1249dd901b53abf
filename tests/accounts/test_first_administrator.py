"""The first administrator is appointed once, by nobody, from the command line."""

import io

import pytest
from django.core.management import CommandError, call_command

from kheo.accounts.models import Membership, User
from kheo.accounts.roles import Role
from kheo.audit.models import Event
from tests import make

pytestmark = pytest.mark.django_db
PASSWORD = "hoa sen nở muộn"


@pytest.fixture
def appoint(monkeypatch):
    """Runs the command with one line on its standard input."""

    def run(*options, password=PASSWORD):
        monkeypatch.setattr("sys.stdin", io.StringIO(password + "\n"))
        out = io.StringIO()
        call_command("appoint_administrator", "--username=quantri", "--name=Lê Thị Hoa", *options, stdout=out)
        return out.getvalue()

    return run


def test_appoint_makes_an_administrator_of_the_topmost_unit_who_can_sign_in(appoint, client):
    province = make.province()

    assert appoint() == f"Lê Thị Hoa (quantri) là quản trị tại {province}.\n"

    [held] = Membership.objects.all()
    assert (held.user.username, held.role, held.unit) == ("quantri", Role.ADMINISTRATOR, province)
    assert client.login(username="quantri", password=PASSWORD)
    assert list(Event.objects.values_list("verb", "by")) == [("person.join", None), ("membership.grant", None)]


def test_appoint_refuses_a_second_time_and_changes_nothing(appoint):
    make.member(Role.ADMINISTRATOR, make.province())

    with pytest.raises(CommandError, match="Đã có người quản trị"):
        appoint()

    assert not User.objects.filter(username="quantri").exists()


def test_appoint_refuses_a_weak_password(appoint):
    make.province()

    with pytest.raises(CommandError, match="10"):
        appoint(password="hoasen")

    assert not User.objects.exists()


def test_appoint_asks_for_units_first(appoint):
    with pytest.raises(CommandError, match="Hãy chạy load_places trước"):
        appoint()


def test_appoint_asks_which_unit_when_several_are_topmost(appoint):
    make.province()
    make.province("tỉnh Quảng Bình")

    with pytest.raises(CommandError, match="Hãy ghi rõ --unit"):
        appoint()
    assert "là quản trị tại" in appoint("--unit=tỉnh Quảng Bình")
