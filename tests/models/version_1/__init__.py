"""A project file of version 1, kept for ever, with the script that made it."""
