"""The lines that tables and exports show, made of records."""
