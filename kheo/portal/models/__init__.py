"""The portal's rows: pages, photos, people to ask, stories sent in, what the public sends."""

from kheo.portal.models.events import EventIndexPage, EventPage
from kheo.portal.models.imports import OldArticle
from kheo.portal.models.news import ArticleKind, ArticlePage, Correction, SectionPage
from kheo.portal.models.pages import (
    ContactsPage,
    GuidesPage,
    HomePage,
    Person,
    PlainPage,
    PublicPage,
    TopicPage,
    TopicPick,
    TopicsPage,
)
from kheo.portal.models.photos import FIT, Photo, PhotoRendition, PhotoUse
from kheo.portal.models.search import ARTICLE_WORDS

__all__ = [
    "ARTICLE_WORDS",
    "FIT",
    "ArticleKind",
    "ArticlePage",
    "ContactsPage",
    "Correction",
    "EventIndexPage",
    "EventPage",
    "GuidesPage",
    "HomePage",
    "OldArticle",
    "Person",
    "Photo",
    "PhotoRendition",
    "PhotoUse",
    "PlainPage",
    "PublicPage",
    "SectionPage",
    "TopicPage",
    "TopicPick",
    "TopicsPage",
]
