"""Rule sets of layout as data: which measures hold for a form on a day, each with its range and its source."""

from datetime import date

from kheo.documents.layouts.measure import Layout, Measure, Style, Wording
from kheo.documents.layouts.party import HD05, HD36
from kheo.documents.layouts.state import ND30
from kheo.documents.paper import Form

__all__ = ["HD05", "HD36", "LAYOUTS", "ND30", "Layout", "Measure", "NoLayout", "Style", "Wording", "layout_for"]

LAYOUTS = (HD36, HD05, ND30)


class NoLayout(ValueError):
    """No rule set held for that form on that day; its message says so in Vietnamese."""


def layout_for(form: Form | str, on: date) -> Layout:
    """The rule set that holds for a form on a day."""
    for layout in LAYOUTS:
        if layout.form == form and layout.starts <= on and (layout.ends is None or on <= layout.ends):
            return layout
    raise NoLayout(f"Khéo không có quy định thể thức {Form(form).label.lower()} vào ngày {on:%d/%m/%Y}.")
