"""What to look at before a paper leaves: bodies that are no more, and other slips of writing. Advice, never a bar."""

from datetime import date

from kheo.core.vietnamese import Kind, Mark, proofread
from kheo.documents.paper import Paper, words_of


def warnings_of(paper: Paper, *, today: date) -> list[str]:
    """Sentences on names of bodies and papers that no longer are, each told once, judged by the paper's own day."""
    marks = [
        mark for text in words_of(paper) for mark in proofread(text, on=paper.on or today) if mark.kind == Kind.BODY
    ]
    return list(dict.fromkeys(sentence(mark) for mark in marks))


def sentence(mark: Mark) -> str:
    """The name that was found, and what there is now."""
    return f"“{mark.found}”: {mark.advice}"
