"""Cổng thông tin."""
