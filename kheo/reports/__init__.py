"""Tổng hợp."""
