"""The usual kinds of model: twenty, each countable, each in the ledger's own measures."""

from collections import Counter

from kheo.movement.models.exemplar import LEDGER_MEASURE, Bearer, ExemplarKind, Nature
from kheo.movement.patterns import PATTERNS


def test_patterns_when_counted_are_twenty_with_keys_of_their_own():
    assert len({pattern.key for pattern in PATTERNS}) == len(PATTERNS) == 20
    assert all(len(pattern.key) <= 40 for pattern in PATTERNS)
    assert Counter(pattern.field for pattern in PATTERNS) == {"economy": 6, "culture": 6, "defence": 4, "politics": 4}


def test_patterns_when_stored_use_the_words_of_the_register():
    assert {pattern.kind for pattern in PATTERNS} == set(ExemplarKind.values)
    assert {pattern.bearer for pattern in PATTERNS} == set(Bearer.values)
    assert {pattern.nature for pattern in PATTERNS} == set(Nature.values)


def test_patterns_when_counted_by_their_outcomes_have_one_main_and_ledger_measures():
    for pattern in PATTERNS:
        assert [outcome.main for outcome in pattern.outcomes].count(True) == 1
        assert pattern.outcomes[0].main
        resources = [outcome.resource for outcome in pattern.outcomes if outcome.resource]
        assert len(resources) == len(set(resources))
        for outcome in pattern.outcomes:
            if outcome.resource:
                assert outcome.measure == LEDGER_MEASURE[outcome.resource]


def test_prompts_when_read_are_questions():
    assert {prompt[-1] for pattern in PATTERNS for prompt in pattern.prompts} == {"?"}
