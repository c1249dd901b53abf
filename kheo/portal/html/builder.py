"""From cleaned HTML to the pieces of an article."""

import re
from dataclasses import replace
from html import escape
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit, urlunsplit

from kheo.core.vietnamese import clean
from kheo.portal.html.cells import Cells
from kheo.portal.html.pieces import Picture, Piece, Table, Text
from kheo.portal.html.tags import HEADINGS, INLINE, LAZY, RAISED, SCHEMES, VOID

_PICTURE_FILE = re.compile(r"\.(?:jpe?g|png|webp|gif)(?:[?#].*)?$", re.IGNORECASE)
_EDGE = r"(?:\s|<br/>|&nbsp;)"
_ENDS = re.compile(f"^{_EDGE}+|{_EDGE}+$")
_EMPTY_MARKS = re.compile(r"<(b|i)>(\s*)</\1>|<a [^>]*>(\s*)</a>")
_TAGS = re.compile(r"<[^>]*>")


class Builder(HTMLParser):
    """Walks cleaned HTML, which is well formed, without recursion: however deep it is nested, it costs its length."""

    def __init__(self, base: str):
        super().__init__(convert_charrefs=True)
        self.base, self.host = base, urlsplit(base).hostname if base else ""
        self.found: list[Piece] = []
        self.run: list[str] = []  # blocks of text since the last piece
        self.inline: list[str] = []
        self.marks: list[tuple[str, str]] = []  # open inline tags: (tag, as written; "" for one already open)
        self.block = "p"
        self.lists: list[str] = []
        self.quotes, self.quoted = 0, []
        self.raised: list[str] = []
        self.links: list[str] = []
        self.table: Cells | None = None
        self.captions: list[list[str]] = []
        self.roles: list[str] = []  # what each open element is to us besides its tag
        self.waiting: list[Piece] = []  # pictures met inside a list
        self.pending_caption = ""

    # What is met

    def handle_starttag(self, tag, attrs):
        facts = {name: value or "" for name, value in attrs}
        if tag not in VOID:
            self.roles.append("")
        if tag not in VOID and _is_caption(tag, facts) and not self.captions:
            self._open_caption()
        elif tag == "img":
            self._picture(facts)
        elif self.table is not None:
            self.table.start(tag, facts)
        elif tag in INLINE:
            self._mark(INLINE[tag], f"<{INLINE[tag]}>")
        elif tag in ("sup", "sub"):
            self.raised.append(tag)
        elif tag == "a":
            self._link(facts.get("href", ""))
        elif tag == "br":
            self._line_break()
        else:
            self._start_block(tag)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag):
        if tag in VOID:
            return
        role = self.roles.pop() if self.roles else ""
        if role == "caption":
            self._close_caption()
        elif self.table is not None:
            self.table.end(tag)
            if tag == "table":
                self._add_table()
        elif tag in INLINE or tag == "a":
            self._unmark(INLINE.get(tag, tag))
        elif tag in ("sup", "sub"):
            self.raised.pop()
        else:
            self._end_block(tag)

    def handle_data(self, data):
        data = clean(data)[0]
        if self.raised:
            data = data.translate(RAISED[self.raised[-1]])
        if self.captions:
            self.captions[-1].append(data)
        elif self.table is not None:
            self.table.add(data)
        else:
            self.inline.append(escape(re.sub(r"[ \t]*\n[ \t]*", " ", data), quote=False))

    # Inline

    def _mark(self, tag: str, written: str) -> None:
        written = "" if any(open_tag == tag and mark for open_tag, mark in self.marks) else written
        self.marks.append((tag, written))
        self.inline.append(written)

    def _unmark(self, tag: str) -> None:
        if tag == "a" and self.links:
            self.links.pop()
        if self.marks and self.marks[-1][0] == tag:
            _, written = self.marks.pop()
            self.inline.append(f"</{tag}>" if written else "")

    def _link(self, href: str) -> None:
        self.links.append(href)
        address = self._address(href)
        self._mark("a", f'<a href="{escape(address)}">' if address else "")

    def _address(self, href: str) -> str:
        """Where a link of the old page leads to now, or "" where it leads nowhere."""
        try:
            parts = urlsplit(urljoin(self.base, href.strip()))
            host = parts.hostname
        except ValueError:
            return ""
        if not href.strip() or href.startswith("#") or (parts.scheme and parts.scheme not in SCHEMES):
            return ""
        if host and host == self.host:
            return urlunsplit(("", "", parts.path or "/", parts.query, parts.fragment))
        return urlunsplit(parts) if parts.scheme or parts.path.startswith("/") else ""

    def _line_break(self) -> None:
        if self.captions:
            self.captions[-1].append(" ")
        elif self.inline and self.inline[-1] == "<br/>":
            self.inline.pop()
            self._flush()
        else:
            self.inline.append("<br/>")

    # Blocks

    def _start_block(self, tag: str) -> None:
        self._flush()
        if tag == "table":
            self.table = Cells()
        elif tag in HEADINGS:
            self.block = HEADINGS[tag]
        elif tag == "blockquote":
            self.quotes += 1
        elif tag in ("ul", "ol"):
            self._end_quote()
            self.lists.append(tag)
            self.run.append(f"<{tag}>")
        elif tag == "li" and self.lists:
            self.run.append("<li>")
        elif tag == "hr" and not self.lists:
            self._end_quote()
            self.run.append("<hr/>")

    def _end_block(self, tag: str) -> None:
        self._flush()
        if tag in HEADINGS:
            self.block = "p"
        elif tag == "blockquote":
            self.quotes -= 1
            self._end_quote()
        elif tag in ("ul", "ol") and self.lists:
            self._close(self.lists.pop())
            if not self.lists and self.waiting:
                self._end_run()
                self.found += self.waiting
                self.waiting = []
        elif tag == "li" and self.lists:
            self._close("li")
        elif tag == "figure" and self.pending_caption:
            self.run.append(f"<p>{escape(self.pending_caption, quote=False)}</p>")
            self.pending_caption = ""

    def _close(self, tag: str) -> None:
        """End a list or an item of it; one with nothing inside was never there."""
        if self.run and self.run[-1] == f"<{tag}>":
            self.run.pop()
        else:
            self.run.append(f"</{tag}>")

    def _flush(self) -> None:
        """The inline text so far is a block; marks still open go on in the next."""
        closing = "".join(f"</{tag}>" for tag, written in reversed(self.marks) if written)
        html = "".join(self.inline) + closing
        self.inline = [written for _, written in self.marks]
        html = _trimmed(html)
        if not html:
            return
        if self.lists:
            if self.run[-1] in ("<ul>", "<ol>", "</li>"):  # words of a list that stand in no item
                self.run += ["<li>", html, "</li>"]
            else:
                self.run.append(html if self.run[-1].startswith(("<li", "</ul", "</ol")) else f"<br/>{html}")
        elif self.quotes:
            self.quoted.append(html)
        else:
            self.run.append(f"<{self.block}>{html}</{self.block}>")

    def _end_quote(self) -> None:
        if self.quoted:
            self.run.append(f"<blockquote>{'<br/>'.join(self.quoted)}</blockquote>")
            self.quoted = []

    def _end_run(self) -> None:
        self._end_quote()
        if self.run:
            self.found.append(Text("".join(self.run)))
            self.run = []

    # Pictures, captions, tables

    def _picture(self, facts: dict[str, str]) -> None:
        if self.captions:  # not a caption, but what holds picture and caption
            self.roles = ["" if role == "caption" else role for role in self.roles]
            words = " ".join("".join(self.captions.pop()).split())
            self.inline.append(escape(words, quote=False))
        full = [href for href in self.links if _PICTURE_FILE.search(href)]
        sources = [*full, *(facts[name] for name in LAZY if facts.get(name))]
        if not sources:
            return
        alt = " ".join(clean(facts.get("alt") or facts.get("title") or "")[0].split())
        picture = Picture(tuple(dict.fromkeys(sources)), alt, self.pending_caption)
        self.pending_caption = ""
        if self.table is not None:
            self.table.pictures.append(picture)
        elif self.lists:
            self.waiting.append(picture)
        else:
            self._flush()
            self._end_run()
            self.found.append(picture)

    def _open_caption(self) -> None:
        self.roles[-1] = "caption"
        if self.table is None:
            self._flush()
        self.captions.append([])

    def _close_caption(self) -> None:
        words = " ".join("".join(self.captions.pop()).split())
        last = self.found[-1] if self.found and not self.run and not self.quoted else None
        if not words:
            return
        if self.table is not None:
            self.table.caption = words
        elif isinstance(last, Picture | Table) and not last.caption:
            self.found[-1] = replace(last, caption=words)
        else:
            self.pending_caption = words

    def _add_table(self) -> None:
        table, self.table = self.table, None
        made = table.made()
        if self.lists:
            self.waiting += [*([made] if made else []), *table.pictures]
            return
        self._end_run()
        self.found += [*([made] if made else []), *table.pictures]

    def done(self) -> list[Piece]:
        """All pieces; called once, after `close`."""
        self._flush()
        if self.pending_caption:
            self.run.append(f"<p>{escape(self.pending_caption, quote=False)}</p>")
        self._end_run()
        return [*self.found, *self.waiting]


def _is_caption(tag: str, facts: dict[str, str]) -> bool:
    if tag in ("figcaption", "caption"):
        return True
    return tag in ("p", "div", "dd", "section") and "caption" in facts.get("class", "").lower()


def _trimmed(html: str) -> str:
    """Inline HTML without what shows nothing at its ends; "" for one with no word."""
    before = ""
    while before != html:
        before, html = html, _EMPTY_MARKS.sub(lambda match: match[2] or match[3] or "", html)
        html = _ENDS.sub("", html)
    return html if _TAGS.sub("", html).strip() else ""
