"""Old font codes and unlabelled files, against encoders written here from the published code tables."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kheo.core.vietnamese import decode, from_tcvn3, from_vni, looks_tcvn3, looks_vni, nfc

from .drawn import moderately

# The letters in the order ngang sắc huyền hỏi ngã nặng, as the fonts' published tables list them.
TONES = ["", "\u0301", "\u0300", "\u0309", "\u0303", "\u0323"]
TCVN3_ROWS = {
    "a": "a ¸ µ ¶ · ¹",
    "ă": "¨ ¾ » ¼ ½ Æ",
    "â": "© Ê Ç È É Ë",
    "e": "e Ð Ì Î Ï Ñ",
    "ê": "ª Õ Ò Ó Ô Ö",
    "i": "i Ý × Ø Ü Þ",
    "o": "o ã ß á â ä",
    "ô": "« è å æ ç é",
    "ơ": "¬ í ê ë ì î",
    "u": "u ó ï ñ ò ô",
    "ư": "\u00ad ø õ ö ÷ ù",
    "y": "y ý ú û ü þ",
}
TCVN3_SINGLE = {"đ": "®", "Ă": "¡", "Â": "¢", "Ê": "£", "Ô": "¤", "Ơ": "¥", "Ư": "¦", "Đ": "§"}
VNI_ROWS = {
    "a": "a aù aø aû aõ aï",
    "ă": "aê aé aè aú aü aë",
    "â": "aâ aá aà aå aã aä",
    "e": "e eù eø eû eõ eï",
    "ê": "eâ eá eà eå eã eä",
    "i": "i í ì æ ó ò",
    "o": "o où oø oû oõ oï",
    "ô": "oâ oá oà oå oã oä",
    "ơ": "ô ôù ôø ôû ôõ ôï",
    "u": "u uù uø uû uõ uï",
    "ư": "ö öù öø öû öõ öï",
    "y": "y yù yø yû yõ î",
}


def table(rows):
    return {
        nfc(vowel + tone): written
        for vowel, row in rows.items()
        for tone, written in zip(TONES, row.split(" "), strict=True)
    }


TCVN3 = table(TCVN3_ROWS) | TCVN3_SINGLE
VNI = table(VNI_ROWS) | {"đ": "ñ"}
VNI |= {letter.upper(): written.upper() for letter, written in VNI.items()}


def encode(text, codes):
    return "".join(codes.get(letter, letter) for letter in text)


def windows_1258(text):
    """Bytes as Windows writes them: whole letters where the code page has them, else letter and combining tone."""
    written = b""
    for letter in text:
        try:
            written += letter.encode("cp1258")
        except UnicodeEncodeError:
            marks = unicodedata.normalize("NFD", letter)
            tone = next(mark for mark in marks if mark in TONES[1:])
            written += nfc(marks.replace(tone, "")).encode("cp1258") + tone.encode("cp1258")
    return written


SENTENCE = "Xã Triệu Phong đăng ký mô hình “Dân vận khéo”: hiến 2.690 m2 đất, 81 ngày công; Đảng ủy công nhận."
PLAIN_SENTENCE = SENTENCE.replace("“", '"').replace("”", '"')

tcvn3_letters = st.text(st.sampled_from([*[k for k in TCVN3 if k == k.lower()], *"bcdghklmnpqrstvx ,.\n"]))
vni_letters = st.text(st.sampled_from([*VNI, *"bcdghklmnpqrstvxBCDGHKLMNPQRSTVX ,.\n"]))


@moderately
@given(tcvn3_letters)
def test_from_tcvn3_reads_back_what_the_published_table_writes(text):
    assert from_tcvn3(encode(text, TCVN3)) == text


@moderately
@given(vni_letters)
def test_from_vni_reads_back_what_the_published_table_writes(text):
    assert from_vni(encode(text, VNI)) == text


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("TriÖu Phong", "Triệu Phong"),
        ("§¶ng uû", "Đảng uỷ"),
        ("HUYÖN Uû TRIÖU PHONG", "HUYỆN UỶ TRIỆU PHONG"),
        ("UBND x· TriÖu ¸i", "UBND xã Triệu ái"),
        ("Hµ Bµ", "Hà Bà"),
        ("DANH MôC\nm« h×nh", "DANH MỤC\nmô hình"),
        ("2.690 m² ®Êt, 30°C", "2.690 m² đất, 30°C"),
    ],
)
def test_from_tcvn3_knows_the_capitals_of_the_h_fonts(typed, text):
    assert from_tcvn3(typed) == text


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("Trieäu Phong", "Triệu Phong"),
        ("ÑAÛNG UÛY", "ĐẢNG ỦY"),
        ("Ñaûng uûy xaõ", "Đảng ủy xã"),
        ("UBND xaõ", "UBND xã"),
    ],
)
def test_from_vni_keeps_case(typed, text):
    assert from_vni(typed) == text


@pytest.mark.parametrize("text", ["Xã", "Triệu Phong", "không chờ", "Đảng ủy", "UBND xã Triệu Cơ", SENTENCE])
def test_looks_knows_each_old_code_from_the_other(text):
    tcvn3, vni = encode(text, TCVN3), encode(text, VNI)

    assert (looks_tcvn3(tcvn3), looks_vni(tcvn3)) == (True, False)
    assert (looks_tcvn3(vni), looks_vni(vni)) == (False, True)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "xa Trieu Phong",
        "là và ba má",
        "cá nhân có quý, Hoà Bình, Hà Nam",
        "Xã Triệu Phong đăng ký mô hình",
        unicodedata.normalize("NFD", "là bà cá"),
        "Je ne sais pas où il est",
        "où",
        "Les élèves ont été très déçus à la fin de l'année: forêt, côté, pâté, Noël, maïs, hôtel, août, sûr",
        "crème brûlée, café, résumé, déjà vu, fête",
        "El niño y el señor español: corazón, está, día, más, qué",
        "Größe, Straße, für, über, müssen, süß",
        "naïve façade, the café's piñata",
        "30 °C, 25 m², § 5, © 2026, «a»",
    ],
)
def test_looks_is_not_fooled_by_right_text(text):
    assert (looks_tcvn3(text), looks_vni(text)) == (False, False)


@moderately
@given(st.text())
def test_conversion_and_looks_take_any_text(text):
    assert isinstance(looks_tcvn3(text) or looks_vni(text), bool)
    assert len(from_vni(text)) <= len(text)
    assert from_tcvn3(from_tcvn3(text).encode("ascii", "ignore").decode()).isascii()


@pytest.mark.parametrize(
    ("data", "encoding", "text"),
    [
        (SENTENCE.encode("utf-8"), "utf-8", SENTENCE),
        (unicodedata.normalize("NFD", SENTENCE).encode("utf-8"), "utf-8", SENTENCE),
        (SENTENCE.encode("utf-8-sig"), "utf-8-sig", SENTENCE),
        (b"\xff\xfe" + SENTENCE.encode("utf-16-le"), "utf-16", SENTENCE),
        (b"\xfe\xff" + SENTENCE.encode("utf-16-be"), "utf-16", SENTENCE),
        (SENTENCE.encode("utf-16-le"), "utf-16-le", SENTENCE),
        (SENTENCE.encode("utf-16-be"), "utf-16-be", SENTENCE),
        (SENTENCE.encode("utf-8") + b"\xe1\xba", "utf-8", SENTENCE + "\ufffd"),
        (SENTENCE.encode("utf-8") + b"\x00", "utf-8", SENTENCE + "\x00"),
        (windows_1258(SENTENCE), "windows-1258", SENTENCE),
        (encode(PLAIN_SENTENCE, TCVN3).encode("latin-1"), "tcvn3", PLAIN_SENTENCE),
        (encode(PLAIN_SENTENCE, TCVN3).encode("utf-8"), "tcvn3", PLAIN_SENTENCE),
        (encode(PLAIN_SENTENCE, VNI).encode("cp1252"), "vni", PLAIN_SENTENCE),
        (encode(PLAIN_SENTENCE, VNI).encode("utf-8"), "vni", PLAIN_SENTENCE),
        ("Élève déçu, forêt".encode("cp1252"), "windows-1252", "Élève déçu, forêt"),
        (b"STT;Ten;Xa", "utf-8", "STT;Ten;Xa"),
        (b"", "utf-8", ""),
    ],
)
def test_decode_finds_the_encoding_of_a_file(data, encoding, text):
    assert decode(data) == (text, encoding)


@moderately
@given(st.binary())
def test_decode_never_fails(data):
    text, _ = decode(data)

    assert nfc(text) == text


def test_decode_is_quick_about_a_large_file():
    data = (encode(PLAIN_SENTENCE, TCVN3) + "\n").encode("latin-1") * 5000

    text, encoding = decode(data)

    assert encoding == "tcvn3"
    assert text == (PLAIN_SENTENCE + "\n") * 5000
