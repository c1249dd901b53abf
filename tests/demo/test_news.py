"""The texts of the demo's portal are sound: dated, signed, of known places, in agreement with the stories they tell."""

import unicodedata
from collections import Counter
from dataclasses import astuple
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from kheo.demo.news import happenings, standing
from kheo.demo.news.model import Said, Shot
from kheo.demo.news.poll import next_day
from kheo.demo.news.publish import ARTICLES, SOURCE_PAGE, day_of
from kheo.demo.news.scenes import SCENES, jpeg_of
from kheo.portal.models import ArticleKind
from tests.demo.test_stories import BY_KEY, QUANG_TRI, communes, strings

FIRST, LAST = "2026-01-24", "2026-11-24"  # ten months
ARTICLE = {article.key: article for article in ARTICLES}
# Where the source page stands for the tests of its import.
ORIGINAL = Path(__file__).parents[1] / "portal" / "importing" / "trang-goc.txt"
PAGES = (*standing.GUIDES, standing.TOPIC, standing.ABOUT, standing.PRIVACY)


def read_by(article) -> str:
    """All of an article that a reader reads, in order."""
    return " ".join([article.lead, *strings(article.body)])


def each_article(test):
    return pytest.mark.parametrize("article", ARTICLES, ids=ARTICLE)(test)


def test_articles_when_counted_cover_sections_and_kinds_with_one_featured_and_two_corrected():
    assert len(ARTICLES) == len(ARTICLE) == len({article.title for article in ARTICLES}) == 16
    assert Counter(article.section for article in ARTICLES) == {"tin-co-so": 10, "tin-tuc": 4, "tuyen-truyen": 2}
    assert {article.kind for article in ARTICLES} == set(ArticleKind.values)
    assert [article.key for article in ARTICLES if article.featured] == ["bon-muoi-mot-ho-lui-rao"]
    assert len([article for article in ARTICLES if article.corrections]) == 2


@each_article
def test_article_when_read_is_dated_signed_and_of_a_readable_length(article):
    assert FIRST <= article.posted <= LAST
    assert bool(article.author) != (article.kind == "repost")
    assert bool(article.source) == (article.kind == "repost")
    assert 200 <= len(read_by(article).split()) <= 520
    assert len(article.title) <= 100
    assert len(article.lead) <= 300
    for correction in article.corrections:
        assert article.posted < correction.on <= LAST


@each_article
def test_article_when_placed_tells_of_public_stories_of_its_place(article):
    assert not article.commune or communes()[article.commune]["parent_code"] == QUANG_TRI
    told = [BY_KEY[key] for key in article.stories]
    assert [story.key for story in told if not story.public or story.stage in ("new", "merged")] == []
    if article.commune:
        assert article.commune in {story.commune for story in told}


def land(key):
    return sum(row.amount for row in BY_KEY[key].contributions if row.kind == "land")


def labour(key):
    return sum(row.amount for row in BY_KEY[key].contributions if row.kind == "labour")


def money(key):
    return sum(row.amount for row in BY_KEY[key].contributions if row.kind == "money")


def written(number) -> str:
    """1620 → "1.620", 46.8 → "46,8": as Vietnamese readers write it."""
    whole, _, part = f"{number:,}".partition(".")
    return whole.replace(",", ".") + (f",{part}" if part.strip("0") else "")


@pytest.mark.parametrize(
    ("key", "figure", "words"),
    [
        ("bon-muoi-mot-ho-lui-rao", land("mo-duong-an-mo"), "m²"),
        ("bon-muoi-mot-ho-lui-rao", labour("mo-duong-an-mo"), "ngày công"),
        ("bon-muoi-mot-ho-lui-rao", money("mo-duong-an-mo"), "triệu đồng"),
        ("mot-nam-sau-o-lao-bao", labour("mai-am-lao-bao"), "ngày công"),
        ("mot-nam-sau-o-lao-bao", money("mai-am-lao-bao"), "triệu đồng"),
        ("ngay-hai-muoi-can-rac", money("ngoi-nha-xanh-bich-la"), "triệu đồng"),
        ("ngay-hai-muoi-can-rac", BY_KEY["ngoi-nha-xanh-bich-la"].outcomes[1].actual, "tấn"),
        ("noi-chao-thu-nam", BY_KEY["bep-chao-thu-nam"].outcomes[0].actual, "suất cháo"),
        ("nam-muoi-tam-buoi-thu-bay", BY_KEY["thu-bay-ve-thon"].beneficiaries, "hồ sơ"),
        ("huong-phung-vao-vu", BY_KEY["ca-phe-chin-huong-phung"].households, "hộ"),
        ("ra-con-co-mang-rac-ve", BY_KEY["con-co-mang-rac-ve-bo"].outcomes[1].actual, "tấn"),
    ],
)
def test_figures_when_summed_from_the_story_stand_in_the_article(key, figure, words):
    assert f"{written(figure)} {words}" in f"{ARTICLE[key].title} {read_by(ARTICLE[key])}"


def test_quotes_when_looked_up_are_those_of_the_stories():
    """But for the article of 1949 and one voice of the feast, whoever is quoted said it in a story."""
    known = {story.quote for story in BY_KEY.values()}
    said = {
        part.words
        for article in ARTICLES
        for part in article.body
        if isinstance(part, Said) and article.section == "tin-co-so"
    }

    assert said - known == set()


def test_texts_when_read_are_nfc_and_tidy():
    everything = [*ARTICLES, *happenings.EVENTS, *PAGES, *standing.CONTACTS]
    for text in strings([astuple(each) if hasattr(each, "__dataclass_fields__") else each for each in everything]):
        assert unicodedata.is_normalized("NFC", text)
        assert text == " ".join(text.split())


def test_texts_when_proofread_have_nothing_to_mend():
    proofreading = pytest.importorskip("kheo.core.vietnamese.proofreading")
    found = {}
    for each in (*ARTICLES, *happenings.EVENTS, *PAGES):
        text = "\n".join([each.title, each.lead, *(part.strip("*") for part in strings(each.body))])
        marks = proofreading.proofread(text, on=date(2026, 11, 24))
        if marks:
            found[each.key] = marks

    assert found == {}


def test_source_page_when_compared_is_the_page_itself():
    assert SOURCE_PAGE.read_bytes() == ORIGINAL.read_bytes()


def test_drawings_when_drawn_are_small_different_and_all_in_use():
    shown = {article.scene for article in ARTICLES} | {
        part.scene for article in ARTICLES for part in article.body if isinstance(part, Shot)
    }

    assert shown - {""} == set(SCENES)
    assert len(SCENES) == 12
    drawn = [jpeg_of(key) for key in SCENES]
    assert len(set(drawn)) == 12
    assert {Image.open(BytesIO(each)).size for each in drawn} == {(1600, 1000)}
    assert max(map(len, drawn)) < 250_000
    assert SCENES["ruong-lua"].draw().jpeg() == jpeg_of("ruong-lua")
    assert {scene.alt.startswith("Hình minh họa: ") for scene in SCENES.values()} == {True}


def test_events_when_built_on_any_day_of_two_years_leave_the_box_never_empty():
    for number in range(730):
        today = date(2026, 1, 1) + timedelta(days=number)
        coming = [event for event in happenings.EVENTS if not event.on]
        days = {event.key: day_of(event, today) for event in coming}
        assert len(days) == 4
        assert min(days.values()) > today
        featured = [days[event.key] for event in coming if event.featured]
        assert len(featured) == 2
        assert max(featured) < today + timedelta(days=21)
        assert {event.key: days[event.key].weekday() for event in coming} == {e.key: e.weekday for e in coming}


def test_next_poll_when_built_on_any_day_is_a_month_or_more_away():
    for number in range(730):
        today = date(2026, 1, 1) + timedelta(days=number)
        assert timedelta(days=30) < next_day(today) - today < timedelta(days=400)


def test_contacts_when_listed_use_numbers_and_mail_that_reach_nobody():
    for contact in standing.CONTACTS:
        assert contact.phone.startswith("0900 000 ")
        assert contact.mail.endswith("@example.vn")
