"""Khéo runs a "Dân vận khéo" emulation movement and the portal where people read about it."""
