"""What the newsroom's templates may ask for."""

from django import template
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

register = template.Library()


@register.simple_tag
def marked(text: str, marks) -> SafeString:
    """A text with its marked places in <mark>."""
    parts, at = [], 0
    for mark in sorted(marks, key=lambda mark: mark.start):
        if mark.start < at:
            continue
        parts += [("", text[at : mark.start]), ("mark", text[mark.start : mark.end])]
        at = mark.end
    parts.append(("", text[at:]))
    return SafeString("".join(_piece(tag, words) for tag, words in parts))


def _piece(tag: str, words: str) -> SafeString:
    inner = format_html_join("", "{}", ((words,),))
    return SafeString(f"<{tag}>{inner}</{tag}>") if tag else inner
