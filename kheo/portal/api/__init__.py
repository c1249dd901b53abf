"""Open data: what is public, for programs. Read only, no key, no cookie."""

from django.contrib.auth.decorators import login_not_required

from kheo.portal.api.routes import api

urls = api.urls
for pattern in urls[0]:
    # Marked one by one, as each open view is: what the library adds another day stays closed until it is named here.
    pattern.callback = login_not_required(pattern.callback)

__all__ = ["api", "urls"]
