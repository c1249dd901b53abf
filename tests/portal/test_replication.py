"""Where a model is copied, by whom, and where there are models: only what is public, and as many questions at any length."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from kheo.core import pagecache
from kheo.movement.models import Charge, PriorityArea
from kheo.portal.queries import family as families
from kheo.portal.queries.coverage import coverage
from tests import make

pytestmark = pytest.mark.django_db
ON = date(2026, 11, 20)


def published(name="", **facts):
    facts = {"stage": "running", "published_at": timezone.now(), "published_by": make.user(), **facts}
    return make.exemplar(name, **facts)


def page(client, exemplar):
    pagecache.forget()
    return client.get(reverse("portal:exemplar", args=["x", exemplar.pk]), follow=True)


def names(member):
    return (member.exemplar.name, [names(each) for each in member.learners])


def test_living_and_former_adoptions_stand_apart_with_place_and_stage(client):
    origin = published("Đường hoa")
    published("Đường hoa Ái Tử", copied_from=origin, unit=make.unit("xã Ái Tử"))
    published("Đường hoa Triệu Cơ", copied_from=origin, unit=make.unit("xã Triệu Cơ"), stage="stopped")
    make.exemplar("Còn nội bộ", copied_from=origin, stage="running")

    answer = page(client, origin)

    living, former = answer.context["living"], answer.context["former"]
    assert [(each["name"], each["spot"], each["stage"]) for each in living] == [
        ("Đường hoa Ái Tử", "Xã Ái Tử", "Đang thực hiện")
    ]
    assert [(each["name"], each["stage"]) for each in former] == [("Đường hoa Triệu Cơ", "Ngừng hoạt động")]
    assert "Còn nội bộ" not in answer.content.decode()


def test_family_goes_from_the_first_known_model_down():
    first = published("A", starts=date(2024, 1, 1))
    second = published("B", copied_from=first, starts=date(2025, 1, 1))
    published("C", copied_from=first, starts=date(2025, 2, 1))
    published("D", copied_from=second)

    root = families.family(second)

    assert names(root) == ("A", [("B", [("D", [])]), ("C", [])])
    assert [
        (mark.text == families.spot(second), mark.is_here) for mark in families.drawing(root).marks if mark.is_here
    ] == [(True, True)]
    assert len(families.drawing(root).lines) == 3


def test_family_does_not_name_what_is_not_public_and_ends_in_a_ring():
    hidden = make.exemplar("Nội bộ", stage="running")
    below = published("Công khai", copied_from=hidden)
    assert families.family(below) is None
    one, other = published("Một"), published("Hai")
    for row, source in ((one, other), (other, one)):
        row.copied_from = source
        row.save()

    assert names(families.family(one)) == ("Hai", [("Một", [])])


def test_nobody_stands_in_a_family_alone():
    assert families.family(published()) is None


def test_articles_about_a_model_stand_on_its_page(client):
    told = published("Đường hoa")
    article = make.article("Chuyện đường hoa", live=False)
    article.exemplars.set([told])
    article.save_revision().publish()
    make.article("Chuyện khác")

    assert [entry.title for entry in page(client, told).context["entries"]] == ["Chuyện đường hoa"]


@pytest.mark.parametrize("rows", [1, 3])
def test_page_of_a_model_costs_the_same_with_one_copy_and_many(client, rows, django_assert_max_num_queries):
    origin = published()
    for number in range(rows):
        published(copied_from=origin)
        article = make.article(f"Bài {number}", live=False)
        article.exemplars.set([origin])
        article.save_revision().publish()
    page(client, origin)
    pagecache.forget()

    with django_assert_max_num_queries(32) as counted:
        answer = client.get(reverse("portal:exemplar", args=["x", origin.pk]), follow=True)

    assert (len(answer.context["living"]), len(answer.context["entries"])) == (rows, rows)
    COUNTED.add(len(counted))
    assert len(COUNTED) == 1, COUNTED


COUNTED = set()


def test_places_are_counted_by_commune_and_province(client):
    province = make.province()
    here, beside = make.unit("xã Ái Tử", code="19001"), make.unit("xã Bến Quan")
    make.unit("xã Chưa Có")
    hamlet = make.unit("thôn An Mô", under=here, level="base", kind="hamlet")
    for unit in (here, here, hamlet, beside, province):
        published(unit=unit, place=unit)
    make.exemplar("Nội bộ", unit=beside)

    (found,) = coverage(on=ON)

    assert [(each.unit.name, each.count) for each in found.communes] == [("xã Ái Tử", 3), ("xã Bến Quan", 1)]
    assert (found.of, found.elsewhere, found.count) == (3, 1, 5)
    html = client.get(reverse("portal:library_places")).content.decode()
    assert "2 trên 3 xã, phường, đặc khu" in html
    assert 'href="/xa/19001/"' in html


@pytest.mark.parametrize("rows", [1, 3])
def test_places_cost_two_questions_at_any_length(rows, django_assert_num_queries):
    for _ in range(rows):
        published()

    with django_assert_num_queries(2):
        assert sum(province.count for province in coverage(on=ON)) == rows


def test_internal_things_stay_inside(client):
    told = published("Đường hoa")
    PriorityArea.objects.create(unit=told.unit, kind="religious")
    Charge.objects.create(exemplar=told, name="Trần Văn Trong", title="Bí thư chi bộ")

    html = page(client, told).content.decode() + client.get(reverse("portal:library_places")).content.decode()

    assert [word for word in ("Trần Văn Trong", "trọng điểm", "đồng bào có đạo") if word in html] == []


def test_pages_are_kept_for_readers_and_never_for_members(client):
    told = published("Đường hoa")
    addresses = ["/mo-hinh/", "/mo-hinh/noi-co-mo-hinh/", f"/mo-hinh/duong-hoa-{told.pk}/"]
    kept = [hasattr(client.get(address), pagecache.MARK) for address in addresses]
    client.force_login(make.user())

    assert kept == [True] * 3
    assert [hasattr(client.get(address), pagecache.MARK) for address in addresses] == [False] * 3
