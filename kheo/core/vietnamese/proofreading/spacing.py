"""Spaces around stops, dashes, brackets and quotation marks; quotation marks and dots of more than one kind.

Every rule reads what the rules before it have left, so their order matters: first which way a quotation mark points,
then the spaces within and before, then those that are missing, and spaces that are too many at the end.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from kheo.core.vietnamese.proofreading.marks import Kind, Mark
from kheo.core.vietnamese.proofreading.passages import CAPITAL_LETTERS, Places, addresses
from kheo.core.vietnamese.syllables import is_syllable

_S = "[ \u00a0]"
_L = r"[^\W\d_]"
_ENTITY = re.compile(r"&#?\w{1,9}$")
_LAST_WORD = re.compile(f"{_L}{{1,12}}$")
_NEXT_WORD = re.compile(f"{_L}+")
_BLANKS = frozenset(".…_")  # lines to be filled in: "ngày ....  tháng ...."


class Rule(NamedTuple):
    """Where it looks, what it says, and what it puts there: None where the place is right after all."""

    pattern: re.Pattern[str]
    advice: str
    mend: Callable[[re.Match[str]], str | None]


def _before(match: re.Match[str]) -> str:
    return match.string[match.start() - 1 : match.start()] if match.start() else ""


def _after(match: re.Match[str]) -> str:
    return match.string[match.end() : match.end() + 1]


def _word_before(match: re.Match[str]) -> str:
    found = _LAST_WORD.search(match.string, max(0, match.start() - 12), match.start())
    return found[0] if found else ""


def _word_after(match: re.Match[str]) -> str:
    found = _NEXT_WORD.match(match.string, match.end(), match.end() + 12)
    return found[0] if found else ""


def _without_space(match: re.Match[str]) -> str:
    return match[0].strip(" \u00a0")


def _stop_after_space(match: re.Match[str]) -> str | None:
    sign = match[1]
    if _before(match) in _BLANKS:
        return None
    if sign == ":" and (_after(match) in {"(", ")"} or _before(match).isdigit()):  # a smiling face, a ratio 1 : 4
        return None
    return sign


def _space_after(match: re.Match[str]) -> str | None:
    before, after = _word_before(match), _word_after(match)
    if len(before) == len(after) == 1:  # x,y
        return None
    if match[0] == ";" and _ENTITY.search(match.string, max(0, match.start() - 10), match.start()):
        return None
    if match[0] == ":" and len(before) < 2:
        return None
    return f"{match[0]} "


def _space_after_full_stop(match: re.Match[str]) -> str | None:
    """Only between two words that are surely Vietnamese: not TP.HCM, v.v, P.Đông Hà, quangtri.gov.vn."""
    before, after = _word_before(match), _word_after(match)
    if min(len(before), len(after)) < 2 or not before[1:].islower() or not (is_syllable(before) and is_syllable(after)):
        return None
    if after[0].isupper():
        return ". " if after[1:].islower() else None
    return None if before.isascii() or after.isascii() else ". "


def _space_before_bracket(match: re.Match[str]) -> str | None:
    before, after = _word_before(match), _word_after(match)
    return " (" if min(len(before), len(after)) > 1 and is_syllable(before) and is_syllable(after) else None


def _space_after_bracket(match: re.Match[str]) -> str | None:
    after = _word_after(match)
    return f"{match[0]} " if len(after) > 1 and is_syllable(after) else None


def _dash(match: re.Match[str]) -> str | None:
    """Spaces on both sides; none in the number of a paper (25 -NQ/TW) and before a negative number (còn -5)."""
    text, sign = match.string, _without_space(match)
    before, after = _before(match), _after(match)
    space_before = match[0][0] != sign
    if space_before and after.isdigit() and not before.isdigit():
        return None
    if _NUMBER_BEFORE.search(text, max(0, match.start() - 8), match.start()) and _NUMBER_AFTER.match(text, match.end()):
        return sign
    if _BODY_BEFORE.search(text, max(0, match.start() - 8), match.start()) and _BODY_AFTER.match(text, match.end()):
        return sign
    return f" {sign} "


_NUMBER_BEFORE = re.compile(r"\d$")
_NUMBER_AFTER = re.compile(rf"[{CAPITAL_LETTERS}]{{2,6}}/[{CAPITAL_LETTERS}]")
_BODY_BEFORE = re.compile(rf"/[{CAPITAL_LETTERS}]{{2,5}}$")
_BODY_AFTER = re.compile(rf"[{CAPITAL_LETTERS}]{{2}}")


def _single_space(match: re.Match[str]) -> str | None:
    before, after = _before(match), _after(match)
    if {before, after} & _BLANKS or (before in "([" and after in ")]"):
        return None
    return " "


def _rule(pattern: str, advice: str, mend: Callable[[re.Match[str]], str | None]) -> Rule:
    return Rule(re.compile(pattern, re.MULTILINE), advice, mend)


RULES = (
    # which way a quotation mark points
    _rule(r"(?<=[^\s(\[“])“(?=[\s,.;:!?)]|$)", "Đây là chỗ đóng ngoặc kép.", lambda match: "”"),
    _rule(r"(?<=[\s(])”(?=\w)", "Đây là chỗ mở ngoặc kép.", lambda match: "“"),
    # spaces that are too many
    _rule(rf"[(\[“«]{_S}+(?=[^\s)\]”»])", "Không để dấu cách sau dấu mở ngoặc.", _without_space),
    _rule(rf"(?<=[^\s(\[“«]){_S}+[)\]”»]", "Không để dấu cách trước dấu đóng ngoặc.", _without_space),
    _rule(rf"(?<=\S){_S}+([,;:?]|!(?!=)|\.(?![\w.]))", "Không để dấu cách trước dấu câu.", _stop_after_space),
    # spaces that are missing
    _rule(rf"(?<=[\w)”%])[,;](?={_L}|“)", "Thiếu dấu cách sau dấu câu.", _space_after),
    _rule(rf"(?<={_L})[:!?](?={_L}|“)", "Thiếu dấu cách sau dấu câu.", _space_after),
    _rule(rf"(?<={_L})\.(?={_L})", "Thiếu dấu cách sau dấu chấm.", _space_after_full_stop),
    _rule(rf"(?<={_L})\((?={_L})", "Thiếu dấu cách trước dấu mở ngoặc.", _space_before_bracket),
    _rule(rf"(?<={_L})\)(?={_L})", "Thiếu dấu cách sau dấu đóng ngoặc.", _space_after_bracket),
    _rule(rf"(?<={_L})“(?={_L})", "Thiếu dấu cách trước dấu mở ngoặc kép.", lambda match: " “"),
    _rule(rf"”(?={_L})", "Thiếu dấu cách sau dấu đóng ngoặc kép.", lambda match: "” "),
    _rule(rf"^{_S}*[-–](?={_L})", "Thiếu dấu cách sau gạch đầu dòng.", lambda match: f"{match[0]} "),
    _rule(
        rf"(?<=[\w)”%])(?:{_S}+[-–—](?=[\w“(])|[-–—]{_S}+(?=[\w“(]))",
        "Dấu gạch nối giữa hai vế cần dấu cách ở cả hai bên.",
        _dash,
    ),
    _rule(rf"(?<=\S){_S}{{2,}}(?=\S)", "Thừa dấu cách.", _single_space),
)


def wrong_spacing(text: str, rule: Rule) -> Iterator[Mark]:
    """The places where one rule of spacing is broken."""
    kept: Places | None = None
    for match in rule.pattern.finditer(text):
        mend = rule.mend(match)
        if mend is None or mend == match[0]:
            continue
        kept = addresses(text) if kept is None else kept  # most texts break most rules nowhere
        if not kept.cover(match.start()):
            yield Mark(*match.span(), Kind.SPACING, match[0], rule.advice, mend)
