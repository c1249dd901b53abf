"""The portal's rows: pages, photos, people to ask, stories sent in, what the public sends."""

from kheo.portal.models.events import EventIndexPage, EventPage
from kheo.portal.models.fees import FeeRate
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
from kheo.portal.models.stories import MOST_PHOTOS, Story, StoryPhoto

__all__ = [
    "ARTICLE_WORDS",
    "FIT",
    "MOST_PHOTOS",
    "ArticleKind",
    "ArticlePage",
    "ContactsPage",
    "Correction",
    "EventIndexPage",
    "EventPage",
    "FeeRate",
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
    "Story",
    "StoryPhoto",
    "TopicPage",
    "TopicPick",
    "TopicsPage",
]
