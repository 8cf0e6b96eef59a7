"""The lines that tables show, made of records."""
