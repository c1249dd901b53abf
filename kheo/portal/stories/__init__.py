"""Reads a story out of a Word document. No Django."""

from kheo.portal.stories.docx import Read, read, words_in

__all__ = ["Read", "read", "words_in"]
