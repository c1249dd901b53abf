"""Fonts of papers: every Vietnamese letter is in each face, and a letter that is not is refused."""

import unicodedata

import pytest
from fontTools.ttLib import TTFont

from kheo.documents.typesetting import MissingLetter
from kheo.documents.typesetting.letters import FACES, FONTS, character_map, letters, require_letters

TONES = ("", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323")
VIETNAMESE = {
    unicodedata.normalize("NFC", vowel + tone) for vowel in "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY" for tone in TONES
} | {"đ", "Đ"}  # fmt: skip


@pytest.mark.parametrize("name", FACES.values())
def test_every_vietnamese_letter_is_in_each_face(name):
    held = set(TTFont(FONTS / name).getBestCmap())

    assert len(VIETNAMESE) == 146
    assert {letter for letter in VIETNAMESE | set("“”‘’–—…₫²³½°×≤≥−•") if ord(letter) not in held} == set()


@pytest.mark.parametrize("name", FACES.values())
def test_the_map_of_letters_is_read_as_font_tools_reads_it(name):
    assert character_map(FONTS / name) == set(TTFont(FONTS / name).getBestCmap())


def test_the_fonts_come_with_their_licence():
    licence = (FONTS / "OFL.txt").read_text("utf-8")

    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert "Reserved Font Name Liberation" in licence


@pytest.mark.parametrize("letter", ["漢", "☃", "😀", "\ue000"])
def test_a_letter_that_the_fonts_do_not_hold_is_named_with_its_place(letter):
    with pytest.raises(MissingLetter) as refused:
        require_letters(f"Tuyến đường {letter} tự quản")

    assert refused.value.letter == letter
    assert str(refused.value).startswith(f"Chữ “{letter}” (U+{ord(letter):04X}) không có trong phông chữ của văn bản")
    assert "Tuyến đường" in str(refused.value)


def test_letters_are_those_of_all_faces():
    assert {ord(letter) for letter in VIETNAMESE} <= letters()
