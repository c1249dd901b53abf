"""The register as a list: what is shown to whom, filtered how, at which cost."""

from datetime import date
from io import BytesIO

import openpyxl
import pytest
from django.urls import reverse
from django.utils import timezone

from kheo.accounts.roles import Role
from kheo.movement.models import Contribution, PriorityArea, Recognition, Registration, SavedView
from tests import costs, make

pytestmark = pytest.mark.django_db


@pytest.fixture
def ai_tu():
    return make.unit("xã Ái Tử")


def listed_names(client, **query):
    answer = client.get(reverse("movement:exemplar_list"), query)
    assert answer.status_code == 200
    return [exemplar.name for exemplar, _ in answer.context["rows"]]


def test_list_shows_own_units_and_hides_others(client, ai_tu):
    make.exemplar("Tiếng kẻng học bài", unit=ai_tu)
    make.exemplar("Bến bãi bình yên")
    client.force_login(make.member(Role.OFFICER, ai_tu))

    assert listed_names(client) == ["Tiếng kẻng học bài"]


def test_list_shows_a_unit_that_stands_in_the_place_once(client, ai_tu):
    police = make.unit("công an xã Ái Tử", place=ai_tu, kind="police")
    make.exemplar("Camera an ninh", unit=police, place=ai_tu)
    client.force_login(make.member(Role.UNIT_LEADER, ai_tu))

    assert listed_names(client) == ["Camera an ninh"]


def test_names_are_in_vietnamese_order(client, ai_tu):
    for name in ("Đường hoa", "Dân vận số", "Áo ấm", "Ánh sáng", "Ấm tình", "Ao cá"):
        make.exemplar(name, unit=ai_tu)
    client.force_login(make.member(Role.OFFICER, ai_tu))

    assert listed_names(client, xep="ten") == ["Ánh sáng", "Áo ấm", "Ao cá", "Ấm tình", "Dân vận số", "Đường hoa"]


def filtered_cases(ai_tu):
    wanted = make.exemplar("Hiến đất", unit=ai_tu, field="culture", stage="paused", kind="practice", bearer="person",
                           nature="one_off", starts=date(2024, 5, 1))  # fmt: skip
    make.exemplar("Khác", unit=ai_tu, field="economy", stage="running", kind="example", bearer="group")
    round_ = make.round()
    Registration.objects.create(exemplar=wanted, round=round_, stage="listed", origin="continued")
    Contribution.objects.create(exemplar=wanted, kind="land", amount=5, measure="m²")
    Recognition.objects.create(
        exemplar=wanted, level="commune", issuer="Đảng ủy", decided_on=date(2025, 1, 1), year=2025
    )
    PriorityArea.objects.create(unit=ai_tu, kind="hard")
    return {
        "dot": round_.pk, "linh_vuc": "culture", "buoc": "paused", "loai": "practice", "chu_the": "person",
        "tinh_chat": "one_off", "nguon_goc": "continued", "nguon_luc": "land", "cong_nhan": "commune",
        "nam_bat_dau": "2024", "q": "hien dat",
    }  # fmt: skip


def test_each_filter_leaves_what_it_names(client, ai_tu):
    cases = filtered_cases(ai_tu)
    client.force_login(make.member(Role.SPECIALIST, make.province()))

    assert {name: listed_names(client, **{name: value}) for name, value in cases.items()} == {
        name: ["Hiến đất"] for name in cases
    }


@pytest.mark.parametrize("typed", ["xã Ái Tử", "ai tu", "Ái Tử"])
def test_unit_filter_reads_names_in_any_spelling(client, ai_tu, typed):
    make.exemplar("Của Ái Tử", unit=ai_tu)
    make.exemplar("Của nơi khác")
    client.force_login(make.member(Role.SPECIALIST, make.province()))

    assert listed_names(client, don_vi=typed) == ["Của Ái Tử"]


def test_unit_filter_says_when_no_such_unit_may_be_seen(client, ai_tu):
    make.unit("xã Triệu Cơ")
    client.force_login(make.member(Role.OFFICER, ai_tu))

    answer = client.get(reverse("movement:exemplar_list"), {"don_vi": "xã Triệu Cơ"})

    assert "Không thấy đơn vị “xã Triệu Cơ” trong phạm vi của đồng chí." in answer.content.decode()


def test_priority_filter_does_not_exist_for_an_officer(client, ai_tu):
    make.exemplar("Nơi khó", unit=ai_tu)
    make.exemplar("Nơi thường", unit=make.unit(under=ai_tu, level="base"))
    PriorityArea.objects.create(unit=ai_tu, kind="hard")

    client.force_login(make.member(Role.SPECIALIST, ai_tu))
    assert listed_names(client, dia_ban="hard") == ["Nơi khó"]
    client.force_login(make.member(Role.OFFICER, ai_tu))
    assert sorted(listed_names(client, dia_ban="hard")) == ["Nơi khó", "Nơi thường"]
    assert "trọng điểm" not in client.get(reverse("movement:exemplar_list")).content.decode()


def test_impossible_filter_values_filter_nothing_and_say_so(client, ai_tu):
    make.exemplar("Một", unit=ai_tu)
    client.force_login(make.member(Role.OFFICER, ai_tu))

    query = {"linh_vuc": "x", "dot": "abc", "buoc": "'", "trang": "-7", "xep": "zzz", "nam_bat_dau": "9" * 30}

    assert listed_names(client, **query) == ["Một"]


@pytest.mark.parametrize("rows", [1, 3])
def test_list_costs_the_same_at_any_length(client, ai_tu, rows, django_assert_num_queries):
    for _ in range(rows):
        make.outcome(make.exemplar(unit=ai_tu))
    specialist = make.member(Role.SPECIALIST, make.province())
    client.force_login(specialist)

    with django_assert_num_queries(10 + costs.of_rail(specialist)):
        client.get(reverse("movement:exemplar_list"))


def test_export_holds_numbers_and_dates_and_never_a_formula(client, ai_tu):
    exemplar = make.exemplar("=HYPERLINK(1)", unit=ai_tu, households=56)
    Contribution.objects.create(exemplar=exemplar, kind="land", amount="1000.5", measure="m²")
    client.force_login(make.member(Role.OFFICER, ai_tu))

    answer = client.get(reverse("movement:exemplar_export"))

    sheet = openpyxl.load_workbook(BytesIO(answer.content)).active
    header = [cell.value for cell in sheet[3]]
    row = dict(zip(header, [cell.value for cell in sheet[4]], strict=True))
    assert row["Tên mô hình, điển hình"] == "=HYPERLINK(1)"
    assert sheet.cell(4, header.index("Tên mô hình, điển hình") + 1).data_type == "s"
    assert (row["Đất hiến (m²)"], row["Số hộ tham gia"], row["Ngày công"]) == (1000.5, 56, None)


def test_saved_view_is_kept_by_its_owner_alone(client, ai_tu):
    owner, other = make.member(Role.OFFICER, ai_tu), make.member(Role.OFFICER, ai_tu)
    client.force_login(owner)
    client.post(reverse("movement:saved_view_add"), {"name": "Văn hóa", "query": "linh_vuc=culture&next=//x.vn"})
    view = SavedView.objects.get()
    assert (view.user, view.name) == (owner, "Văn hóa")

    client.force_login(other)
    assert client.post(reverse("movement:saved_view_remove", args=[view.pk])).status_code == 404
    client.force_login(owner)
    assert client.post(reverse("movement:saved_view_remove", args=[view.pk])).status_code == 302
    assert not SavedView.objects.exists()


def test_search_shows_the_best_first_and_says_when_nothing_is_found(client, ai_tu):
    make.exemplar("Đường hoa phụ nữ", unit=ai_tu)
    client.force_login(make.member(Role.OFFICER, ai_tu))

    found = client.get(reverse("movement:search"), {"q": "duong hoa"}).content.decode()
    nothing = client.get(reverse("movement:search"), {"q": "tàu vũ trụ"}).content.decode()

    assert "Đường hoa phụ nữ" in found
    assert "Không tìm thấy" in nothing


def test_my_work_of_a_specialist_puts_the_late_first(client, ai_tu):
    now = timezone.now()
    fresh = make.registration(make.exemplar("Mới gửi", unit=ai_tu), stage="filed", stage_since=now)
    late = make.registration(
        make.exemplar("Gửi lâu rồi", unit=ai_tu), stage="filed", stage_since=now - timezone.timedelta(days=9)
    )
    client.force_login(make.member(Role.SPECIALIST, make.province()))

    heaps = client.get(reverse("movement:my_work")).context["heaps"]

    assert [(heap.title, [item.title for item in heap.items], heap.late) for heap in heaps] == [
        ("Quá hạn rà soát", [late.exemplar.name], True),
        ("Chờ tôi rà soát", [fresh.exemplar.name], False),
    ]


def test_my_work_of_a_unit_shows_what_came_back_and_what_waits_to_be_filed(client, ai_tu):
    make.registration(make.exemplar("Thiếu minh chứng", unit=ai_tu), stage="returned", reason="Thêm ảnh")
    make.registration(make.exemplar("Xong rồi", unit=ai_tu), stage="drafting", is_ready=True)
    make.registration(make.exemplar("Đã bổ sung", unit=ai_tu), stage="returned", is_ready=True)
    make.registration(make.exemplar("Nơi khác"), stage="returned")
    client.force_login(make.member(Role.UNIT_LEADER, ai_tu))

    heaps = client.get(reverse("movement:my_work")).context["heaps"]

    assert [(heap.title, [item.title for item in heap.items]) for heap in heaps] == [
        ("Cần bổ sung", ["Thiếu minh chứng"]),
        ("Chờ tôi gửi", ["Xong rồi", "Đã bổ sung"]),
    ]


@pytest.mark.parametrize("role", [Role.JUROR, Role.EDITOR, Role.JOURNALIST, Role.VIEWER, Role.ADMINISTRATOR])
def test_my_work_of_others_is_calmly_empty(client, ai_tu, role):
    make.registration(make.exemplar(unit=ai_tu), stage="filed")
    client.force_login(make.member(role, make.province()))

    assert "Không có việc nào chờ đồng chí" in client.get(reverse("movement:my_work")).content.decode()
