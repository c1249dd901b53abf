"""Pages over notices, the outbox and mail."""
