"""Places in a list by marks, plain and normalised. Pure arithmetic in whole thousandths, the same on every database.

Normalised (điểm quy đổi): each sheet says how far, in that juror's own spread, it lies from that juror's own mean; this
is put on the mean and spread of the panel, m' = M + S * (x - m) / s, and a file's mark is the mean of its sheets.
All spreads are of the whole population. Whoever gave every file the same says "average" of each (m' = M); whoever sent
one sheet only has no spread, and that sheet stays as it is.
"""

from collections import defaultdict
from collections.abc import Iterable
from math import fsum, sqrt
from typing import NamedTuple

# (file, group, panel, juror, total in thousandths)
Sheet = tuple[int, str, int | None, int | None, int]


class Spread(NamedTuple):
    """How somebody (or a whole panel) scored: number of sheets, mean and spread, in marks."""

    sheets: int
    mean: float
    spread: float


class Ranked(NamedTuple):
    """One file among its group. Marks in hundredths; files with the same mark share a place."""

    file: int
    group: str
    mark: int
    place: int
    normal: int
    normal_place: int
    sheets: int


def spread_of(totals: list[int]) -> Spread:
    """Mean and spread of totals in thousandths."""
    number = len(totals)
    whole = sum(totals)
    # In whole numbers until the end: no two roads of adding give two results.
    variance = number * sum(each * each for each in totals) - whole * whole
    return Spread(number, whole / number / 1000, sqrt(variance) / number / 1000)


def spreads(sheets: Iterable[Sheet]) -> tuple[dict, dict]:
    """How each panel scored, and each juror in it: {panel: Spread}, {(panel, juror): Spread}."""
    of_panel, of_juror = defaultdict(list), defaultdict(list)
    for _, _, panel, juror, total in sheets:
        of_panel[panel].append(total)
        of_juror[panel, juror].append(total)
    return (
        {panel: spread_of(totals) for panel, totals in of_panel.items()},
        {key: spread_of(totals) for key, totals in of_juror.items()},
    )


def ranked(sheets: Iterable[Sheet]) -> list[Ranked]:
    """All files that have a sheet, by group and place."""
    sheets = list(sheets)
    lines = _lines_of(*spreads(sheets))
    plain: dict[int, list[int]] = defaultdict(list)
    normal: dict[int, list[float]] = defaultdict(list)
    group_of: dict[int, str] = {}
    for file, group, panel, juror, total in sheets:
        factor, shift = lines[panel, juror]
        plain[file].append(total)
        normal[file].append(total * factor + shift)
        group_of[file] = group
    marks = {file: _mean_in_hundredths(totals) for file, totals in plain.items()}
    normals = {file: _hundredths(fsum(values) / len(values)) for file, values in normal.items()}
    places, normal_places = _places(marks, group_of), _places(normals, group_of)
    rows = [
        Ranked(file, group_of[file], marks[file], places[file], normals[file], normal_places[file], len(plain[file]))
        for file in plain
    ]
    return sorted(rows, key=lambda row: (row.group, row.place, row.normal_place, row.file))


def _lines_of(panels: dict, jurors: dict) -> dict:
    """For each juror the straight line that puts a total (in thousandths) on the scale of the panel: factor, shift."""
    lines = {}
    for (panel, juror), own in jurors.items():
        whole = panels[panel]
        if own.sheets == 1:
            lines[panel, juror] = 1.0, 0.0
        elif not own.spread:
            lines[panel, juror] = 0.0, whole.mean * 1000
        else:
            factor = whole.spread / own.spread
            lines[panel, juror] = factor, (whole.mean - own.mean * factor) * 1000
    return lines


def _mean_in_hundredths(totals: list[int]) -> int:
    """The mean, rounded half up: as it is printed, so that who reads the same mark reads the same place."""
    number, whole = len(totals) * 10, sum(totals)
    return (2 * whole + number) // (2 * number)


def _hundredths(thousandths: float) -> int:
    # What adding in another order could move is far below this; a half of a hundredth is not left to it.
    return int((round(thousandths, 4) + 5) // 10)


def _places(values: dict[int, int], group_of: dict[int, str]) -> dict[int, int]:
    """Each file's place in its group: one more than the number of files above it."""
    counts: dict[str, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    for file, value in values.items():
        counts[group_of[file]][value] += 1
    places: dict[tuple[str, int], int] = {}
    for group, of_value in counts.items():
        above = 0
        for value in sorted(of_value, reverse=True):
            places[group, value] = above + 1
            above += of_value[value]
    return {file: places[group_of[file], value] for file, value in values.items()}
