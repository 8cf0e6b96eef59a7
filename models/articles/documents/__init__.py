"""Documents: the paragraphs of a file of any kind, with what the splitting into articles needs to know of each."""
