"""Dates as they are printed, where they were not read with certainty: ambiguous ones are settled by the coder."""

from dataclasses import replace

from models.articles.dates import readings
from models.articles.draft import Draft
from models.translation import _


def days_of(draft: Draft) -> tuple[str, ...]:
    """Return the two days that the date of an article may be, the day first and then the month; none if it is clear."""
    return readings(draft.published_words) if draft.published is None and draft.published_words else ()


def settled(draft: Draft, day_first: bool | None) -> Draft:
    """Return a draft with the day that its ambiguous date means; None leaves it open. The printed words are kept."""
    days = days_of(draft) if day_first is not None else ()
    return replace(draft, published=days[0 if day_first else 1]) if days else draft


def date_warning(draft: Draft) -> str | None:
    """Return a sentence if the day of publication is not known."""
    if draft.published is not None:
        return None
    if draft.published_words is None:
        return _("No date was found.")
    if days_of(draft):
        return _("The date “{words}” is ambiguous.").format(words=draft.published_words)
    return _("The date “{words}” was not read with certainty.").format(words=draft.published_words)
