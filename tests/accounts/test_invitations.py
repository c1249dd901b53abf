"""One-time links: who is let in by them, how often, how long, and what a link gives away."""

import re
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.utils import timezone

from kheo.accounts.actions import invitations
from kheo.accounts.actions.care import Refused
from kheo.accounts.models import Invitation, Membership, User
from kheo.accounts.roles import Role
from kheo.audit.models import Event
from tests import make

from .words import foreign_words

pytestmark = pytest.mark.django_db
NEW = {"username": "binhtt", "password1": "Sông Thạch Hãn 1972", "password2": "Sông Thạch Hãn 1972"}


@pytest.fixture
def commune():
    return make.unit("xã Ái Tử")


@pytest.fixture
def leader(commune):
    return make.member(Role.UNIT_LEADER, commune, full_name="Lê Văn Lãnh")


def invite(by, unit, **facts):
    given = {"full_name": "Trần Thị Bình", "phone": "0912345678", "role": Role.OFFICER, "title": "Phó Bí thư"}
    return invitations.invite(by=by, unit=unit, **{**given, **facts})


def address(made):
    return f"/tai-khoan/vao/{invitations.secret_of(made)}/"


def signed_in(person):
    client = Client()
    client.force_login(person)
    return client


def test_a_leader_invites_and_the_invited_comes_in(client, leader, commune):
    boss = signed_in(leader)
    answer = boss.post(
        "/tai-khoan/nguoi/moi/",
        {"full_name": "Trần Thị Bình", "phone": "+84 912 345 678", "unit": commune.pk, "role": "officer"},
    )
    page = boss.get(answer["Location"]).content.decode()
    message = re.search(r"<textarea[^>]*>(.*?)</textarea>", page, re.S)[1]
    assert re.fullmatch(r"Nhận tài khoản Khéo: http://testserver/tai-khoan/vao/\w{40}/", message)
    link = message.split("testserver")[1]

    shown = client.get(link).content.decode()
    assert "Trần Thị Bình" in shown
    assert 'value="tranthibinh"' in shown
    assert client.post(link, NEW)["Location"] == "/tai-khoan/dang-nhap/"
    client.post("/tai-khoan/dang-nhap/", {"login": "0912 345 678", "password": NEW["password1"]})

    person = User.objects.get(username="binhtt")
    assert client.session["_auth_user_id"] == str(person.pk)
    held = person.memberships.get()
    assert (held.unit, held.role, held.starts) == (commune, Role.OFFICER, timezone.localdate())
    assert [event.verb for event in Event.objects.all()] == ["invitation.make", "person.join", "membership.grant"]
    assert Event.objects.last().by == leader


def test_a_link_lets_in_once(client, leader, commune):
    made = invite(leader, commune)
    client.post(address(made), NEW)

    again = Client().get(address(made))

    assert again.status_code == 404
    assert "Liên kết không còn dùng được" in again.content.decode()
    with pytest.raises(Refused, match="đã dùng"):
        invitations.join(made, username="kxyz", password="Sông Bến Hải 1954")
    assert User.objects.filter(full_name="Trần Thị Bình").count() == 1


def test_looking_at_a_link_uses_nothing_up(client, leader, commune):
    made = invite(leader, commune)

    for _ in range(3):
        assert client.get(address(made)).status_code == 200


@pytest.mark.parametrize(("age", "status"), [(timedelta(days=7, minutes=-1), 200), (timedelta(days=7), 404)])
def test_a_link_lasts_seven_days(client, leader, commune, age, status):
    made = invite(leader, commune)
    Invitation.objects.update(expires_at=made.expires_at - age)

    assert client.get(address(made)).status_code == status


@pytest.mark.parametrize("secret", ["x", "0" * 40, "a" * 400])
def test_a_guessed_link_is_told_the_same_as_a_used_one(client, secret):
    answer = client.get(f"/tai-khoan/vao/{secret}/")

    assert answer.status_code == 404
    assert foreign_words(answer.content.decode()) == set()


def test_no_link_can_be_read_out_of_the_database(leader, commune):
    made = invite(leader, commune)
    secret = invitations.secret_of(made)

    made.refresh_from_db()
    kept = " ".join(str(value) for value in Invitation.objects.values_list().get())
    assert secret not in kept
    assert secret not in " ".join(str(event.changes) for event in Event.objects.all())
    assert len(made.token) == 64


@pytest.mark.parametrize(
    ("new", "sentence"),
    [
        ({"password2": "khác"}, "Hai lần nhập mật khẩu chưa giống nhau."),
        ({"password1": "ngắn", "password2": "ngắn"}, "Mật khẩu quá ngắn"),
        ({"password1": "tranthibinh1", "password2": "tranthibinh1", "username": "tranthibinh1"}, "Mật khẩu quá giống"),
        ({"username": "AI ĐÓ"}, "chữ thường không dấu"),
        ({"username": "leader"}, "đã có người dùng"),
    ],
)
def test_what_is_wrong_is_said_and_the_link_stays_good(client, commune, new, sentence):
    leader = make.member(Role.UNIT_LEADER, commune, username="leader")
    made = invite(leader, commune)

    page = client.post(address(made), {**NEW, **new}).content.decode()

    assert sentence in page
    assert foreign_words(page, ["tranthibinh", "leader", "binhtt"]) == set()
    assert client.get(address(made)).status_code == 200


def test_whoever_has_an_account_is_offered_the_role_on_it(client, leader, commune):
    person = make.member(Role.OFFICER, make.unit("xã Triệu Cơ"), full_name="Tên Thật", phone="0912345678")
    made = invite(leader, commune, full_name="Tên Đoán")
    assert made.user == person

    asked = client.get(address(made)).content.decode()
    assert "Hãy đăng nhập để nhận" in asked
    assert "Tên Thật" not in asked
    other = signed_in(make.user())
    assert "dành cho tài khoản khác" in other.get(address(made)).content.decode()
    other.post(address(made))
    assert not Membership.objects.filter(user=person, unit=commune).exists()
    signed_in(person).post(address(made))

    assert Membership.objects.get(user=person, unit=commune).role == Role.OFFICER
    assert person.check_password(make.PASSWORD)


def test_inviting_does_not_tell_whose_phone_it_is(leader, commune):
    make.member(Role.OFFICER, make.unit("xã Triệu Cơ"), full_name="Tên Thật", phone="0912345678")
    client = signed_in(leader)

    facts = {"full_name": "Tên Đoán", "phone": "0912345678", "unit": commune.pk, "role": "officer"}
    answer = client.post("/tai-khoan/nguoi/moi/", facts)
    page = client.get(answer["Location"]).content.decode()

    assert "Tên Thật" not in page
    assert "Tên Thật" not in client.get("/tai-khoan/nguoi/").content.decode()


def test_whoever_holds_the_role_is_not_invited_to_it(leader, commune):
    make.member(Role.OFFICER, commune, phone="0912345678")

    with pytest.raises(Refused, match="đang giữ vai trò"):
        invite(leader, commune)


@pytest.mark.parametrize("role", [Role.HEAD, Role.ADMINISTRATOR, Role.EDITOR])
def test_nobody_invites_beyond_the_table(leader, commune, role):
    with pytest.raises(PermissionDenied):
        invite(leader, commune, role=role)
    assert not Invitation.objects.exists()


def test_nobody_invites_into_an_ended_unit(leader, commune):
    ended = make.unit("xã Cũ", under=commune, ends=timezone.localdate())

    with pytest.raises(Refused, match="đơn vị kế tục"):
        invite(leader, ended)


def test_a_lost_password_comes_back_by_a_link_and_old_sessions_end(client, leader, commune):
    officer = make.member(Role.OFFICER, commune, full_name="Trần Thị Bình", must_change_password=True)
    inside = signed_in(officer)
    boss = signed_in(leader)

    first = boss.post(f"/tai-khoan/nguoi/{officer.pk}/dat-lai-mat-khau/")["Location"]
    second = boss.post(f"/tai-khoan/nguoi/{officer.pk}/dat-lai-mat-khau/")["Location"]
    old, new = (Invitation.objects.get(pk=path.strip("/").split("/")[-1]) for path in (first, second))
    assert "Đặt lại mật khẩu Khéo: http" in boss.get(second).content.decode()
    assert client.get(address(old)).status_code == 404
    client.post(address(new), NEW)

    officer.refresh_from_db()
    assert officer.check_password(NEW["password1"])
    assert not officer.must_change_password
    assert inside.get("/tai-khoan/").status_code == 302
    assert Event.objects.last().verb == "person.choose_password"


def test_a_withdrawn_link_lets_nobody_in(client, leader, commune):
    made = invite(leader, commune)
    signed_in(leader).post(f"/tai-khoan/loi-moi/{made.pk}/huy/")

    assert client.get(address(made)).status_code == 404
    with pytest.raises(Refused):
        invitations.withdraw(made, by=leader)


def test_the_link_is_shown_to_whoever_made_it_only(leader, commune):
    made = invite(leader, commune)
    colleague = make.member(Role.UNIT_LEADER, commune)

    assert invitations.secret_of(made) in signed_in(leader).get(f"/tai-khoan/loi-moi/{made.pk}/").content.decode()
    page = signed_in(colleague).get(f"/tai-khoan/loi-moi/{made.pk}/").content.decode()
    assert invitations.secret_of(made) not in page


def test_links_of_one_kind_do_not_serve_as_another(leader, commune):
    officer = make.member(Role.OFFICER, commune)
    joining, back = invite(leader, commune), invitations.let_back_in(officer, by=leader)

    with pytest.raises(Refused):
        invitations.choose_password(joining, password="Sông Bến Hải 1954")
    with pytest.raises(Refused):
        invitations.join(back, username="aiai", password="Sông Bến Hải 1954")
    with pytest.raises(Refused):
        invitations.take_role(back, by=officer)
    assert Invitation.objects.open().count() == 2


def test_free_user_names_count_up():
    make.user("tranthibinh")
    make.user("tranthibinh2")

    assert invitations.free_username("Trần Thị Bình") == "tranthibinh3"
    assert invitations.free_username("Đỗ Đức") == "doduc"
    assert invitations.free_username("李") == "nguoidung"
