"""Wiring only: settings, addresses, the door for a server. Nothing imports it."""
