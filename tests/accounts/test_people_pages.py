"""The pages over people: what is shown, what is hidden, what they cost, and that all of it is Vietnamese."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from kheo.accounts.roles import Role
from kheo.audit.models import Event, PersonalValue, record
from kheo.units.models import Level
from tests import costs, make

from .words import foreign_words

pytestmark = pytest.mark.django_db
USERNAMES = [f"nguoi{number}" for number in range(500)] + ["nguoi"]


@pytest.fixture
def commune():
    return make.unit("xã Ái Tử")


@pytest.fixture
def leader(commune):
    return make.member(Role.UNIT_LEADER, commune, full_name="Lê Văn Lãnh")


def signed_in(person):
    client = Client()
    client.force_login(person)
    return client


def page(person, address, **query):
    answer = signed_in(person).get(address, query)
    assert answer.status_code == 200
    return answer.content.decode()


def names(html, *wanted):
    """Those of `wanted` that the page shows, in the order in which it shows them."""
    return sorted((name for name in wanted if name in html), key=html.index)


def test_people_stand_in_vietnamese_order(leader, commune):
    wanted = ["Đặng Ân", "Dương Ái", "Đỗ Ảnh", "Vũ Ba", "Võ Ba"]
    for name in wanted:
        make.member(Role.OFFICER, commune, full_name=name)

    found = names(page(leader, "/tai-khoan/nguoi/"), *wanted)

    assert found == ["Dương Ái", "Đặng Ân", "Đỗ Ảnh", "Võ Ba", "Vũ Ba"]


@pytest.mark.parametrize("typed", ["binh", "BÌNH", "bình", "tran thi", "0912", "0912 345", "+84912"])
def test_people_are_found_without_accents_and_by_phone(leader, commune, typed):
    make.member(Role.OFFICER, commune, full_name="Trần Thị Bình", phone="0912345678")
    make.member(Role.OFFICER, commune, full_name="Lê Hải Đăng", phone="0987654321")

    found = page(leader, "/tai-khoan/nguoi/", q=typed)

    assert names(found, "Trần Thị Bình", "Lê Hải Đăng") == ["Trần Thị Bình"]


def test_people_are_told_apart_by_state_and_unit(leader, commune):
    hamlet = make.unit("thôn Xuân", under=commune, level=Level.BASE)
    make.member(Role.OFFICER, hamlet, full_name="Người Thôn")
    make.member(Role.OFFICER, commune, full_name="Người Khóa", is_active=False)
    gone = make.user(full_name="Người Rời")
    make.membership(gone, Role.OFFICER, commune, ends=timezone.localdate() - timedelta(1))
    everybody = ["Người Thôn", "Người Khóa", "Người Rời", "Lê Văn Lãnh"]

    def shown(**query):
        html = page(leader, "/tai-khoan/nguoi/", **query).split('<ul class="told-list"', 1)[-1]
        return set(names(html, *everybody[:3]))

    assert shown() == {"Người Thôn"}
    assert shown(tinh_trang="khoa") == {"Người Khóa"}
    assert shown(tinh_trang="da-roi") == {"Người Rời"}
    assert shown(tinh_trang="tat-ca") == set(everybody[:3])
    assert shown(don_vi=hamlet.pk, tinh_trang="tat-ca") == {"Người Thôn"}


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_costs_the_same_for_one_and_for_many(leader, commune, number, django_assert_num_queries):
    for _ in range(number):
        person = make.member(Role.OFFICER, commune)
        make.membership(person, Role.VIEWER, commune)
    client = signed_in(leader)

    with django_assert_num_queries(9 + costs.of_rail(leader)):
        client.get("/tai-khoan/nguoi/")


def test_the_page_of_a_person_shows_history_and_what_may_be_done(leader, commune):
    officer = make.member(Role.OFFICER, commune, full_name="Trần Thị Bình", phone="0912345678")
    client = signed_in(leader)
    client.post(f"/tai-khoan/nguoi/{officer.pk}/khoa/", {"note": "Chuyển công tác"})

    html = client.get(f"/tai-khoan/nguoi/{officer.pk}/").content.decode()

    assert "Khóa tài khoản" in html
    assert "Chuyển công tác" in html
    assert "Mở lại tài khoản" in html
    assert foreign_words(html, USERNAMES) == set()


def test_ones_own_page_offers_nothing_that_nobody_does_to_himself(leader):
    html = page(leader, f"/tai-khoan/nguoi/{leader.pk}/")

    assert names(html, "Khóa tài khoản", "Kết thúc</a>", "Giao thêm vai trò", "Đổi vai trò</a>") == []


def test_a_person_in_part_elsewhere_can_be_seen_but_not_locked(leader, commune):
    officer = make.member(Role.OFFICER, commune, full_name="Trần Thị Bình")
    make.membership(officer, Role.OFFICER, make.unit("xã Triệu Cơ"))

    html = page(leader, f"/tai-khoan/nguoi/{officer.pk}/")
    answer = signed_in(leader).post(f"/tai-khoan/nguoi/{officer.pk}/khoa/", {"note": "x"})

    assert "Khóa tài khoản" not in html
    assert answer.status_code == 403
    assert not Event.objects.exists()


def test_what_somebody_may_do_is_told_with_the_reason(leader, commune):
    boss = make.member(Role.ADMINISTRATOR, make.province(), full_name="Quản Trị")
    post = make.unit("Đồn Biên phòng", place=commune)
    other = make.unit("xã Triệu Cơ")
    address = f"/tai-khoan/nguoi/{leader.pk}/quyen/"

    here = page(boss, address, don_vi=commune.pk)
    standing = page(boss, address, don_vi=post.pk)
    beside = page(boss, address, don_vi=other.pk)

    assert "vì là Lãnh đạo đơn vị tại xã Ái Tử (chính đơn vị này)" in here
    assert "Lãnh đạo đơn vị tại xã Ái Tử (đơn vị này đứng chân trên địa bàn)" in standing
    assert "vì là" not in beside
    assert foreign_words(here, USERNAMES) == set()


def test_one_reads_ones_own_rights_and_a_leader_not_those_of_others(leader, commune):
    officer = make.member(Role.OFFICER, commune)

    assert "Soạn đăng ký, ghi tiến độ" in page(officer, f"/tai-khoan/nguoi/{officer.pk}/quyen/")
    assert signed_in(leader).get(f"/tai-khoan/nguoi/{officer.pk}/quyen/").status_code == 404


@pytest.mark.parametrize("role", [Role.EDITOR, Role.JOURNALIST])
def test_whoever_writes_comes_to_the_page_where_stories_are_sent(client, commune, role):
    make.membership(make.user("nguoi"), role, commune)

    answer = client.post("/tai-khoan/dang-nhap/", {"login": "nguoi", "password": make.PASSWORD})

    assert answer["Location"] == "/lam-viec/gui-tin-bai/"
    assert client.get(answer["Location"]).status_code == 200


@pytest.mark.parametrize("role", [Role.JUROR, None])
def test_whoever_has_no_work_here_yet_comes_to_their_own_page(client, commune, role):
    person = make.user("nguoi", full_name="Trần Thị Bình")
    if role:
        make.membership(person, role, commune)

    answer = client.post("/tai-khoan/dang-nhap/", {"login": "nguoi", "password": make.PASSWORD})
    html = client.get(answer["Location"]).content.decode()

    assert answer["Location"] == "/tai-khoan/"
    assert (str(role.label) if role else "chưa được giao vai trò") in html
    assert foreign_words(html, USERNAMES) == set()


class TestTheTrail:
    @pytest.fixture
    def boss(self, commune):
        return make.member(Role.ADMINISTRATOR, commune, full_name="Quản Trị")

    def test_shows_the_units_own_events_only(self, boss, commune):
        here = make.membership(make.user(full_name="Người Đây"), Role.OFFICER, commune)
        there = make.membership(make.user(full_name="Người Kia"), Role.OFFICER, make.unit("xã Triệu Cơ"))
        for held in (here, there):
            record("membership.grant", held, by=boss)
        record("person.enable", make.user(full_name="Người Nào"), by=boss)

        html = page(boss, "/tai-khoan/nhat-ky/")

        assert names(html, "Người Đây", "Người Kia", "Người Nào") == ["Người Đây"]
        assert foreign_words(html, USERNAMES) == set()

    def test_is_narrowed_by_who_what_and_when(self, boss, commune, leader):
        held = make.membership(make.user(full_name="Người Đây"), Role.OFFICER, commune)
        record("membership.grant", held, by=boss, note="việc một")
        record("membership.end", held, by=leader, note="việc hai")
        tomorrow = f"{timezone.localdate() + timedelta(1):%d/%m/%Y}"

        def shown(**query):
            return names(page(boss, "/tai-khoan/nhat-ky/", **query), "việc một", "việc hai")

        assert shown() == ["việc hai", "việc một"]
        assert shown(ai="quan tri") == ["việc một"]
        assert shown(viec="membership.end") == ["việc hai"]
        assert shown(don_vi=commune.pk, den_ngay=f"{timezone.localdate():%d/%m/%Y}") == ["việc hai", "việc một"]
        assert shown(tu_ngay=tomorrow) == []
        assert shown(chu_the=f"accounts.membership:{held.pk}") == ["việc hai", "việc một"]
        assert shown(chu_the="accounts.membership:999") == []

    def test_erases_personal_values_with_a_reason(self, boss, commune):
        held = make.membership(make.user(full_name="Người Đây"), Role.OFFICER, commune)
        number = record("membership.grant", held, by=boss, personal={"full_name": "Tên Cũ"}).number
        client = signed_in(boss)
        address = f"/tai-khoan/nhat-ky/{number}/xoa-du-lieu-ca-nhan/"

        client.post(address, {"note": " "})
        assert PersonalValue.objects.count() == 1
        back = client.post(address, {"note": "Đơn số 1"})["Location"]

        assert not PersonalValue.objects.exists()
        assert "(đã xóa theo yêu cầu)" in client.get(back).content.decode()

    @pytest.mark.parametrize("number", [1, 3])
    def test_costs_the_same_for_one_event_and_for_many(self, boss, commune, number, django_assert_num_queries):
        for _ in range(number):
            held = make.membership(make.user(), Role.OFFICER, commune)
            record("membership.grant", held, by=make.user(), personal={"full_name": "Tên"})
        client = signed_in(boss)

        with django_assert_num_queries(9 + costs.of_rail(boss)):
            client.get("/tai-khoan/nhat-ky/")
