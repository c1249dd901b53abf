"""What developers run besides the application; nothing in kheo imports it."""
