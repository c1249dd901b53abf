"""Tests of evidence: files on their way in, what is kept of them, who gets which copy."""
