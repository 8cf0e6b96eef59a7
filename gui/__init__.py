"""How a project looks and is handled: the window, its panes and its keys. Nothing here speaks SQL."""
