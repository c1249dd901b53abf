"""The portal's rows: pages, photos, people to ask, stories sent in, what the public sends."""

from kheo.portal.models.events import EventIndexPage, EventPage
from kheo.portal.models.fees import FeeRate
from kheo.portal.models.imports import OldArticle
from kheo.portal.models.letters import LETTER_PERSONAL, Allowance, Letter, LetterKind, LetterPhoto, Referral
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
from kheo.portal.models.words import ResidentWord, Word

__all__ = [
    "ARTICLE_WORDS",
    "FIT",
    "LETTER_PERSONAL",
    "MOST_PHOTOS",
    "Allowance",
    "ArticleKind",
    "ArticlePage",
    "ContactsPage",
    "Correction",
    "EventIndexPage",
    "EventPage",
    "FeeRate",
    "GuidesPage",
    "HomePage",
    "Letter",
    "LetterKind",
    "LetterPhoto",
    "OldArticle",
    "Person",
    "Photo",
    "PhotoRendition",
    "PhotoUse",
    "PlainPage",
    "PublicPage",
    "Referral",
    "ResidentWord",
    "SectionPage",
    "Story",
    "StoryPhoto",
    "TopicPage",
    "TopicPick",
    "TopicsPage",
    "Word",
]
