"""An expression made of phrases matches the longest of them, and nothing but them."""

import re

import pytest

from models.text.phrases import any_of

PHRASES = ("mile", "miles", "mile per hour", "milestone", "(m)", "m", "square mile", "€")


@pytest.mark.parametrize("phrase", PHRASES)
def test_each_phrase_is_matched_whole(phrase: str) -> None:
    found = re.match(any_of(PHRASES), f"{phrase}?")
    assert found is not None and found[0] == phrase


@pytest.mark.parametrize(
    ("text", "matched"),
    [("mile  per   hour", "mile  per   hour"), ("mile per minute", "mile"), ("mil", "m"), ("kilo", None), ("", None)],
)
def test_the_longest_phrase_is_matched_and_a_blank_stands_for_any_blanks(text: str, matched: str | None) -> None:
    found = re.match(any_of(PHRASES), text)
    assert (found[0] if found else None) == matched


def test_a_shorter_phrase_is_taken_where_what_follows_wants_it() -> None:
    found = re.match(rf"{any_of(PHRASES)}(?=stone)", "milestone")
    assert found is not None and found[0] == "mile"


def test_capitals_do_not_matter_where_the_rule_says_so() -> None:
    found = re.match(any_of(("won", "US cents", "us")), "Us Cents", re.IGNORECASE)
    assert found is not None and found[0] == "Us Cents"
