"""Rules of the house that a machine holds."""
