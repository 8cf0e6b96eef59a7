"""Make a large project out of a small one by SQL: copies of its articles with their records, under other ids."""

import shutil
from contextlib import closing
from pathlib import Path

from models.entities import Article, Boilerplate, Claim, Number, Span
from models.store.derived import rebuild
from models.store.opening import connect
from models.store.rows import COLUMNS, TABLES

VARIED = {
    "title": "record.title || ' of edition ' || (copy.number * 31 % 997)",
    "published": "date('2020-01-01', '+' || (copy.number * 37 % 2000) || ' days')",
    "summary": "'Summary ' || (record.row * 7919 % 5003) || '-' || copy.number",
    "mode": "CASE record.row % 5 WHEN 1 THEN 'direct' WHEN 2 THEN 'mixed' WHEN 3 THEN 'indirect' END",
    "qualifier": "CASE record.row % 9 WHEN 0 THEN 'about' WHEN 1 THEN 'at least' ELSE record.qualifier END",
    "counted": "record.counted || ' of kind ' || (record.row % 50)",
    "value": "record.value * copy.number % 100003",
    "unit": "CASE record.row % 5 WHEN 0 THEN 'km²' WHEN 1 THEN '%' WHEN 2 THEN 'EUR' WHEN 3 THEN 'kg' END",
}
"""Columns whose values are others in each copy, so that there is something to sort by."""
FIRST = 256
"""The ids of a copy begin with three hexadecimal digits from here on, which no time of today begins with."""


def multiply(small: Path, large: Path, times: int) -> None:
    """Write a project that holds the articles of a small one so many times; its history stays that of the small one."""
    shutil.copyfile(small, large)
    with closing(connect(large)) as connection:
        for pragma in ("synchronous = OFF", "journal_mode = MEMORY", "cache_size = -400000", "foreign_keys = OFF"):
            connection.execute(f"PRAGMA {pragma}").fetchall()
        connection.execute("BEGIN")
        connection.execute("CREATE TEMP TABLE copy (number INTEGER PRIMARY KEY)")
        connection.executemany("INSERT INTO copy VALUES (?)", ((number,) for number in range(1, times)))
        for entity in (Article, Claim, Number, Span, Boilerplate):
            table, columns = TABLES[entity], COLUMNS[entity]
            values = ", ".join(_value(column) for column in columns)
            names = ", ".join(f'"{column}"' for column in columns)
            connection.execute(
                f"INSERT INTO {table} ({names}) SELECT {values} FROM copy CROSS JOIN {table} AS record ORDER BY 1"
            )
        rebuild(connection)
        connection.execute("COMMIT")


def _value(column: str) -> str:
    if column in ("id", "article", "claim", "number"):
        return f"printf('%03x', copy.number + {FIRST}) || substr(record.{column}, 4)"
    return VARIED.get(column, f'record."{column}"')
