"""Letters that look right and are not: marks apart from their letter, hidden characters, letters of other scripts."""

import re
import unicodedata
from collections.abc import Iterator

from kheo.core.vietnamese.proofreading.marks import Kind, Mark
from kheo.core.vietnamese.syllables import is_syllable
from kheo.core.vietnamese.text import STROKED_D, compose

_HIDDEN = "\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\ufeff"
_HIDDEN_ONE = re.compile(f"[{_HIDDEN}]")
_WORD_WITH_HIDDEN = re.compile(f"[\\w\u0300-\u036f{_HIDDEN}]+")

_MARKS = "\u0300-\u036f"
_MARK = re.compile(f"[{_MARKS}]")
_WORD = re.compile(f"(?:[^\\W\\d_]|[{_MARKS}])+")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_OTHER_SCRIPTS = re.compile("[\u0370-\u052f]")
_FULL_WIDTH = re.compile("[\uff21-\uff3a\uff41-\uff5a]")
_ODD = re.compile(f"[{_MARKS}ÐðƉɖ\u0370-\u052f\uff21-\uff3a\uff41-\uff5a]")
_LOOKS_LIKE = STROKED_D | str.maketrans(
    "аеорсхуіѕјһԁԛԝАВЕКМНОРСТХУІЅЈοανυιρκχΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
    "aeopcxyisjhdqwABEKMHOPCTXYISJoavuipkxABEZHIKMNOPTYX",
)
_VIETNAMESE = re.compile("[a-zA-ZÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯư\u1ea0-\u1ef9]+")


def hidden_characters(text: str) -> Iterator[Mark]:
    """Words with characters in them that nobody sees and that no search finds its way through."""
    if not _HIDDEN_ONE.search(text):
        return
    for word in _WORD_WITH_HIDDEN.finditer(text):
        if _HIDDEN_ONE.search(word[0]):
            seen = _HIDDEN_ONE.sub("", word[0])
            advice = f"Trong “{seen}” có ký tự ẩn." if seen else "Ở đây có ký tự ẩn."
            yield Mark(*word.span(), Kind.LETTERS, word[0], f"{advice} Nên bỏ đi để tìm kiếm được.", seen)


def odd_letters(text: str) -> Iterator[Mark]:
    """Words in NFD, with a stray mark, or with letters of another script among Latin ones."""
    if unicodedata.is_normalized("NFC", text) and not _ODD.search(text):
        return
    for word in _WORD.finditer(text):
        if word[0].isascii():
            continue
        written, advice = _right(word[0])
        if written != word[0]:
            yield Mark(*word.span(), Kind.LETTERS, word[0], advice, written)
        elif _MARK.search(written):
            advice = f"Trong “{word[0]}” có dấu rời không thuộc chữ nào; nên gõ lại."
            yield Mark(*word.span(), Kind.LETTERS, word[0], advice)


def _right(word: str) -> tuple[str, str]:
    """The word in whole Latin letters, and what to say of it."""
    written = compose(word)
    advice = f"“{written}” gõ bằng dấu tách rời khỏi chữ; nên thay bằng chữ dựng sẵn để tìm kiếm được."
    if _FULL_WIDTH.search(written):
        written = unicodedata.normalize("NFKC", written)
        advice = f"“{word}” gõ bằng chữ toàn khổ; nên thay bằng chữ thường dùng."
    if _LATIN.search(written) or not _OTHER_SCRIPTS.search(written):
        latin = compose(written.translate(_LOOKS_LIKE))
        if latin != written and _VIETNAMESE.fullmatch(latin):
            written, advice = (
                latin,
                f"Trong “{written}” có chữ nhìn giống chữ Việt mà là ký tự khác; nên gõ lại “{latin}”.",
            )
    if _MARK.search(written) and is_syllable(whole := _MARK.sub("", written)):
        written, advice = whole, f"Trong “{written}” có dấu rời thừa."
    return written, advice
