"""The dialog in which an export is put together, its preview, and the window with its result."""
