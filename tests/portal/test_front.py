"""The front page and the frame: models of every field before a second of one, pages that editors put at the foot."""

from datetime import date
from html import unescape

import pytest
from django.utils import timezone
from wagtail.models import Page

from kheo.accounts.roles import Role
from kheo.movement.models import Field, Verdict, Verification
from kheo.portal.models import HomePage, PlainPage
from kheo.portal.queries import library
from tests import make

pytestmark = pytest.mark.django_db


def alive(name, field, on, verdict=Verdict.EFFECTIVE):
    by = make.member(Role.SPECIALIST, make.province())
    exemplar = make.exemplar(name, field=field, stage="running", published_at=timezone.now(), published_by=by)
    Verification.objects.create(exemplar=exemplar, verdict=verdict, on=on, by=by)


def test_few_alive_are_the_last_confirmed_of_each_field_then_the_next_ones():
    alive("Lúa cũ", Field.ECONOMY, date(2026, 5, 1))
    alive("Lúa mới", Field.ECONOMY, date(2026, 9, 1))
    alive("Lúa giữa", Field.ECONOMY, date(2026, 7, 1))
    alive("Tủ sách", Field.CULTURE, date(2026, 3, 1))
    alive("Một cửa", Field.POLITICS, date(2026, 2, 1))
    alive("Đường hoa", Field.CULTURE, date(2026, 10, 1), Verdict.WEAK)

    assert [each.name for each in library.few_alive(4)] == ["Lúa mới", "Tủ sách", "Một cửa", "Lúa giữa"]
    assert [each.name for each in library.few_alive(2)] == ["Lúa mới", "Tủ sách"]


def test_page_marked_for_menus_stands_at_the_foot_of_every_public_page_and_another_does_not(client):
    home = HomePage.objects.get()
    home.add_child(instance=PlainPage(title="Về cổng này", slug="gioi-thieu", show_in_menus=True))
    Page.objects.get(pk=home.pk).specific.add_child(instance=PlainPage(title="Trang lẻ", slug="trang-le"))

    for address in ("/", "/mo-hinh/", "/van-ban/"):
        foot = unescape(client.get(address).content.decode()).partition("<footer")[2]
        assert '<a href="/gioi-thieu/">Về cổng này</a>' in foot
        assert "Trang lẻ" not in foot


def test_entries_of_a_section_stand_one_level_below_its_name_and_do_not_repeat_it(client):
    make.article("Mở đường thôn An Mô", section="tin-co-so", place=make.unit("xã Ái Tử"))

    section = unescape(client.get("/tin-co-so/").content.decode()).partition("<main")[2]
    assert section.index("<h1>Tin cơ sở") < section.index('<h2><a href="/tin-co-so/mo-duong-thon-an-mo/">')
    assert '<p class="kicker">Ái Tử</p>' in section
    assert '<p class="kicker">Tin cơ sở · Ái Tử</p>' in unescape(client.get("/").content.decode())
