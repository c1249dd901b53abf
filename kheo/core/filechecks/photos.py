"""Photos: opened within bounds, the day read, then copied upright without anything beside the picture itself."""

import io
from collections.abc import Collection
from datetime import date, datetime
from typing import BinaryIO

from PIL import Image, ImageCms, ImageOps

from kheo.core.filechecks.kinds import HALF, BadFile

MAX_PIXELS = 40_000_000
CLEAN_EDGE, THUMB_EDGE = 2000, 480  # pixels of the longer edge
QUALITY = 85
FORMATS = ("JPEG", "PNG", "WEBP")
GRIDS = (5, 10)  # cells along each edge, for choosing what to blur
EARLIEST = date(1990, 1, 1)
_EXIF, _TAKEN, _CHANGED = 0x8769, 0x9003, 0x0132

TOO_MANY = (
    "Ảnh có quá nhiều điểm ảnh (hơn 40 triệu). Hãy giảm cỡ ảnh trong máy ảnh hoặc gửi qua Zalo rồi lưu về, "
    "sau đó gửi lại."
)


def verify(file: BinaryIO) -> None:
    """Decode the whole picture once. Raises `BadFile` for one that is broken, cut short or too large."""
    with _opened(file) as image:
        # Smaller when it can be: each byte is still read, and a phone's photo needs a quarter of the memory.
        image.draft("RGB", (CLEAN_EDGE, CLEAN_EDGE))
        _load(image)


def taken_on(file: BinaryIO, *, today: date) -> date | None:
    """The day the camera wrote, or None where it wrote none or one that cannot be."""
    with _opened(file) as image:
        try:
            exif = image.getexif()
            written = exif.get_ifd(_EXIF).get(_TAKEN) or exif.get(_CHANGED)
            day = datetime.strptime(str(written)[:10], "%Y:%m:%d").date()
        except Exception:  # notes of cameras are broken in more ways than Pillow has names for
            return None
    return day if EARLIEST <= day <= today else None


def clean_copy(file: BinaryIO) -> bytes:
    """A JPEG, upright, at most 2000 pixels, made of the pixels alone: no EXIF, place, profile, comment or preview."""
    with _opened(file) as image:
        image.draft("RGB", (CLEAN_EDGE, CLEAN_EDGE))
        _load(image)
        upright = ImageOps.exif_transpose(image)
        upright = _screen_colours(upright)
    upright.thumbnail((CLEAN_EDGE, CLEAN_EDGE), Image.Resampling.LANCZOS)
    return _jpeg(upright)


def thumb(clean: bytes) -> bytes:
    """A JPEG of at most 480 pixels from a clean copy."""
    with Image.open(io.BytesIO(clean), formats=("JPEG",)) as image:
        image.thumbnail((THUMB_EDGE, THUMB_EDGE), Image.Resampling.LANCZOS)
        return _jpeg(image.convert("RGB"))


def blurred(clean: bytes, cells: Collection[int], *, grid: int) -> bytes:
    """The clean copy with these cells of a `grid` by `grid` board made unrecognisable; cell 0 is the upper left."""
    with Image.open(io.BytesIO(clean), formats=("JPEG",)) as image:
        picture = image.convert("RGB")
    for cell in cells:
        row, column = divmod(cell, grid)
        box = (
            picture.width * column // grid,
            picture.height * row // grid,
            picture.width * (column + 1) // grid,
            picture.height * (row + 1) // grid,
        )
        if box[0] < box[2] and box[1] < box[3]:
            # Three by three means are all that is left of the cell: there is no way back to a face.
            part = picture.crop(box)
            means = part.resize((3, 3), Image.Resampling.BOX)
            picture.paste(means.resize(part.size, Image.Resampling.BICUBIC), box)
    return _jpeg(picture)


def _opened(file: BinaryIO) -> Image.Image:
    file.seek(0)
    try:
        image = Image.open(file, formats=FORMATS)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as problem:
        raise BadFile(TOO_MANY) from problem
    except Exception as problem:  # a file made to hurt raises what it likes; the sender reads one sentence
        raise BadFile(HALF) from problem
    if image.width * image.height > MAX_PIXELS:
        image.close()
        raise BadFile(TOO_MANY)
    return image


def _load(image: Image.Image) -> None:
    try:
        image.load()
    except Exception as problem:  # as above: truncated, wrong sums, impossible tables
        raise BadFile(HALF) from problem


def _screen_colours(image: Image.Image) -> Image.Image:
    """In sRGB on white: the profile goes, so the colours it told of must be worked in."""
    profile = image.info.get("icc_profile")
    if profile and image.mode in ("RGB", "CMYK"):
        try:
            theirs = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            return ImageCms.profileToProfile(image, theirs, ImageCms.createProfile("sRGB"), outputMode="RGB")
        except (ImageCms.PyCMSError, OSError, ValueError):
            pass  # a broken profile: the pixels as they are
    if image.has_transparency_data:
        image = image.convert("RGBA")
        ground = Image.new("RGBA", image.size, "white")
        return Image.alpha_composite(ground, image).convert("RGB")
    return image.convert("RGB")


def _jpeg(image: Image.Image) -> bytes:
    # A new picture takes the pixels and none of what the old one carried beside them.
    bare = Image.new("RGB", image.size)
    bare.paste(image)
    out = io.BytesIO()
    bare.save(out, "JPEG", quality=QUALITY, optimize=True, progressive=True)
    return out.getvalue()
