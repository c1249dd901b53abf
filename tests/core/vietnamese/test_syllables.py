"""Which spellings can be Vietnamese."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kheo.core.vietnamese import Syllable, is_syllable, syllables, tone_placement

from .drawn import WORDS, any_text, moderately

POSSIBLE = """
    a ạ ơi ở ý y yêu yến uống ươm ỉa oà oe ủy uỷ uyên
    nghiêng nghĩa nghe ngành ngoằn ngoèo ngoéo nguyễn nguyệt
    gì gìn giếng giết giấc giữ già gia giặc giời giục gỉ
    ghế ghi gà gỗ góa goá goòng guốc
    kỹ kỷ kia kiến kênh kẻng keo cá cứu cuốc cưỡng cổng
    quý quốc quyết quỳnh quả quần quơ quen quét quẩy quít quýt quăng quanh quyển queo
    hòa hoà hoàn hoạch hoắc huế huých huỳnh huýt khuya khuỷu khuếch thuở thủy thuỷ tuần tuất tuýp xoong soóc
    đường đất đỏ điển được những trường thương mướt rượu hươu bưởi chuối ruộng muỗi
    lý mỹ sỹ tỷ hy Thy Vy xoèn xòe tòe
    ích ếch ách ấp ắt ốc út ức ướt
""".split()

IMPOSSIBLE = """
    dânào ngi nge ngê ghà gha ghô kà ka ko cí cê ciu qa qo qu q
    viêt mat môt hoc lach câp thuôc kêt
    hòan thuỷên nghìêng tìên cuả muà mià nghiã quí́ hoàà
    đấ́t b bb thr trh fan jazz wan zô Đắk bản2 năm, strike xyz
    là̀ gìa ieu iên yếng2 ươ uâ ă â qư kuôc ngươ thuơ2
    được1 dc NQ TW UBND
""".split()


@pytest.mark.parametrize("word", POSSIBLE)
def test_is_syllable_accepts_what_may_be_vietnamese_in_any_case_and_form(word):
    assert is_syllable(word)
    assert is_syllable(word.upper())
    assert is_syllable(word.capitalize())
    assert is_syllable(unicodedata.normalize("NFD", word))


@pytest.mark.parametrize("word", ["", " ", "a b", "không có", "-", *IMPOSSIBLE])
def test_is_syllable_refuses_what_the_spelling_forbids(word):
    assert not is_syllable(word)


@pytest.mark.parametrize("rhyme", ["ac", "ach", "ap", "at", "iêc", "ương", "oach", "uyt"])
def test_is_syllable_lets_stop_finals_take_only_two_tones(rhyme):
    at = max(rhyme.rfind(vowel) for vowel in "aêơy")
    toned = [
        is_syllable(f"t{rhyme[: at + 1]}{tone}{rhyme[at + 1 :]}") for tone in ("", *"\u0300\u0301\u0303\u0309\u0323")
    ]

    assert toned == ([True] * 6 if rhyme.endswith("ng") else [False, False, True, False, False, True])


@pytest.mark.parametrize("word", WORDS)
def test_is_syllable_accepts_both_tone_places(word):
    assert is_syllable(tone_placement(word, "old"))
    assert is_syllable(tone_placement(word, "new"))


def test_is_syllable_accepts_the_words_of_vietnamese_place_names():
    names = (Path(__file__).parent / "icu_order.txt").read_text("utf-8").splitlines()
    # names of other languages of the country, which keep letters and finals that the quốc ngữ of Vietnamese lacks
    others = set("Ana Bla Búk Jút Khươl Krông Kông Mil Prao Yang Đăk Đắk".split())
    words = {word for name in names if name.istitle() for word in name.split() if word.isalpha() and len(word) > 2}

    assert len(words) > 200
    assert {word for word in words - others if not is_syllable(word)} == set()


def test_syllables_gives_every_run_of_letters_with_its_place():
    text = "Đoàn viên,dânào 25 m² (TT)"

    assert list(syllables(text)) == [
        Syllable("Đoàn", 0, 4, True),
        Syllable("viên", 5, 9, True),
        Syllable("dânào", 10, 15, False),
        Syllable("m", 19, 20, False),
        Syllable("TT", 23, 25, False),
    ]


@moderately
@given(any_text, st.sampled_from(["NFC", "NFD"]))
def test_syllables_lie_where_they_say(text, form):
    text = unicodedata.normalize(form, text)

    for found in syllables(text):
        assert text[found.start : found.end] == found.text
        assert found.is_valid == is_syllable(found.text)
