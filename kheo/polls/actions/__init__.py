"""What may be done to a poll, and the casting of a vote: one function a verb."""
