"""What the words of an article say, found by rule: numbers, modes of reporting and likely speakers. Never writes."""
