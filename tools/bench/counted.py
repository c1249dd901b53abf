"""The whole application with pages that may be counted: "do:1", "do:2", …, all of one section."""

from config.wsgi import application
from kheo.visits import countable

countable.register("do", lambda tail: "do-thu")

__all__ = ("application",)
