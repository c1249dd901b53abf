"""Forms of the portal: what readers filter by, what the newsroom asks of a photo."""
