"""The public library shows what was published and nothing that is internal."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from kheo.accounts.roles import Role
from kheo.core import pagecache
from kheo.movement.actions import consents
from kheo.movement.models import (
    Charge,
    Contribution,
    Exemplar,
    Guidance,
    Participant,
    PriorityArea,
    Recognition,
    Verification,
)
from tests import make

pytestmark = pytest.mark.django_db


def published(name="Hiến đất mở rộng đường thôn An Mô", **facts):
    facts = {"stage": "running", "published_at": timezone.now(), "published_by": make.user(), **facts}
    return make.exemplar(name, **facts)


def titles(client, **query):
    answer = client.get(reverse("portal:library"), query)
    assert answer.status_code == 200
    return [card.title for card in answer.context["cards"]]


def page(client, exemplar):
    return client.get(reverse("portal:exemplar", args=["x", exemplar.pk]), follow=True)


def test_library_shows_published_ones_only(client):
    published("Đã công khai")
    make.exemplar("Còn nội bộ", stage="running")
    published("Đã gộp đi", stage="merged", merged_into=make.exemplar())

    assert titles(client) == ["Đã công khai"]


def test_filters_leave_what_they_name(client):
    wanted = published("Đường hoa", field="culture", kind="example", bearer="group")
    published("Lúa hữu cơ", field="economy")
    Verification.objects.create(exemplar=wanted, verdict="effective", on=date(2026, 10, 1))
    Recognition.objects.create(
        exemplar=wanted, level="commune", issuer="Đảng ủy", year=2025, decided_on=date(2025, 9, 9)
    )

    cases = (
        {"linh_vuc": "culture"},
        {"loai": "example"},
        {"q": "duong hoa"},
        {"con": "hieu_qua"},
        {"cong_nhan": "commune"},
    )
    assert [titles(client, **case) for case in cases] == [["Đường hoa"]] * len(cases)


def test_place_is_found_without_accents_and_an_unknown_one_is_said(client):
    published("Ở Ái Tử", unit=make.unit("xã Ái Tử", starts=date(2025, 7, 1)))
    published("Nơi khác", unit=make.unit("xã Triệu Cơ", starts=date(2025, 7, 1)))

    assert titles(client, dia_ban="ai tu") == ["Ở Ái Tử"]
    assert "Không thấy xã, phường này" in client.get(reverse("portal:library"), {"dia_ban": "Sao Hỏa"}).content.decode()


def test_page_tells_the_story_and_keeps_internal_things_inside(client):
    exemplar = published(method="Treo bản vẽ ở nhà văn hóa.", households=56)
    make.outcome(exemplar, actual=1000, actual_on=date(2026, 10, 12))
    Contribution.objects.create(exemplar=exemplar, kind="land", amount=1000, measure="m²", donors="bà Lê Thị Kín")
    Charge.objects.create(exemplar=exemplar, name="Trần Văn Trong", title="Bí thư chi bộ")
    Participant.objects.create(exemplar=exemplar, name="ông Hoàng Riêng", part="góp sức")
    Guidance.objects.create(exemplar=exemplar, text="trao đổi nội bộ")
    PriorityArea.objects.create(unit=exemplar.unit, kind="religious")

    html = page(client, exemplar).content.decode()

    assert all(word in html for word in ("Treo bản vẽ", "1.000", "56 hộ tham gia"))
    kept_inside = ("Lê Thị Kín", "Trần Văn Trong", "Hoàng Riêng", "trao đổi nội bộ", "đồng bào có đạo", "trọng điểm")
    assert [word for word in kept_inside if word in html] == []


def test_unpublished_page_does_not_exist(client):
    assert page(client, make.exemplar(stage="running")).status_code == 404


def test_page_of_a_person_needs_consent_and_goes_at_once_when_it_is_withdrawn(
    client, django_capture_on_commit_callbacks
):
    exemplar = published(bearer="person", kind="example")
    officer = make.member(Role.OFFICER, exemplar.unit)
    agreed = {"by": officer, "person": "Bà Năm", "how": "ký phiếu", "covers_story": True}
    assert page(client, exemplar).status_code == 404
    with django_capture_on_commit_callbacks(execute=True):
        first = consents.give(exemplar, **agreed)
    assert 'name="robots" content="noindex"' in page(client, exemplar).content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        second = consents.give(exemplar, **agreed, covers_name=True)
    assert "noindex" not in page(client, exemplar).content.decode()

    with django_capture_on_commit_callbacks(execute=True):
        for consent in (first, second):
            consents.take_back(consent, by=officer)

    assert page(client, exemplar).status_code == 404


def test_old_address_leads_to_the_one_of_today(client):
    exemplar = published("Đường đất đỏ")

    answer = client.get(reverse("portal:exemplar", args=["ten-cu", exemplar.pk]))

    assert (answer.status_code, answer.url) == (301, f"/mo-hinh/duong-dat-do-{exemplar.pk}/")


@pytest.mark.parametrize("rows", [1, 3])
def test_library_costs_the_same_at_any_length(client, rows, django_assert_max_num_queries):
    for _ in range(rows):
        published()

    with django_assert_max_num_queries(12):
        assert len(titles(client)) == rows


def test_home_shows_what_works_and_an_empty_one_says_what_will_be_here(client):
    assert "Chưa có tin bài nào" in client.get("/").content.decode()
    pagecache.forget()
    Verification.objects.create(exemplar=published("Bến bãi bình yên"), verdict="effective", on=date(2026, 9, 1))

    html = client.get("/").content.decode()

    assert "Bến bãi bình yên" in html
    assert "Hoạt động hiệu quả, xác nhận 9/2026" in html
    assert Exemplar.objects.public().count() == 1
