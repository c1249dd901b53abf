"""The child that reads one PDF from standard input, under its own limits, and answers one JSON object."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterator

from pypdf import PdfReader

from kheo.core import children
from kheo.core.filechecks.stamps import stamp_in

MEMORY = 2 << 30
CPU_SECONDS = 25
MAX_PAGES = 500


def main() -> None:
    """{"stamp": words or null} or {"bad": why}; a limit passed ends the child with a signal or an error."""
    children.limit(memory=MEMORY, cpu_seconds=CPU_SECONDS)
    sys.stdout.write(json.dumps(answer(sys.stdin.buffer.read())))


def answer(content: bytes) -> dict[str, str | None]:
    """Read every page, its notes and the title."""
    try:
        reader = PdfReader(io.BytesIO(content))
        # Many offices' files forbid only copying and printing: those open with the empty password.
        if reader.is_encrypted and not reader.decrypt(""):
            return {"bad": "locked"}
        if len(reader.pages) > MAX_PAGES:
            return {"bad": "long"}
        if reader.attachment_list and any(True for _ in reader.attachment_list):
            return {"bad": "carries"}
        stamps = (stamp_in(text) for text in texts(reader))
        return {"stamp": next(filter(None, stamps), None)}
    except MemoryError:
        return {"bad": "long"}
    except Exception:  # pypdf answers a broken file with many kinds of error, not all its own
        return {"bad": "broken"}


def texts(reader: PdfReader) -> Iterator[str]:
    """The title and subject, then each page's words and the words of its notes and stamps."""
    if reader.metadata:
        yield "\n".join(filter(None, (reader.metadata.title, reader.metadata.subject)))
    if not len(reader.pages):
        raise ValueError("a PDF without a page")
    for page in reader.pages:
        yield page.extract_text()
        for note in page.annotations or ():
            yield str(note.get_object().get("/Contents", ""))


if __name__ == "__main__":
    main()
