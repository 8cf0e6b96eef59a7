"""Tables whose rows are articles: CSV, workbooks and JSON, read with what each of their columns says."""
