"""The dates of a database of the Discourse Network Analyzer, which keeps them as numbers."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

HOUR, DAY = 3_600_000, 86_400_000
"""Milliseconds."""

Dated = tuple[str | None, str | None]
"""A date as YYYY-MM-DD or YYYY-MM-DDTHH:MM; or else, if its day is not certain, in words."""


def dates_of(numbers: Sequence[object], *, are_seconds: bool) -> list[Dated]:
    """Return the dates of some documents of one database; neither form for a document without a date.

    DNA 3 keeps seconds, without a time zone. DNA 2 keeps milliseconds of a time zone that it does not note: if they are
    the same for all documents but for an hour of summer time, they are midnight there, and the days are certain.
    """
    moments = [_moment(each, 1 if are_seconds else 1000) for each in numbers]
    if are_seconds:
        return [(_printed(moment), None) if moment else (None, None) for moment in moments]
    times = sorted({int(moment.timestamp() * 1000) % DAY for moment in moments if moment})
    if times and ((times[-1] - times[0]) in {0, HOUR, DAY - HOUR}) and len(times) <= 2:
        # Midnight in zones up to 12 hours to the east is in the second half of the day before.
        return [
            ((moment + timedelta(hours=12)).date().isoformat(), None) if moment else (None, None) for moment in moments
        ]
    return [(None, f"{moment:%Y-%m-%d %H:%M} UTC") if moment else (None, None) for moment in moments]


def _moment(number: object, of_a_second: int) -> datetime | None:
    if not isinstance(number, int) or number == 0:
        return None
    try:
        return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=number / of_a_second)
    except OverflowError:
        return None


def _printed(moment: datetime) -> str:
    at_midnight = (moment.hour, moment.minute) == (0, 0)
    return moment.date().isoformat() if at_midnight else moment.strftime("%Y-%m-%dT%H:%M")
