"""Dates that were not read with certainty keep their printed words, and an order of day and month settles them."""

from pathlib import Path

import pytest

from models.articles.article_files import read_file
from models.articles.draft import Draft
from models.articles.how_to_read import AS_FOUND, HowToRead
from models.articles.printed_dates import date_warning, dated, days_of, is_undated, settled

BODY = "Mayor Ada Holm said on Monday that the quay would stay open all winter, whatever the weather was like.\n"


def page(*lines: str) -> Draft:
    return Draft("\n\n".join(("The quay is open", *lines, BODY)), "The quay is open")


def test_an_ambiguous_date_near_the_heading_is_kept_as_printed() -> None:
    draft = dated(page("Published 03/04/2015, 10:00"), AS_FOUND)
    assert (draft.published, draft.published_words) == (None, "03/04/2015")
    assert days_of(draft) == ("2015-04-03", "2015-03-04")
    assert "03/04/2015" in str(date_warning(draft))


@pytest.mark.parametrize(("day_first", "day"), [(True, "2015-04-03"), (False, "2015-03-04")])
def test_the_order_of_day_and_month_settles_it_and_keeps_the_words(day_first: bool, day: str) -> None:
    draft = dated(page("03/04/2015"), HowToRead(day_first=day_first))
    assert (draft.published, draft.published_words, date_warning(draft)) == (day, "03/04/2015", None)
    assert settled(draft, not day_first) == draft


@pytest.mark.parametrize("words", ["31/02/2015", "13.13.2015"])
def test_a_date_that_is_no_day_is_kept_and_never_settled(words: str) -> None:
    draft = dated(page(words), HowToRead(day_first=True))
    assert (draft.published, draft.published_words) == (None, words)
    assert words in str(date_warning(draft))


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Friday, 23 January", "Friday, 23 January"),
        ("By Ada Holm | Jan. 23, 10:15 GMT", "Jan. 23"),
        ("Published: 23. Januar, 10.15 Uhr", "23. Januar"),
        ("January 2015", "January 2015"),
        ("janvier 2015 · Jean Doe", "janvier 2015"),
        ("31 February 2015", "31 February 2015"),
        ("03/04/12", "03/04/12"),
        ("Ada Holm • 2 hours ago", "2 hours ago"),
        ("vor 3 Stunden", "vor 3 Stunden"),
        ("1月23日", "1月23日"),
    ],
)
def test_a_date_of_which_a_part_is_missing_is_kept_as_printed(line: str, words: str) -> None:
    draft = dated(page(line), HowToRead(day_first=True))
    assert (draft.published, draft.published_words) == (None, words)


@pytest.mark.parametrize(
    "line", ["Updated 23 January", "Part 3 of 12", "The ferry of 23 January", "Rain, 6-4-12, mist"]
)
def test_a_day_of_a_change_and_what_is_no_date_are_not_kept(line: str) -> None:
    assert is_undated(dated(page(line), AS_FOUND))


def test_a_day_below_the_beginning_of_the_text_is_not_that_of_the_article() -> None:
    assert is_undated(dated(page(BODY, "23 January", BODY), AS_FOUND))


def test_several_different_dates_are_none() -> None:
    assert dated(page("03/04/2015", "05/06/2015"), AS_FOUND).published_words is None
    assert (is_undated(page()), date_warning(page())) == (True, None)


def test_a_date_in_a_sentence_is_not_that_of_the_article() -> None:
    said = "The contract of 03/04/2015 was signed by both parties in the presence of the harbour master, she said."
    assert dated(page(said), AS_FOUND).published_words is None


def test_a_date_that_only_the_page_prints_is_found_and_settled(tmp_path: Path) -> None:
    paragraphs = "".join(f"<p>{BODY} It was day {count} of the long storm, he added.</p>" for count in range(4))
    markup = f'<span class="pub-date">03/04/2015</span><article><h1>The quay is open</h1>{paragraphs}</article>'
    path = tmp_path / "quay.html"
    path.write_text(f"<html><head><title>The quay is open</title></head><body>{markup}</body></html>", "utf-8")
    draft = read_file(path)
    assert (draft.published, draft.published_words) == (None, "03/04/2015")
    assert settled(draft, day_first=False).published == "2015-03-04"
