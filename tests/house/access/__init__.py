"""The table of access, by room: one module a room, each with its ROWS. How to add one: tests/house/access/row.py."""
