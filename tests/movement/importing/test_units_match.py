"""A unit is found by code or name among those living on the day, or the clerk is told why not."""

import datetime as dt

import pytest

from kheo.movement.importing import Matcher, UnitFact
from tests.movement.importing.places import FACTS, TODAY, matcher


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("xã Ái Tử", "xã Ái Tử"),
        ("Xã Ái Tử", "xã Ái Tử"),
        ("ÁI TỬ", "xã Ái Tử"),
        ("  xã   Ái  Tử ", "xã Ái Tử"),
        ("A\u0301i Tu\u031b\u0309", "xã Ái Tử"),  # NFD
        ("xa ai tu", "xã Ái Tử"),
        ("X. Ái Tử", "xã Ái Tử"),
        ("Đảng ủy xã Ái Tử", "xã Ái Tử"),
        ("Đảng bộ xã Triệu Bình", "xã Triệu Bình"),
        ("xã Triệu Cơ, tỉnh Quảng Trị", "xã Triệu Cơ"),
        ("Nam Cửa Việt (Quảng Trị)", "xã Nam Cửa Việt"),
        ("Triệu Phong", "xã Triệu Phong"),  # the district of that name has ended
        ("xã Triệu Cơ", "xã Triệu Cơ"),  # an old commune had the very same name
    ],
)
def test_name_is_found_however_it_is_written(text, name):
    assert matcher().match(text).unit.name == name
    assert matcher().match(text).unit.lives_on(TODAY)


@pytest.mark.parametrize(
    ("code", "name"), [("19669", "xã Ái Tử"), ("19669.0", "xã Ái Tử"), (" 19624 ", "xã Triệu Phong")]
)
def test_code_is_found_as_excel_hands_it_out(code, name):
    assert matcher().match("", code).unit.name == name


def test_code_whose_zeros_excel_dropped_is_found():
    facts = [UnitFact(1, "phường Hoàn Kiếm", "00070"), UnitFact(2, "phường Hồng Hà", "00097")]

    assert Matcher(facts, on=TODAY).match("", "70").unit.id == 1


@pytest.mark.parametrize(
    ("text", "code", "reason"),
    [
        ("", "", "thiếu đơn vị"),
        ("", "99999", "không có đơn vị mang mã 99999"),
        ("xã Triệu Cơ", "19669", "mã 19669 là xã Ái Tử, không phải “xã Triệu Cơ”"),
        ("Triệu Ái", "", "đơn vị đã kết thúc, kế tục là xã Ái Tử"),
        ("thị trấn Ái Tử", "", "đơn vị đã kết thúc, kế tục là xã Triệu Phong"),
        ("TT. Ái Tử", "", "đơn vị đã kết thúc, kế tục là xã Triệu Phong"),
        ("Triệu Hoà", "", "đơn vị đã kết thúc, kế tục là xã Triệu Bình"),
        (
            "huyện Triệu Phong",
            "",
            "đơn vị đã kết thúc, kế tục là "
            "xã Triệu Phong hoặc xã Nam Cửa Việt hoặc xã Triệu Bình hoặc xã Triệu Cơ hoặc xã Ái Tử",
        ),
        ("xã Triệu Phog", "", "không có đơn vị “xã Triệu Phog”; gần giống: xã Triệu Phong"),
        ("Hải Lăng", "", "không có đơn vị “Hải Lăng”"),
        (
            "phường Triệu Cơ",
            "",
            "không có đơn vị “phường Triệu Cơ”; gần giống: xã Triệu Cơ",
        ),
    ],
)
def test_what_is_not_found_is_told_with_its_reason(text, code, reason):
    assert matcher().match(text, code).reason == reason
    assert matcher().match(text, code).unit is None


def test_day_decides_which_of_two_namesakes_lives():
    before, after = matcher(on=dt.date(2025, 6, 30)), matcher(on=dt.date(2025, 7, 1))

    assert before.match("Triệu Cơ").unit.id == "old xã Triệu Cơ"
    assert after.match("Triệu Cơ").unit.id == "19654"
    assert before.match("xã Ái Tử").reason == "đơn vị chưa thành lập vào ngày 30/06/2025"
    assert before.match("Ái Tử").unit.name == "thị trấn Ái Tử"


def test_living_namesakes_are_told_apart_by_place_context_or_home():
    facts = [
        UnitFact(1, "xã Hòa Bình", parent_name="tỉnh Thái Nguyên"),
        UnitFact(2, "xã Hòa Bình", parent_name="tỉnh Vĩnh Long"),
        UnitFact(3, "xã Ba Chẽ", parent_name="tỉnh Vĩnh Long"),
    ]
    plain, at_home = Matcher(facts, on=TODAY), Matcher(facts, on=TODAY, within="tỉnh Thái Nguyên")

    assert plain.match("xã Hòa Bình, tỉnh Vĩnh Long").unit.id == 2
    assert plain.match("xã Hoà Bình", context=facts[2]).unit.id == 2
    assert at_home.match("Hoà Bình").unit.id == 1
    assert plain.match("xã Hòa Bình").reason == (
        "có nhiều đơn vị cùng tên: xã Hòa Bình (tỉnh Thái Nguyên), xã Hòa Bình (tỉnh Vĩnh Long); hãy ghi rõ hoặc ghi mã"
    )


def test_exact_accents_come_before_folded_ones():
    facts = [UnitFact(1, "xã Tân Mỹ"), UnitFact(2, "xã Tân My")]

    assert Matcher(facts, on=TODAY).match("tân my").unit.id == 2
    assert Matcher(facts, on=TODAY).match("Tân Mỹ").unit.id == 1


def test_unit_without_successor_is_told_so():
    gone = UnitFact(1, "xã Cũ", ends=dt.date(2020, 1, 1))

    assert Matcher([gone], on=TODAY).match("Cũ").reason == "đơn vị đã kết thúc, chưa ghi đơn vị kế tục"


def test_facts_of_the_tests_hold_the_five_communes_of_today():
    assert sorted(fact.code for fact in FACTS if fact.lives_on(TODAY)) == ["19624", "19639", "19645", "19654", "19669"]
