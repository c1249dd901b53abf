"""What holds of Soát lỗi whatever the text: places are right, mends heal, right words stay."""

import datetime as dt
import unicodedata
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kheo.core.vietnamese import Kind, mended, proofread

from .drawn import any_text, moderately, vietnamese

days = st.dates(dt.date(2015, 1, 1), dt.date(2035, 1, 1))
styles = st.sampled_from(["old", "new"])
# Pieces of a text that has been through many hands.
PIECES = """dân vận khéo của và hòa hoà thuỷ Ủy Uỷ xã Nhân huyện Triệu Phong Ban Huyện dânào nghành qủa Hòang đường TP. UBND
    Quốc Hội Ban-Dân , . ; : ! ? ( ) “ ” " « » - – … ... .. ,... 12 3.000 1,5 2019 25-NQ/TW Ðảng dаn b\u0300 d\u200bân §¹i biÓu
    Trieäu traøo café http://a.vn a@b.vn \u00ad""".split()
DECOMPOSED = unicodedata.normalize("NFD", "đường")
worn = st.lists(st.sampled_from([*PIECES, DECOMPOSED, " ", " ", " ", "  ", "\n", "\u00a0"]), max_size=30).map("".join)
texts = any_text | worn | st.lists(st.sampled_from(PIECES), max_size=15).map(" ".join)

HEALED = {Kind.FONT, Kind.LETTERS, Kind.TONE, Kind.DOUBLED, Kind.SPACING}


@moderately
@given(texts, days, styles)
def test_every_mark_is_at_its_place_and_none_overlaps(text, day, style):
    marks = proofread(text, on=day, style=style)

    assert [text[mark.start : mark.end] for mark in marks] == [mark.found for mark in marks]
    assert all(mark.start < mark.end and mark.advice.endswith((".", "?")) and mark.mend != mark.found for mark in marks)
    assert all(one.end <= other.start for one, other in pairwise(marks))


@moderately
@given(texts, days, styles)
def test_what_is_mended_has_nothing_left_to_mend(text, day, style):
    marks = proofread(text, on=day, style=style)
    healed = mended(text, marks)

    left = {mark.kind for mark in proofread(healed, on=day, style=style) if mark.mend is not None} & HEALED

    # a word put right beside one that may be of an old font can tip the scales for the font
    words_put_right = {mark.kind for mark in marks} & {Kind.SYLLABLE, Kind.LETTERS}
    assert left <= ({Kind.FONT} if words_put_right else set())


@moderately
@given(vietnamese)
def test_right_words_with_single_spaces_raise_no_alarm_but_for_the_tone_mark(text):
    # the words are drawn at random, so a word or two may come twice
    kinds = {mark.kind for mark in proofread(text, on=dt.date(2026, 1, 1))}

    assert kinds <= {Kind.TONE, Kind.DOUBLED, Kind.BODY}
