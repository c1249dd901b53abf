"""Registers drawn at random are read to exactly the rows and errors that were drawn into them."""

import unicodedata

import pytest

from kheo.movement.importing import as_json, read_register
from tests.movement.importing import paper
from tests.movement.importing.draw import Drawing, nfd, spelled
from tests.movement.importing.places import TODAY, matcher

#: Ending, how it is written, how its texts are spelled, and what the drawing must leave out.
PAPERS = {
    "xlsx": (".xlsx", paper.xlsx, {}),
    "xlsx in NFD": (".xlsx", lambda drawn: paper.xlsx(spelled(drawn, nfd)), {}),
    "xlsx in TCVN3": (".xlsx", lambda drawn: paper.xlsx(spelled(drawn, paper.tcvn3)), {"capital_marks": False}),
    "xls": (".xls", paper.xls, {}),
    "ods": (".ods", paper.ods, {}),
    "csv utf-8": (".csv", lambda drawn: paper.csv_text(drawn, ",").encode(), {"merges": False}),
    "csv utf-8-sig": (".csv", lambda drawn: paper.csv_text(drawn, ";").encode("utf-8-sig"), {"merges": False}),
    "csv utf-16": (".csv", lambda drawn: paper.csv_text(drawn, "\t").encode("utf-16"), {"merges": False}),
    "csv cp1258": (".csv", lambda drawn: paper.cp1258(paper.csv_text(drawn, ",")), {"merges": False}),
    "csv TCVN3": (
        ".csv",
        lambda drawn: paper.tcvn3(paper.csv_text(drawn, ",")).encode("latin-1", "replace"),
        {"merges": False, "capital_marks": False},
    ),
}
SEEDS = range(4)
STRAIGHT = str.maketrans("“”", "''")


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("kind", PAPERS)
def test_drawn_register_is_read_as_it_was_drawn(kind, seed):
    suffix, write, limits = PAPERS[kind]
    drawn = Drawing(f"{kind} {seed}", **limits).draw()
    sheet = "CSV" if suffix == ".csv" else drawn.sheet

    found = as_json(read_register(write(drawn), name=f"danh-muc{suffix}", match_unit=matcher().match, on=TODAY))

    assert [_plain(error) for error in found["errors"]] == [_plain({**error, "sheet": sheet}) for error in drawn.errors]
    assert found["rows"] == drawn.rows


def _plain(error):
    """An error with the beginning of its reason, which is what was drawn; TCVN3 has no capitals to give back."""
    texts = {key: unicodedata.normalize("NFC", error[key]).casefold() for key in ("sheet", "column", "value")}
    texts["column"] = texts["column"].translate(STRAIGHT)
    return {**texts, "row": error["row"], "reason": error["reason"].split(":")[0].split(" (")[0].split(" mô hình,")[0]}
