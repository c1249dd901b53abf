"""Lượt truy cập."""
