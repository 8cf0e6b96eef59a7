"""Read what is left of a damaged SQLite file page by page, without SQLite, which refuses a file where it is damaged.

The format of the file: https://www.sqlite.org/fileformat2.html. Nothing here writes to a file.
"""
