"""Web pages whose head and whose text say different things about author and day."""

import pytest

from models.articles.web_pages import from_html

FIRST = (
    "The harbour wall of Ambleford is to be raised by a metre before the winter, the council decided on Monday after a"
    " debate of five hours."
)
SECOND = (
    "Councillor Ida Brook said the wall would cost £1.2 million, “and the winter will not wait”, as she told the paper"
    " after the vote."
)


def page(head: str = "", printed: str = "", after: str = "", first: str = FIRST) -> str:
    """A page with these elements in its head, below its headline and behind its article."""
    title = "Harbour wall to be raised before winter"
    return (
        f"<!doctype html><html lang='en'><head><title>{title}</title>{head}</head><body>"
        f"<article><h1>{title}</h1>{printed}<p>{first}</p><p>{SECOND}</p></article>{after}</body></html>"
    )


@pytest.mark.parametrize(
    ("declared", "printed", "byline"),
    [
        ("Ann", "By Ann Rowe", "Ann Rowe"),
        ("Ann Rowe", "By Ann Rowe, Ben Stow", "Ann Rowe, Ben Stow"),
        ("Ann Rowe, PhD, RD", "By Ann Rowe", "Ann Rowe"),
        ("Ann Rowe. Hexley Mercury", "By Ann Rowe", "Ann Rowe"),
        ("Eve Producer", "By Ann Rowe and Ben Stow", "Ann Rowe and Ben Stow"),
        ("HEXCMS", "", None),
        ("Ann Rowe", "", "Ann Rowe"),
        ("Ann Rowe", "By Ann RoweColumnist", "Ann Rowe"),
        ("Kay", "23 January 2015 by Kay", "Kay"),
    ],
)
def test_the_byline_is_as_printed_where_that_says_more(declared: str, printed: str, byline: str | None) -> None:
    head = f'<meta property="og:site_name" content="Hexley Mercury"><meta name="author" content="{declared}">'
    assert from_html(page(head, f"<div>{printed}</div>")).byline == byline


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("Nov. 18, 2015 7:04 pm ET", "2015-11-18T19:04"),
        ("Nov. 3, 2015", "2015-11-19"),
        ("Updated Nov. 20, 2015", "2015-11-19"),
    ],
)
def test_the_day_is_as_printed_where_time_zones_make_it_differ(printed: str, day: str) -> None:
    head = '<meta property="article:published_time" content="2015-11-19T00:04:00Z">'
    assert from_html(page(head, f"<div>{printed}</div>")).published == day


def test_author_and_day_in_a_list_of_facts_behind_the_article_are_read() -> None:
    facts = "<ul><li>Date 19.01.2015</li><li>Author Ann Rowe</li><li>Related subjects Harbours</li></ul>"
    draft = from_html(page(after=facts))
    assert (draft.byline, draft.published) == ("Ann Rowe", "2015-01-19")
    assert from_html(page(after=facts + facts.replace("Ann Rowe", "Ben Stow"))).byline is None


def test_the_day_of_publication_may_be_below_the_article() -> None:
    page_of_markets = page(
        "", "<div>Last Updated : Jan 24, 2015 01:41 PM</div>", "<p>First Published on Jan 23, 2015</p>"
    )
    assert from_html(page_of_markets).published == "2015-01-23"


def test_the_first_paragraph_may_begin_with_its_author() -> None:
    assert from_html(page(first=f"By Ann Rowe: {FIRST}")).byline == "Ann Rowe"
    assert from_html(page(first=f"By Ann Rowe’s account it was late. {FIRST}")).byline is None
