"""What is left of a photo in its clean copy: pixels, upright, and nothing else."""

import io
from datetime import date

import pytest
from PIL import Image

from kheo.core.filechecks import BadFile, blurred, clean_copy, kinds, taken_on, thumb

from . import samples

TODAY = date(2026, 11, 23)


def opened(content):
    return Image.open(io.BytesIO(content))


def segments(jpeg):
    """The markers of a JPEG before its picture, read by hand: what a reader could find beside the pixels."""
    found, at = [], 2
    while jpeg[at] == 0xFF and jpeg[at + 1] != 0xDA:
        found.append(jpeg[at + 1])
        at += 2 + int.from_bytes(jpeg[at + 2 : at + 4], "big")
    return found


def test_sample_really_holds_a_place_a_device_and_a_comment():
    content = samples.photo()
    exif = opened(content).getexif()

    assert exif.get_ifd(0x8825)[1] == "N"
    assert exif[0x0110] == "DienThoai X"
    assert samples.COMMENT in content


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_clean_copy_holds_nothing_but_the_picture(kind):
    clean = clean_copy(io.BytesIO(samples.photo(kind=kind)))

    assert opened(clean).format == "JPEG"
    assert dict(opened(clean).getexif()) == {}
    assert [mark for mark in segments(clean) if 0xE1 <= mark <= 0xEF or mark == 0xFE] == []
    assert b"DienThoai" not in clean
    assert samples.COMMENT not in clean


def test_bytes_behind_the_picture_are_left_behind():
    clean = clean_copy(io.BytesIO(samples.photo() + b"<script>alert(1)</script>PK\x03\x04"))

    assert b"<script>" not in clean
    assert clean.endswith(b"\xff\xd9")


@pytest.mark.parametrize(("orientation", "size", "dark_corner"), [
    (1, (64, 48), (2, 24)), (3, (64, 48), (61, 24)), (6, (48, 64), (24, 2)), (8, (48, 64), (24, 61)),
])  # fmt: skip
def test_clean_copy_stands_upright(orientation, size, dark_corner):
    picture = opened(clean_copy(io.BytesIO(samples.photo(orientation=orientation))))

    assert picture.size == size
    assert max(picture.getpixel(dark_corner)) < 60


@pytest.mark.parametrize(
    ("size", "edge"), [((3000, 1500), (2000, 1000)), ((900, 3000), (600, 2000)), ((64, 48), (64, 48))]
)
def test_clean_copy_has_at_most_2000_pixels_and_is_never_enlarged(size, edge):
    assert opened(clean_copy(io.BytesIO(samples.photo(size)))).size == edge


def test_thumb_has_at_most_480_pixels():
    clean = clean_copy(io.BytesIO(samples.photo((1000, 500))))

    assert opened(thumb(clean)).size == (480, 240)


def test_transparent_ground_becomes_white():
    out = io.BytesIO()
    Image.new("RGBA", (10, 10), (0, 0, 0, 0)).save(out, "PNG")

    assert opened(clean_copy(out)).getpixel((5, 5)) == (255, 255, 255)


@pytest.mark.parametrize("mode", ["L", "P", "CMYK", "1", "LA", "I;16"])
def test_any_way_of_holding_colours_is_read(mode):
    out = io.BytesIO()
    Image.new(mode, (10, 10)).save(out, "JPEG" if mode == "CMYK" else "PNG")

    assert opened(clean_copy(out)).mode == "RGB"


@pytest.mark.parametrize("profile", ["real", "broken"])
def test_colour_profile_is_worked_in_and_left_out(profile):
    from PIL import ImageCms

    icc = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes() if profile == "real" else b"hong" * 40
    out = io.BytesIO()
    Image.new("RGB", (10, 10), (180, 60, 40)).save(out, "JPEG", icc_profile=icc)
    clean = opened(clean_copy(out))

    assert "icc_profile" not in clean.info
    assert abs(clean.getpixel((5, 5))[0] - 180) < 4


TAKEN = [
    ("2026:03:15 09:40:00", date(2026, 3, 15)),
    ("2027:01:01 00:00:00", None),
    ("1970:01:01 00:00:00", None),
    ("0000:00:00 00:00:00", None),
    ("hôm qua".encode().decode("latin-1"), None),
    (None, None),
]


@pytest.mark.parametrize(("written", "day"), TAKEN)
def test_day_is_read_where_it_can_be_true(written, day):
    assert taken_on(io.BytesIO(samples.photo(taken=written)), today=TODAY) == day


def board():
    """A 100 by 100 picture of noise: every cell can be told from every other."""
    out = io.BytesIO()
    Image.effect_noise((100, 100), 120).convert("RGB").save(out, "JPEG", quality=95)
    return clean_copy(out)


def spread(picture, cell, grid):
    row, column = divmod(cell, grid)
    side = 100 // grid
    part = picture.crop((column * side, row * side, (column + 1) * side, (row + 1) * side)).convert("L")
    low, high = part.getextrema()
    return high - low


def test_blur_levels_chosen_cells_and_no_others():
    clean = board()
    after = opened(blurred(clean, {0, 12}, grid=5))

    assert [spread(after, cell, 5) < 110 for cell in (0, 12)] == [True, True]
    assert [spread(after, cell, 5) > 200 for cell in (1, 6, 24)] == [True, True, True]


def test_blur_of_a_picture_smaller_than_its_board_does_nothing_wrong():
    out = io.BytesIO()
    Image.new("RGB", (3, 3)).save(out, "JPEG")

    assert opened(blurred(out.getvalue(), range(100), grid=10)).size == (3, 3)


@pytest.mark.parametrize("read", [clean_copy, lambda file: taken_on(file, today=TODAY)])
def test_what_is_no_picture_is_refused(read):
    with pytest.raises(BadFile, match="hỏng"):
        read(io.BytesIO(b"\xff\xd8\xff\xe0 khong phai anh"))


def test_picture_cut_short_is_refused():
    whole = samples.photo((400, 300))

    with pytest.raises(BadFile) as caught:
        clean_copy(io.BytesIO(whole[:-200]))
    assert str(caught.value) == kinds.HALF
