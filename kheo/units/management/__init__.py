"""Commands over units."""
