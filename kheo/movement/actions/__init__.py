"""The verbs of the movement: one module a noun, one function a verb; each in one transaction, with one audit event."""
