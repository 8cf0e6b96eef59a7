"""What the coder says of files that do not say it: the columns of tables, the names of files, and databases."""
