"""The window with what was found in files or on the clipboard, to be looked at before it is added."""
