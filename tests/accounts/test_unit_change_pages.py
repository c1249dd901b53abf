"""Changes of units by their pages: who may, what each leaves, and that a merger is shown before it is made."""

from datetime import date

import pytest

from kheo.accounts.roles import Role
from kheo.audit.models import Event
from kheo.units import actions
from kheo.units.models import Cluster, FocalBody, Kind, Level, Succession, Unit

from .. import make
from .unit_asking import at, messages_of, sign_in, text_of

pytestmark = pytest.mark.django_db
ON = date(2026, 7, 1)


@pytest.fixture
def keeper(client):
    """An administrator of the province, signed in."""
    person = make.member(Role.ADMINISTRATOR, make.province(), full_name="Trần Thị Quản")
    client.force_login(person)
    return person


CHANGES = ["sua", "don-vi-cu", "doi-ten", "chuyen", "chia-tach", "ket-thuc", "co-quan-thuong-truc"]


@pytest.mark.parametrize("act", CHANGES)
@pytest.mark.parametrize("method", ["get", "post"])
def test_change_is_refused_to_whoever_only_sees_the_unit(client, act, method):
    own, other = make.unit(), make.unit()
    sign_in(client, Role.UNIT_LEADER, own)

    assert getattr(client, method)(at("unit_change", own.pk, act)).status_code == 403
    assert getattr(client, method)(at("unit_change", other.pk, act)).status_code == 404


@pytest.mark.parametrize("name", ["unit_add", "unit_merge", "unit_cluster_add"])
def test_pages_of_the_administrator_are_refused_to_others(client, name):
    sign_in(client, Role.HEAD, make.province())

    assert client.get(at(name)).status_code == 403


@pytest.mark.parametrize("act", CHANGES)
def test_change_pages_open_for_the_administrator_and_not_for_an_ended_unit(client, keeper, act):
    unit, ended = make.unit(), make.unit(ends=date(2025, 6, 30))

    assert unit.title in text_of(client, at("unit_change", unit.pk, act))
    assert client.get(at("unit_change", ended.pk, act)).status_code == (200 if act in ("sua", "don-vi-cu") else 404)


def test_rename_by_the_form_keeps_the_old_name(client, keeper):
    unit = make.unit("xã Cũ")
    facts = {"name": "phường Mới", "on": "01/07/2026", "decision": "Nghị quyết 1"}

    response = client.post(at("unit_change", unit.pk, "doi-ten"), facts, follow=True)

    unit.refresh_from_db()
    assert (unit.name, messages_of(response)) == ("phường Mới", ["Đã đổi tên."])
    assert "Đổi tên từ xã Cũ thành phường Mới." in response.content.decode()


def test_refusal_of_an_act_stands_at_the_head_of_its_form(client, keeper):
    unit, _ = make.unit("xã Một"), make.unit("xã Hai")

    response = client.post(at("unit_change", unit.pk, "doi-ten"), {"name": "xã Hai", "on": "01/07/2026"})

    assert response.context["form"].non_field_errors() == ["Đã có xã Hai đang hoạt động thuộc tỉnh Quảng Trị."]
    unit.refresh_from_db()
    assert unit.name == "xã Một"


def test_move_split_close_and_focal_body_by_their_forms(client, keeper):
    one, other = make.unit("xã Một"), make.unit("xã Hai", code="22222")
    cell = make.unit("chi bộ Ba", under=one, level=Level.BASE)

    client.post(at("unit_change", cell.pk, "chuyen"), {"parent": "22222", "on": "01/07/2026"})
    client.post(
        at("unit_change", one.pk, "chia-tach"), {"existing": "", "new": "xã Ba; 33333\nxã Bốn", "on": "02/07/2026"}
    )
    client.post(at("unit_change", cell.pk, "ket-thuc"), {"last_day": "30/09/2026"})
    client.post(
        at("unit_change", other.pk, "co-quan-thuong-truc"), {"name": "Ban Xây dựng Đảng", "starts": "01/07/2026"}
    )

    cell.refresh_from_db()
    assert (cell.get_parent(), cell.ends) == (other, date(2026, 9, 30))
    assert {(u.name, u.code) for u in Unit.objects.filter(predecessions__kind="split")} == {
        ("xã Ba", "33333"), ("xã Bốn", ""),
    }  # fmt: skip
    assert FocalBody.objects.get().name == "Ban Xây dựng Đảng"
    assert [event.by for event in Event.objects.all()] == [keeper] * 4


def test_correct_by_the_form_keeps_what_was_left_alone(client, keeper):
    gone = make.unit("xã Cũ", ends=date(2025, 6, 30))
    unit = make.unit("Trường Mọt", level=Level.BASE, kind=Kind.SERVICE, place=gone, starts=date(2020, 1, 1))
    shown = client.get(at("unit_change", unit.pk, "sua")).context["form"]
    facts = {name: shown[name].value() or "" for name in shown.fields}
    facts |= {"name": "Trường Một", "place": "xã Cũ", "starts": "01/01/2020", "history_complete": "on"}

    client.post(at("unit_change", unit.pk, "sua"), facts)

    assert Event.objects.get().changes == {"name": ["Trường Mọt", "Trường Một"]}


def test_a_unit_of_old_is_added_with_the_line_it_had_and_then_found(client, keeper):
    unit = make.unit("xã Vĩnh Định", starts=date(2025, 7, 1))
    make.unit("huyện Hải Lăng", level=Level.DISTRICT, ends=date(2025, 6, 30))
    facts = {
        "name": "xã Hải Quy", "level": "commune", "kind": "party", "on": "01/07/2025", "old_parent": "huyện Hải Lăng",
    }  # fmt: skip

    page = client.post(at("unit_change", unit.pk, "don-vi-cu"), facts, follow=True).content.decode()

    assert "Thành lập trên cơ sở xã Hải Quy." in page
    assert page.count("chưa đủ căn cứ</span>") == 1
    assert "Xã Hải Quy đã kết thúc ngày 30/06/2025" in text_of(client, at("unit_list", q="hai quy"))


def test_add_hangs_the_unit_where_the_form_says(client, keeper):
    under = make.unit("xã Một", code="11111")
    page = text_of(client, at("unit_add", duoi=under.pk))
    facts = {"under": "Xã Một", "name": "Hội Nông dân xã Một", "level": "base", "kind": "mass"}

    response = client.post(at("unit_add"), facts, follow=True)

    assert 'value="xã Một (11111)"' in page
    assert messages_of(response) == ["Đã thêm Hội Nông dân xã Một."]
    assert Unit.objects.get(name="Hội Nông dân xã Một").get_parent() == under


def test_add_finds_no_unit_outside_ones_care(client):
    own, _ = make.unit("xã Một"), make.unit("xã Hai")
    sign_in(client, Role.ADMINISTRATOR, own)
    facts = {"under": "xã Hai", "name": "Hội Ba", "level": "base", "kind": "mass"}

    form = client.post(at("unit_add"), facts).context["form"]

    assert form.errors["under"] == ["Không có đơn vị “xã Hai” trong phạm vi đồng chí quản lý."]
    assert not Unit.objects.filter(name="Hội Ba").exists()


def test_a_name_that_several_bear_is_asked_again_with_codes(client, keeper):
    for code in ("11111", "22222"):
        make.unit("xã Tân Thành", under=make.unit(f"huyện {code}"), code=code)
    facts = {"under": "xã Tân Thành", "name": "Hội Ba", "level": "base", "kind": "mass"}

    form = client.post(at("unit_add"), facts).context["form"]

    assert form.errors["under"] == [
        "“xã Tân Thành” có thể là nhiều đơn vị: xã Tân Thành (11111); xã Tân Thành (22222). Hãy ghi rõ tên hoặc mã."
    ]


# Mergers


def merger(**facts):
    return {"units": "xã Một\nxã Hai", "into": "", "new_name": "xã Ba", "new_code": "", "on": "01/07/2026", **facts}


def test_merger_is_shown_before_it_is_made_and_the_showing_changes_nothing(client, keeper):
    one, _ = make.unit("xã Một"), make.unit("xã Hai")
    make.unit("chi bộ Một", under=one, level=Level.BASE)
    make.member(Role.OFFICER, one)

    page = text_of(client, at("unit_merge", **merger()))

    assert "hoạt động đến hết ngày <b>30/06/2026</b>; từ ngày <b>01/07/2026</b> kế tục là <b>xã Ba</b>." in page
    assert "1 đơn vị trực thuộc chuyển về xã Ba: chi bộ Một." in page
    assert "1 người đang giữ vai trò" in page
    assert not Succession.objects.exists()
    assert not Event.objects.exists()


def test_merger_confirmed_twice_happens_once(client, keeper):
    one, other = make.unit("xã Một"), make.unit("xã Hai")
    facts = merger(once="a" * 32)

    first = client.post(at("unit_merge_confirm"), facts)
    second = client.post(at("unit_merge_confirm"), facts)

    new = Unit.objects.get(name="xã Ba")
    assert first["Location"] == second["Location"] == at("unit_detail", new.pk)
    assert [event.verb for event in Event.objects.all()] == ["unit.merge"]
    assert {unit.get_parent(update=True) for unit in Unit.objects.filter(pk__in=[one.pk, other.pk])} == {new}


def test_merger_that_cannot_be_says_why_and_offers_no_button(client, keeper):
    make.unit("xã Một", starts=date(2026, 8, 1))
    make.unit("xã Hai")

    page = text_of(client, at("unit_merge", **merger()))

    assert "Ngày có hiệu lực phải sau ngày Xã Một bắt đầu hoạt động (01/08/2026)." in page
    assert at("unit_merge_confirm") not in page
    refused = client.post(at("unit_merge_confirm"), merger())
    assert refused.status_code == 200
    assert not Succession.objects.exists()


def test_merger_needs_one_target(client, keeper):
    make.unit("xã Một")
    make.unit("xã Hai")

    assert "Xem trước, chưa ghi gì" not in text_of(client, at("unit_merge"))
    for facts in (merger(new_name=""), merger(into="xã Hai")):
        form = client.get(at("unit_merge", **facts)).context["form"]
        assert form.non_field_errors() == ["Hãy chọn một trong hai: đơn vị đang có, hoặc tên đơn vị mới."]


def test_merger_takes_no_unit_outside_ones_care(client):
    own, other = make.unit("xã Một"), make.unit("xã Hai")
    sign_in(client, Role.ADMINISTRATOR, own)

    response = client.post(at("unit_merge_confirm"), merger(units="xã Hai", into="xã Một", new_name=""))

    assert response.context["form"].errors["units"] == ["Không có đơn vị “xã Hai” trong phạm vi đồng chí quản lý."]
    other.refresh_from_db()
    assert other.ends is None


def test_founding_beside_ones_own_unit_is_for_whoever_keeps_the_unit_above(client):
    own = make.unit("xã Một")
    sign_in(client, Role.ADMINISTRATOR, own)
    refusal = ["Lập đơn vị mới thuộc tỉnh Quảng Trị phải do người quản trị cấp đó làm."]

    merged = client.get(at("unit_merge", **merger(units="xã Một")))
    split = client.post(
        at("unit_change", own.pk, "chia-tach"), {"existing": "", "new": "xã A\nxã B", "on": "01/07/2026"}
    )

    assert merged.context["form"].non_field_errors() == refusal
    assert split.context["form"].non_field_errors() == refusal
    assert Unit.objects.filter(ends=None).count() == 2


def test_after_a_merger_the_people_of_the_successor_see_the_old_unit(client):
    one, into = make.unit("xã Một"), make.unit("xã Hai")
    sign_in(client, Role.OFFICER, into)
    assert client.get(at("unit_detail", one.pk)).status_code == 404

    actions.merge([one], into=into, on=ON, by=make.user())

    assert "Nay là" in text_of(client, at("unit_detail", one.pk))


# Clusters


def test_cluster_is_made_changed_and_shown(client, keeper):
    make.unit("xã Một"), make.unit("xã Hai")

    client.post(at("unit_cluster_add"), {"name": "Cụm số 1", "note": "", "units": "xã Một"})
    cluster = Cluster.objects.get()
    client.post(at("unit_cluster", cluster.pk), {"name": "Cụm số một", "note": "", "units": "xã Hai"})

    page = text_of(client, at("unit_clusters"))
    assert "Cụm số một" in page
    assert [unit.name for unit in cluster.unit_set.all()] == ["xã Hai"]
    assert "Xã Một" not in page
    form = client.post(at("unit_cluster_add"), {"name": "Cụm số một"}).context["form"]
    assert form.errors["name"] == ["Đã có cụm tên “Cụm số một”."]


def test_cluster_shows_only_units_that_one_sees(client):
    cluster = Cluster.objects.create(name="Cụm số 1")
    own, _ = make.unit("xã Một", cluster=cluster), make.unit("xã Hai", cluster=cluster)
    Cluster.objects.create(name="Cụm số 2")
    sign_in(client, Role.OFFICER, own)

    page = text_of(client, at("unit_clusters"))

    assert "Xã Một" in page
    assert "Xã Hai" not in page
    assert "Cụm số 2" not in page


def test_cluster_with_units_of_others_is_changed_by_none_of_them(client):
    cluster = Cluster.objects.create(name="Cụm số 1")
    own, _ = make.unit("xã Một", cluster=cluster), make.unit("xã Hai", cluster=cluster)
    sign_in(client, Role.ADMINISTRATOR, own)

    page = text_of(client, at("unit_clusters"))

    assert "Cụm số 1" in page
    assert at("unit_cluster", cluster.pk) not in page
    assert client.get(at("unit_cluster", cluster.pk)).status_code == 404
