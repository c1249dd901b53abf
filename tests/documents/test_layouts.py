"""Rule sets of layout: every measure in its range and with its source; which one holds on a day."""

from datetime import date
from itertools import pairwise

import pytest

from kheo.documents.layouts import LAYOUTS, NoLayout, layout_for
from kheo.documents.paper import Form

MEASURES = [(layout, name) for layout in LAYOUTS for name in layout.measures()]


@pytest.mark.parametrize(("layout", "name"), MEASURES, ids=[f"{layout.name}-{name}" for layout, name in MEASURES])
def test_a_measure_is_inside_its_range_and_names_its_source(layout, name):
    measure = layout.measures()[name]

    assert measure.low <= measure.value <= measure.high
    assert len(measure.source) > 10


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_a_layout_says_where_its_marks_and_wording_are_told(layout):
    assert layout.marks_source
    assert layout.wording.source


def test_the_rule_set_of_a_day():
    found = [
        layout_for(Form.PARTY, date(2018, 4, 3)).name,
        layout_for(Form.PARTY, date(2026, 5, 26)).name,
        layout_for(Form.PARTY, date(2026, 5, 27)).name,
        layout_for(Form.STATE, date(2020, 3, 5)).name,
        layout_for("state", date(2031, 1, 1)).name,
    ]

    assert found == [
        "Hướng dẫn 36-HD/VPTW ngày 03/4/2018",
        "Hướng dẫn 36-HD/VPTW ngày 03/4/2018",
        "Hướng dẫn 05-HD/VPTW ngày 27/5/2026",
        "Nghị định 30/2020/NĐ-CP",
        "Nghị định 30/2020/NĐ-CP",
    ]


@pytest.mark.parametrize(("form", "on"), [(Form.STATE, date(2020, 3, 4)), (Form.PARTY, date(2018, 4, 2))])
def test_a_day_before_any_rule_set_is_said_so(form, on):
    with pytest.raises(NoLayout, match=f"{on:%d/%m/%Y}"):
        layout_for(form, on)


def test_rule_sets_of_one_form_leave_no_day_between_them_and_do_not_overlap():
    for form in Form:
        ours = sorted((layout for layout in LAYOUTS if layout.form == form), key=lambda layout: layout.starts)
        for earlier, later in pairwise(ours):
            assert (later.starts - earlier.ends).days == 1
        assert ours[-1].ends is None


def test_measures_the_sources_agree_on():
    """Counted from the collected facts, not from the code."""
    party, state = layout_for(Form.PARTY, date(2026, 11, 1)), layout_for(Form.STATE, date(2026, 11, 1))
    margins = ("margin_top", "margin_bottom", "margin_left", "margin_right")

    assert [party.measures()[name].value for name in margins] == [20, 20, 30, 15]
    assert [(m.low, m.high) for m in (state.measures()[name] for name in margins)] == [
        (20, 25),
        (20, 25),
        (30, 35),
        (15, 20),
    ]
    assert (party.body.size.value, party.indent.value, party.number_from_edge.value) == (14, 10, 10)
    assert (party.signer_title.bold, state.signer_title.bold) == (False, True)
    assert marks(party.recipients_title) == {"underlined"}
    assert marks(state.recipients_title) == {"bold", "italic"}


def marks(style):
    return {name for name in ("bold", "italic", "underlined") if getattr(style, name)}
