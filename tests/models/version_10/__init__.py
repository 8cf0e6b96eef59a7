"""A project of version 10, kept for ever."""
