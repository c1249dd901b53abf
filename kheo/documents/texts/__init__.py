"""Texts of official papers, one module a kind: plain words, numbers and days in, a `Paper` out."""
