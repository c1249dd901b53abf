"""The door a WSGI server knocks on."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
loaded = get_wsgi_application()

from kheo.visits.middleware import before  # noqa: E402  its models are there only once the rooms are loaded

application = before(loaded)
