"""Dates as they are printed, where they were not read with certainty: ambiguous ones are settled by the coder."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice, takewhile

from models.articles.dates import readings
from models.articles.decoding import decode_as
from models.articles.draft import Draft
from models.articles.how_to_read import HowToRead
from models.articles.uncertain_dates import uncertain_alone, uncertain_in_full
from models.text.normalising import line_ranges
from models.text.text_lines import Line, line_at
from models.translation import _

NEAR = 15
"""Lines at the beginning of a text among which its date is expected."""

LONGEST = 25
"""Words of a line that may be a line of dates."""

BEGINNING = 20_000
"""Code points of a text whose lines are searched."""

IN_PAGE = re.compile(
    r"<(?:time|meta|[^<>]{1,80}(?:class|itemprop)=[\"'][^\"'<>]{0,80}(?:date|datum|fecha|data-|published|timestamp))"
    r"[^<>]{0,300}>?[^<>]{0,80}",
    re.IGNORECASE,
)
"""An element of a page that prints a date, with the words in it."""


def dated(draft: Draft, how: HowToRead) -> Draft:
    """Return a draft with the printed words of a date that was not read, and with its day if the coder knows the order
    of day and month.
    """
    if draft.published is None and draft.published_words is None:
        draft = replace(draft, published_words=_printed(draft))
    return settled(draft, how.day_first)


def _printed(draft: Draft) -> str | None:
    """Return the one date in full that is printed near the heading, in the boilerplate or only on the page; else the
    first that is less than a full date, in a line between the headline and the text.
    """
    for places in (_near_heading(draft), _in_boilerplate(draft), _in_page(draft)):
        found = {each for words in places for each in uncertain_in_full(words)}
        if found:
            return found.pop() if len(found) == 1 else None
    return next(filter(None, map(uncertain_alone, _before_text(draft))), None)


def _first_lines(draft: Draft) -> Iterator[Line]:
    begins = draft.text[:BEGINNING]
    return (line_at(start, begins[start:end]) for start, end in islice(line_ranges(begins), NEAR))


def _near_heading(draft: Draft) -> Iterator[str]:
    return (line.text for line in _first_lines(draft) if not line.is_prose and line.words <= LONGEST)


def _before_text(draft: Draft) -> Iterator[str]:
    """Yield the short lines before the first sentences, but for the headline."""
    for line in takewhile(lambda line: not line.is_prose, _first_lines(draft)):
        if line.words <= LONGEST and line.text != draft.title:
            yield line.text


def _in_boilerplate(draft: Draft) -> Iterator[str]:
    return (draft.text[start:end] for start, end in draft.boilerplate if end - start <= LONGEST * 8)


def _in_page(draft: Draft) -> Iterator[str]:
    if draft.original is None or b"<html" not in draft.original[:BEGINNING].lower():
        return iter(())
    decoded = decode_as(draft.original, draft.encoding or "utf-8")
    return (match[0] for match in IN_PAGE.finditer(decoded.text)) if decoded else iter(())


def days_of(draft: Draft) -> tuple[str, ...]:
    """Return the two days that the date of an article may be, the day first and then the month; none if it is clear."""
    return readings(draft.published_words) if draft.published is None and draft.published_words else ()


def settled(draft: Draft, day_first: bool | None) -> Draft:
    """Return a draft with the day that its ambiguous date means; None leaves it open. The printed words are kept."""
    days = days_of(draft) if day_first is not None else ()
    return replace(draft, published=days[0 if day_first else 1]) if days else draft


NO_DATE = _("No date was found.")
"""What is said of an article without a date. Many texts have none, so that it is no warning."""


def is_undated(draft: Draft) -> bool:
    """Return whether there is no date at all, also none that was not read with certainty."""
    return draft.published is None and draft.published_words is None


def date_warning(draft: Draft) -> str | None:
    """Return a sentence if a date is printed, but its day is not certain."""
    if draft.published is not None or draft.published_words is None:
        return None
    if days_of(draft):
        return _("The date “{words}” is ambiguous.").format(words=draft.published_words)
    return _("The date “{words}” was not read with certainty.").format(words=draft.published_words)
