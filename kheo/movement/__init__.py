"""Phong trào."""
