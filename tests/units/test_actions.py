"""Changes of the units: what becomes of the tree and the facts, what is refused in which words."""

import threading
from datetime import date, timedelta

import pytest
from django.db import connection, connections
from django.utils import timezone

from kheo.audit.models import Event
from kheo.units import actions, obstacles, queries
from kheo.units.models import Cluster, FocalBody, Kind, Level, Succession, Unit
from kheo.units.obstacles import NewUnit, NotPossible

from .. import make

pytestmark = pytest.mark.django_db
ON = date(2026, 7, 1)
BEFORE = date(2026, 6, 30)


@pytest.fixture
def clerk():
    return make.user()


def tree(root):
    root.refresh_from_db()
    return [(unit.depth - root.depth, unit.name) for unit in Unit.objects.under(root)]


def verbs():
    return [event.verb for event in Event.objects.all()]


def refused(act, *reasons):
    """The act is refused in exactly these words and nothing changed."""
    state = list(Unit.objects.values()), list(Succession.objects.values()), Event.objects.count()
    with pytest.raises(NotPossible) as refusal:
        act()
    assert refusal.value.reasons == list(reasons)
    assert (list(Unit.objects.values()), list(Succession.objects.values()), Event.objects.count()) == state


def test_add_hangs_a_unit_and_leaves_one_event(clerk):
    province = make.province()

    unit = actions.add(name="xã Mới ", level=Level.COMMUNE, kind=Kind.PARTY, under=province, code="19999", by=clerk)

    assert tree(province) == [(0, "tỉnh Quảng Trị"), (1, "xã Mới")]
    event = Event.objects.get()
    assert (event.verb, event.by, event.unit_id, event.changes["under"]) == (
        "unit.add", clerk, unit.pk, "tỉnh Quảng Trị",
    )  # fmt: skip


def test_add_refuses_a_name_or_code_that_a_living_unit_bears(clerk):
    make.unit("xã Một", code="19999")

    def add(**facts):
        return lambda: actions.add(
            level=Level.COMMUNE, kind=Kind.PARTY, under=make.province(), by=clerk, **{"name": "xã Hai", **facts}
        )

    refused(add(name="xã Một"), "Đã có xã Một đang hoạt động thuộc tỉnh Quảng Trị.")
    refused(add(code="19999"), "Mã 19999 đang là mã của xã Một.")
    refused(add(name=" "), "Hãy ghi tên đơn vị.")


def test_rename_keeps_the_former_name(clerk):
    unit = make.unit("xã Cũ")

    actions.rename(unit, "phường Mới", on=ON, decision="Nghị quyết 1", by=clerk)

    unit.refresh_from_db()
    assert (unit.name, unit.folded) == ("phường Mới", "phuong moi")
    assert [queries.name_on(unit, day) for day in (BEFORE, ON)] == ["xã Cũ", "phường Mới"]
    assert (verbs(), Event.objects.get().note) == (["unit.rename"], "Nghị quyết 1")


def test_rename_is_refused_in_the_users_words(clerk):
    unit, other = make.unit("xã Một", starts=date(2026, 1, 1)), make.unit("xã Hai")
    gone = make.unit("xã Ba", ends=date(2026, 1, 31))
    tomorrow = timezone.localdate() + timedelta(days=1)

    def rename(which, name="xã Bốn", on=ON):
        return lambda: actions.rename(which, name, on=on, by=clerk)

    refused(rename(unit, "xã Hai"), "Đã có xã Hai đang hoạt động thuộc tỉnh Quảng Trị.")
    refused(rename(unit, "xã Một"), "Tên mới giống tên đang dùng.")
    refused(rename(gone), "Xã Ba đã kết thúc hoạt động ngày 31/01/2026.")
    refused(rename(unit, on=date(2026, 1, 1)), "Ngày có hiệu lực phải sau ngày Xã Một bắt đầu hoạt động (01/01/2026).")
    refused(rename(other, on=tomorrow), f"Ngày có hiệu lực {tomorrow:%d/%m/%Y} chưa đến; hãy ghi vào ngày đó.")
    actions.rename(unit, "xã Năm", on=ON, by=clerk)
    refused(rename(unit, on=BEFORE), "Đã ghi lần đổi tên ngày 01/07/2026; việc ghi sau phải có ngày sau đó.")


def test_re_parent_takes_all_below_along_and_keeps_the_line_of_before(clerk):
    one, other = make.unit("xã Một"), make.unit("xã Hai")
    cell = make.unit("chi bộ Ba", under=one, level=Level.BASE, kind=Kind.CELL)
    make.unit("tổ Bốn", under=cell, level=Level.BASE, kind=Kind.CELL)

    actions.re_parent(cell, other, on=ON, by=clerk)

    assert tree(one) == [(0, "xã Một")]
    assert tree(other) == [(0, "xã Hai"), (1, "chi bộ Ba"), (2, "tổ Bốn")]
    cell.refresh_from_db()
    assert [queries.parent_on(cell, day).name for day in (BEFORE, ON)] == ["xã Một", "xã Hai"]
    assert verbs() == ["unit.re_parent"]
    assert Unit.find_problems() == ([], [], [], [], [])


def test_re_parent_refuses_what_would_stand_below_itself(clerk):
    top = make.unit("xã Một")
    below = make.unit("chi bộ Hai", under=top, level=Level.BASE)

    refused(
        lambda: actions.re_parent(top, below, on=ON, by=clerk),
        "Chi bộ Hai đang trực thuộc xã Một; hãy chuyển chi bộ Hai ra trước.",
    )
    refused(lambda: actions.re_parent(below, top, on=ON, by=clerk), "Chi bộ Hai đã trực thuộc xã Một.")


def test_merge_into_a_living_unit_ends_the_others_and_loses_nothing(clerk):
    one, other, into = make.unit("xã Một", code="11111"), make.unit("xã Hai"), make.unit("xã Ba")
    school = make.unit("Trường Tiểu học Một", under=one, level=Level.BASE, kind=Kind.SERVICE)
    older = make.unit("xã Xưa", under=one, ends=date(2020, 1, 1))
    exemplar = make.exemplar(unit=one)

    actions.merge([one, other], into=into, on=ON, decision="Nghị quyết 2", by=clerk)

    assert tree(into) == [
        (0, "xã Ba"), (1, "Trường Tiểu học Một"), (1, "xã Một"), (2, "xã Xưa"), (1, "xã Hai"),
    ]  # fmt: skip
    exemplar.refresh_from_db()
    assert (exemplar.unit, exemplar.unit.ends, exemplar.unit.code) == (one, BEFORE, "11111")
    school.refresh_from_db()
    assert [queries.parent_on(school, day).name for day in (BEFORE, ON)] == ["xã Một", "xã Ba"]
    assert queries.parent_on(one, BEFORE).name == "tỉnh Quảng Trị"
    assert [unit.name for unit in queries.successors_of(older, ON)] == []
    assert [unit.name for unit in queries.successors_of(one, ON)] == ["xã Ba"]
    assert verbs() == ["unit.merge"]
    assert Event.objects.get().changes == {
        "units": "xã Một; xã Hai", "moved": "Trường Tiểu học Một", "on": "2026-07-01",
    }  # fmt: skip
    assert Unit.find_problems() == ([], [], [], [], [])


def test_merge_can_found_a_unit_that_takes_over_a_name_and_a_code(clerk):
    one, other = make.unit("xã Một", code="11111", kind=Kind.STATE), make.unit("xã Hai")

    new = actions.merge([one, other], into=NewUnit("xã Một", "11111"), on=ON, by=clerk)

    assert (new.name, new.code, new.starts, new.kind, new.level) == ("xã Một", "11111", ON, "state", "commune")
    assert tree(new) == [(0, "xã Một"), (1, "xã Một"), (1, "xã Hai")]
    assert new.get_parent().name == "tỉnh Quảng Trị"
    assert verbs() == ["unit.merge"]


def test_merge_of_a_unit_with_one_below_it_founds_beside_the_higher(clerk):
    top = make.unit("xã Một")
    below = make.unit("chi bộ Hai", under=top, level=Level.BASE)

    new = actions.merge([below, top], into=NewUnit("xã Ba"), on=ON, by=clerk)

    assert tree(new) == [(0, "xã Ba"), (1, "chi bộ Hai"), (1, "xã Một")]
    below.refresh_from_db()
    assert (new.get_parent().name, new.level) == ("tỉnh Quảng Trị", "commune")
    assert queries.parent_on(below, BEFORE) == top
    assert Unit.find_problems() == ([], [], [], [], [])


def test_tree_of_the_day_before_a_merger_is_the_tree_of_before(clerk):
    province = make.province()
    one, other = make.unit("xã Một"), make.unit("xã Hai")
    make.unit("chi bộ Ba", under=one, level=Level.BASE)
    before = [(standing.depth, standing.name) for standing in queries.tree_on(province, BEFORE)]

    actions.merge([one, other], into=NewUnit("xã Bốn"), on=ON, by=clerk)

    assert [(standing.depth, standing.name) for standing in queries.tree_on(province, BEFORE)] == before
    assert [(standing.depth, standing.name) for standing in queries.tree_on(province, ON)] == [
        (0, "tỉnh Quảng Trị"), (1, "xã Bốn"), (2, "chi bộ Ba"),
    ]  # fmt: skip


def test_merge_is_refused_in_the_users_words(clerk):
    one, into = make.unit("xã Một"), make.unit("xã Hai", starts=date(2026, 8, 1))
    below = make.unit("chi bộ Ba", under=one, level=Level.BASE)
    gone = make.unit("xã Bốn", ends=date(2026, 1, 31))

    def merge(units, where):
        return lambda: actions.merge(units, into=where, on=ON, by=clerk)

    refused(merge([], one), "Hãy chọn ít nhất một đơn vị để sáp nhập.")
    refused(merge([one], one), "Xã Một không thể trực thuộc hay sáp nhập vào chính mình.")
    refused(merge([one], into), "Xã Hai bắt đầu hoạt động ngày 01/08/2026, sau ngày có hiệu lực.")
    refused(merge([one], gone), "Xã Bốn đã kết thúc hoạt động ngày 31/01/2026, không thể nhận đơn vị khác.")
    refused(merge([gone], one), "Xã Bốn đã kết thúc hoạt động ngày 31/01/2026.")
    refused(merge([one], below), "Chi bộ Ba đang trực thuộc xã Một; hãy chuyển chi bộ Ba ra trước.")


def test_a_unit_moved_twice_on_one_day_came_from_where_it_was_first(clerk):
    first, second, third = make.unit("xã Một"), make.unit("xã Hai"), make.unit("xã Ba")
    cell = make.unit("chi bộ Bốn", under=first, level=Level.BASE)

    actions.re_parent(cell, second, on=ON, by=clerk)
    actions.merge([second], into=third, on=ON, by=clerk)

    cell.refresh_from_db()
    assert [queries.parent_on(cell, day).name for day in (BEFORE, ON)] == ["xã Một", "xã Ba"]
    assert [(fact.old_parent, fact.new_parent) for fact in cell.successions.all()] == [(first, third)]


def test_a_unit_of_old_hangs_under_what_it_went_into(clerk):
    into = make.unit("xã Một", starts=date(2025, 7, 1))
    district = make.unit("huyện Hai", level=Level.DISTRICT, ends=date(2025, 6, 30))
    common = {"level": Level.COMMUNE, "kind": Kind.PARTY, "into": into, "by": clerk}

    old = actions.add_former(name="xã Ba", on=date(2025, 7, 1), old_parent=district, complete=False, **common)

    assert (old.ends, old.get_parent(), old.history_complete) == (date(2025, 6, 30), into, False)
    assert queries.parent_on(old, date(2025, 6, 30)) == district
    assert [fact.complete for fact in Succession.objects.all()] == [False]
    assert verbs() == ["unit.add_former"]
    refused(
        lambda: actions.add_former(name="xã Ba", on=date(2025, 6, 30), **common),
        "Xã Một bắt đầu hoạt động ngày 01/07/2025, sau ngày sáp nhập.",
        "Đã ghi xã Ba sáp nhập vào xã Một.",
    )
    tomorrow = timezone.localdate() + timedelta(days=1)
    refused(
        lambda: actions.add_former(name=" ", on=tomorrow, **{**common, "into": district}),
        "Hãy ghi tên đơn vị.",
        f"Ngày sáp nhập {tomorrow:%d/%m/%Y} chưa đến.",
        "Huyện Hai đã kết thúc hoạt động ngày 30/06/2025, trước ngày sáp nhập.",
    )


def test_preview_tells_what_a_merger_would_do_and_does_nothing():
    one, into = make.unit("xã Một"), make.unit("xã Hai")
    make.unit("chi bộ Ba", under=one, level=Level.BASE)
    make.unit("xã Xưa", under=one, ends=date(2020, 1, 1))
    make.unit("Công an xã Một", kind=Kind.POLICE, place=one)

    preview = obstacles.preview_merge([one], into, ON)

    assert [unit.name for unit in preview.moving] == ["chi bộ Ba"]
    assert (preview.ended_below, preview.standing, preview.reasons) == (1, 1, [])
    assert not Succession.objects.exists()
    assert not Event.objects.exists()


def test_split_founds_successors_and_stays_under_its_line(clerk):
    unit, part = make.unit("xã Một", code="11111"), make.unit("xã Ba")

    parts = actions.split(unit, into=[NewUnit("xã Một", "11111"), part], on=ON, decision="Nghị quyết 3", by=clerk)

    unit.refresh_from_db()
    assert [(one.name, one.code) for one in parts] == [("xã Một", "11111"), ("xã Ba", "")]
    assert (unit.ends, unit.get_parent().name) == (BEFORE, "tỉnh Quảng Trị")
    assert {one.name for one in queries.successors_of(unit, ON)} == {"xã Một", "xã Ba"}
    assert verbs() == ["unit.split"]


def test_split_is_refused_in_the_users_words(clerk):
    unit = make.unit("xã Một")

    def split(*into):
        return lambda: actions.split(unit, into=into, on=ON, by=clerk)

    few = "Chia tách cần ít nhất hai đơn vị kế tục, mỗi đơn vị một tên."
    refused(split(NewUnit("xã Hai")), few)
    refused(split(NewUnit("xã Hai"), NewUnit("xã Hai ")), few)
    make.unit("chi bộ Ba", under=unit, level=Level.BASE)
    refused(
        split(NewUnit("xã Hai"), NewUnit("xã Ba")),
        "Xã Một còn 1 đơn vị trực thuộc đang hoạt động; hãy chuyển chúng trước.",
    )


def test_close_ends_a_unit_without_successor(clerk):
    unit = make.unit("Ban quản lý Dự án", kind=Kind.ZONE)

    actions.close(unit, last_day=BEFORE, by=clerk)

    unit.refresh_from_db()
    assert (unit.ends, verbs()) == (BEFORE, ["unit.close"])
    refused(
        lambda: actions.close(unit, last_day=ON, by=clerk),
        "Ban quản lý Dự án đã kết thúc hoạt động ngày 30/06/2026.",
    )


def test_correct_mends_facts_and_keeps_before_and_after(clerk):
    unit, other = make.unit("xã Mọt"), make.unit("xã Hai", code="22222")

    actions.correct(unit, name="xã Một", kind=Kind.PARTY, place=other, by=clerk)
    actions.correct(unit, name="xã Một", by=clerk)

    unit.refresh_from_db()
    assert (unit.name, unit.place) == ("xã Một", other)
    assert Event.objects.get().changes == {"name": ["xã Mọt", "xã Một"], "place": [None, "xã Hai"]}
    refused(lambda: actions.correct(unit, code="22222", by=clerk), "Mã 22222 đang là mã của xã Hai.")
    gone = make.unit("xã Ba", ends=BEFORE)
    refused(
        lambda: actions.correct(gone, starts=ON, by=clerk),
        "Xã Ba đã kết thúc ngày 30/06/2026, trước ngày bắt đầu vừa ghi.",
    )
    with pytest.raises(TypeError):
        actions.correct(unit, ends=BEFORE, by=clerk)


def test_clusters_hold_like_units(clerk):
    cluster = actions.save_cluster(Cluster(name="Cụm số 1"), by=clerk)
    units = [make.unit(), make.unit()]

    assert actions.set_cluster(units, cluster, by=clerk) == 2
    again = list(Unit.objects.filter(cluster=cluster))
    assert actions.set_cluster(again, cluster, by=clerk) == 0
    assert actions.set_cluster(again[:1], None, by=clerk) == 1
    assert cluster.unit_set.count() == 1
    cluster.name = "Cụm số một"
    actions.save_cluster(cluster, by=clerk)
    assert verbs() == ["cluster.add", *["unit.set_cluster"] * 3, "cluster.change"]


def test_a_new_focal_body_ends_the_one_before(clerk):
    unit = make.unit()

    actions.set_focal_body(unit, name="Ban Dân vận", starts=date(2020, 1, 1), by=clerk)
    actions.set_focal_body(unit, name="Ban Xây dựng Đảng ", short_name="Ban XDĐ", starts=ON, by=clerk)

    bodies = list(FocalBody.objects.filter(unit=unit).values_list("name", "starts", "ends"))
    assert bodies == [("Ban Xây dựng Đảng", ON, None), ("Ban Dân vận", date(2020, 1, 1), BEFORE)]
    refused(
        lambda: actions.set_focal_body(unit, name="Khối dân vận", starts=date(2021, 1, 1), by=clerk),
        "Đã ghi Ban Xây dựng Đảng từ ngày 01/07/2026; hãy chọn ngày sau đó.",
    )


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite lets one writer in at a time anyway")
@pytest.mark.django_db(transaction=True)
def test_two_mergers_at_once_are_one_after_the_other():
    clerk = make.user()
    one, other, into = make.unit("xã Một"), make.unit("xã Hai"), make.unit("xã Ba")
    cells = [make.unit(f"chi bộ {n}", under=one, level=Level.BASE) for n in range(5)]
    start, answers = threading.Barrier(2), []

    def run(units, where):
        start.wait()
        try:
            actions.merge(units, into=where, on=ON, by=clerk)
            answers.append("done")
        except NotPossible as refusal:
            answers.append(refusal.reasons[0])
        finally:
            connections.close_all()

    threads = [
        threading.Thread(target=run, args=([one], into)),
        threading.Thread(target=run, args=([one, other], into)),
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)

    assert sorted(answers) == ["Xã Một đã kết thúc hoạt động ngày 30/06/2026.", "done"]
    assert Unit.find_problems() == ([], [], [], [], [])
    assert {cell.get_parent(update=True) for cell in Unit.objects.filter(pk__in=[c.pk for c in cells])} == {into}
