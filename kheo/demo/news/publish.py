"""Fills the portal of the demo: photos, articles, the source article, events, standing pages."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path

from django.core.files.base import ContentFile
from django.utils import timezone

from kheo.accounts.models import User
from kheo.demo.ground import Ground
from kheo.demo.news import standing
from kheo.demo.news.base_people import BASE_PEOPLE
from kheo.demo.news.base_roads import BASE_ROADS
from kheo.demo.news.happenings import EVENTS
from kheo.demo.news.model import Article, Event, Standing
from kheo.demo.news.pages import body_of, put, rewrite
from kheo.demo.news.province import PROVINCE
from kheo.demo.news.scenes import SCENES, jpeg_of
from kheo.movement.models import Exemplar
from kheo.portal.actions import imports
from kheo.portal.actions.import_plan import Wishes
from kheo.portal.importing import Album, read
from kheo.portal.models import (
    ArticlePage,
    ContactsPage,
    Correction,
    EventIndexPage,
    EventPage,
    GuidesPage,
    HomePage,
    OldArticle,
    Person,
    Photo,
    PlainPage,
    SectionPage,
    TopicPage,
    TopicPick,
    TopicsPage,
)
from kheo.portal.newsroom import keep_groups

ARTICLES: tuple[Article, ...] = tuple(
    sorted(BASE_ROADS + BASE_PEOPLE + PROVINCE, key=lambda article: (article.posted, article.clock))
)
SOURCE_PAGE = Path(__file__).parent / "source-page.txt"
SOURCE_POSTED = date(2019, 10, 15)
BEGUN = date(2026, 1, 12)  # when the standing pages were first approved
HOME_LEAD = "Việc làm được, đếm được, và nơi khác học theo được."


@dataclass
class Newsroom:
    """Who writes, who approves, and what they lean on."""

    ground: Ground
    editor: User
    head: User
    told: dict[str, Exemplar]

    @property
    def hands(self) -> dict[str, User]:
        return {"editor": self.editor, "head": self.head}


def fill(room: Newsroom) -> dict[str, ArticlePage]:
    """Publish everything. Articles by their keys, the source article as "source"."""
    for person in (room.editor, room.head):
        keep_groups(person)  # as their first sign-in would
    photos = draw_photos(room.editor)
    pages = {article.key: _article(article, photos, room) for article in ARTICLES}
    pages["source"] = _source(room)
    for event in EVENTS:
        _event(event, photos, room)
    _standing(photos, room, pages)
    return pages


def moment(day: date, clock: str) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.fromisoformat(clock)))


def draw_photos(editor: User) -> dict[str, Photo]:
    """The drawings as photos of the portal, each with its three questions answered."""
    photos = {}
    for key, scene in SCENES.items():
        photos[key] = Photo.objects.create(
            title=f"{scene.title} (hình minh họa)", description=scene.alt, credit="hình vẽ minh họa",
            shows_person=False, uploaded_by_user=editor, file=ContentFile(jpeg_of(key), name=f"{key}.jpg"),
        )  # fmt: skip
    return photos


def _article(article: Article, photos: dict[str, Photo], room: Newsroom) -> ArticlePage:
    at = moment(date.fromisoformat(article.posted), article.clock)
    page = ArticlePage(
        title=article.title, lead=article.lead, body=body_of(article.body, photos), kind=article.kind,
        author=article.author, source=article.source, posted_at=at, is_featured=article.featured,
        place=room.ground.communes[article.commune] if article.commune else None,
        photo=photos.get(article.scene), photo_caption=article.caption,
    )  # fmt: skip
    page.exemplars = [room.told[key] for key in article.stories]
    page.corrections = [Correction(on=date.fromisoformat(each.on), text=each.text) for each in article.corrections]
    return put(page, SectionPage.objects.get(slug=article.section), at, **room.hands)


def _source(room: Newsroom) -> ArticlePage:
    """The article all this began with, brought in from its page as text, as any old site's page would be."""
    section = SectionPage.objects.get(slug="tin-co-so")
    imports.bring_all(
        read(SOURCE_PAGE), wishes=Wishes(section=section, posted_at=moment(SOURCE_POSTED, "08:00")),
        album=Album(SOURCE_PAGE.parent), by=room.head, folder=SOURCE_PAGE.parent, opened=SOURCE_PAGE.name, tell=_refuse,
    )  # fmt: skip
    return OldArticle.objects.latest("imported_at").page


def _refuse(sentence: str) -> None:
    """An import of the demo's own page has nothing to tell; if it has, the demo is not whole."""
    raise ValueError(sentence)


def _event(event: Event, photos: dict[str, Photo], room: Newsroom) -> EventPage:
    day = day_of(event, timezone.localdate())
    page = EventPage(
        title=event.title, lead=event.lead, body=body_of(event.body, photos), where=event.where,
        starts_at=moment(day, event.starts), ends_at=moment(day + timedelta(days=event.lasts), event.ends),
        is_featured=event.featured,
    )  # fmt: skip
    announced = moment(min(day, timezone.localdate()) - timedelta(days=12), "09:00")
    return put(page, EventIndexPage.objects.get(), announced, **room.hands)


def day_of(event: Event, today: date) -> date:
    """Its own day, or so many days after today and then the next such day of the week."""
    if event.on:
        return date.fromisoformat(event.on)
    first = today + timedelta(days=event.after)
    return first + timedelta(days=(event.weekday - first.weekday()) % 7)


def _standing(photos: dict[str, Photo], room: Newsroom, articles: dict[str, ArticlePage]) -> None:
    at = moment(BEGUN, "08:00")
    home = HomePage.objects.get()
    home.lead = HOME_LEAD
    rewrite(home, at, **room.hands)
    for page in (standing.ABOUT, standing.PRIVACY):
        put(_plain(page, photos, in_menu=True), home, at, **room.hands)
    for page in standing.GUIDES:
        put(_plain(page, photos), GuidesPage.objects.get(), at, **room.hands)
    topic = TopicPage(
        title=standing.TOPIC.title, slug=standing.TOPIC.key, lead=standing.TOPIC.lead,
        body=body_of(standing.TOPIC.body, photos),
    )  # fmt: skip
    topic.picks = [TopicPick(page=articles[key], sort_order=n) for n, key in enumerate(standing.TOPIC_PICKS)]
    put(topic, TopicsPage.objects.get(), at, **room.hands)
    _contacts(at, room)


def _plain(page: Standing, photos: dict[str, Photo], *, in_menu: bool = False) -> PlainPage:
    return PlainPage(
        title=page.title, slug=page.key, lead=page.lead, body=body_of(page.body, photos), show_in_menus=in_menu
    )


def _contacts(at: datetime, room: Newsroom) -> None:
    page = ContactsPage.objects.get()
    page.lead, page.office_address = standing.CONTACTS_LEAD, standing.OFFICE
    page.phone, page.mail = standing.PHONE, standing.MAIL
    page.duties = "<ul>" + "".join(f"<li>{duty}</li>" for duty in standing.DUTIES) + "</ul>"
    page.people = [Person(sort_order=n, **each._asdict()) for n, each in enumerate(standing.CONTACTS)]
    rewrite(page, at, **room.hands)
