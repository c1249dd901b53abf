"""Requests and answers of the portal."""


def load() -> None:
    """Have each kind of page find its view."""
    from kheo.portal.views import events, news, pages  # noqa: F401  # they register themselves, once models are there
