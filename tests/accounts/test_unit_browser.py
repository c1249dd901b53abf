"""A merger made on a phone, step by step, with axe looking at every page over units on the way."""

from datetime import date

import pytest
from django.urls import reverse

from kheo.accounts.roles import Role
from kheo.units import actions, places
from kheo.units.models import Cluster, Kind, Level, Unit

from .. import make
from ..journeys.walking import Walker


@pytest.fixture
def walker(page, live_server, axe_finds):
    places.load_old_trieu_phong()
    province = Unit.objects.get(code="44", ends=None)
    clerk = make.member(Role.ADMINISTRATOR, province, full_name="Trần Thị Quản")
    unit = Unit.objects.get(code="19669")
    make.unit("Hội Nông dân xã Ái Tử", under=unit, level=Level.BASE, kind=Kind.MASS)
    make.unit("Công an xã Ái Tử", under=province, kind=Kind.POLICE, place=unit)
    make.member(Role.UNIT_LEADER, unit)
    actions.set_focal_body(province, name="Ban Tuyên giáo và Dân vận", starts=date(2025, 7, 1), by=clerk)
    cluster = actions.save_cluster(Cluster(name="Cụm số 1", note="Mẫu"), by=clerk)
    actions.set_cluster([unit], cluster, by=clerk)
    return Walker(page, live_server, axe_finds).sign_in(clerk)


def at(name, *args):
    return reverse(f"accounts:{name}", args=args)


def test_an_administrator_finds_a_commune_by_its_old_name_and_merges_it(walker, page):
    walker.open(at("unit_list")).unfold("Lọc danh sách")
    page.get_by_label("Tên cũ hoặc mới").fill("trieu ai")
    walker.press("Lọc")
    assert walker.reads("Xã Triệu Ái đã kết thúc ngày 30/06/2025")

    walker.go("Xã Ái Tử").go("Sáp nhập", exact=True)
    page.get_by_label("hoặc lập đơn vị mới tên là").fill("xã Đại Ái")
    page.get_by_label("Có hiệu lực từ ngày").fill("01102026")
    walker.press("Xem trước")
    assert walker.reads("Xã Ái Tử hoạt động đến hết ngày 30/09/2026; từ ngày 01/10/2026 kế tục là xã Đại Ái.")
    assert not Unit.objects.filter(name="xã Đại Ái").exists()

    walker.press("Sáp nhập")

    assert page.url.endswith(at("unit_detail", Unit.objects.get(name="xã Đại Ái").pk))
    assert walker.reads("Đã sáp nhập vào xã Đại Ái.")
    assert walker.reads("Thành lập trên cơ sở xã Ái Tử.")


def test_axe_finds_nothing_on_the_other_pages(walker):
    unit = Unit.objects.get(code="19669")
    ended = Unit.objects.get(name="huyện Triệu Phong")
    province = Unit.objects.get(code="44", ends=None)
    changes = [at("unit_change", unit.pk, act) for act in ("sua", "chia-tach", "ket-thuc", "co-quan-thuong-truc")]
    addresses = [
        at("unit_detail", ended.pk), at("unit_tree", province.pk) + "?ngay=30/06/2025", at("unit_clusters"),
        at("unit_cluster", Cluster.objects.get().pk), at("unit_add"), *changes,
    ]  # fmt: skip

    for address in addresses:
        walker.open(address)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_a_wide_screen(walker, page, axe_finds, scheme):
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": 1280, "height": 900})

    for address in (at("unit_list"), at("unit_detail", Unit.objects.get(code="19669").pk)):
        page.goto(address)
        assert axe_finds(page) == []
