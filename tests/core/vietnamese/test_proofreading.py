"""Soát lỗi: each kind of slip is found at its place with its mend, and what is right is left alone."""

import datetime as dt
import unicodedata

import pytest

from kheo.core.vietnamese import Kind, mended, proofread

TODAY = dt.date(2026, 11, 23)


def told(text, **kwargs):
    """What is told of a text, shortly: kind, what was found, its mend."""
    marks = proofread(text, on=TODAY, **kwargs)
    assert [text[mark.start : mark.end] for mark in marks] == [mark.found for mark in marks]
    return [(mark.kind, mark.found, mark.mend) for mark in marks]


def corrected(text, **kwargs):
    return mended(text, proofread(text, on=TODAY, **kwargs))


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("lòng tin của Nhân dânào sự lãnh đạo", "lòng tin của Nhân dân vào sự lãnh đạo"),
        ("nghành giáo dục", "ngành giáo dục"),
        ("gánh nặng, ghánh vác", "gánh nặng, gánh vác"),
        ("ngiêng ngả", "nghiêng ngả"),
        ("kế họach tòan xã", "kế hoạch toàn xã"),
        ("tỉnh Qủang Trị", "tỉnh Quảng Trị"),
        ("qúy báu, gía trị, gìa làng", "quý báu, giá trị, già làng"),
        ("thuơng yêu, ngừoi dân, đựơc, trưòng học", "thương yêu, người dân, được, trường học"),
        ("thưở nhỏ", "thuở nhỏ"),
        ("nhữg việc khôg đưọc", "những việc không được"),
        ("củanhân dân, vàcác xã, trongnhững năm", "của nhân dân, và các xã, trong những năm"),
        ("KẾ HỌACH", "KẾ HOẠCH"),
    ],
)
def test_a_broken_word_is_mended_where_one_guess_is_likely(wrong, right):
    assert corrected(wrong) == right
    assert {kind for kind, _, _ in told(wrong)} == {Kind.SYLLABLE}


def test_a_broken_word_with_several_guesses_is_only_told():
    (mark,) = proofread("cùng viêt bài", on=TODAY)

    assert (mark.kind, mark.found, mark.mend) == (Kind.SYLLABLE, "viêt", None)
    assert mark.advice == "“viêt” không đúng chính tả; có thể là “viên” hoặc “viết”."


def test_a_broken_word_that_nobody_can_guess_is_told_too():
    (mark,) = proofread("một bđuỗngr lạ", on=TODAY)

    assert (mark.found, mark.mend) == ("bđuỗngr", None)
    assert mark.advice == "“bđuỗngr” không phải âm tiết tiếng Việt; xem lại chữ này."


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("kinh tế -xã hội", "kinh tế - xã hội"),
        ("quốc phòng- an ninh", "quốc phòng - an ninh"),
        ("vùng khó –vùng xa", "vùng khó – vùng xa"),
        ("giai đoạn 2017- 2020", "giai đoạn 2017 - 2020"),
        ("Nghị quyết 25 -NQ/TW, Quyết định 1719/QĐ- TTg", "Nghị quyết 25-NQ/TW, Quyết định 1719/QĐ-TTg"),
        ("-Xây dựng mô hình\n– Nhân rộng", "- Xây dựng mô hình\n– Nhân rộng"),
        ("dân tin , dân làm ; dân hưởng : tốt !", "dân tin, dân làm; dân hưởng: tốt!"),
        ("Dân tin .\nDân làm .", "Dân tin.\nDân làm."),
        ("dân tin,dân làm;dân hưởng", "dân tin, dân làm; dân hưởng"),
        ("gồm:đất, công", "gồm: đất, công"),
        ("Xã làm tốt.Dân tin.", "Xã làm tốt. Dân tin."),
        ("xã làm tốt.dân khỏe", "xã làm tốt. dân khỏe"),
        ("các xã(phường)trên địa bàn", "các xã (phường) trên địa bàn"),
        ("phong trào“Dân vận khéo”trên địa bàn", "phong trào “Dân vận khéo” trên địa bàn"),
        ("nói:“Dân vận khéo”", "nói: “Dân vận khéo”"),
        ("( xã ) và “ khéo ”", "(xã) và “khéo”"),
        ("hai  dấu \u00a0cách", "hai dấu cách"),
        ("“Dân vận khéo“ và ”Dân chủ”", "“Dân vận khéo” và “Dân chủ”"),
        ('“Dân vận” và "khéo"', "“Dân vận” và “khéo”"),
    ],
)
def test_spaces_and_signs_are_mended(wrong, right):
    assert corrected(wrong) == right
    assert {kind for kind, _, _ in told(wrong)} == {Kind.SPACING}


def test_a_mend_covers_no_more_than_the_slip():
    assert told("phát triển kinh tế -xã hội") == [(Kind.SPACING, " -", " - ")]
    assert told("dân tin ,dân làm") == [(Kind.SPACING, " ,", ", ")]


def test_a_comma_before_three_dots_is_told_once():
    assert told("công nghiệp, khu kinh tế,...; tôm, cá,…") == [(Kind.SPACING, ",...", None)]


def test_two_dots_and_lonely_quotes_are_left_to_a_person():
    assert told("làm tốt.. rồi") == [(Kind.SPACING, "..", None)]
    assert told('“Dân vận” và "khéo') == [(Kind.SPACING, '"', None)]


@pytest.mark.parametrize(
    ("wrong", "found", "right"),
    [
        ("lòng tin của của dân", "của của", "của"),
        ("xã và và và phường", "và và và", "và"),
        ("Của  của dân", "Của  của", "Của"),
        ("để phát triển phát triển xã", "phát triển phát triển", "phát triển"),
    ],
)
def test_doubled_words_are_told(wrong, found, right):
    assert told(wrong) == [(Kind.DOUBLED, found, right)]


@pytest.mark.parametrize(
    "right",
    [
        "người người thi đua, ngành ngành thi đua, nhà nhà thi đua",
        "đời đời nhớ ơn; ngày ngày; luôn luôn; thường thường; dần dần; từ từ; ai ai; đâu đâu; xanh xanh; năm năm qua",
        "cơ hội hội nhập, cán bộ bộ đội, người dân dân tộc thiểu số, kết quả quả thật",
        "hiện tại tại xã, thiết bị bị hỏng, tự do do dân, nhà ở ở thôn, trước khi khi ấy",
        "xây dựng xã hội xã hội chủ nghĩa; từng bước từng bước",
        "của dân, của dân; và\nvà",
    ],
)
def test_what_is_doubled_rightly_is_left_alone(right):
    assert told(right) == []


def test_the_tone_mark_is_told_only_where_a_text_has_it_both_ways():
    assert told("hòa bình, Thủy lợi") == told("hoà bình, Thuỷ lợi") == []
    assert told("hòa bình, hoà giải, ỦY BAN, Uỷ ban") == [(Kind.TONE, "hoà", "hòa"), (Kind.TONE, "Uỷ", "Ủy")]
    assert told("hòa bình, hoà giải", style="new") == [(Kind.TONE, "hòa", "hoà")]
    assert told("quý, thuở, hoàn, hòa") == []


def test_the_rest_of_the_page_counts_for_the_tone_mark_and_the_quotation_marks():
    assert told("hoà giải", beside="hòa bình") == [(Kind.TONE, "hoà", "hòa")]
    assert told('"khéo"', beside="“Dân vận”") == [(Kind.SPACING, '"', "“"), (Kind.SPACING, '"', "”")]


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        (unicodedata.normalize("NFD", "đường"), "đường"),
        ("Ðảng", "Đảng"),
        ("d\u0430n", "dan"),
        ("ph\u043enɡ".replace("ɡ", "g"), "phong"),
        ("d\u200bân", "dân"),
        ("d\u00adân", "dân"),
        ("\uff21\uff22", "AB"),
        ("xa\u0303\u0303", "xã"),
    ],
)
def test_letters_that_only_look_right_are_told(wrong, right):
    assert told(f"có {wrong} này") == [(Kind.LETTERS, wrong, right)]


def test_a_mark_without_its_letter_is_left_to_a_person():
    assert told("chữ b\u0300 này") == [(Kind.LETTERS, "b\u0300", None)]


def test_words_of_another_script_are_left_alone():
    assert told("báo Правда của Nga, bia Ελλάς, chữ 中文") == []


@pytest.mark.parametrize(
    ("text", "found", "right"),
    [
        ("TriÖu Phong", "TriÖu Phong", "Triệu Phong"),
        ("Dòng trên.\n §¶ng bé huyÖn TriÖu Phong ", "§¶ng bé huyÖn TriÖu Phong", "Đảng bộ huyện Triệu Phong"),
        ("Tại §¹i héi ®¹i biÓu lÇn thø VI của Đảng bộ", "§¹i héi ®¹i biÓu lÇn thø", "Đại hội đại biểu lần thứ"),
        (
            "Xã Trieäu Phong ñaåy maïnh phong traøo",
            "Trieäu Phong ñaåy maïnh phong traøo",
            "Triệu Phong đẩy mạnh phong trào",
        ),
    ],
)
def test_text_in_an_old_font_is_told_with_what_it_says(text, found, right):
    (mark,) = [mark for mark in proofread(text, on=dt.date(2020, 1, 1)) if mark.kind == Kind.FONT]

    assert found in mark.found
    assert mended(text, [mark]) == text.replace(found, right)


def test_capitals_of_bodies_are_told_where_they_are_surely_wrong():
    assert told("Đảng cộng sản Việt Nam, Uỷ Ban nhân dân") == [
        (Kind.CAPITALS, "Đảng cộng sản Việt Nam", "Đảng Cộng sản Việt Nam"),
        (Kind.CAPITALS, "Uỷ Ban nhân dân", "Uỷ ban nhân dân"),
    ]
    assert told("ĐẢNG CỘNG SẢN VIỆT NAM; cán bộ chính trị; các ủy ban; chính phủ nước bạn") == []


def test_several_slips_in_one_place_are_one_mark():
    text = unicodedata.normalize("NFD", "hoà  hoà ,") + "hòa"

    assert corrected(text) == "hòa hòa, hòa"
    assert corrected(unicodedata.normalize("NFD", "của  của") + " dân") == "của dân"
    assert told(unicodedata.normalize("NFD", "của")) == [(Kind.LETTERS, unicodedata.normalize("NFD", "của"), "của")]


def test_mended_leaves_what_has_no_mend_and_takes_one_of_two_that_overlap():
    marks = proofread("dân ,viêt", on=TODAY)

    assert mended("dân ,viêt", marks) == "dân, viêt"
    assert mended("dân ,viêt", marks + marks) == "dân, viêt"
    assert mended("dân", []) == "dân"


def test_every_kind_has_a_name_for_the_screen():
    assert [kind.label for kind in Kind] == [
        "Chữ của phông cũ",
        "Ký tự lạ",
        "Chính tả",
        "Vị trí dấu thanh",
        "Lặp từ",
        "Dấu câu, khoảng cách",
        "Viết hoa",
        "Tên gọi đã thay đổi",
    ]
