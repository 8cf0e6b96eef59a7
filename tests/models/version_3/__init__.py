"""A project of version 3, kept for ever."""
