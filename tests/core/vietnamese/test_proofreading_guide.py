"""The guide to Soát lỗi says what the code does, row by row."""

import datetime as dt
import re
from pathlib import Path

import pytest

from kheo.core.vietnamese import Kind, mended, proofread

GUIDE = Path(__file__).parents[3] / "docs" / "guides" / "soat-loi.md"
NOW = dt.date(2026, 11, 23)


def rows(heading):
    section = GUIDE.read_text("utf-8").partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    return [row.strip("| ").split(" | ") for row in re.findall(r"^\|.+", section, re.MULTILINE)[2:]]


def test_the_guide_names_every_kind():
    assert [row[0] for row in rows("Tám loại")] == [kind.label for kind in Kind]


@pytest.mark.parametrize(("written", "right", "label"), rows("Chỗ Khéo sửa được"))
def test_the_guide_is_right_about_what_is_mended(written, right, label):
    text = written.strip("`")
    marks = proofread(text, on=NOW)

    assert mended(text, marks) == right
    assert label in {mark.kind.label for mark in marks if mark.mend is not None}


@pytest.mark.parametrize(("written", "_why"), rows("Chỗ Khéo chỉ nói"))
def test_the_guide_is_right_about_what_is_only_told(written, _why):
    assert [mark.mend for mark in proofread(written.strip("`"), on=NOW)] == [None]


@pytest.mark.parametrize(("written", "_why"), rows("Chỗ Khéo để yên"))
def test_the_guide_is_right_about_what_is_left_alone(written, _why):
    assert proofread(written.strip("`"), on=NOW) == []


def test_the_guide_has_all_its_tables():
    headings = ("Tám loại", "Chỗ Khéo sửa được", "Chỗ Khéo chỉ nói", "Chỗ Khéo để yên")

    assert [len(rows(heading)) for heading in headings] == [8, 14, 4, 9]
