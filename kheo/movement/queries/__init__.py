"""Reads shaped for a page or an export: no request, no write, a known number of queries."""
