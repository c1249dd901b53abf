"""Pages over units: what is shown to whom, in lists, on a unit's own page and as the tree of a day."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kheo.accounts.roles import Role
from kheo.units import places
from kheo.units.models import Cluster, FocalBody, Kind, Level, Unit

from .. import costs, make
from .unit_asking import at, sign_in, text_of

pytestmark = pytest.mark.django_db
ON = date(2026, 7, 1)


@pytest.fixture
def keeper(client):
    """An administrator of the province, signed in."""
    person = make.member(Role.ADMINISTRATOR, make.province(), full_name="Trần Thị Quản")
    client.force_login(person)
    return person


# The list


def test_list_shows_the_units_of_ones_own_line_and_place_and_no_others(client):
    own, other = make.unit("xã Một"), make.unit("xã Hai")
    make.unit("Hội Nông dân xã Một", under=own, level=Level.BASE, kind=Kind.MASS)
    make.unit("Công an xã Một", under=make.unit("Công an tỉnh", kind=Kind.POLICE), place=own)
    sign_in(client, Role.OFFICER, own)

    rows = client.get(at("unit_list")).context["rows"]

    assert [row.unit.name for row in rows] == ["Công an xã Một", "Hội Nông dân xã Một", "xã Một"]
    assert [row.above for row in rows] == ["Công an tỉnh", "xã Một", "tỉnh Quảng Trị"]
    assert other.title not in text_of(client, at("unit_list"))


def test_list_is_refused_to_whoever_sees_no_unit(client):
    sign_in(client, Role.JOURNALIST, make.unit())

    assert client.get(at("unit_list")).status_code == 403
    assert client.get(at("unit_clusters")).status_code == 403


def test_search_by_an_old_name_finds_the_commune_of_today_and_says_why(client):
    places.load_old_trieu_phong()
    sign_in(client, Role.SPECIALIST, Unit.objects.get(code="44"))

    page = text_of(client, at("unit_list", q="trieu ai"))

    assert "Xã Ái Tử" in page
    assert "Xã Triệu Ái đã kết thúc ngày 30/06/2025, nay thuộc đơn vị này" in page


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ({"level": "base"}, ["Đội Ba"]),
        ({"kind": "military"}, ["Đội Ba"]),
        ({"state": "da-ket-thuc"}, ["xã Cũ"]),
        ({"state": "tat-ca", "q": "xa"}, ["xã Cũ", "xã Một"]),
        ({"q": "xã", "level": "base"}, []),
        ({"q": "Một"}, ["xã Một"]),
        ({"level": "không có"}, ["Đội Ba", "tỉnh Quảng Trị", "xã Một"]),
    ],
)
def test_list_narrows_by_each_filter(client, asked, names):
    make.unit("xã Một")
    make.unit("Đội Ba", level=Level.BASE, kind=Kind.MILITARY)
    make.unit("xã Cũ", ends=date(2025, 6, 30))
    sign_in(client, Role.SPECIALIST, make.province())

    rows = client.get(at("unit_list", **asked)).context["rows"]

    assert [row.unit.name for row in rows] == names


def test_list_narrows_by_cluster(client):
    unit, _ = make.unit("xã Một"), make.unit("xã Hai")
    cluster = Cluster.objects.create(name="Cụm số 1")
    Unit.objects.filter(pk=unit.pk).update(cluster=cluster)
    sign_in(client, Role.SPECIALIST, make.province())

    assert [row.unit for row in client.get(at("unit_list", cluster=cluster.pk)).context["rows"]] == [unit]


@pytest.mark.parametrize("query", [{}, {"q": "xã"}])
def test_list_takes_the_same_queries_for_one_and_three(client, query):
    specialist = sign_in(client, Role.SPECIALIST, make.province())
    counts = []
    for more in (1, 2):
        for _ in range(more):
            make.unit()
        with CaptureQueriesContext(connection) as counted:
            client.get(at("unit_list", **query))
        counts.append(len(counted))

    assert counts[0] == counts[1]
    assert counts[0] <= 10 + costs.of_rail(specialist)


# One unit


def test_unit_shows_its_life_with_what_lacks_its_grounds_marked(client):
    places.load_old_trieu_phong()
    sign_in(client, Role.VIEWER, Unit.objects.get(code="44"))

    page = text_of(client, at("unit_detail", Unit.objects.get(name="xã Triệu Tân").pk))

    assert "Thành lập trên cơ sở hợp nhất xã Triệu An và xã Triệu Vân." in page
    assert "Năm 2024" in page
    assert page.count("chưa đủ căn cứ</span>") == 2
    assert "Đơn vị đã kết thúc hoạt động ngày 30/06/2025." in page
    assert f'href="{at("unit_detail", Unit.objects.get(code="19639").pk)}">xã Nam Cửa Việt</a>' in page


def test_unit_names_who_holds_roles_there_and_no_phone(client):
    unit = make.unit()
    leader = make.user(full_name="Nguyễn Thị Ánh", phone="0912345678")
    make.membership(leader, Role.UNIT_LEADER, unit, title="Phó Bí thư")
    gone = make.user(full_name="Lê Văn Cũ")
    make.membership(gone, Role.OFFICER, unit, ends=date(2021, 1, 1))
    sign_in(client, Role.OFFICER, unit)

    page = text_of(client, at("unit_detail", unit.pk))

    assert "Nguyễn Thị Ánh" in page
    assert "Lãnh đạo đơn vị, Phó Bí thư" in page
    assert "0912345678" not in page
    assert "Lê Văn Cũ" not in page


def test_unit_shows_what_stands_around_it_and_its_focal_body(client, keeper):
    unit = make.unit("xã Một")
    make.unit("Hội Nông dân xã Một", under=unit, level=Level.BASE)
    make.unit("xã Xưa", under=unit, ends=date(2025, 6, 30))
    make.unit("Đồn Biên phòng Ba", kind=Kind.MILITARY, place=unit)
    FocalBody.objects.create(unit=make.province(), name="Ban Tuyên giáo và Dân vận", starts=date(2025, 7, 1))

    response = client.get(at("unit_detail", unit.pk))

    lists = {title: [one.name for one in units] for title, units, _ in response.context["lists"]}
    assert lists == {
        "Đơn vị trực thuộc": ["Hội Nông dân xã Một"],
        "Đơn vị đứng chân trên địa bàn": ["Đồn Biên phòng Ba"],
        "Đơn vị cũ nay thuộc đơn vị này": ["xã Xưa"],
    }
    assert "Ban Tuyên giáo và Dân vận" in response.content.decode()
    assert "của tỉnh Quảng Trị" in response.content.decode()


def test_unit_beside_ones_own_is_not_there(client):
    own, other = make.unit(), make.unit()
    sign_in(client, Role.UNIT_LEADER, own)

    assert client.get(at("unit_detail", own.pk)).status_code == 200
    for name in ("unit_detail", "unit_tree"):
        assert client.get(at(name, other.pk)).status_code == 404


def test_unit_above_is_named_without_a_link(client):
    unit = make.unit()
    sign_in(client, Role.OFFICER, unit)

    page = text_of(client, at("unit_detail", unit.pk))

    assert "<span>Tỉnh Quảng Trị</span>" in page
    assert at("unit_detail", make.province().pk) not in page


def test_unit_page_takes_the_same_queries_for_one_and_three(client, keeper):
    unit = make.unit()
    counts = []
    for more in (1, 2):
        for _ in range(more):
            make.unit(under=unit, level=Level.BASE)
            make.unit(under=unit, ends=date(2020, 1, 1))
            make.unit(place=unit)
            make.member(Role.OFFICER, unit)
        with CaptureQueriesContext(connection) as counted:
            client.get(at("unit_detail", unit.pk))
        counts.append(len(counted))

    assert counts[0] == counts[1]
    assert counts[0] <= 20


@pytest.mark.parametrize(
    ("day", "count", "first"),
    [("31/12/2024", 18, "tỉnh Quảng Trị"), ("30/06/2025", 18, "tỉnh Quảng Trị"), ("01/07/2025", 0, None)],
)
def test_tree_of_a_day_is_the_tree_of_that_day(client, day, count, first):
    places.load_old_trieu_phong()
    sign_in(client, Role.VIEWER, Unit.objects.get(code="44"))
    old = Unit.objects.get(name="tỉnh Quảng Trị", code="")

    response = client.get(at("unit_tree", old.pk, ngay=day))

    assert response.context["count"] == count
    page = response.content.decode()
    assert page.count("<ul") == page.count("</ul>")
    assert page.count("<li>") == page.count("</li>")
    assert next((standing.name for standing, _, _ in response.context["branches"]), None) == first


def test_tree_of_a_day_that_is_none_says_what_is_wrong(client, keeper):
    response = client.get(at("unit_tree", make.province().pk, ngay="31/02/2026"))

    assert (response.status_code, list(response.context["form"].errors)) == (200, ["ngay"])
    assert "Chưa gửi được, còn chỗ cần sửa" in response.content.decode()
