"""What templates may ask of the counter."""
