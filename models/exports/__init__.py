"""Publish a project as tables: the description of every column, and the files that are made from it."""
