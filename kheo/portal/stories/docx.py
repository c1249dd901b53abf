"""A .docx as the HTML of a story and its photos, read in a child process that a document made to hurt cannot outgrow."""

import base64
import json
import re
from dataclasses import dataclass
from html import unescape
from typing import BinaryIO

from kheo.core import children
from kheo.core import filechecks as checks
from kheo.core.vietnamese import from_tcvn3, from_vni, looks_tcvn3, looks_vni

SECONDS = 30  # of the clock, for one document
TITLE_LIMIT = 200

NO_WORD = "Đây không phải văn bản Word (.docx). Hãy chọn đúng tệp của bài, hoặc dán nội dung vào ô bên dưới."
TOO_LONG = "Tệp Word quá dài hoặc quá rối nên không đọc hết được. Hãy dán nội dung vào ô bên dưới rồi gửi ảnh riêng."
BROKEN = "Tệp Word này không đọc được. Hãy mở ra, lưu lại thành .docx mới, hoặc dán nội dung vào ô bên dưới."
EMPTY = "Tệp Word không có chữ nào đọc được. Hãy mở thử tệp rồi dán nội dung vào ô bên dưới."

_BETWEEN_TAGS = re.compile(r"(?<=>)[^<]+")
_TAGS = re.compile(r"<[^>]*>")
_FIRST = re.compile(r"\s*<(h[1-6]|p)>(.*?)</\1>", re.DOTALL)


@dataclass(frozen=True)
class Read:
    """What was read. `html` names photos as `<img src="anh-0">`: the place in `photos`. `left_out`: photos not taken."""

    html: str
    photos: tuple[bytes, ...]
    left_out: int = 0

    def with_title(self) -> tuple[str, "Read"]:
        """The first line as the title, and the rest; no title where the first line is as long as a paragraph."""
        first = _FIRST.match(self.html)
        words = words_in(first[2]) if first and "<img" not in first[2] else ""
        if not words or len(words) > TITLE_LIMIT:
            return "", self
        return words, Read(self.html[first.end() :], self.photos, self.left_out)


def read(file: BinaryIO, name: str) -> Read:
    """Read a document. Raises `BadFile` for one that is no .docx, is stamped secret, hurts, or holds no word."""
    if checks.check(file, name).kind.key != "docx":
        raise checks.BadFile(NO_WORD)
    answer = _in_a_child(file)
    html = _in_unicode(answer["html"])
    photos = tuple(base64.b64decode(photo) for photo in answer["photos"])
    if not words_in(html):
        raise checks.BadFile(EMPTY)
    return Read(html, photos, answer["left_out"])


def words_in(html: str) -> str:
    """The words of a piece of HTML on one line."""
    return " ".join(unescape(_TAGS.sub("", html)).split())


def _in_a_child(file: BinaryIO) -> dict:
    try:
        answer = json.loads(children.run("kheo.portal.stories.docx_child", file.read(), seconds=SECONDS))
    except children.Overrun as problem:
        raise checks.BadFile(TOO_LONG) from problem
    except children.Failed as problem:
        raise checks.BadFile(BROKEN) from problem
    if bad := answer.get("bad"):
        raise checks.BadFile(TOO_LONG if bad == "long" else BROKEN)
    return answer


def _in_unicode(html: str) -> str:
    """Text typed in a font of before Unicode, converted: what stands between the tags."""
    words = words_in(html)
    convert = from_tcvn3 if looks_tcvn3(words) else from_vni if looks_vni(words) else None
    return _BETWEEN_TAGS.sub(lambda text: convert(text[0]), html) if convert else html
