"""The counter's box stands on pages of other rooms, which know nothing of it: it asks for its one figure itself."""

from django import template

from kheo.visits import queries

register = template.Library()


@register.simple_tag
def site_views() -> queries.Total:
    """Views of the whole site."""
    return queries.site_total()
