"""Is this input well formed? Forms answer that and hand their data to an action; they never save."""
