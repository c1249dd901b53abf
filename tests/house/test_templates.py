"""Templates keep to the content security policy, and to our own components."""

import re

from .sources import ROOT, tracked

COMMENT = re.compile(r"\{#.*?#\}|\{% comment.*?endcomment %\}", re.S)
INLINE = {
    "style attribute": re.compile(r"<[^>]*\sstyle\s*=", re.I),
    "style element": re.compile(r"<style\b", re.I),
    "script without src": re.compile(r"<script\b(?![^>]*\ssrc=)", re.I),
    "event attribute": re.compile(r"<[^>]*\son[a-z]+\s*=", re.I),
    "javascript address": re.compile(r"javascript:", re.I),
    "htmx that evaluates": re.compile(r"hx-on|hx-vars|hx-vals=[\"']js:", re.I),
}
TAG = re.compile(r"\{[{%].*?[}%]\}", re.S)


def templates():
    for path in tracked(".html"):
        if "templates" in path.parts:
            yield path, COMMENT.sub("", (ROOT / path).read_text("utf-8"))


def test_no_template_holds_a_style_or_a_script_of_its_own():
    inline = [
        f"{path}: {what}"
        for path, text in templates()
        for what, pattern in INLINE.items()
        # Django's own tags may hold ">" or "style"; what is left is the markup.
        if pattern.search(TAG.sub("", text))
    ]

    assert inline == []


def test_every_shared_template_says_at_its_head_what_it_is():
    shared = [path for path in tracked(".html") if str(path).startswith("kheo/core/templates/")]

    assert [str(path) for path in shared if not (ROOT / path).read_text("utf-8").startswith("{#")] == []


def test_every_component_that_is_included_exists():
    there = {path.name for path in tracked(".html") if path.parent.name == "components"}
    asked = [
        (str(path), name)
        for path, text in templates()
        for name in re.findall(r'include "components/([\w-]+\.html)"', text)
    ]

    assert [(path, name) for path, name in asked if name not in there] == []
