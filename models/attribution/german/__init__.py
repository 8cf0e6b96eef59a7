"""The German grammar of who says what: reports are read from sentences by word lists, since no tagger exists."""
