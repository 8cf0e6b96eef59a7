"""Dates as the list of articles and the line above an article show them."""

import pytest

from gui.panels.article_words import short_date


@pytest.mark.parametrize(
    ("published", "shown"),
    [
        ("2015-01-23", "23 Jan 2015"),
        ("2015-03-04T23:30:00+02:00", "4 Mar 2015"),
        ("January 2015", "January 2015"),
        (None, ""),
    ],
)
def test_a_date_is_shown_short_and_in_english_and_what_is_none_as_it_is(published: str | None, shown: str) -> None:
    assert short_date(published) == shown
