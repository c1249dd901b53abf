"""Writes of this room: one module a noun, one function a verb."""
