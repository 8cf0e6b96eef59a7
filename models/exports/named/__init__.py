"""Exports with a name: what they keep, and how the file keeps it."""
