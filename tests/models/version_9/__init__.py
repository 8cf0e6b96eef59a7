"""A project of version 9, kept for ever."""
