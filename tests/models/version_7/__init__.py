"""A project of version 7, kept for ever."""
