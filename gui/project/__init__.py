"""The open project: the one place for all changes, its reader, and the selection."""
