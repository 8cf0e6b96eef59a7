"""Write times as other programs read them."""

from datetime import UTC, datetime
from functools import lru_cache


@lru_cache(maxsize=1_000)  # the spans and codings of a record have the same times
def in_utc(stored: str | None) -> str | None:
    """Return a time that the file has, in UTC and without fractions of a second: "2026-03-01T09:00:00Z"."""
    return datetime.fromisoformat(stored).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if stored else None
