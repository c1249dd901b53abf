"""An office's own Word file filled with a paper's fields: looked into first, then filled in a child under limits."""

from kheo.documents.own_templates.fields import FIELDS, Field, values_of
from kheo.documents.own_templates.filling import BadTemplate, fill, try_out
from kheo.documents.own_templates.package import sample_paper
from kheo.documents.own_templates.starter import starter

__all__ = ["FIELDS", "BadTemplate", "Field", "fill", "sample_paper", "starter", "try_out", "values_of"]
