"""Open data: what is public, for programs. Read only, no key, no cookie."""

from kheo.portal.api.routes import api

__all__ = ["api"]
