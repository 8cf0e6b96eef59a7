"""The window of the history: what was done, when, by whom and of what."""
