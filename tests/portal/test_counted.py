"""The portal's pages under the counter: published ones count for their section, nothing else does."""

import pytest
from django.utils import timezone

from kheo.movement.models import Directive
from kheo.portal.models import HomePage, SectionPage
from kheo.visits import queries
from tests import make

pytestmark = pytest.mark.django_db(databases=["default", "visits"])
BROWSER = {"user-agent": "Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36"}


def beacon(client, key):
    return client.post(
        "/dem/", f"t={key}", content_type="application/x-www-form-urlencoded", headers=BROWSER
    ).status_code


def test_each_kind_of_page_is_counted_once(client):
    page = make.article("Đường hoa")
    exemplar = make.exemplar("Tổ tự quản", stage="running", published_at=timezone.now(), published_by=make.user())
    directive = Directive.objects.create(kind="Nghị quyết", number="25", issuer="TW", title="Dân vận", is_public=True)
    event = make.event("Ngày hội", starts_at=timezone.now())
    place = make.unit("xã Ái Tử", code="19669")
    keys = [
        f"bai:{page.pk}", f"muc:{page.get_parent().pk}", f"trang:{HomePage.objects.get().pk}", "trang:thu-vien",
        f"mo-hinh:{exemplar.pk}", f"van-ban:{directive.pk}", f"su-kien:{event.pk}", f"xa:{place.pk}",
    ]  # fmt: skip

    assert [(beacon(client, key), beacon(client, key)) for key in keys] == [(202, 204)] * len(keys)
    assert queries.views_of(keys) == dict.fromkeys(keys, 1)


def test_what_is_not_public_is_not_counted(client):
    draft, hidden = make.article("Nháp", live=False), make.exemplar("Nội bộ", stage="running")
    inner = Directive.objects.create(kind="Kế hoạch", number="1", issuer="TU", title="Nội bộ")
    keys = [
        f"bai:{draft.pk}", f"mo-hinh:{hidden.pk}", f"van-ban:{inner.pk}", "bai:999999", "trang:khong-co", "khac:1",
        f"bai:{'9' * 40}",
    ]  # fmt: skip

    assert [beacon(client, key) for key in keys] == [204] * len(keys)
    assert queries.views_of(keys) == dict.fromkeys(keys, 0)


def test_the_page_itself_names_the_key_and_shows_the_figure(client):
    page = make.article("Đường hoa")
    beacon(client, f"bai:{page.pk}")

    text = client.get(page.address).content.decode()

    assert f'data-count="bai:{page.pk}"' in text
    assert f'<span data-views="bai:{page.pk}">1</span> lượt xem' in text


def test_an_article_counts_for_the_section_it_stands_in(client):
    beacon(client, f"bai:{make.article('Một').pk}")
    beacon(client, f"bai:{make.article('Hai', section='tin-tuc').pk}")
    beacon(client, f"muc:{SectionPage.objects.get(slug='tin-tuc').pk}")

    totals = queries.section_totals()

    assert {key: totals[key] for key in ("tin-co-so", "tin-tuc")} == {"tin-co-so": 1, "tin-tuc": 2}
