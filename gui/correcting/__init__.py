"""The text of an article is corrected or read again: what that does to its records, before and afterwards."""
