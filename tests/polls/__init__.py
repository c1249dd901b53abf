"""Polls: what may be asked, how votes are taken, and what nobody can find out."""
