"""Times in words, as "26 Nov 2026 23:37": where the coder is, and in English whatever the language of the system."""

from datetime import datetime

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def in_words(at: datetime) -> str:
    """Return the day and the minute of a time, in the time of this computer."""
    here = at.astimezone()
    return f"{here.day} {MONTHS[here.month - 1]} {here.year} {here:%H:%M}"
