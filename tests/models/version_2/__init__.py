"""A project of version 2, kept for ever."""
