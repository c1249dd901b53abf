"""Pages of the register: what is shown, what is hidden, and how many queries they take."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kheo.accounts.roles import Role
from kheo.movement.actions import progress, verifications
from kheo.movement.models import Guidance, Participant
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def commune():
    return make.unit("xã Triệu Bình")


@pytest.fixture
def leader(commune):
    return make.member(Role.UNIT_LEADER, commune)


def signed_in(client, role, unit):
    client.force_login(make.member(role, unit))
    return client


def queries(client, address) -> int:
    with CaptureQueriesContext(
        connection,
    ) as caught:
        assert client.get(address).status_code == 200
    return len(caught)


def fill(exemplar, times: int, officer):
    """`times` rows of everything the page of an exemplar lists."""
    for number in range(times):
        outcome = make.outcome(exemplar, name=f"Kết quả {number}", is_main=False, resource="land")
        progress.write(exemplar, by=officer, note="Họp.", figures={outcome: number})
        verifications.answer(exemplar, "weak", by=officer, note=f"Lần {number}")
        Participant.objects.create(exemplar=exemplar, name=f"Lực lượng {number}", part="Góp công")
        Guidance.objects.create(exemplar=exemplar, by=officer, text="Hỏi.")
        make.registration(exemplar, round=make.round(2020 + number), stage="listed")
        make.exemplar(copied_from=exemplar, unit=exemplar.unit)


def test_exemplar_page_asks_as_much_for_one_row_as_for_three(client, commune, leader):
    one, three = [make.exemplar(unit=commune, stage="running") for _ in range(2)]
    fill(one, 1, leader)
    fill(three, 3, leader)
    client.force_login(leader)
    client.get(one.get_absolute_url())

    assert queries(client, one.get_absolute_url()) == queries(client, three.get_absolute_url())


def test_registration_page_asks_as_much_for_one_row_as_for_three(client, commune, leader):
    found = []
    for times in (1, 3):
        exemplar = make.exemplar(f"Mô hình {times}", unit=commune, stage="running")
        fill(exemplar, times, leader)
        found.append(make.registration(exemplar, round=make.round(2027), stage="filed"))
        for _ in range(times):
            make.exemplar(f"Mô hình {times}", unit=commune)
    client.force_login(leader)
    client.get(found[0].get_absolute_url())

    one, three = [queries(client, registration.get_absolute_url()) for registration in found]
    assert one == three


def test_renewal_asks_as_much_for_one_row_as_for_three(client, leader, commune):
    make.round(2026)
    last = make.round(2025)
    client.force_login(leader)
    address, counted = reverse("movement:renewal"), []
    client.get(address)
    for times in (1, 2):
        for _ in range(times):
            make.registration(make.exemplar(unit=commune, stage="running"), round=last, stage="listed")
        counted.append(queries(client, address))

    assert counted[0] == counted[1]


@pytest.mark.parametrize("name", ["round", "campaign", "theme", "directive", "priority"])
def test_setting_lists_open_empty_and_full(client, name, commune):
    signed_in(client, Role.SPECIALIST, make.province())

    assert client.get(reverse(f"movement:{name}_list")).status_code == 200
    make.round()
    assert client.get(reverse(f"movement:{name}_list")).status_code == 200


def test_reader_sees_the_file_and_no_button(client, commune):
    exemplar = make.exemplar(unit=commune, stage="running")
    make.outcome(exemplar)
    signed_in(client, Role.VIEWER, commune)

    page = client.get(exemplar.get_absolute_url()).text

    assert exemplar.name in page
    for word in ("Ghi tiến độ</a>", "Sửa hồ sơ", "Tạm dừng", "Gửi trao đổi", "Đưa ra trang công khai", "Còn thiếu"):
        assert word not in page


def test_stranger_is_told_there_is_nothing(client):
    exemplar = make.exemplar(stage="running")
    signed_in(client, Role.SPECIALIST, make.unit())

    answer = client.get(exemplar.get_absolute_url())

    assert (answer.status_code, exemplar.name in answer.text) == (404, False)


@pytest.mark.parametrize(
    ("role", "seen"),
    [(Role.OFFICER, True), (Role.SPECIALIST, True), (Role.STANDING, False), (Role.VIEWER, False)],
)
def test_points_to_look_at_again_are_for_the_unit_and_the_reviewer(client, commune, role, seen):
    first = make.exemplar("Tiếng kẻng học bài", unit=commune)
    registration = make.registration(make.exemplar("Tiếng Kẻng học bài", unit=commune), stage="filed")
    signed_in(client, role, commune)

    page = client.get(registration.get_absolute_url()).text

    assert ("Điểm cần xem lại" in page, first.get_absolute_url() in page) == (seen, seen)


def test_copy_and_origin_of_one_name_are_no_point_to_look_at(client, commune):
    origin = make.exemplar("Tiếng kẻng học bài", unit=commune)
    copy = make.exemplar("Tiếng kẻng học bài", unit=commune, copied_from=origin)
    signed_in(client, Role.SPECIALIST, commune)

    pages = [client.get(make.registration(each, stage="filed").get_absolute_url()).text for each in (origin, copy)]

    assert ["Điểm cần xem lại" in page for page in pages] == [False, False]


def test_obstacle_is_said_on_the_page(client, commune, leader):
    registration = make.registration(make.exemplar(unit=commune))
    client.force_login(leader)

    answer = client.post(reverse("movement:registration_advance", args=[registration.pk, "file"]), follow=True)

    assert "Chưa gửi được, còn thiếu: kết quả chính có đơn vị tính và chỉ tiêu." in answer.text


def test_renewal_says_what_to_do_where_no_round_is_open(client, leader):
    client.force_login(leader)

    assert "Chưa có đợt nào đang nhận đăng ký" in client.get(reverse("movement:renewal")).text


def test_model_refused_this_year_may_be_registered_again(client, commune, leader):
    exemplar = make.exemplar(unit=commune)
    round_ = make.round()
    make.registration(exemplar, round=round_, stage="refused")
    client.force_login(leader)
    assert "Đăng ký vào đợt này" in client.get(exemplar.get_absolute_url()).text

    client.post(reverse("movement:registration_open", args=[exemplar.pk]))
    assert [each.stage for each in exemplar.registrations.order_by("pk")] == ["refused", "drafting"]
    assert "Đăng ký vào đợt này" not in client.get(exemplar.get_absolute_url()).text


def test_merge_page_finds_files_by_name(client, commune):
    exemplar = make.exemplar("Đường thôn An Mô", unit=commune)
    other = make.exemplar("Mở rộng đường An Mô", unit=make.unit())
    signed_in(client, Role.SPECIALIST, make.province())
    address = reverse("movement:exemplar_merge", args=[exemplar.pk])

    assert "Mở rộng đường An Mô" in client.get(address, {"tim": "mo rong duong\x00"}).text
    client.post(
        reverse("movement:exemplar_advance", args=[exemplar.pk, "merge"]), {"into": other.pk, "note": "Một việc."}
    )

    exemplar.refresh_from_db()
    assert (exemplar.stage, exemplar.merged_into) == ("merged", other)
    assert f'đã gộp vào <a href="{other.get_absolute_url()}">' in client.get(exemplar.get_absolute_url()).text


def test_name_of_a_pattern_is_no_point_to_look_at(client, commune):
    names = ["Hiến đất mở rộng đường"] * 2
    first, second = [make.exemplar(name, unit=commune) for name in names]
    signed_in(client, Role.SPECIALIST, commune)

    pages = [client.get(make.registration(each, stage="filed").get_absolute_url()).text for each in (first, second)]

    assert ["Điểm cần xem lại" in page for page in pages] == [False, False]


def test_all_notes_are_one_press_away(client, commune, leader):
    exemplar = make.exemplar(unit=commune, stage="running")
    for number in range(21):
        progress.write(exemplar, by=leader, on=date(2026, 1, 1 + number), note=f"Phiếu số {number}.")
    client.force_login(leader)

    latest = client.get(exemplar.get_absolute_url()).text
    whole = client.get(exemplar.get_absolute_url(), {"tien-do": "tat-ca"}).text

    assert ("Phiếu số 0." in latest, "Xem tất cả các phiếu" in latest) == (False, True)
    assert ("Phiếu số 0." in whole, "Xem tất cả các phiếu" in whole) == (True, False)


def test_registration_that_was_listed_long_ago_asks_for_nothing_more(client, commune):
    make.exemplar("Tiếng kẻng", unit=commune)
    registration = make.registration(make.exemplar("Tiếng kẻng", unit=commune, stage="running"), stage="listed")
    signed_in(client, Role.SPECIALIST, commune)

    page = client.get(registration.get_absolute_url()).text

    for words in ("Điểm cần xem lại", "Cần có trước khi ra mắt", "Còn thiếu để gửi", "Tiếp theo:"):
        assert words not in page


def test_page_of_a_model_offers_to_learn_from_it(client, commune, leader):
    exemplar = make.exemplar(unit=commune, stage="running")
    offer = f'href="{reverse("movement:registration_new")}?chep={exemplar.pk}"'
    client.force_login(leader)
    assert offer in client.get(exemplar.get_absolute_url()).text

    signed_in(client, Role.VIEWER, commune)
    assert offer not in client.get(exemplar.get_absolute_url()).text
