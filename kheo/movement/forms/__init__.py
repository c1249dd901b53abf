"""Is this input well formed? Forms ask that and nothing else; what they hold goes to an action."""
