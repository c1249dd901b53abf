"""The one writer of a stage; every room has the same (`kheo.accounts.actions.moves`)."""

from kheo.accounts.actions.moves import follow, make, may, open_moves

__all__ = ["follow", "make", "may", "open_moves"]
