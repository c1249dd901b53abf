"""Writes of the portal."""
