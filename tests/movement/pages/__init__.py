"""Pages of the register through the client: what is shown, what is hidden, how many queries."""
