"""The text of a WordPress post as plain HTML: comments of its blocks gone, short codes in sane tags, paragraphs made."""

import re
from collections.abc import Callable
from html import escape, unescape

from kheo.portal.importing.old import OldPhoto

BLOCKS = (
    "address|article|aside|blockquote|center|dd|div|dl|dt|figcaption|figure|footer|form|h[1-6]|header|hr|iframe|li|main"
    "|nav|ol|p|pre|section|table|tbody|td|tfoot|th|thead|tr|ul|script|style|object|video|audio"
)
# Short codes that leave nothing behind, with what stands between their two halves where there are two.
SILENT = (
    "contact-form",
    "contact-form-7",
    "playlist",
    "gravityform",
    "ninja_form",
    "wpforms",
    "rev_slider",
    "toc",
    "ads",
)
# Those that only place things, and those that only colour words: what stands in them stays.
PLACING = (
    r"vc_[\w-]+|et_pb_[\w-]+|fusion_[\w-]+|ux_[\w-]+|av_[\w-]+|cs_[\w-]+|tdc?_[\w-]+|mk_[\w-]+|su_(?:row|column|box)"
    r"|row|col|column|section|one_half|one_third|two_third|tab|tabs|accordion|text-box|message_box"
)
COLOURING = r"su_[\w-]+|button|dropcap|highlight|spoiler|tooltip"
MOST = 2000  # characters of a short code's attributes

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_CAPTION = re.compile(rf"\[(wp_caption|caption)\b([^\[\]]{{0,{MOST}}})\](.*?)\[/\1\]", re.DOTALL)
_PICTURE = re.compile(r"(?:<a\b[^<>]*>\s*)?<img\b[^<>]*>(?:\s*</a>)?", re.IGNORECASE)
_GALLERY = re.compile(rf"\[gallery\b([^\[\]]{{0,{MOST}}})\]")
_FRAME = re.compile(rf"\[(embed|video|audio|youtube)\b([^\[\]]{{0,{MOST}}})\](?:([^\[\]]{{0,{MOST}}})\[/\1\])?")
_SILENT = re.compile(rf"\[/?(?:{'|'.join(SILENT)})\b[^\[\]]{{0,{MOST}}}\]")
_PLACING = re.compile(rf"\[/?(?:{PLACING})(?:\s[^\[\]]{{0,{MOST}}})?/?\]")
_COLOURING = re.compile(rf"\[/?(?:{COLOURING})(?:\s[^\[\]]{{0,{MOST}}})?/?\]")
_ATTRIBUTE = re.compile(r"([\w-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\]]+))")
_AROUND_BLOCK = re.compile(rf"\s*(</?(?:{BLOCKS})\b[^<>]*>)\s*", re.IGNORECASE)
_STARTS_BLOCK = re.compile(rf"</?(?:{BLOCKS})\b", re.IGNORECASE)
_MORE = re.compile(r"<!--\s*(?:more|nextpage)\b.*?-->", re.DOTALL)


def readable(content: str, gallery: Callable[[list[str] | None], list[OldPhoto]]) -> str:
    """A post's `content:encoded` as HTML. `gallery(numbers)` answers pictures of the old library; None asks for all
    that belong to the post.
    """
    content = content.replace("\r\n", "\n").replace("\r", "\n")
    made_of_blocks = "<!-- wp:" in content
    content = _COMMENT.sub("", _MORE.sub("\n\n", content))
    content = _CAPTION.sub(_figure, content)
    content = _GALLERY.sub(lambda match: _pictures(_attributes(match[1]), gallery), content)
    content = _FRAME.sub(_link, content)
    content = _COLOURING.sub("", _PLACING.sub("\n\n", _SILENT.sub("", content)))
    return content if made_of_blocks else in_paragraphs(content)


def in_paragraphs(text: str) -> str:
    """Paragraphs where WordPress would put them: at empty lines, with a break at each other line end."""
    text = _AROUND_BLOCK.sub(r"\n\n\1\n\n", text)
    made = []
    for part in re.split(r"\n\s*\n", text):
        part = part.strip()
        if part:
            made.append(part if _STARTS_BLOCK.match(part) else f"<p>{part.replace(chr(10), '<br/>')}</p>")
    return "\n".join(made)


def _attributes(text: str) -> dict[str, str]:
    text = unescape(text)
    return {name: a or b or c for name, a, b, c in _ATTRIBUTE.findall(text)}


def _figure(match: re.Match[str]) -> str:
    """[caption]<img …/> words[/caption]; in the oldest exports the words are an attribute."""
    inside = match[3]
    picture = _PICTURE.search(inside)
    if not picture:
        return inside
    words = (inside[: picture.start()] + inside[picture.end() :]).strip() or _attributes(match[2]).get("caption", "")
    return f"\n\n<figure>{picture[0]}<figcaption>{words}</figcaption></figure>\n\n"


def _pictures(attributes: dict[str, str], gallery) -> str:
    numbers = attributes.get("ids") or attributes.get("include")
    found = gallery(re.findall(r"\d+", numbers) if numbers else None)
    return "\n\n" + "".join(map(figure, found)) + "\n\n"


def figure(photo: OldPhoto) -> str:
    """A picture of the old library as HTML."""
    words = f"<figcaption>{escape(photo.caption)}</figcaption>" if photo.caption else ""
    return f'<figure><img src="{escape(photo.src)}" alt="{escape(photo.alt)}">{words}</figure>'


def _link(match: re.Match[str]) -> str:
    """A film or sound is a link to where it was."""
    attributes = _attributes(match[2])
    address = (match[3] or attributes.get("src") or attributes.get("mp4") or attributes.get("mp3") or "").strip()
    if not address.startswith(("http://", "https://")):
        return ""
    return f'\n\n<p><a href="{escape(address)}">{escape(address)}</a></p>\n\n'
