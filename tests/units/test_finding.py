"""A unit is found by today's name and by former ones, and the finding says why."""

from datetime import date
from unicodedata import normalize

import pytest

from kheo.units import finding, places
from kheo.units.finding import find
from kheo.units.models import Succession, SuccessionKind, Unit

from .. import make

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 23)
LAST = date(2025, 6, 30)
INTO_AI_TU = ("xã Ái Tử", "Xã Triệu Ái đã kết thúc ngày 30/06/2025, nay thuộc đơn vị này")


@pytest.fixture
def trieu_phong():
    places.load_old_trieu_phong()


def told(found):
    return [(one.unit.name, one.why) for one in found]


@pytest.mark.parametrize("text", ["Triệu Ái", "trieu ai", "xã Triệu Ái", "X. TRIỆU ÁI", normalize("NFD", "Triệu Ái")])
def test_old_name_in_any_spelling_leads_to_the_commune_and_says_why(trieu_phong, text):
    assert told(find(text, TODAY)) == [INTO_AI_TU]


def test_name_shared_with_an_ended_unit_finds_the_living_one_first(trieu_phong):
    why = "Thị trấn Ái Tử đã kết thúc ngày 30/06/2025, nay thuộc đơn vị này"
    assert told(find("Ái Tử", TODAY)) == [("xã Ái Tử", ""), ("xã Triệu Phong", why)]
    assert told(find("TT Ái Tử", TODAY)) == [("xã Triệu Phong", why)]


def test_name_borne_by_old_and_new_unit_is_the_living_one(trieu_phong):
    assert [one.unit.code for one in find("Triệu Cơ", TODAY)] == ["19654"]
    assert [one.why for one in find("Triệu Cơ", TODAY)] == [""]


def test_on_an_earlier_day_the_unit_of_that_day_is_found(trieu_phong):
    assert told(find("Triệu Ái", LAST)) == [("xã Triệu Ái", "")]
    assert find("Nam Cửa Việt", LAST) == []


def test_a_chain_of_mergers_leads_to_the_end(trieu_phong):
    assert [one.unit.name for one in find("Triệu Vân", TODAY)] == ["xã Nam Cửa Việt"]


def test_a_place_that_is_only_in_a_merger_note_is_found_as_whole_words(trieu_phong):
    found = find("Hải Quy", TODAY)

    assert [one.unit.name for one in found] == ["xã Vĩnh Định"]
    assert found[0].why.startswith("Có trong ghi chú sáp nhập: Đổi tên từ xã Hải Hưng thành xã Vĩnh Định")
    assert find("ải Qu", TODAY) == []


def test_a_renamed_unit_is_found_by_its_former_name():
    unit = make.unit("phường Mới")
    Succession.objects.create(
        kind=SuccessionKind.RENAME, on=date(2026, 1, 1), predecessor=unit, successor=unit, old_name="xã Đồi Cũ",
        new_name="phường Mới",
    )  # fmt: skip

    assert told(find("doi cu", TODAY)) == [("phường Mới", "Tên cũ: xã Đồi Cũ, đổi tên ngày 01/01/2026")]


def test_exact_accents_rank_before_the_same_letters():
    for name in ("xã Hòa Bình", "xã Hoa Bình", "xã Hòa Bình Đông"):
        make.unit(name)

    assert [one.unit.name for one in find("hoà bình", TODAY)] == ["xã Hòa Bình", "xã Hòa Bình Đông", "xã Hoa Bình"]


def test_the_name_that_is_nothing_but_the_words_is_never_cut_off(monkeypatch):
    monkeypatch.setattr(finding, "LIMIT", 3)
    for number in range(15):
        make.unit(f"phường Bình An {number}")
    make.unit("xã Bình An")

    found = find("bình an", TODAY, limit=3)

    assert [one.unit.name for one in found] == ["xã Bình An", "phường Bình An 0", "phường Bình An 1"]


def test_only_what_is_within_is_found(trieu_phong):
    within = Unit.objects.under(Unit.objects.get(code="19624"))

    assert find("Triệu Ái", TODAY, within=within) == []
    assert [one.unit.name for one in find("Ái Tử", TODAY, within=within)] == ["xã Triệu Phong"]


def test_nothing_asked_finds_nothing():
    assert find("  ", TODAY) == []


def test_finding_takes_the_same_few_queries_for_many_as_for_one(trieu_phong, django_assert_max_num_queries):
    for text in ("Triệu Ái", "Triệu"):
        with django_assert_max_num_queries(5):
            find(text, TODAY)
