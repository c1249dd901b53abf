"""HTTP for polls: what anyone opens, and what the editors work with."""
