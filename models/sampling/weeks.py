"""Draw the dates of constructed weeks: for each day of the week, dates at random among those in a period.

News differs by the day of the week, so that a sample needs each as often as any other (Riffe, Aust and Lacy 1993;
Luke, Caburnay and Cohen 2011).
"""

from collections.abc import Iterator
from datetime import date, timedelta

from models.sampling.lots import by_lot

DAYS_OF_A_WEEK = 7


def days_between(first: str, last: str) -> Iterator[str]:
    """Yield every date from the first to the last (YYYY-MM-DD)."""
    day, end = date.fromisoformat(first), date.fromisoformat(last)
    while day <= end:
        yield day.isoformat()
        day += timedelta(days=1)


def constructed_weeks(first: str, last: str, weeks: int, seed: int, outlet: str = "") -> tuple[list[str], int]:
    """Return the dates of some constructed weeks, in their order, and how many there are too few in the period.

    Dates are drawn without replacement; dates without articles can be drawn as any other. The lot of a date is that of
    its name, after the outlet and a blank if dates are drawn for one.
    """
    found: list[str] = []
    for weekday in range(DAYS_OF_A_WEEK):
        days = [day for day in days_between(first, last) if date.fromisoformat(day).weekday() == weekday]
        found += by_lot(days, seed, lambda day: f"{outlet} {day}".strip())[:weeks]
    return sorted(found), weeks * DAYS_OF_A_WEEK - len(found)
