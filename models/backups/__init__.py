"""Backups of a project: made while it is worked on, thinned as they get older, and restored into a new file."""
