"""Read the dates of exported cells, which are written by ISO 8601."""

from datetime import UTC, date, datetime

DAY = len("2015-01-23")
"""The most characters of a day without a time."""


def read_date(cell: str) -> date | datetime | None:
    """Return the day that a cell says, or the day and time; None if it says neither."""
    try:
        moment = datetime.fromisoformat(cell)
    except ValueError:
        return None
    return moment.date() if len(cell) <= DAY else moment


def in_utc(moment: datetime) -> datetime:
    """Return a moment in UTC, without a time zone; one that has none is taken to be in UTC."""
    return moment.astimezone(UTC).replace(tzinfo=None) if moment.tzinfo else moment
