"""Bình chọn."""
