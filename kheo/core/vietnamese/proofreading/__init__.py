"""Soát lỗi: what a careful reader would tell the writer of a Vietnamese text. Advice only: nothing here forbids."""

from datetime import date

from kheo.core.vietnamese.proofreading.bodies import GONE, Gone, gone_names
from kheo.core.vietnamese.proofreading.capitals import wrong_capitals
from kheo.core.vietnamese.proofreading.doubling import doubled_words
from kheo.core.vietnamese.proofreading.drafts import Draft
from kheo.core.vietnamese.proofreading.fonts import legacy_text
from kheo.core.vietnamese.proofreading.letters import hidden_characters, odd_letters
from kheo.core.vietnamese.proofreading.marks import Kind, Mark, mended
from kheo.core.vietnamese.proofreading.placement import mixed_placement
from kheo.core.vietnamese.proofreading.signs import mixed_quotes, odd_dots
from kheo.core.vietnamese.proofreading.spacing import RULES, wrong_spacing
from kheo.core.vietnamese.proofreading.spelling import impossible_words
from kheo.core.vietnamese.tones import CANONICAL, Style

__all__ = ["GONE", "Gone", "Kind", "Mark", "mended", "proofread"]


def proofread(text: str, *, on: date, style: Style = CANONICAL, beside: str = "") -> list[Mark]:
    """The places of a text to look at, in order; no two overlap, and each is a place in the text as given.

    `on` is the day of writing: names of bodies are judged by it. `style` is where the tone mark should stand when the
    text has both ways (hòa or hoà). `beside` is the rest of the page, for what is judged over the whole of it.
    """
    draft = Draft(text)
    draft.take(legacy_text(draft.text))
    draft.take(hidden_characters(draft.text))
    draft.take(legacy_text(draft.text))  # again: they may have cut its words to pieces; one of them is its letter ư
    draft.take(odd_letters(draft.text))
    draft.take(impossible_words(draft.text, style))
    draft.take(mixed_placement(draft.text, style, beside))
    draft.take(wrong_capitals(draft.text))
    draft.take(doubled_words(draft.text))
    draft.take(mixed_quotes(draft.text, beside))
    for rule in RULES:
        draft.take(wrong_spacing(draft.text, rule))
    draft.take(odd_dots(draft.text))
    draft.take(gone_names(draft.text, on))
    return draft.marks()
