"""The twelve landscapes of the demo: what each shows in words, and how it is drawn."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from kheo.demo.news.drawing import Brush

# fmt: off
PINE = ("#3E5C48", "#56785C", "#7C9B74")
OLIVE = ("#4C6340", "#6B8552", "#93A970")


def _village_road() -> Brush:
    brush = Brush(11, ("#DCE7DC", "#F3EBD8"))
    brush.sun(0.74, 0.24, 0.052, "#F3E3B8")
    brush.birds(0.2, 0.2)
    brush.ridge(0.44, 0.09, "#A9BFA6", "#C6D4BE")
    brush.ridge(0.53, 0.06, "#85A17E", "#A3B994", waves=1.4)
    brush.ridge(0.62, 0.03, "#7F9C78", "#6C8B66", waves=1.1)
    brush.house(0.13, 0.66, 0.085)
    brush.house(0.3, 0.62, 0.05, roof="#8C5A44")
    brush.house(0.76, 0.67, 0.095, roof="#9A4B36", wall="#E6DEC8")
    brush.tufts(0.72, 1.0, "#5B7B57", 200)
    brush.way([(0.56, 0.6, 0.006), (0.5, 0.66, 0.018), (0.53, 0.78, 0.055), (0.44, 1.02, 0.16)], "#E9DDBF")
    brush.way([(0.572, 0.6, 0.001), (0.53, 0.66, 0.004), (0.6, 0.78, 0.008), (0.625, 1.02, 0.022)], "#5F7F5C")
    brush.way([(0.55, 0.6, 0.001), (0.472, 0.66, 0.004), (0.455, 0.78, 0.008), (0.255, 1.02, 0.022)], "#5F7F5C")
    for x, y, size in ((0.08, 0.7, 0.07), (0.27, 0.68, 0.05), (0.92, 0.74, 0.09), (0.69, 0.66, 0.045)):
        brush.tree(x, y, size, PINE)
    for x, y, size in ((0.185, 0.8, 0.19), (0.83, 0.86, 0.24), (0.88, 0.84, 0.19)):
        brush.palm(x, y, size, "#4F7150")
    return brush


def _market_at_dawn() -> Brush:
    brush = Brush(12, ("#5A6478", "#E7B98C"))
    brush.sun(0.3, 0.5, 0.045, "#F8DDA8", 0.7)
    brush.ridge(0.52, 0.05, "#8B8490", "#B5998C", waves=1.6)
    for number in range(14):
        x = -0.03 + number * 0.078
        brush.house(x, 0.66 + (number % 3) * 0.012, 0.06 + (number % 4) * 0.008,
                    roof=("#6E4A44", "#7C5348", "#5F5258")[number % 3], wall="#B79F93", dark="#8E7B78")
    brush.shape([(0, 0.67), (1, 0.67), (1, 1), (0, 1)], "#6E5E5C")
    brush.washed([(0, 0.68), (1, 0.68), (1, 1.0), (0, 1.0)], "#7F6B63", "#4A4248")
    for number, colour in enumerate(("#B8862B", "#A4503C", "#2D6A4F", "#52606D", "#C08A4E")):
        x = 0.06 + number * 0.185
        brush.shape([(x + 0.012, 0.92), (x + 0.02, 0.92), (x + 0.02, 0.74), (x + 0.012, 0.74)], "#3B342F")
        brush.shape([(x + 0.132, 0.92), (x + 0.14, 0.92), (x + 0.14, 0.74), (x + 0.132, 0.74)], "#3B342F")
        brush.shape([(x, 0.92), (x + 0.15, 0.92), (x + 0.145, 0.84), (x + 0.005, 0.84)], "#8A6A4A")
        for fruit in range(9):
            brush.round(x + 0.016 + fruit * 0.0148, 0.835, 0.008, ("#D9A441", "#8FA65B", "#B85C3E")[(fruit + number) % 3])
        brush.shape([(x - 0.018, 0.76), (x + 0.168, 0.76), (x + 0.135, 0.68), (x + 0.015, 0.68)], colour)
        brush.round(x + 0.075, 0.785, 0.009, "#FBE7B2")
    return brush


def _border_hills() -> Brush:
    brush = Brush(13, ("#C9D6DF", "#F1E6D2"))
    brush.sun(0.22, 0.26, 0.04, "#F6E6BC", 0.6)
    brush.ridge(0.36, 0.12, "#A9B9C2", "#D5DCD8", waves=2.6)
    brush.ridge(0.47, 0.12, "#869DA0", "#BDCBC2", waves=2.2)
    brush.ridge(0.6, 0.11, "#5F8078", "#9DB4A0", waves=1.8)
    brush.ridge(0.74, 0.09, "#4B6E5C", "#6E8F6C", waves=1.3)
    brush.way([(0.66, 0.66, 0.004), (0.6, 0.72, 0.009), (0.7, 0.8, 0.018), (0.55, 0.9, 0.035), (0.62, 1.02, 0.07)], "#D9C49A")
    brush.house(0.2, 0.78, 0.055, roof="#7B5A45", wall="#B6946C", dark="#8F7353", stilts=0.35)
    brush.house(0.32, 0.8, 0.06, roof="#6E5340", wall="#AE8C66", dark="#876C4E", stilts=0.35)
    brush.bushes(0.86, 1.0, "#43634F", "#5D8063", rows=3)
    brush.tree(0.12, 0.86, 0.1, PINE)
    brush.tree(0.88, 0.84, 0.12, PINE)
    return brush


def _banyan() -> Brush:
    brush = Brush(14, ("#E3E9E2", "#F7EFDC"))
    brush.ridge(0.5, 0.03, "#B4C6AC", "#CDD8BE", waves=1.6)
    brush.washed([(0, 0.56), (1, 0.56), (1, 1), (0, 1)], "#B9C48C", "#8FA266")
    brush.terraces(0.57, 0.76, ("#C2CB92", "#AEBB7C", "#BAC588"))
    brush.tufts(0.86, 1.0, "#7F935A", 160)
    brush.way([(0.02, 0.72, 0.01), (0.35, 0.77, 0.03), (0.62, 0.85, 0.08), (0.78, 1.02, 0.19)], "#E6D8B8")
    brush.house(0.7, 0.75, 0.12, roof="#9C5B40", wall="#E9DFC9")
    brush.shape([(0.63, 0.64), (0.86, 0.64), (0.83, 0.6), (0.66, 0.6)], "#8A6A4A")
    brush.shape([(0.645, 0.76), (0.652, 0.76), (0.652, 0.64), (0.645, 0.64)], "#5A4636")
    for x in (0.31, 0.33, 0.35, 0.365, 0.385):
        brush.shape([(x, 0.82), (x + 0.012, 0.82), (x + 0.006, 0.42), (x + 0.002, 0.42)], "#5E4B3B")
    brush.shape([(0.29, 0.84), (0.41, 0.84), (0.375, 0.5), (0.325, 0.5)], "#66513F")
    for x, y, size in ((0.2, 0.62, 0.2), (0.35, 0.6, 0.27), (0.5, 0.63, 0.19), (0.28, 0.5, 0.16), (0.43, 0.5, 0.16)):
        brush.tree(x, y, size, ("#44603F", "#5D7D50", "#86A16B"), bark="#66513F")
    return brush


def _coffee_slopes() -> Brush:
    brush = Brush(15, ("#D6DFE3", "#F4E9D6"))
    brush.sun(0.82, 0.2, 0.045, "#F5E2B4", 0.6)
    brush.cloud(0.3, 0.2, 0.06, "#EDF0EC")
    brush.ridge(0.4, 0.1, "#9FB4B4", "#CBD6CF", waves=2.4)
    brush.ridge(0.52, 0.09, "#7A9A86", "#A9BF9E", waves=1.7)
    brush.ridge(0.66, 0.06, "#8A6B52", "#A98562", waves=1.2)
    brush.bushes(0.67, 1.0, "#2F5540", "#4C7A58", rows=8)
    for number in range(130):
        part = brush.draw.random()
        brush.round(brush.draw.random(), 0.72 + 0.28 * part, 0.0022 + 0.0036 * part, "#A4161A" if number % 4 else "#C8742E")
    brush.tree(0.14, 0.72, 0.1, OLIVE)
    brush.house(0.7, 0.64, 0.05, roof="#8C5A44")
    return brush


def _rice() -> Brush:
    brush = Brush(16, ("#D8E5EA", "#F8EFD9"))
    brush.cloud(0.72, 0.17, 0.07, "#F3F4EF")
    brush.cloud(0.36, 0.25, 0.045, "#F0F2EC")
    brush.birds(0.14, 0.3)
    brush.ridge(0.46, 0.05, "#A7BDB8", "#C8D5C8", waves=2.2)
    brush.washed([(0, 0.5), (1, 0.5), (1, 1), (0, 1)], "#C9CF8B", "#9DB35F")
    brush.rows(0.52, 1.02, 0.58, ("#B3C26E", "#A2B55F", "#BCC87B"), count=30)
    brush.way([(0.575, 0.52, 0.002), (0.5, 0.66, 0.02), (0.36, 1.02, 0.1)], "#9FBCC4")
    brush.gleam(0.62, 1.0, "#CFE0E2", 26, between=(0.36, 0.5))
    brush.way([(0.59, 0.52, 0.001), (0.548, 0.66, 0.008), (0.5, 1.02, 0.036)], "#C8A878")
    for x in (0.08, 0.14, 0.19, 0.82, 0.88, 0.93):
        brush.tree(x, 0.53, 0.045, OLIVE)
    brush.house(0.24, 0.53, 0.035)
    brush.house(0.74, 0.53, 0.04, roof="#8C5A44")
    brush.tufts(0.68, 1.02, "#879C4C", 420)
    return brush


def _river_boats() -> Brush:
    brush = Brush(17, ("#E9D9C4", "#F6E9D2"))
    brush.sun(0.36, 0.3, 0.05, "#F0B97C", 0.65)
    brush.ridge(0.44, 0.06, "#A88F82", "#CDB6A0", waves=2.3)
    brush.ridge(0.5, 0.03, "#7F7A66", "#9C9578", waves=1.4)
    brush.washed([(0, 0.53), (1, 0.53), (1, 1), (0, 1)], "#DFC3A0", "#7E97A0")
    brush.gleam(0.55, 1.0, "#F1DFC2", 110)
    brush.gleam(0.54, 0.8, "#F4C48C", 40, between=(0.28, 0.46))
    for x, y, size in ((0.06, 0.55, 0.08), (0.13, 0.55, 0.06), (0.9, 0.56, 0.1)):
        brush.tree(x, y, size, ("#4B5140", "#656B50", "#878A66"))
    brush.boat(0.62, 0.66, 0.055, "#5C4634", cabin="#7A624A")
    brush.boat(0.77, 0.62, 0.035, "#5C4634", cabin="#7A624A")
    brush.boat(0.34, 0.8, 0.105, "#3D4E52", cabin="#6F6455")
    return brush


def _stilt_houses() -> Brush:
    brush = Brush(18, ("#CDD9D8", "#EFE9D8"))
    brush.ridge(0.34, 0.13, "#93A9A4", "#C5D1C4", waves=2.5)
    brush.ridge(0.5, 0.09, "#668776", "#9CB495", waves=1.7)
    brush.ridge(0.64, 0.05, "#7E9B6C", "#93A974", waves=1.1)
    brush.washed([(0, 0.7), (1, 0.7), (1, 1), (0, 1)], "#A9A878", "#C0A77C")
    for x, y, size, roof in ((0.1, 0.74, 0.12, "#6E5340"), (0.4, 0.72, 0.1, "#7B5A45"), (0.62, 0.82, 0.17, "#6A4D3B")):
        brush.house(x, y, size, roof=roof, wall="#B6946C", dark="#8F7353", stilts=0.36)
    for x, y, size in ((0.04, 0.76, 0.13), (0.33, 0.7, 0.09), (0.57, 0.7, 0.08), (0.94, 0.78, 0.15)):
        brush.tree(x, y, size, PINE)
    brush.tufts(0.84, 1.0, "#8A9463", 180)
    brush.way([(0.3, 0.74, 0.008), (0.36, 0.82, 0.025), (0.3, 0.92, 0.05), (0.38, 1.02, 0.1)], "#DCC7A0")
    return brush


def _island() -> Brush:
    brush = Brush(19, ("#BFD5E0", "#EEF0E6"))
    brush.cloud(0.2, 0.2, 0.08, "#F4F6F3")
    brush.cloud(0.72, 0.14, 0.06, "#EEF2F0")
    brush.birds(0.6, 0.3)
    brush.washed([(0, 0.5), (1, 0.5), (1, 1), (0, 1)], "#9CC0CB", "#3F7286")
    land = [(0.5, 0.505), (0.54, 0.46), (0.61, 0.43), (0.7, 0.405), (0.78, 0.43), (0.86, 0.47), (0.92, 0.505)]
    brush.washed(land, "#5C8266", "#7F9C72")
    brush.shape([(0.49, 0.5), (0.94, 0.5), (0.9, 0.515), (0.53, 0.515)], "#D9CBA6")
    brush.shape([(0.7, 0.41), (0.712, 0.41), (0.71, 0.33), (0.702, 0.33)], "#F3EFE6")
    brush.round(0.706, 0.328, 0.008, "#A4161A")
    brush.gleam(0.53, 1.0, "#BCD8DE", 150)
    brush.boat(0.3, 0.68, 0.1, "#F0ECE2", cabin="#2F4A57")
    brush.boat(0.58, 0.58, 0.04, "#5C4634", cabin="#A5513B")
    return brush


def _green_river() -> Brush:
    brush = Brush(20, ("#D3E3E2", "#F4EEDC"))
    for x, high, wide in ((0.1, 0.16, 0.16), (0.3, 0.26, 0.13), (0.86, 0.12, 0.2), (0.66, 0.3, 0.12)):
        left = [(x - wide, 0.6), (x - wide * 0.7, high + 0.2), (x - wide * 0.3, high + 0.03), (x, high)]
        right = [(x + wide * 0.35, high + 0.05), (x + wide * 0.72, high + 0.24), (x + wide, 0.6)]
        brush.washed(left + right, "#6E8F80", "#B4C7B0")
    brush.washed([(0, 0.58), (1, 0.58), (1, 1), (0, 1)], "#9CC2B2", "#3E7F74")
    brush.gleam(0.6, 1.0, "#C6DED2", 90)
    brush.washed([(0, 0.72), (0.16, 0.7), (0.3, 0.78), (0.34, 0.9), (0.28, 1.0), (0, 1.0)], "#D8C79A", "#B99F70")
    for number in range(12):
        brush.round(0.36 + number * 0.05, 0.8 + 0.012 * (number % 2), 0.007, "#A4161A" if number % 2 else "#FBF3E2")
    brush.boat(0.74, 0.7, 0.07, "#5C4634")
    brush.palm(0.08, 0.86, 0.26, "#4F7150")
    brush.tree(0.03, 0.8, 0.12, OLIVE)
    brush.tree(0.97, 0.64, 0.09, PINE)
    return brush


def _culture_house() -> Brush:
    brush = Brush(21, ("#D9E6EC", "#FAF0DC"))
    brush.sun(0.14, 0.22, 0.04, "#F7E5B5", 0.6)
    brush.ridge(0.5, 0.04, "#A9BFA6", "#C6D4BE", waves=1.7)
    brush.washed([(0, 0.6), (1, 0.6), (1, 1), (0, 1)], "#B7BC86", "#A2A870")
    for x, size in ((0.06, 0.16), (0.16, 0.12), (0.84, 0.15), (0.95, 0.18)):
        brush.tree(x, 0.68, size, OLIVE)
    brush.shape([(0.14, 0.72), (0.86, 0.72), (1.05, 1), (-0.05, 1)], "#E3D6BC")
    brush.house(0.3, 0.72, 0.32, roof="#A5513B", wall="#F1E4C3", dark="#D0BE97")
    for x in (0.33, 0.43, 0.53, 0.6):
        brush.shape([(x, 0.72), (x + 0.008, 0.72), (x + 0.008, 0.52), (x, 0.52)], "#FBF6EA")
    brush.shape([(0.225, 0.74), (0.23, 0.74), (0.23, 0.3), (0.225, 0.3)], "#8A7B66")
    brush.flag(0.23, 0.3, 0.075)
    for x, y, size in ((0.12, 0.86, 0.3), (0.9, 0.88, 0.3)):
        brush.palm(x, y, size, "#4F7150")
    return brush


def _school() -> Brush:
    brush = Brush(22, ("#CFDCE4", "#F2EBDB"))
    brush.cloud(0.62, 0.16, 0.06, "#F2F3EE")
    brush.ridge(0.36, 0.13, "#8FA8AE", "#C6D3CE", waves=2.2)
    brush.ridge(0.52, 0.08, "#66897A", "#9DB696", waves=1.6)
    brush.washed([(0, 0.62), (1, 0.62), (1, 1), (0, 1)], "#A9B583", "#C7B68A")
    for x in (0.24, 0.42, 0.6):
        brush.house(x, 0.7, 0.175, roof="#A24A3A", wall="#F3E9CF", dark="#CDBD98")
    brush.shape([(0.1, 0.86), (0.44, 0.82), (0.5, 0.94), (0.1, 1.0)], "#8D6F50")
    for row in range(4):
        for column in range(11):
            leaf = "#5C8A4E" if (row + column) % 3 else "#86AC62"
            brush.round(0.13 + column * 0.031 + row * 0.006, 0.865 + row * 0.03 - column * 0.003, 0.008, leaf)
    brush.tree(0.1, 0.72, 0.14, PINE)
    brush.tree(0.93, 0.74, 0.16, PINE)
    brush.way([(0.66, 0.72, 0.02), (0.7, 0.82, 0.05), (0.64, 1.02, 0.12)], "#E2D2AE")
    return brush


@dataclass(frozen=True)
class Scene:
    """A drawing: the name of its file, what it shows to those who cannot see it, how it is made."""

    title: str
    shows: str
    draw: Callable[[], Brush]

    @property
    def alt(self) -> str:
        return f"Hình minh họa: {self.shows}"


SCENES: dict[str, Scene] = {
    "duong-thon": Scene(
        "Đường thôn",
        "con đường làng rộng giữa hai hàng rào cây, nhà mái ngói, đồi thấp phía xa.",
        _village_road,
    ),
    "cho-som": Scene(
        "Chợ sớm",
        "dãy sạp chợ lúc tờ mờ sáng, đèn trên mỗi sạp, mái phố phía sau.",
        _market_at_dawn,
    ),
    "nui-bien-gioi": Scene(
        "Núi phía tây",
        "bốn lớp núi trong sương, hai nhà sàn và con đường đất lên bản.",
        _border_hills,
    ),
    "cay-da": Scene(
        "Gốc đa đầu làng",
        "cây đa lớn đầu làng, quán nhỏ lợp mái thấp bên đường.",
        _banyan,
    ),
    "doi-ca-phe": Scene(
        "Đồi cà phê",
        "những hàng cà phê trên sườn đồi, lấm tấm trái chín đỏ.",
        _coffee_slopes,
    ),
    "ruong-lua": Scene(
        "Ruộng lúa",
        "cánh đồng lúa chạy thẳng ra xa, con mương và bờ đất ở giữa.",
        _rice,
    ),
    "song-thuyen": Scene(
        "Sông và thuyền",
        "ba chiếc thuyền có mui trên sông lúc mặt trời thấp.",
        _river_boats,
    ),
    "nha-san": Scene(
        "Nhà sàn",
        "ba ngôi nhà sàn dưới chân núi, lối đất đi vào giữa.",
        _stilt_houses,
    ),
    "dao-xa": Scene(
        "Đảo nhỏ",
        "hòn đảo có ngọn hải đăng, tàu khách và thuyền trên biển lặng.",
        _island,
    ),
    "song-xanh": Scene(
        "Bến sông",
        "núi đá vôi bên dòng sông xanh, bãi cát và một hàng phao giới hạn.",
        _green_river,
    ),
    "nha-van-hoa": Scene(
        "Nhà văn hóa thôn",
        "nhà văn hóa thôn mái ngói, sân rộng, cột cờ và hai cây cau.",
        _culture_house,
    ),
    "truong-vung-cao": Scene(
        "Trường vùng cao",
        "dãy lớp học mái đỏ dưới chân núi, vườn rau trước sân.",
        _school,
    ),
}
# fmt: on


@cache
def jpeg_of(key: str) -> bytes:
    """The drawing called `key`; drawn once a process."""
    return SCENES[key].draw().jpeg()
