"""The words of the register: names, summaries, places, participants and file names of exemplars; and the public's."""

from kheo.core.fulltext import TextIndex

EXEMPLAR_WORDS = TextIndex("movement_exemplar_words")
# Of published ones alone, and of them only what their public page shows: a search confirms nothing else.
PUBLIC_WORDS = TextIndex("movement_public_words")
