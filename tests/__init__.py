"""Tests, laid out as the package is; tests/make.py makes what they need."""
