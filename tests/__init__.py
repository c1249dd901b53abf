"""Tests mirror the package; journeys and house rules stand apart."""
