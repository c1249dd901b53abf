"""Which words of a page are not Vietnamese: each word a reader sees is a syllable, or a name that was allowed."""

import re
from html.parser import HTMLParser

from kheo.core.vietnamese import is_syllable

SAID_ALOUD = {"alt", "aria-label", "placeholder", "title"}
UNSEEN = {"script", "style", "code", "textarea"}
NAMES = {"khéo", "zalo", "xlsx", "dd", "mm", "yyyy"}
WORD = re.compile(r"[^\W\d_]+")


class _Reader(HTMLParser):
    def __init__(self):
        super().__init__()
        self.words, self.inside = [], []

    def handle_starttag(self, tag, attrs):
        if tag in UNSEEN:
            self.inside.append(tag)
        self.words += [word for name, value in attrs if name in SAID_ALOUD for word in WORD.findall(value or "")]

    def handle_endtag(self, tag):
        if self.inside and self.inside[-1] == tag:
            self.inside.pop()

    def handle_data(self, data):
        if not self.inside:
            self.words += WORD.findall(data)


def foreign_words(html: str, allowed=()) -> set[str]:
    """Words of a page, in lower case, that no Vietnamese reader would know; `allowed` are names the test put there."""
    reader = _Reader()
    reader.feed(html)
    known = NAMES | {word.lower() for word in allowed}
    return {word for word in map(str.lower, reader.words) if not is_syllable(word) and word not in known}
