"""Colours can be read: the ratios of WCAG 2.2, computed from tokens.css for both schemes and for high contrast."""

import re
from pathlib import Path

import pytest

import kheo.core

TOKENS = (Path(kheo.core.__file__).parent / "static/core/css/tokens.css").read_text("utf-8")
LINE = re.compile(r"--([a-z-]+): var\(--light, (#[0-9A-F]{6})\) var\(--dark, (#[0-9A-F]{6})\);")

GROUNDS = ("paper", "sheet", "wash")
WASHES = ("red-wash", "gold-wash", "green-wash", "amber-wash", "slate-wash")
MEANINGS = ("red", "gold", "green", "amber", "slate", "economy", "culture", "defence", "politics")

# what is written, what it stands on, and the least ratio: AAA for body text, AA for the rest, 3:1 for shapes and edges
PAIRS = (
    *(("ink", ground, 7) for ground in (*GROUNDS, *WASHES)),
    *(("quiet", ground, 7) for ground in GROUNDS),
    *(("quiet", ground, 4.5) for ground in WASHES),
    *((colour, ground, 4.5) for colour in MEANINGS for ground in GROUNDS),
    *((colour, f"{colour}-wash", 4.5) for colour in ("red", "gold", "green", "amber", "slate")),
    ("on-act", "act", 4.5),
    ("on-act", "act-deep", 4.5),
    ("paper", "ink", 7),
    ("paper", "red", 4.5),
    *(("act", ground, 3) for ground in ("paper", "sheet")),
    *(("edge", ground, 3) for ground in GROUNDS),
    *(("honour", ground, 3) for ground in ("paper", "sheet")),
)


def colours(contrast):
    """scheme -> token -> colour; the block of high contrast laid over the first one."""
    ordinary, more = TOKENS.split('[data-contrast="more"]', 1)
    found = {name: (light, dark) for name, light, dark in LINE.findall(ordinary)}
    if contrast == "more":
        found |= {name: (light, dark) for name, light, dark in LINE.findall(more)}
    return {scheme: {name: pair[i] for name, pair in found.items()} for i, scheme in enumerate(("light", "dark"))}


def luminance(colour):
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one, other):
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_ratio_of_black_on_white_is_21():
    assert round(ratio("#000000", "#FFFFFF"), 6) == 21
    assert round(ratio("#767676", "#FFFFFF"), 2) == 4.54


@pytest.mark.parametrize("contrast", ["", "more"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_pair_that_meets_on_a_page_can_be_read(scheme, contrast):
    shown = colours(contrast)[scheme]

    too_weak = {
        f"{text} on {ground}": round(found, 2)
        for text, ground, least in PAIRS
        if (found := ratio(shown[text], shown[ground])) < least
    }

    assert too_weak == {}


def test_more_contrast_is_more_for_every_colour_it_changes():
    _, more = TOKENS.split('[data-contrast="more"]', 1)
    changed = [name for name, _, _ in LINE.findall(more) if name not in (*GROUNDS, "on-act", "act", "act-deep")]

    weaker = [
        (scheme, name)
        for scheme in ("light", "dark")
        for name in changed
        if ratio(colours("more")[scheme][name], colours("more")[scheme]["paper"])
        < ratio(colours("")[scheme][name], colours("")[scheme]["paper"])
    ]

    assert weaker == []


def test_a_colour_is_written_in_tokens_and_nowhere_else():
    folder = Path(kheo.core.__file__).parent / "static/core/css"
    written = {
        path.name: found
        for path in sorted(folder.glob("*.css"))
        if path.name not in ("tokens.css", "print.css")
        and (found := re.findall(r"#[0-9a-fA-F]{3,8}\b", path.read_text()))
    }

    assert written == {}
