"""What the administrator runs at the server for papers."""
