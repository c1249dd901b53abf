"""Child process: a .docx from stdin, its HTML and photos to stdout as JSON, within limits of memory and time."""

import base64
import io
import json
import sys

import mammoth

from kheo.core import children

MEMORY = 1 << 30
CPU_SECONDS = 20
MOST_PHOTOS = 10
PHOTO_LIMIT = 20 * 1024 * 1024  # bytes, as everywhere
PHOTOS_LIMIT = 100 * 1024 * 1024  # bytes of all of them
LONGEST = 3_000_000  # characters of HTML
STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => h2:fresh
p[style-name='Quote'] => blockquote:fresh
p[style-name='Intense Quote'] => blockquote:fresh
p[style-name='Caption'] => p:fresh
"""


def main() -> None:
    """{"html", "photos": base64, "left_out"} or {"bad": why}; a limit passed ends the child with a signal or an error."""
    children.limit(memory=MEMORY, cpu_seconds=CPU_SECONDS)
    sys.stdout.write(json.dumps(answer(sys.stdin.buffer.read())))


def answer(content: bytes) -> dict:
    """The document's HTML; each photo once, by its place."""
    photos: list[str] = []
    places: dict[bytes, int] = {}
    left_out = 0

    def keep(image):
        nonlocal left_out
        with image.open() as file:
            held = file.read(PHOTO_LIMIT + 1)
        if held in places:
            return {"src": f"anh-{places[held]}"}
        if len(photos) == MOST_PHOTOS or len(held) > PHOTO_LIMIT or sum(map(len, places)) + len(held) > PHOTOS_LIMIT:
            left_out += 1
            return {"src": ""}
        places[held] = len(photos)
        photos.append(base64.b64encode(held).decode())
        return {"src": f"anh-{places[held]}"}

    try:
        made = mammoth.convert_to_html(
            io.BytesIO(content), style_map=STYLES, convert_image=mammoth.images.img_element(keep)
        )
    except MemoryError:
        return {"bad": "long"}
    except Exception:  # a document made to hurt raises what it likes; the sender reads one sentence
        return {"bad": "broken"}
    if len(made.value) > LONGEST:
        return {"bad": "long"}
    return {"html": made.value, "photos": photos, "left_out": left_out}


if __name__ == "__main__":
    main()
