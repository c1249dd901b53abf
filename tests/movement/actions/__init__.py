"""The verbs of the movement: what changed, what was recorded, what was refused and that nothing changed then."""
