"""What becomes of the records of an article when its text is replaced by another version of it; it changes nothing."""
