"""A project of version 5, kept for ever."""
