"""Turn the gestures of the coder into edits."""
