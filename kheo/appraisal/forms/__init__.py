"""Forms of this room; a form never saves."""
