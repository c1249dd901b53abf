"""A view asks one thing and answers; it fetches through `visible_to`, calls an action, and redirects."""
