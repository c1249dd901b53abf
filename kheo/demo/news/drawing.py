"""Draws the landscapes that stand in for photos: seeded, in the colours of the portal, without words and without people.

Places are given in parts of the picture: x from the left, y from the top, both 0 to 1. What is far is drawn first.
"""

from collections.abc import Sequence
from io import BytesIO
from math import cos, pi, sin
from random import Random

from PIL import Image, ImageChops, ImageColor, ImageDraw, ImageFilter

WIDTH, HEIGHT = 1600, 1000
FINER = 2  # drawn so many times larger, so that edges are smooth
W, H = WIDTH * FINER, HEIGHT * FINER
QUALITY = 80
GRAIN = 5  # levels of 255, up and down
Point = tuple[float, float]
Bend = tuple[float, float, float]  # a point of a road or river, and half its width


def mixed(one: str, other: str, share: float) -> tuple[int, ...]:
    """A colour on the way from one to the other."""
    pairs = zip(ImageColor.getrgb(one), ImageColor.getrgb(other), strict=True)
    return tuple(round(a + (b - a) * share) for a, b in pairs)


def vertical(top: str, bottom: str, size: Point = (W, H)) -> Image.Image:
    """A wash from one colour down to another."""
    ramp = Image.linear_gradient("L").resize(size, Image.Resampling.BILINEAR)
    return Image.composite(Image.new("RGB", size, bottom), Image.new("RGB", size, top), ramp)


class Brush:
    """One picture while it is drawn; the same seed gives the same picture."""

    def __init__(self, seed: int, sky: tuple[str, str]):
        self.draw = Random(seed)
        self.image = vertical(*sky)
        self.pen = ImageDraw.Draw(self.image)

    def shape(self, points: Sequence[Point], colour) -> None:
        self.pen.polygon([(x * W, y * H) for x, y in points], fill=colour)

    def round(self, x: float, y: float, r: float, colour) -> None:
        """A disc; `r` in parts of the width."""
        self.pen.ellipse(((x - r) * W, y * H - r * W, (x + r) * W, y * H + r * W), fill=colour)

    def washed(self, points: Sequence[Point], top: str, bottom: str) -> None:
        """A shape with a wash from its upper edge to its lower one."""
        low, high = min(y for _, y in points), min(max(y for _, y in points), 1.0)
        left, right = max(min(x for x, _ in points), 0.0), min(max(x for x, _ in points), 1.0)
        box = (round(left * W), max(round(low * H), 0), round(right * W), round(high * H))
        size = (max(box[2] - box[0], 1), max(box[3] - box[1], 1))
        mask = Image.new("L", size)
        ImageDraw.Draw(mask).polygon([(x * W - box[0], y * H - box[1]) for x, y in points], fill=255)
        self.image.paste(vertical(top, bottom, size), box[:2], mask)

    def sun(self, x: float, y: float, r: float, colour: str, glow: float = 0.5) -> None:
        """A disc with a soft glow around it."""
        small = Image.new("L", (W // 20, H // 20))
        at, wide = (x * W / 20, y * H / 20), r * 2.1 * W / 20
        ImageDraw.Draw(small).ellipse((at[0] - wide, at[1] - wide, at[0] + wide, at[1] + wide), fill=round(255 * glow))
        halo = small.filter(ImageFilter.GaussianBlur(wide / 2)).resize((W, H), Image.Resampling.BICUBIC)
        self.image.paste(ImageColor.getrgb(colour), (0, 0), halo)
        self.round(x, y, r, colour)

    def ridge(self, y: float, rise: float, top: str, bottom: str, *, waves: float = 2.0, down_to: float = 1.0) -> None:
        """A line of hills from edge to edge."""
        turns = [(waves * (1 + number * 0.9), self.draw.uniform(0, 2 * pi), 0.6**number) for number in range(4)]
        whole = sum(part for *_, part in turns)
        edge = [
            (x / 80, y - rise * sum(part * sin(turn * pi * x / 80 + start) for turn, start, part in turns) / whole)
            for x in range(81)
        ]
        self.washed([*edge, (1, down_to), (0, down_to)], top, bottom)

    def cloud(self, x: float, y: float, size: float, colour) -> None:
        for number in range(5):
            self.round(
                x + (number - 2) * size * 0.55,
                y - abs(number - 2) * -size * 0.12,
                size * (0.5 - abs(number - 2) * 0.12),
                colour,
            )
        self.shape(
            [
                (x - size * 1.3, y + size * 0.35),
                (x + size * 1.3, y + size * 0.35),
                (x + size, y + size * 0.75),
                (x - size, y + size * 0.75),
            ],
            colour,
        )

    def way(self, spine: Sequence[Bend], colour) -> None:
        """A road or a river through points (x, y, half its width), smooth between them."""
        dense = _smooth(spine)
        self.shape([(x - w, y) for x, y, w in dense] + [(x + w, y) for x, y, w in reversed(dense)], colour)

    def rows(
        self, top: float, bottom: float, to: float, colours: Sequence, *, count: int = 26, spread: float = 3.0
    ) -> None:
        """A field in rows that run to one point far away."""
        for number in range(count):
            far = [to + (edge / count - 0.5) * spread * 0.22 for edge in (number, number + 1)]
            near = [to + (edge / count - 0.5) * spread * 1.6 for edge in (number, number + 1)]
            colour = colours[number % len(colours)]
            self.shape([(far[0], top), (far[1], top), (near[1], bottom), (near[0], bottom)], colour)

    def terraces(self, top: float, bottom: float, colours: Sequence, steps: int = 7) -> None:
        """Curved strips of field, one below the other."""
        start = self.draw.uniform(0, pi)
        for number in range(steps):
            part = (number / steps) ** 1.35
            y = top + (bottom - top) * part
            bow = 0.012 + 0.03 * part
            edge = [(x / 30, y + bow * sin(start + number * 0.7 + 3.4 * x / 30)) for x in range(31)]
            self.shape([*edge, (1, bottom), (0, bottom)], colours[number % len(colours)])

    def tufts(self, top: float, bottom: float, colour, count: int = 240) -> None:
        """Short strokes of grass or young rice, larger when nearer."""
        for _ in range(count):
            part = self.draw.random() ** 0.8
            x, y, tall = self.draw.random(), top + (bottom - top) * part, 0.004 + 0.018 * part
            lean = self.draw.uniform(-0.004, 0.004)
            self.pen.line((x * W, y * H, (x + lean) * W, (y - tall) * H), fill=colour, width=round(2 + 5 * part))

    def bushes(self, top: float, bottom: float, dark, light, rows: int = 6) -> None:
        """Rows of round bushes over a slope."""
        for row in range(rows):
            part = row / max(rows - 1, 1)
            y, size = top + (bottom - top) * part**1.2, 0.008 + 0.022 * part
            x = -size * self.draw.random()
            while x < 1 + size:
                lift = 0.02 * sin(3 * x + row)
                self.round(x, y + lift, size, dark)
                self.round(x - size * 0.2, y + lift - size * 0.45, size * 0.62, light)
                x += size * 2.3

    def tree(self, x: float, y: float, size: float, leaf: tuple, bark: str = "#5A4636") -> None:
        """A broad tree; `leaf` from dark to light."""
        self.shape(
            [(x - size * 0.06, y), (x + size * 0.06, y), (x + size * 0.03, y - size), (x - size * 0.03, y - size)], bark
        )
        for shade, part in zip(leaf, (1.0, 0.78, 0.5), strict=True):
            for _ in range(9):
                angle, far = self.draw.uniform(0, 2 * pi), self.draw.random() ** 0.5 * size * 0.42 * part
                lift = (1 - part) * size * 0.35
                self.round(
                    x + cos(angle) * far - (1 - part) * size * 0.12,
                    y - size * 1.15 - lift + sin(angle) * far,
                    size * 0.26 * part,
                    shade,
                )

    def palm(self, x: float, y: float, size: float, leaf: str, bark: str = "#6B5744") -> None:
        """An areca palm: thin and straight, a tuft on top."""
        self.shape(
            [(x - size * 0.025, y), (x + size * 0.025, y), (x + size * 0.014, y - size), (x - size * 0.014, y - size)],
            bark,
        )
        for number in range(9):
            angle = pi * (0.08 + 0.84 * number / 8)
            tip = (x + cos(angle) * size * 0.3, y - size - sin(angle) * size * 0.3 + size * 0.16)
            middle = (x + cos(angle) * size * 0.2, y - size - sin(angle) * size * 0.34)
            self.shape([(x, y - size), middle, tip, (middle[0] + size * 0.015, middle[1] + size * 0.06)], leaf)

    def house(
        self,
        x: float,
        y: float,
        size: float,
        *,
        roof: str = "#A5513B",
        wall: str = "#EFE6D6",
        dark: str = "#C9BBA4",
        stilts: float = 0,
    ) -> None:
        """A house of three bays seen from the front with one side; on stilts where asked."""
        floor = y - stilts * size
        for post in (0.02, 0.34, 0.66, 0.98, 1.3) if stilts else ():
            self.shape(
                [
                    (x + post * size, floor),
                    (x + (post + 0.035) * size, floor),
                    (x + (post + 0.035) * size, y),
                    (x + post * size, y),
                ],
                "#5A4636",
            )
        high = floor - 0.62 * size
        self.shape([(x, floor), (x + size, floor), (x + size, high), (x, high)], wall)
        self.shape(
            [(x + size, floor), (x + 1.35 * size, floor - 0.08 * size), (x + 1.35 * size, high), (x + size, high)], dark
        )
        self.shape(
            [
                (x - 0.08 * size, high + 0.03 * size),
                (x + 1.04 * size, high + 0.03 * size),
                (x + 0.92 * size, high - 0.46 * size),
                (x + 0.12 * size, high - 0.46 * size),
            ],
            roof,
        )
        self.shape(
            [
                (x + 1.04 * size, high + 0.03 * size),
                (x + 1.42 * size, high - 0.02 * size),
                (x + 1.22 * size, high - 0.44 * size),
                (x + 0.92 * size, high - 0.46 * size),
            ],
            mixed(roof, "#1E1A17", 0.25),
        )
        for left in (0.12, 0.42, 0.72):
            tall = 0.5 if left == 0.42 else 0.36
            base = floor if left == 0.42 else floor - 0.14 * size
            self.shape(
                [
                    (x + left * size, base),
                    (x + (left + 0.17) * size, base),
                    (x + (left + 0.17) * size, base - tall * size),
                    (x + left * size, base - tall * size),
                ],
                mixed(dark, "#3B322A", 0.55),
            )

    def boat(self, x: float, y: float, size: float, hull: str = "#2F4A57", *, cabin: str = "") -> None:
        """A wooden boat with high ends, its shade below it."""
        self.shape(
            [
                (x - size * 0.9, y),
                (x + size * 0.9, y),
                (x + size * 0.6, y + size * 0.16),
                (x - size * 0.6, y + size * 0.16),
            ],
            mixed(hull, "#FFFFFF", 0.45),
        )
        curve = [
            (x + size * (number / 10 - 1), y - size * (0.12 + 0.28 * abs(number / 10 - 1) ** 2.4))
            for number in range(21)
        ]
        self.shape([*curve, (x + size * 0.72, y + size * 0.03), (x - size * 0.72, y + size * 0.03)], hull)
        if cabin:
            top = [
                (x + size * 0.42 * cos(pi * number / 12), y - size * 0.12 - size * 0.42 * sin(pi * number / 12))
                for number in range(13)
            ]
            self.shape(top, cabin)

    def flag(self, x: float, y: float, size: float) -> None:
        """The national flag, two parts high and three wide, its star in the middle."""
        high = size * 2 / 3 * W / H
        self.shape([(x, y), (x + size, y), (x + size, y + high), (x, y + high)], "#C8202B")
        points = []
        for number in range(10):
            far = size * (0.2 if number % 2 == 0 else 0.0764)
            angle = -pi / 2 + number * pi / 5
            points.append((x + size / 2 + far * cos(angle), y + high / 2 + far * sin(angle) * W / H))
        self.shape(points, "#FFDE3B")

    def gleam(self, top: float, bottom: float, colour, count: int = 70, *, between: Point = (0, 1)) -> None:
        """Short level strokes of light on water."""
        for _ in range(count):
            part = self.draw.random()
            y = top + (bottom - top) * part
            long = (0.008 + 0.05 * part) * self.draw.uniform(0.4, 1)
            x = self.draw.uniform(between[0], between[1] - long)
            self.pen.line((x * W, y * H, (x + long) * W, y * H), fill=colour, width=round(2 + 6 * part))

    def birds(self, x: float, y: float, colour="#52606D") -> None:
        for number in range(5):
            at = (x + number * 0.022, y + self.draw.uniform(-0.02, 0.02))
            for side in (-1, 1):
                self.pen.line(
                    (at[0] * W, at[1] * H, (at[0] + side * 0.007) * W, (at[1] - 0.006) * H), fill=colour, width=5
                )

    def jpeg(self) -> bytes:
        """The picture at its own size, with a subtle grain."""
        picture = self.image.reduce(FINER)
        picture = ImageChops.add(picture, _grain(self.draw), 1, -GRAIN)
        held = BytesIO()
        picture.save(held, "JPEG", quality=QUALITY, optimize=True)
        return held.getvalue()


def _grain(draw: Random) -> Image.Image:
    size = (WIDTH // 2, HEIGHT // 2)
    noise = Image.frombytes("L", size, draw.randbytes(size[0] * size[1]))
    return noise.point([round(level / 255 * 2 * GRAIN) for level in range(256)]).resize((WIDTH, HEIGHT)).convert("RGB")


def _smooth(spine: Sequence[Bend], steps: int = 14) -> list[Bend]:
    """A Catmull-Rom curve through the points."""
    ends = [spine[0], *spine, spine[-1]]
    found: list[Bend] = []
    for a, b, c, d in zip(ends, ends[1:], ends[2:], ends[3:], strict=False):
        for step in range(steps):
            x, y, half = (_between(*four, step / steps) for four in zip(a, b, c, d, strict=True))
            found.append((x, y, half))
    return [*found, spine[-1]]


def _between(p: float, q: float, r: float, s: float, t: float) -> float:
    return 0.5 * (2 * q + (r - p) * t + (2 * p - 5 * q + 4 * r - s) * t**2 + (3 * q - p - 3 * r + s) * t**3)
