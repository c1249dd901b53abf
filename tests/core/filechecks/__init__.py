"""Tests of the checks of files on their way in."""
