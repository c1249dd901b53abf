"""The whole application, with five made-up pages that may be counted; what the test of kills has gunicorn serve."""

from config.wsgi import application
from kheo.visits import countable

PAGES = 5
countable.register("thu", lambda tail: "tin-thu" if tail in {str(n) for n in range(PAGES)} else None)

__all__ = ("application",)
