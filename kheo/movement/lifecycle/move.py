"""A row of a lifecycle table; every room has the same (`kheo.accounts.move`), and here it keeps its familiar address."""

from kheo.accounts.move import Move, NotYet, Obstacle, by_name, first, no_obstacle

__all__ = ["Move", "NotYet", "Obstacle", "by_name", "first", "no_obstacle"]
