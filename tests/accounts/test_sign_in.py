"""Signing in: by name or phone, guessing shuts out nobody else, and every page and error is Vietnamese."""

import re

import pytest
from allauth.mfa.totp.internal import auth as totp
from django.contrib.auth.hashers import MD5PasswordHasher
from django.core.cache import cache
from django.urls import NoReverseMatch, reverse

from kheo.accounts import adapter
from kheo.accounts.roles import Role
from kheo.audit.models import Event
from tests import make

from .words import foreign_words

pytestmark = pytest.mark.django_db
LOGIN = "/tai-khoan/dang-nhap/"


@pytest.fixture(autouse=True)
def forgotten_guesses():
    cache.clear()


@pytest.fixture
def officer():
    person = make.user("nguyenvanan", phone="0912345678")
    make.membership(person, Role.JUROR, make.unit())
    return person


def sign_in(client, login, password=make.PASSWORD, **extra):
    return client.post(LOGIN, {"login": login, "password": password}, **extra)


def is_in(client):
    return "_auth_user_id" in client.session


@pytest.mark.parametrize(
    "typed",
    ["nguyenvanan", "NguyenVanAn", " nguyenvanan ", "0912345678", "0912 345 678", "0912.345.678", "+84 912 345 678",
     "84912345678", "0084912345678", "(0912) 345-678"],
)  # fmt: skip
def test_sign_in_takes_the_name_or_the_phone_in_any_habit(client, officer, typed):
    answer = sign_in(client, typed)

    assert is_in(client)
    assert answer["Location"] == "/tai-khoan/"


@pytest.mark.parametrize("typed", ["nguyenvanbinh", "0912345679", "nguyenvanan'--", "", "0" * 300])
def test_sign_in_refuses_whoever_is_unknown(client, officer, typed):
    answer = sign_in(client, typed)

    assert not is_in(client)
    assert answer.status_code == 200
    assert foreign_words(answer.content.decode()) == set()


def test_wrong_password_and_unknown_name_read_the_same(client, officer):
    wrong = sign_in(client, "nguyenvanan", "sai").content.decode()
    unknown = sign_in(client, "nguyenvanax", "sai").content.decode()

    sentence = "Tên đăng nhập, số điện thoại hoặc mật khẩu chưa đúng."
    assert sentence in wrong
    assert sentence in unknown


def test_a_password_is_hashed_for_an_unknown_name_too(client, officer, monkeypatch):
    hashed = []
    plain = MD5PasswordHasher.encode
    monkeypatch.setattr(MD5PasswordHasher, "encode", lambda self, *a: hashed.append(1) or plain(self, *a))

    sign_in(client, "nguyenvanan", "sai")
    for_known = len(hashed)
    sign_in(client, "khongcoai", "sai")

    assert (for_known, len(hashed)) == (1, 2)


def test_an_outsider_who_guesses_shuts_out_only_himself(client, officer):
    for _ in range(11):
        guess = sign_in(client, "nguyenvanan", "sai", REMOTE_ADDR="203.0.113.9")
    assert "Đã nhập sai quá nhiều lần" in guess.content.decode()
    assert not is_in(client)

    sign_in(client, "nguyenvanan", REMOTE_ADDR="203.0.113.9")
    assert not is_in(client)
    sign_in(client, "0912345678", REMOTE_ADDR="198.51.100.7")
    assert is_in(client)


def test_guessing_by_name_and_by_phone_counts_together(client, officer):
    for typed in ["nguyenvanan", "0912345678"] * 5:
        sign_in(client, typed, "sai")

    assert "Đã nhập sai quá nhiều lần" in sign_in(client, "+84912345678").content.decode()


@pytest.fixture
def five_guesses(monkeypatch):
    monkeypatch.setattr(adapter, "GUESSES_BY_STRANGERS", {"guesses": "5/h/key"})


def test_guessing_from_many_addresses_stops_strangers_but_not_a_known_browser(client, officer, five_guesses):
    sign_in(client, "nguyenvanan")
    mark = client.cookies["kheo_known"].value
    client.logout()
    for number in range(6):
        sign_in(client, "nguyenvanan", "sai", REMOTE_ADDR=f"203.0.113.{number}")

    sign_in(client, "nguyenvanan", REMOTE_ADDR="198.51.100.1")
    assert not is_in(client)

    client.cookies["kheo_known"] = mark
    sign_in(client, "nguyenvanan", REMOTE_ADDR="198.51.100.1")
    assert is_in(client)


def test_the_mark_of_one_browser_helps_no_other_name(client, officer, five_guesses):
    make.user("tranthibinh")
    sign_in(client, "tranthibinh")
    mark = client.cookies["kheo_known"].value
    stranger = type(client)()
    stranger.cookies["kheo_known"] = mark
    for number in range(6):
        answer = sign_in(stranger, "nguyenvanan", "sai", REMOTE_ADDR=f"203.0.113.{number}")

    assert "Đã nhập sai quá nhiều lần" in answer.content.decode()


@pytest.mark.parametrize(
    ("proxies", "forwarded", "expected"),
    [
        (0, "1.2.3.4", "127.0.0.1"),
        (1, "1.2.3.4", "1.2.3.4"),
        (1, "6.6.6.6, 1.2.3.4", "1.2.3.4"),
        (2, "6.6.6.6, 1.2.3.4, 10.0.0.2", "1.2.3.4"),
        (2, "1.2.3.4", "127.0.0.1"),
        (1, "", "127.0.0.1"),
        (1, "nonsense", "local"),
    ],
)
def test_only_what_our_own_proxy_saw_is_believed(rf, settings, proxies, forwarded, expected):
    settings.KHEO_PROXIES = proxies

    assert adapter.Adapter().get_client_ip(rf.get("/", headers={"X-Forwarded-For": forwarded})) == expected


def test_a_disabled_person_cannot_sign_in_and_is_told_so(client, officer):
    officer.is_active = False
    officer.save()

    answer = sign_in(client, "nguyenvanan")
    page = client.get(answer["Location"]).content.decode()

    assert not is_in(client)
    assert "Tài khoản đang khóa" in page
    assert foreign_words(page) == set()


def test_the_session_of_a_disabled_person_ends(client, officer):
    sign_in(client, "nguyenvanan")
    assert client.get("/tai-khoan/").status_code == 200

    officer.is_active = False
    officer.save()

    assert client.get("/tai-khoan/")["Location"] == f"{LOGIN}?next=/tai-khoan/"


def test_a_given_password_must_be_changed_before_anything_else(client, officer):
    officer.must_change_password = True
    officer.save()
    sign_in(client, "nguyenvanan")

    assert client.get("/tai-khoan/")["Location"] == "/tai-khoan/doi-mat-khau/"
    page = client.get("/tai-khoan/doi-mat-khau/").content.decode()
    assert "mật khẩu do người khác đặt" in page
    new = {"oldpassword": make.PASSWORD, "password1": "Sông Thạch Hãn 1972", "password2": "Sông Thạch Hãn 1972"}
    client.post("/tai-khoan/doi-mat-khau/", new)

    assert client.get("/tai-khoan/").status_code == 200
    officer.refresh_from_db()
    assert officer.check_password("Sông Thạch Hãn 1972")
    assert [event.verb for event in Event.objects.all()] == ["person.change_password"]


@pytest.mark.parametrize(
    ("new", "again", "sentence"),
    [
        ("ngan", "ngan", "Mật khẩu quá ngắn: cần ít nhất 10 ký tự."),
        ("1234567890", "1234567890", "Mật khẩu này quá thông dụng"),
        ("nguyenvanan", "nguyenvanan", "Mật khẩu quá giống “Tên đăng nhập”."),
        ("Sông Thạch Hãn", "Sông Bến Hải", "Hai lần nhập mật khẩu chưa giống nhau."),
    ],
)
def test_weak_passwords_are_refused_in_vietnamese(client, officer, new, again, sentence):
    sign_in(client, "nguyenvanan")

    answer = client.post(
        "/tai-khoan/doi-mat-khau/", {"oldpassword": make.PASSWORD, "password1": new, "password2": again}
    )

    assert sentence in answer.content.decode()
    assert foreign_words(answer.content.decode(), ["nguyenvanan"]) == set()


def test_wrong_old_password_is_refused(client, officer):
    sign_in(client, "nguyenvanan")

    answer = client.post(
        "/tai-khoan/doi-mat-khau/",
        {"oldpassword": "sai", "password1": "Sông Thạch Hãn 1972", "password2": "Sông Thạch Hãn 1972"},
    )

    assert "Mật khẩu hiện nay chưa đúng." in answer.content.decode()


def test_sign_out_asks_and_then_does(client, officer):
    sign_in(client, "nguyenvanan")

    asked = client.get("/tai-khoan/dang-xuat/")
    assert foreign_words(asked.content.decode(), ["nguyenvanan"]) == set()
    assert is_in(client)
    client.post("/tai-khoan/dang-xuat/")

    assert not is_in(client)


def current_code(secret):
    return totp.format_hotp_value(totp.hotp_value(secret, totp.yield_hotp_counters_from_time().__next__()))


def test_two_factors_from_switching_on_to_switching_off_all_in_vietnamese(client, officer):
    sign_in(client, "nguyenvanan")
    asked = client.get("/tai-khoan/hai-lop/bat/")
    assert asked["Location"].startswith("/tai-khoan/xac-nhan-lai/?next=")
    seen = [client.get("/tai-khoan/hai-lop/"), client.get(asked["Location"])]
    seen.append(client.post(asked["Location"], {"password": "sai"}))
    client.post(asked["Location"], {"password": make.PASSWORD})
    page = client.get("/tai-khoan/hai-lop/bat/")
    secret = re.search(r"<code>(\w+)</code>", page.content.decode())[1]
    seen += [page, client.post("/tai-khoan/hai-lop/bat/", {"code": "000000"})]
    client.post("/tai-khoan/hai-lop/bat/", {"code": current_code(secret)})
    for name in ("mfa_index", "mfa_view_recovery_codes", "mfa_generate_recovery_codes", "mfa_deactivate_totp"):
        seen.append(client.get(reverse(name)))
    codes = client.get("/tai-khoan/hai-lop/ma-du-phong/tai-ve/").content.decode().split()
    assert len(codes) == 10

    client.post("/tai-khoan/dang-xuat/")
    asked = sign_in(client, "nguyenvanan")
    assert asked["Location"] == "/tai-khoan/hai-lop/dang-nhap/"
    seen += [client.get(asked["Location"]), client.post(asked["Location"], {"code": "12345678"})]
    assert not is_in(client)
    client.post(asked["Location"], {"code": codes[0]})
    assert is_in(client)

    seen += [client.get("/tai-khoan/xac-nhan-lai/"), client.get("/tai-khoan/hai-lop/xac-nhan-lai/")]
    client.post("/tai-khoan/xac-nhan-lai/", {"password": make.PASSWORD})
    client.post("/tai-khoan/hai-lop/tat/")
    seen.append(client.get("/tai-khoan/hai-lop/"))

    assert [answer.status_code for answer in seen] == [200] * len(seen)
    assert set.union(*(foreign_words(answer.content.decode(), ["nguyenvanan"]) for answer in seen)) == set()
    assert "Chưa bật" in seen[-1].content.decode()


def test_too_many_sign_ins_from_one_address_get_a_vietnamese_page(client, settings):
    settings.ACCOUNT_RATE_LIMITS = {"login": "2/m/ip"}

    answers = [sign_in(client, "ai", "sai") for _ in range(3)]

    assert answers[-1].status_code == 429
    assert foreign_words(answers[-1].content.decode()) == set()


@pytest.mark.parametrize(
    "name",
    ["account_signup", "account_email", "account_reset_password", "account_set_password", "account_confirm_email"],
)
def test_what_khéo_does_not_use_of_allauth_has_no_address(name):
    with pytest.raises(NoReverseMatch):
        reverse(name, args=["x"] if name == "account_confirm_email" else [])
