"""How long coders were at work on articles, read from the times of their edits with the pauses cut.

The history has no clock: it knows when each edit was made. So the time before an edit counts as work on the article of
that edit, since the article was read before it was recorded. The rule, in full:

* The edits of one coder in one copy of the project follow each other. The time from one to the next counts whole, if it
  is no longer than PAUSE.
* After a longer time the coder comes back from a pause, and how long the article was read before is not known. BEFORE
  counts for it. The first edit of all is such an edit.
* The time belongs to the article of the later edit. The time before an edit that is about no article, such as one of
  the codebook, or about several, such as an import, belongs to none; it does not make a pause either.
* Undoing is work like any other. A clock that was set back counts as no time.

Others do the same with other limits: WakaTime joins what happens within 15 minutes; git-hours joins commits within two
hours, and adds a fixed time for the first of a sitting; R. S. Geiger and A. Halfaker, "Using Edit Sessions to Measure
Participation in Wikipedia" (CSCW 2013), cut after an hour, and add for the first edit of a session what usually is
between two. PAUSE is as long as it takes to read 2,000 words, at 200 to 240 a minute: an article that is read to its
end before anything is recorded counts, and a meal does not.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from models.counts import count_of
from models.entities import Article
from models.translation import _

PAUSE = timedelta(minutes=10)
"""The longest time between two edits that counts as work."""

BEFORE = timedelta(minutes=1)
"""What counts before an edit that follows a pause."""

MILLISECOND = timedelta(milliseconds=1)
MINUTE = 60_000

RULE = _(
    "Estimated from the times of edits: the time from one edit of a coder to the next counts for the article of the "
    "later one, if it is at most {pause} minutes; after a longer pause, and before a coder's first edit, {before} "
    "minute counts. Edits about no article or about several, such as an import, count for none."
).format(pause=PAUSE // timedelta(minutes=1), before=BEFORE // timedelta(minutes=1))
"""The rule for people, in the descriptions of exported columns."""


def counted_before(at: str, previous: str | None) -> int:
    """Return how many milliseconds count before an edit, by its time and that of the coder's previous edit (ISO 8601).

    A time that cannot be read is one after a pause.
    """
    try:
        between = datetime.fromisoformat(at) - datetime.fromisoformat(previous or "")
    except (ValueError, TypeError):  # a time without a zone cannot be subtracted from one with a zone
        between = PAUSE + MILLISECOND
    return max(0, (between if between <= PAUSE else BEFORE) // MILLISECOND)


@dataclass(frozen=True, slots=True)
class ActiveTime:
    """The active time on an article, or on several: milliseconds by the initials of each coder, the longest first."""

    by_coder: tuple[tuple[str, int], ...]

    @classmethod
    def of(cls, times: Iterable[tuple[str, int]]) -> "ActiveTime":
        """Return the times of some coders together."""
        return cls(tuple(sorted(times, key=lambda each: (-each[1], each[0]))))

    @property
    def total(self) -> int:
        """Return the milliseconds of all coders together."""
        return sum(time for _coder, time in self.by_coder)

    @property
    def minutes(self) -> int:
        """Return the whole minutes of all coders together, rounded."""
        return round(self.total / MINUTE)


@dataclass(frozen=True, slots=True)
class ActiveTotal:
    """For how many milliseconds coders were at work on how many articles."""

    time: int
    articles: int

    @property
    def sentence(self) -> str:
        """Return the total in words: "3 h 12 min on 14 articles"."""
        words = _("{time} on {articles}")
        return words.format(time=in_hours(self.time), articles=count_of(Article, self.articles))


def in_minutes(milliseconds: int) -> float:
    """Return a time in minutes, rounded to a tenth, as it is exported."""
    return round(milliseconds / MINUTE, 1)


def in_hours(milliseconds: int) -> str:
    """Return a time as "3 h 12 min", rounded to minutes; "less than a minute" if that would be none."""
    hours, minutes = divmod(round(milliseconds / MINUTE), 60)
    if hours:
        return _("{hours:,} h {minutes} min").format(hours=hours, minutes=minutes)
    return _("{minutes} min").format(minutes=minutes) if minutes else _("less than a minute")
