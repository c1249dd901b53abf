"""Tests of what developers run: scripts, tables, measurements."""
