"""Changing many cells at once: what is to be changed, a preview of it, and the forms that ask."""
