"""What the coder can do, as data in groups: the words, keys and icon of each command, described once.

The menu bar, the context menus of text, cells and articles, and the list of keys are made from these.
"""
