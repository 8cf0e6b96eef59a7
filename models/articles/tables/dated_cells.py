"""Read the cells of a column of dates, in the order of day and month that the column shows."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from models.articles.dates import day_order, read_date, readings
from models.articles.how_to_read import HowToRead
from models.articles.tables.table import Table

SERIAL = re.compile(r"(?P<days>[2-7]\d{4})(?:\.\d+)?")
"""A day from 1954 on as a workbook counts it if its cell is not shown as a date; a smaller number may be a year."""


@dataclass(frozen=True, slots=True)
class Dating:
    """How the dates of a table are read: whether the day is first, if known, and the day from which it counts."""

    day_first: bool | None
    epoch: datetime | None

    def day(self, words: str) -> str | None:
        """Return the day, perhaps with the time, or None if it is not certain."""
        if self.epoch is not None and (serial := SERIAL.fullmatch(words)):
            return (self.epoch + timedelta(days=int(serial["days"]))).date().isoformat()
        either = readings(words)
        if either and self.day_first is not None:
            return either[0] if self.day_first else either[1]
        return read_date(words)


def dating_of(table: Table, how: HowToRead, name: str | None) -> Dating:
    """Return how a column is read: as the coder said, or else as its first cells show."""
    shown = day_order(table.column(name)) if name else None
    return Dating(shown if how.day_first is None else how.day_first, table.epoch)
