"""Vietnamese text on the ground floor."""
