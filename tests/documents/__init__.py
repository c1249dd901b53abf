"""Official papers: rule sets, texts, and the files read back."""
