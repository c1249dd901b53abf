"""How offices' own lists are read."""
