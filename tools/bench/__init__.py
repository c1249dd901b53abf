"""Measures what has a limit against a yardstick that a reader can check."""
