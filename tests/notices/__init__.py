"""Notices, the outbox and mail."""
