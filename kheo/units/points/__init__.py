"""A point within each commune of 2025, for schematic maps: degrees to three places, which is no boundary and no address.

communes.csv was taken from the table `admin_units` of vietnamadminunits 1.0.4 (MIT, its licence beside it); the codes are
those of the published list of communes (kheo/units/places.py), every one of which has its point.
"""

import csv
from functools import cache
from importlib.resources import files


@cache
def points() -> dict[str, tuple[float, float]]:
    """(latitude, longitude) by the code of a commune."""
    text = files(__name__).joinpath("communes.csv").read_text("utf-8")
    rows = csv.DictReader(text.splitlines())
    return {row["code"]: (float(row["latitude"]), float(row["longitude"])) for row in rows}
