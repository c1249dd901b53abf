"""Cuts the fonts down to what a Vietnamese page writes: `python -m tools.fonts FOLDER`, files are rewritten in place.

FOLDER holds Be Vietnam Pro (OFL 1.1) as be-vietnam-pro-{latin,vietnamese}-{400,500,600}.woff2; the project ships the
result in kheo/core/static/core/fonts. What is left out: hinting, small caps, old figures, letters of other languages.
"""

import sys
from pathlib import Path

from fontTools import subset

LETTERS = (
    "U+20-7E,U+A0-FF,U+102-103,U+110-111,U+128-129,U+168-169,U+1A0-1A1,U+1AF-1B0,U+300-301,U+303,U+309,U+323,"
    "U+1EA0-1EF9,U+2013,U+2014,U+2018,U+2019,U+201C,U+201D,U+2022,U+2026,U+2032,U+2033,U+203A,U+20AB,U+20AC,"
    "U+2190-2193,U+2212,U+2264,U+2265"
)
FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl", "tnum", "lnum"]


def cut(path: Path) -> tuple[int, int]:
    """Rewrite one file; its size before and after, in bytes."""
    options = subset.Options(layout_features=FEATURES, hinting=False, flavor="woff2")
    before = path.stat().st_size
    font = subset.load_font(str(path), options)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=subset.parse_unicodes(LETTERS))
    cutter.subset(font)
    subset.save_font(font, str(path), options)
    return before, path.stat().st_size


def main(arguments: list[str]) -> int:
    if len(arguments) != 1 or not Path(arguments[0]).is_dir():
        print(__doc__)
        return 1
    for path in sorted(Path(arguments[0]).glob("*.woff2")):
        before, after = cut(path)
        print(f"{path.name}: {before:,} → {after:,}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
