"""A project of version 8, kept for ever."""
