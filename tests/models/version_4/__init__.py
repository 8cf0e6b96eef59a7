"""A project of version 4, kept for ever."""
