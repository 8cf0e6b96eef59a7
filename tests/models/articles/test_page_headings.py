"""Copied pages: which line is the headline, and what the lines around it say about authors and day."""

import pytest

from models.articles.draft import Draft
from models.articles.plain_text import from_text

TITLE = "Harbour wall to be raised before winter"
FIRST = (
    "The harbour wall of Ambleford is to be raised by a metre before the winter, the council decided on Monday after a"
    " debate of five hours."
)
SECOND = (
    "Councillor Ida Brook said the wall would cost £1.2 million, “and the winter will not wait”, as she told the paper"
    " after the vote."
)
THIRD = (
    "Fishermen who had filled the gallery left it singing, and promised to be back at the harbour on the day the work"
    " on the wall begins."
)
MENU = ("Skip to content", "* Home", "* Sport", "* Weather", "Search", "Log in")
FOOT = ("Related articles", "* Bakers strike again", "Contact us", "Privacy policy")


def page(*heading: str) -> Draft:
    """The draft of a page with these lines between menu and text."""
    return from_text("\n".join((*MENU, *heading, FIRST, SECOND, THIRD, *FOOT)))


@pytest.mark.parametrize(
    ("line", "byline", "published"),
    [
        ("By Ann Rowe Updated Jan 23, 2015, 10:28am EST", "Ann Rowe", None),
        ("Updated21:22, 23 JAN 2015", None, None),
        ("1/23/2015 by Ann Rowe", "Ann Rowe", "2015-01-23"),
        ("by Ann Rowe January 23, 2015 | 6:03 pm", "Ann Rowe", "2015-01-23T18:03"),
        ("January 23, 2015 by Ann 5 Comments", None, "2015-01-23"),
        ("By Ann Rowe , Ben Stow 2015-01-23T22:05:36Z Harbour", "Ann Rowe, Ben Stow", "2015-01-23T22:05"),
        ("Author:Ann RowePublish date:Jan 23, 2015", "Ann Rowe", "2015-01-23"),
        ("By\u00a0Ann RoweStaff Writer", "Ann Rowe", None),
        ("By Ann Rowe in Paris and Ben Stow in Hexley", "Ann Rowe and Ben Stow", None),
        ("By\nAnn Rowe\nand\nBen Stow\nPublished Jan 23, 2015", "Ann Rowe, Ben Stow", "2015-01-23"),
        ("Associated Press January 23, 2015, 9:02 AM", "Associated Press", "2015-01-23T09:02"),
        ("Jan. 23, 2015, 9:28 AM UTC\nBy Reuters", "Reuters", "2015-01-23T09:28"),
        ("Updated:\nJanuary 24, 2015\nJanuary 23, 2015", None, "2015-01-23"),
        ("By Ann Rowe On 1/23/15 at 4:00 PM EST", "Ann Rowe", "2015-01-23T16:00"),
        ("by Ann Rowe Jan. 23, 2015Jan. 23, 2015", "Ann Rowe", "2015-01-23"),
        ("Ann Rowe Staff Writer", "Ann Rowe", None),
        ("Published by HEXCMS at January 23, 2015", None, "2015-01-23"),
        ("Ann Rowe and Ben Stow HXM TODAY\nPublished 7:07 PM EST Jan 23, 2015", "Ann Rowe and Ben Stow", "2015-01-23"),
        ("January 23, 2015\nSocial Share", None, "2015-01-23"),
        ("New York, January 23, 2015", None, "2015-01-23"),
        ("Cheap Harbour Costumes | 2015", None, None),
        (
            "PUBLISHED: January 23, 2015 at 4:56 p.m. | UPDATED: January 24, 2015 at 6:00 p.m.",
            None,
            "2015-01-23T16:56",
        ),
        (
            "By Ann Rowe | January 23, 2015 at 2:26 PM EST - Updated January 24 at 4:46 PM",
            "Ann Rowe",
            "2015-01-23T14:26",
        ),
    ],
)
def test_a_line_of_a_page_says_who_and_when_however_it_was_copied(
    line: str, byline: str | None, published: str | None
) -> None:
    draft = page(TITLE, line)
    assert (draft.title, draft.byline, draft.published) == (TITLE, byline, published)


def test_a_date_between_headline_and_text_outweighs_those_above_and_in_the_text() -> None:
    draft = page("Other news", "19 January 2015", TITLE, "23 January 2015", "Share", "Prices from 01.02.2015")
    assert draft.published == "2015-01-23"


def test_author_and_date_are_found_below_a_standfirst_and_an_invitation_to_subscribe() -> None:
    between = (
        "The sea rises, and the council follows it.",
        "Get the news that matters, delivered to you each weekday morning. Stay informed.",
        "SUBSCRIBE",
    )
    draft = page(TITLE, *between, "Jan. 23, 2015, 9:28 AM UTC", "By Ann Rowe")
    assert (draft.title, draft.byline, draft.published) == (TITLE, "Ann Rowe", "2015-01-23T09:28")


@pytest.mark.parametrize(
    "heading",
    [
        ("Home > News > Local > Harbour wall", TITLE, "By Ann Rowe"),
        (TITLE, "BLOG > Harbour > Wall of the harbour", "23 January 2015"),
        (TITLE, "The council of Ambleford decided to raise the harbour wall after a debate of hours", "By Ann Rowe"),
        ("The wall of the harbour in the winter of the debate, seen from the gallery (Photo: Ben Stow)", TITLE),
        (TITLE + " " * 40 + "Subscribe to our weekly newsletter", "By Ann Rowe", "23 January 2015"),
        (
            TITLE,
            "The council of Ambleford decided to raise its harbour wall, after hours of debate in a full gallery",
            "By Ann Rowe",
        ),
        ("HARBOUR COUNCIL DEBATE", TITLE, "12 Shares", "Tweet"),
        (TITLE, "Desk reports", "23 January 2015", "Councillor Brook of the Ambleford harbour", "Ann Lens, Reuters"),
        ("Harbour wall", TITLE, "January 23, 2015"),
        ("3 hours ago", TITLE),
        ("if (wall) { raise(harbour, winter, council) }", TITLE, "By Ann Rowe"),
    ],
)
def test_the_headline_is_told_from_what_is_around_it(heading: tuple[str, ...]) -> None:
    assert page(*heading).title == TITLE


def test_a_headline_of_two_words_has_a_byline_below_it() -> None:
    assert page("Editors’ picks", "Ambleford’s challenge", "By Ann Rowe").title == "Ambleford’s challenge"


def test_the_last_of_several_captions_is_no_byline_though_a_date_follows() -> None:
    captions = ("Ida Brook on Monday", "Members in Hexley", "Ben Stow Trinity")
    assert page(TITLE, *captions, "Posted: Jan 23, 2015").byline is None


def test_a_headline_above_a_date_is_found_below_teasers_that_look_like_prose() -> None:
    teasers = [
        f"Bakers strike again in {town}, The bakers of {town} walked out on Friday, and nobody knows when they return."
        for town in ("Stow", "Hexley", "Saltmere", "Amble", "Bridge")
    ]
    draft = page(
        *teasers, "More", "1 hour ago", "Entertainment", TITLE, "January 23, 2015 at 9:45 am", "Filed Under: Sea"
    )
    assert (draft.title, draft.published) == (TITLE, "2015-01-23T09:45")


def test_a_name_alone_is_the_author_if_the_page_introduces_the_person() -> None:
    assert page(TITLE, "197 Shares", "Ann Rowe").byline is None
    introduced = from_text("\n".join((*MENU, TITLE, "Ann Rowe", FIRST, SECOND, THIRD, *FOOT, "Ann Rowe is an author.")))
    assert introduced.byline == "Ann Rowe"
