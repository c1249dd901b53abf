"""HTTP for the movement: fetch through `visible_to`, call, answer."""
