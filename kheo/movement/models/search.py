"""The words of the register: names, summaries, places, participants and file names of exemplars."""

from kheo.core.fulltext import TextIndex

EXEMPLAR_WORDS = TextIndex("movement_exemplar_words")
