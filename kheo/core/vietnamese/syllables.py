"""Which letters can make a Vietnamese syllable: onset, rhyme and tone from tables, not from a list of words.

The tables follow the usual description of the quốc ngữ spelling (c/k/q, g/gh, ng/ngh before i, e, ê; -c -ch -p -t only
with sắc and nặng), and are meant to accept all that may be Vietnamese rather than only what a dictionary holds.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import product

from kheo.core.vietnamese.text import compose

_TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
_STOP_TONES = ("\u0301", "\u0323")

_PLAIN_ONSETS = "b ch d đ h l m n nh p ph r s t th tr v x kh".split()
_BACK_ONSETS = {"c": "aăâoôơuư", "g": "aăâoôơuư", "ng": "aăâoôơuư"}
_FRONT_ONSETS = {"k": "eêiy", "gh": "eêi", "ngh": "eêi"}

# fmt: off
_RHYMES = """
    a ac ach ai am an ang anh ao ap at au ay
    ăc ăm ăn ăng ăp ăt            âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et       ê êch êm ên ênh êp êt êu
    i ia ich im in inh ip it iu   iêc iêm iên iêng iêp iêt iêu
    o oc oi om on ong op ot oong ooc
    ô ôc ôi ôm ôn ông ôp ôt       ơ ơi ơm ơn ơp ơt
    u ua uc ui um un ung up ut    uôc uôi uôm uôn uông uôt
    ư ưa ưc ưi ưm ưng ưt ưu       ươc ươi ươm ươn ương ươp ươt ươu
""".split()
_ROUNDED = """
    oa oac oach oai oam oan oang oanh oao oap oat oay    oăc oăm oăn oăng oăt    oe oem oen oeo oet
    uân uâng uât uây    uê uêch uênh uêu    uơ    uy uya uych uyên uyêt uyn uynh uyp uyt uyu
""".split()
_AFTER_QU = """
    a ac ach ai am an ang anh ao ap at au ay    ăc ăm ăn ăng ăp ăt    ân âng ât ây
    e en eo et    ê ên êt êu êch ênh    i it in    ơ ơi ơn ơt    y yên yêt ych ynh yt yn
""".split()
# fmt: on
_ALONE = "y yêm yên yêng yêt yêu".split()  # with no onset y stands where i stands after one
_Y_ONSETS = "h k l m n s t th v d".split()  # hy kỹ lý mỹ Ny sỹ tỷ Thy vỹ Dy
_SHAPED = set("ăâêôơư")
_VOWELS = set("aăâeêioôơuưy")


def _toneless() -> Iterator[tuple[str, str]]:
    """Every syllable without its tone, as (onset, rhyme)."""
    yield from product(_PLAIN_ONSETS, _RHYMES + _ROUNDED)
    yield from (("", rhyme) for rhyme in _RHYMES + _ROUNDED + _ALONE if not rhyme.startswith("iê"))
    for onset, vowels in (_BACK_ONSETS | _FRONT_ONSETS).items():
        yield from ((onset, rhyme) for rhyme in _RHYMES if rhyme[0] in vowels)
        if onset in {"g", "ng"}:  # after c the rounded rhymes are written with qu
            yield from ((onset, rhyme) for rhyme in _ROUNDED)
    yield from product(_Y_ONSETS, ["y"])
    yield from product(["qu"], _AFTER_QU)
    yield ("q", "uôc")
    yield from (("gi", rhyme) for rhyme in _RHYMES if rhyme[0] not in "iy")
    yield from (("g", rhyme) for rhyme in ("i", "in", "im", "iêng", "iêc"))  # of gi + i one i is written: gì, giếng


def _bearers(rhyme: str) -> set[int]:
    """At which letters of the rhyme the tone mark may stand; two where the old and the new style differ."""
    shaped = [at for at, letter in enumerate(rhyme) if letter in _SHAPED]
    if shaped:
        return {shaped[-1]}  # ươ: on the ơ
    vowels = [at for at, letter in enumerate(rhyme) if letter in _VOWELS]
    if rhyme in {"oa", "oe", "uy"}:
        return {0, 1}
    if len(vowels) < len(rhyme) or len(vowels) == 3:  # closed, or oai, oay, oeo, uya, uyu
        return {vowels[-1] if len(vowels) < 3 else vowels[1]}
    return {0}


@cache
def _all() -> frozenset[str]:
    """Some 18,000 spellings, made once on first use."""
    made = set()
    for onset, rhyme in _toneless():
        tones = _STOP_TONES if rhyme[-1] in "cpt" or rhyme.endswith("ch") else _TONES
        for at, tone in product(_bearers(rhyme), tones):
            made.add(unicodedata.normalize("NFC", onset + rhyme[: at + 1] + tone + rhyme[at + 1 :]))
    return frozenset(made)


def is_syllable(text: str) -> bool:
    """Whether the text is one syllable that Vietnamese spelling allows: any case, NFC or NFD, either tone style.

    A syllable ending in c, ch, p or t without a tone ("viêt") is not one.
    """
    return len(text) <= _LONGEST and _is_one(text)


_LONGEST = 16  # characters: "nghiêng" with its marks apart has 9


@lru_cache(maxsize=1 << 13)  # a text has the same few hundred words over and over
def _is_one(text: str) -> bool:
    return compose(text).lower() in _all()


@dataclass(frozen=True)
class Syllable:
    """A run of letters in a text: `text[start:end]`, and whether it can be Vietnamese."""

    text: str
    start: int
    end: int
    is_valid: bool


# Not the raised and broken figures that Python counts among letters (m², ½).
RUN_OF_LETTERS = re.compile("(?:[^\\W\\d_²³¹¼½¾\u2070-\u209f\u2150-\u218b][\u0300-\u036f]*)+")


def syllables(text: str) -> Iterator[Syllable]:
    """Every run of letters in turn, with its place in the text as given (so a page can mark it)."""
    for match in RUN_OF_LETTERS.finditer(text):
        yield Syllable(match[0], match.start(), match.end(), is_syllable(match[0]))
