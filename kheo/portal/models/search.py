"""The words of the portal's pages, by page: what everybody may read of those that are published."""

from kheo.core.fulltext import TextIndex

ARTICLE_WORDS = TextIndex("portal_page_words")
