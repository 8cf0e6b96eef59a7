"""Who says what: the words of a text that name the source of a claim, and the speaker they mean. Never writes."""
