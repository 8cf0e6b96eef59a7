"""Copied pages: which newspaper or site they are of, by what they say about themselves beside the article."""

import pytest

from models.articles.draft import Draft
from models.articles.plain_text import from_text

TITLE = "Harbour wall to be raised before winter"
TEXT = (
    "The harbour wall of Ambleford is to be raised by a metre before the winter, the council decided on Monday.",
    "Councillor Ida Brook said the wall would cost £1.2 million, “and the winter will not wait”, as she put it.",
    "Fishermen who had filled the gallery left it singing, and promised to be back on the day the work begins.",
)
MENU = ("Skip to content", "* Home", "* Sport", "* Weather", "Search", "Log in")
FOOT = ("Related articles", "* Bakers strike again", "Contact us", "Privacy policy")


def page(*foot: str, menu: tuple[str, ...] = (), text: tuple[str, ...] = TEXT) -> Draft:
    """The draft of a page with these lines at its beginning and its end."""
    return from_text("\n".join((*MENU, *menu, TITLE, "By Ann Field", *text, *FOOT, *foot)))


@pytest.mark.parametrize(
    ("foot", "outlet"),
    [
        (["© 2015 Hexley Mercury unless otherwise noted. All rights reserved."], "Hexley Mercury"),
        (["© 2008-2015 Hexley - All texts are under a free licence"], "Hexley"),
        (["Copyright © 2015 · The Hexley Post"], "The Hexley Post"),
        (["© Copyright 2015 - St. Mary Times. A Big Ship Production."], "St. Mary Times"),
        (["© 100% Hexley | 2015 | Todos los derechos reservados."], "100% Hexley"),
        (["Hexley Mercury, 2015 © All Rights Reserved"], "Hexley Mercury"),
        (["© 2015 Ambler Verlag GmbH - Hexley Bote"], "Hexley Bote"),
        (["© Copyright Hexley Mercury Ltd."], "Hexley Mercury"),
        (["© 2015 The Hexley Post is a registered trademark of Stow Publishing Inc."], "The Hexley Post"),
        (["© 2015 Stow Media LLC", "* Stow 400", "* Stow Video", "* Stow Jobs", "* Stow 8"], "Stow"),
        (["Write to ann.root@dowjones.com", "© 2015 Dow Jones & Company, Inc."], None),
        (["© Copyright Gannett 2015"], None),
        (["© 2015 Stow Media Inc.", "Stow weather", "Stow roads", "Stow homes"], None),
        (["About Hexley’s Hardware", "Hexley’s Hardware newsletter"], "Hexley’s Hardware"),
        (
            ["Get The Hexley Mercury newsletter", "The Hexley Mercury in Stow", "Why The Hexley Mercury?"],
            "The Hexley Mercury",
        ),
        (["Jobs at HXM", "HXM Puzzles", "HXM Wine", "HXM Video"], "HXM"),
        (["Daily newsletter", "Daily Fun", "Daily", "Daily Deals"], None),
        (["E-Edition", "E-Edition newsletter", "About E-Edition"], None),
        (["* monster.com", "* realtor.com"], None),
        (["Subscribe to the Employment newsletter"], None),
        (["Write to letters@hexleymercury.com", "Hexley Mercury readers say more"], "Hexley Mercury"),
        (["Write to letters@hexleymercury.com"], None),
        (["o Contact HX Post", "https://www.hxpost.com/news/article/harbour-14848164.php"], "HX Post"),
    ],
)
def test_a_page_names_its_outlet_beside_the_article(foot: list[str], outlet: str | None) -> None:
    assert page(*foot).outlet == outlet


def test_the_sign_of_copyright_among_the_paragraphs_says_whose_a_picture_is() -> None:
    text = (*TEXT[:2], "Advertisement", "© 2015 Museum of Stow", *TEXT[2:])
    assert page("© 2015 Hexley Mercury", text=text).outlet == "Hexley Mercury"
    assert page(text=text).outlet is None


def test_a_station_or_site_is_named_in_the_place_line_of_its_own_report() -> None:
    station = (f"AMBLEFORD, Stow (HexleyNow) - {TEXT[0]}", *TEXT[1:])
    assert (
        page("Write to news@hexleynow.com", "Hexley Now weather", "© 2015 Ambler Media", text=station).outlet
        == "Hexley Now"
    )
    assert page(text=(f"Hexley.Net - {TEXT[0]}", *TEXT[1:])).outlet == "Hexley.Net"
    assert page(text=(f"AMBLEFORD (Reuters) - {TEXT[0]}", *TEXT[1:])).outlet is None
