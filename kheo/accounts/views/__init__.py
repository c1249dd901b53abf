"""Views of this room: one module a noun; each fetches through `visible_to`, calls one action, answers."""
