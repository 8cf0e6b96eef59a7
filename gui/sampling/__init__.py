"""Drawing samples of articles, and what was drawn."""
