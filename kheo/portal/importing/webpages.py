"""Old articles kept as saved web pages: the article found among menus, boxes and adverts."""

import json
import re
from pathlib import Path
from urllib.parse import quote, urljoin

from bs4 import BeautifulSoup, NavigableString, Tag

from kheo.core.vietnamese import NotADate, decode, fold, from_tcvn3, from_vni, looks_tcvn3, looks_vni, nfc
from kheo.portal.importing import bylines
from kheo.portal.importing.old import Old, Unreadable, digest_of
from kheo.portal.importing.texts import read_text

FEWEST_WORDS = 4  # in what is taken for the place of an article's text
LIST_WORDS = 36  # of a page that may be a list; shorter ones prove nothing
MOST_LINKED = 0.6  # share of the words that stand in links; above it the page is a list

# Where the text of an article stands, the surest first.
BODIES = (
    "[itemprop=articleBody]", ".entry-content", ".post-content", ".article-body", ".article-content", ".news-content",
    ".detail-content", ".content-detail", ".bodytext", "#news-bodyhtml", "#article-body", "#noidung", ".noidung",
    "article", "main", "[role=main]", "#content", ".content", "#main",
)  # fmt: skip
AROUND = (
    "script", "style", "noscript", "nav", "aside", "form", "iframe", "template", "footer", "select", "button", "input",
    "[role=navigation]", "[role=complementary]", ".breadcrumb", ".breadcrumbs", ".menu", ".nav", ".sidebar", ".related",
    ".comments", "#comments", ".share", ".social", ".tags", ".pagination", ".advert", ".banner", ".sharedaddy",
)  # fmt: skip
DATES = (
    "meta[property='article:published_time']", "meta[itemprop=datePublished]", "meta[name=pubdate]",
    "meta[name='DC.date']", "meta[name='dc.date.issued']", "meta[name=date]", "[itemprop=datePublished]",
    "time[datetime]", "time", ".post-date", ".entry-date", ".date", ".ngaydang", ".time", ".meta",
)  # fmt: skip
AUTHORS = ("[itemprop=author]", "[rel=author]", ".author", ".byline", ".tacgia")

_MIRRORED = re.compile(r"Mirrored from (\S+) by HTTrack")
_SITE_SUFFIX = re.compile(r"\s+[|»–—-]\s+[^|»–—]{2,80}$")
LEGACY = ((looks_tcvn3, from_tcvn3), (looks_vni, from_vni))


def address_of(file: Path, root: Path, base_url: str) -> str:
    """The old address of a page by its place in a mirrored folder, or "" where the site is not named."""
    if not base_url:
        return ""
    path = file.relative_to(root).as_posix()
    path = re.sub(r"(?:^|/)index\.html?$", "/", path).lstrip("/")
    return urljoin(base_url.rstrip("/") + "/", quote(path))


def read_page(content: bytes, *, address: str = "") -> Old:
    """The article of a saved page. Raises `Unreadable` for a page that holds none."""
    text, _ = decode(content)
    soup = BeautifulSoup(text.replace("\0", ""), "html.parser")
    _in_unicode(soup)
    told = _linked_data(soup)
    old_addresses = _addresses(soup, text, address)
    facts = {
        "posted_at": _posted(soup, told),
        "views": _views(soup),
        "sections": _sections(soup, told),
        "author": _author(soup, told),
    }
    heading, titles = _heading(soup), _titles(soup)
    body = _body(soup)
    inside = body.find("h1")
    if inside is not None and heading is inside:
        inside.extract()
    if not body.find(("p", "br", "div", "li", "h2", "table")):
        return _plain(body, heading, titles, facts, old_addresses)
    title = (nfc(" ".join(heading.get_text(" ").split())) if heading else "") or titles or _first_line(body)
    if not title:
        raise Unreadable("Trang không có tiêu đề (thẻ h1 hoặc title).")
    _judge(body)
    author, credit = _sign(body, facts.pop("author"))
    html = body.decode_contents()
    return Old(
        title=title, html=html, source="html", author=author, credit=credit, **facts, old_addresses=old_addresses,
        key=f"html:{old_addresses[0] if old_addresses and len(old_addresses[0]) < 400 else digest_of(title, html)}",
        cautions=_broken(title + html),
    )  # fmt: skip


def _plain(body: Tag, heading: Tag | None, titles: str, facts: dict, old_addresses: tuple[str, ...]) -> Old:
    """A page whose text has no tags at all is read as text is."""
    title = nfc(" ".join(heading.get_text(" ").split())) if heading else titles
    read = read_text("\n\n".join(filter(None, [title, body.get_text()])))
    return Old(
        title=read.title, html=read.html, source="html", author=facts["author"] or read.author, credit=read.credit,
        posted_at=facts["posted_at"] or read.posted_at, views=facts["views"] or read.views,
        sections=facts["sections"] or read.sections, old_addresses=old_addresses,
        key=f"html:{old_addresses[0] if old_addresses else digest_of(read.title, read.html)}",
    )  # fmt: skip


def _in_unicode(soup: BeautifulSoup) -> None:
    """Convert a page typed in an old font code that a later program saved as Unicode."""
    text = soup.get_text(" ")
    for looks, convert in LEGACY:
        if looks(text):
            for piece in soup.find_all(string=True):
                if type(piece) is NavigableString and not piece.isascii():
                    piece.replace_with(convert(str(piece)))
            for tag in soup.find_all(("img", "meta")):
                for name in ("alt", "title", "content"):
                    if tag.get(name):
                        tag[name] = convert(tag[name])
            return


def _heading(soup: BeautifulSoup) -> Tag | None:
    """The h1 of the article; a page may have another one with the site's name."""
    found = [tag for tag in soup.find_all("h1") if tag.get_text().strip()]
    for tag in found:
        if tag.find_parent(("article", "main")) or tag.get("itemprop") == "headline":
            return tag
    title = fold(soup.title.get_text()) if soup.title else ""
    told = [tag for tag in found if fold(tag.get_text()) in title]
    return (sorted(told, key=lambda tag: -len(tag.get_text())) or found or [None])[0]


def _titles(soup: BeautifulSoup) -> str:
    """The title as the page's head tells it, without the site's name behind it."""
    told = soup.select_one("meta[property='og:title']")
    text = (told.get("content") or "") if told else ""
    text = text or _SITE_SUFFIX.sub("", " ".join(soup.title.get_text().split()) if soup.title else "")
    return nfc(text.strip())


def _first_line(body: Tag) -> str:
    """The first words of a page without any title; they are the title then, and stand in the text no more."""
    for tag in body.find_all(("h2", "h3", "p", "div", "b", "strong")):
        text = " ".join(tag.get_text(" ").split())
        if text and not tag.find(("p", "div")):
            if len(text) <= 255:
                tag.extract()
                return nfc(text)
            return ""
    return ""


def _body(soup: BeautifulSoup) -> Tag:
    for selector in AROUND:
        for tag in soup.select(selector):
            if tag.name not in ("html", "body", "article", "main") and not tag.find(("article", "main", "h1")):
                tag.decompose()
            elif tag.name == "form":
                tag.unwrap()
    for tag in soup.find_all("header"):
        if not tag.find_parent(("article", "main")):
            tag.decompose()
    for selector in BODIES:
        found = [tag for tag in soup.select(selector) if _words(tag) >= FEWEST_WORDS]
        if found:
            return max(found, key=_words)
    return soup.body or soup


def _words(tag: Tag) -> int:
    return len(tag.get_text(" ").split())


def _judge(body: Tag) -> None:
    """Refuse a page that holds no article."""
    words = _words(body)
    if not words and not body.find("img"):
        raise Unreadable("Không thấy nội dung bài trong trang.")
    linked = sum(_words(tag) for tag in body.find_all("a"))
    if words > LIST_WORDS and linked > MOST_LINKED * words:
        raise Unreadable("Trang này là trang danh sách (hầu hết là liên kết), không phải một bài.")


def _sign(body: Tag, author: str) -> tuple[str, str]:
    """Author and source; what names them in the last lines of the text is taken out of it."""
    credit = ""
    for _ in range(3):
        last = _last_block(body)
        if last is None:
            break
        text = nfc(" ".join(last.get_text(" ").split()))
        if not credit and (found := bylines.taken_from(text)):
            credit = found
        elif (found := bylines.byline(text)) and (not author or fold(author) == fold(found)):
            author = found
        else:
            break
        last.extract()
    return author, credit


def _last_block(body: Tag) -> Tag | None:
    for tag in reversed(body.find_all(("p", "div", "li", "td", "h2", "h3", "h4", "center", "blockquote"))):
        if tag.get_text().strip():
            return tag if tag.name in ("p", "div", "center") and not tag.find(("p", "div", "img", "table")) else None
    return None


def _addresses(soup: BeautifulSoup, text: str, address: str) -> tuple[str, ...]:
    found = [tag.get("href") or "" for tag in soup.select("link[rel=canonical]")]
    found += [tag.get("content") or "" for tag in soup.select("meta[property='og:url']")]
    if match := _MIRRORED.search(text):
        found.append(f"http://{match[1]}")
    return tuple(dict.fromkeys(each.strip() for each in [*found, address] if "://" in each))


def _linked_data(soup: BeautifulSoup) -> dict:
    """What the page tells machines of itself (JSON-LD), where that can be read."""
    for tag in soup.select("script[type='application/ld+json']"):
        try:
            told = json.loads(tag.get_text())
        except (ValueError, RecursionError):
            continue
        for each in told.get("@graph", [told]) if isinstance(told, dict) else told if isinstance(told, list) else []:
            if isinstance(each, dict) and "Article" in str(each.get("@type", "")):
                return each
    return {}


def _posted(soup: BeautifulSoup, told: dict):
    dates = [told.get("datePublished")] if isinstance(told.get("datePublished"), str) else []
    for selector in DATES:
        for tag in soup.select(selector)[:3]:
            dates.append(tag.get("content") or tag.get("datetime") or tag.get_text(" "))
    for text in dates:
        try:
            found = bylines.moment(" ".join(text.split())) if len(text) < 200 else None
        except NotADate:
            found = None
        if found := found or bylines.moment_in(text[:500]):
            return found
    return None


def _views(soup: BeautifulSoup) -> int | None:
    for tag in soup.select("[itemprop=interactionCount]"):
        if (found := bylines.count((tag.get("content") or "").rpartition(":")[2])) is not None:
            return found
    return bylines.views_in(soup.get_text(" "))


def _sections(soup: BeautifulSoup, told: dict) -> tuple[str, ...]:
    found = [tag.get("content") or "" for tag in soup.select("meta[property='article:section']")]
    found.append(told["articleSection"] if isinstance(told.get("articleSection"), str) else "")
    for tag in soup.select(".breadcrumb, .breadcrumbs, [itemtype*=BreadcrumbList]")[:1]:
        found += [link.get_text(" ") for link in reversed(tag.find_all("a"))]
    return tuple(nfc(" ".join(each.split())) for each in found if each.strip())


def _author(soup: BeautifulSoup, told: dict) -> str:
    who = told.get("author")
    who = who[0] if isinstance(who, list) and who else who
    found = [who.get("name") if isinstance(who, dict) else who]
    found += [tag.get("content") for tag in soup.select("meta[name=author], meta[property='article:author']")]
    found += [tag.get_text(" ") for selector in AUTHORS for tag in soup.select(selector)[:1]]
    for each in found:
        text = " ".join(nfc(each).split()) if isinstance(each, str) else ""
        text = re.sub(r"^(?:tác giả|bởi|by)\s*:?\s+", "", text, flags=re.IGNORECASE)
        if text and len(text) <= bylines.LONGEST_NAME and "://" not in text and bylines.is_somebody(text):
            return text
    return ""


def _broken(text: str) -> tuple[str, ...]:
    lost = text.count("\ufffd")
    return (f"{lost} ký tự không đọc được (sai bảng mã)",) if lost else ()
