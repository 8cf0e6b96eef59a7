"""The registry as a table for spreadsheets: its columns, and CSV files written and read."""
