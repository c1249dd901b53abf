"""Management of the counter."""
