"""What is done with papers: drafted, numbered, issued, confirmed; registers, templates and styles kept."""
