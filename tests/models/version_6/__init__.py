"""A project of version 6, kept for ever."""
