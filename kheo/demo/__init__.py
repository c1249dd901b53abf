"""Dữ liệu minh họa."""
