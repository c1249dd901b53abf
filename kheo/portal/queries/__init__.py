"""Reads of the portal, shaped for a page."""
