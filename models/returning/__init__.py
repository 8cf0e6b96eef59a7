"""The way back: exported tables that were edited in a spreadsheet, read and compared with the project."""
