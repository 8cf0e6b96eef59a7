"""Pasted pages and text files: the headline, what is known about the article, and which lines are boilerplate."""

import json
import textwrap
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.articles.article_files import read_file
from models.articles.draft import Draft
from models.articles.plain_text import from_text
from models.errors import UnreadableArticle
from models.text.text_lines import lines_of
from resources import sample_article, words

TITLE = "Council votes to close two of its libraries"
FIRST = "The council of Ambleford voted on Monday to close two of its nine libraries, after a debate of five hours."
SECOND = (
    "Councillor Ida Brook said the libraries cost £1.2 million a year, “and we have not got it”, she told the paper."
)
THIRD = "Readers who had filled the gallery left it singing, and promised to be back on the day the doors are locked."
ARTICLE = "\n\n".join((TITLE, FIRST, SECOND, THIRD))


def boilerplate_of(draft: Draft) -> list[str]:
    return [draft.text[start:end] for start, end in draft.boilerplate]


def test_an_article_without_a_page_has_no_boilerplate() -> None:
    draft = from_text(ARTICLE)
    assert (draft.title, draft.boilerplate, draft.body, draft.language) == (TITLE, (), ARTICLE, "en")
    assert (draft.outlet, draft.byline, draft.published, draft.warnings) == (None, None, None, ())


LINES = [
    line
    for line in (Path(__file__).parent / "cases" / "boilerplate.txt").read_text(encoding="utf-8").split("\n")
    if line and not line.startswith("#")
]


@pytest.mark.parametrize("line", LINES)
def test_what_pages_put_between_paragraphs_is_boilerplate(line: str) -> None:
    assert boilerplate_of(from_text("\n\n".join((TITLE, FIRST, line, SECOND, THIRD)))) == [line]


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("By Ann Rowe, Political Correspondent", "Ann Rowe"),
        ("By Ann Rowe and Bo Hill, Staff Writers", "Ann Rowe and Bo Hill"),
        ("By Ann Rowe Staff Writer", "Ann Rowe"),
        ("By Ann Rowe Senior Business Correspondent", "Ann Rowe"),
        ("By Ann Rowe, AP National Political Writer", "Ann Rowe"),
        ("Ann Rowe @annrowe", "Ann Rowe"),
        ("By ANN ROWE Associated Press", "ANN ROWE"),
        ("Author: Ann Rowe", "Ann Rowe"),
        ("Byline: Ann Rowe", "Ann Rowe"),
        ("BYLINE: By Ann Rowe", "Ann Rowe"),
        ("Por Ana Costa", "Ana Costa"),
        ("Door Jan Jansen", "Jan Jansen"),
        ("Di Anna Bianchi", "Anna Bianchi"),
        ("Par Zoé Łuczak", "Zoé Łuczak"),
        ("Автор: Анна Петрова", "Анна Петрова"),
        ("By Our Political Staff", None),
        ("By News Desk", None),
        ("By AFP", "AFP"),
    ],
)
def test_a_byline_names_persons_or_an_agency_and_no_job(line: str, byline: str | None) -> None:
    assert from_text("\n\n".join((TITLE, line, FIRST, SECOND, THIRD))).byline == byline


def test_a_dateline_of_an_agency_tells_the_day() -> None:
    wire = f"AMBLEFORD, Jan 23, 2015 (AFP) - {FIRST}"
    draft = from_text("\n\n".join((TITLE, wire, SECOND, THIRD)))
    assert (draft.byline, draft.published) == ("AFP", "2015-01-23")


def wrapped(text: str, width: int = 65) -> str:
    return "\n\n".join("\n".join(textwrap.wrap(paragraph, width)) for paragraph in text.split("\n\n"))


@pytest.mark.parametrize("width", [40, 65, 72, 90])
def test_text_broken_by_width_becomes_paragraphs_again(width: int) -> None:
    assert from_text(wrapped(ARTICLE, width)).text == ARTICLE


def test_a_byline_above_broken_text_stays_a_line() -> None:
    wire = "\n".join((TITLE, "By ANN ROWE", "Associated Press"))
    draft = from_text(f"{wire}\n\n{wrapped(FIRST)}\n\n{wrapped(SECOND)}\n\n{wrapped(THIRD)}")
    assert draft.text == "\n\n".join((wire, FIRST, SECOND, THIRD))
    assert draft.byline == "ANN ROWE"


@pytest.mark.parametrize(
    "text",
    [
        "\n".join((TITLE, FIRST, SECOND, THIRD)),
        "The wind was loud\nand the sea was cold,\nand nobody came\nto the house of old.\n" * 4,
        "We need:\n- bread for nearly forty people and a cook\n- milk and butter for the children of the house\n" * 3,
    ],
)
def test_lines_that_are_meant_stay_lines(text: str) -> None:
    assert from_text(text).text == text


NEXIS = "\n\n".join(
    (
        "1 of 1 DOCUMENT",
        "The Hexley Mercury",
        "January 23, 2015 Friday",
        TITLE,
        "BYLINE: Ann Rowe",
        "SECTION: NEWS; Pg. 5",
        "LENGTH: 512 words",
        *(FIRST, SECOND, THIRD),
        "LOAD-DATE: January 26, 2015",
        "LANGUAGE: ENGLISH",
        "Copyright 2015 The Hexley Mercury Ltd.",
    )
)
FACTIVA = (
    f"SE News\nHD {TITLE}\nBY By Ann Rowe\nWC 512 words\nPD 23 January 2015\nSN The Hexley Mercury\nLA English\n"
    f"LP\n{FIRST}\n\nTD\n{SECOND}\n\n{THIRD}\n\nNS gvote : Elections\nAN Document HEXMER0020150123eb1n0001x\n"
)


@pytest.mark.parametrize("export", [NEXIS, FACTIVA])
def test_the_labels_of_a_news_database_are_read_and_are_boilerplate(export: str) -> None:
    draft = from_text(export)
    assert (draft.title, draft.byline, draft.published) == (TITLE, "Ann Rowe", "2015-01-23")
    assert draft.outlet == "The Hexley Mercury"
    assert all(paragraph in draft.body for paragraph in (TITLE, FIRST, SECOND, THIRD))
    assert not any(label in draft.body for label in ("512 words", "LOAD-DATE", "ENGLISH", "AN Document", "SN The"))


@pytest.mark.parametrize("export", [NEXIS, FACTIVA])
def test_several_articles_of_a_news_database_are_refused_with_their_number(export: str) -> None:
    with pytest.raises(UnreadableArticle, match="3 articles"):
        from_text("\n\n".join([export] * 3))


def test_an_article_sent_on_by_mail_is_read_without_the_mail() -> None:
    article = "\n\n".join((TITLE, "By Ann Rowe\n23 January 2015", FIRST, SECOND, THIRD))
    mail = (
        "---------- Forwarded message ---------\nFrom: Bo Hill <bo@example.org>\nDate: Sat, 24 Jan 2015 at 10:12\n"
        f"Subject: Fwd: {TITLE}\nTo: <desk@example.org>\n\nFYI\n\n"
        + "\n".join(f"> {line}".rstrip() for line in article.split("\n"))
        + "\n\n--\nBo Hill\nSent from my iPhone\n"
    )
    draft = from_text(mail)
    assert (draft.title, draft.byline, draft.published) == (TITLE, "Ann Rowe", "2015-01-23")
    assert article in draft.text
    assert not any(words in draft.body for words in ("Forwarded", "Bo Hill", "iPhone", "desk@"))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("A câmara decidiu fechar duas das suas nove bibliotecas e disse que não há outra solução, afirmou ela.", "pt"),
        ("El ayuntamiento decidió cerrar dos de sus bibliotecas y dijo que no hay dinero, según el acta.", "es"),
        (
            "Il comune ha deciso di chiudere due delle biblioteche, che non sono più usate dagli abitanti della città.",
            "it",
        ),
        ("政府昨天宣布了新的计划，反对党表示不同意。", "zh"),
        ("Kaupunki päätti sulkea kaksi kirjastoa, ja se on monen mukaan väärin, mutta rahaa ei ole, hän kertoi.", "fi"),
    ],
)
def test_the_language_is_told(text: str, language: str) -> None:
    assert from_text(" ".join([text] * 3)).language == language


def test_the_text_stays_as_it_was_pasted() -> None:
    pasted = "\n  Skip to main content\r\n\r\n" + ARTICLE.replace("\n", "\r\n") + "\r\n\r\n"
    assert from_text(pasted).text == pasted.replace("\r\n", "\n")


@pytest.mark.parametrize(
    "line",
    [
        *("Skip to main content", "ADVERTISEMENT", "• Share", "Read more", "Read more of the latest in", "Follow us"),
        *(
            "Sign up for our newsletter",
            "Subscribe",
            "We use cookies to improve your experience on our site, see more.",
        ),
        *(
            "By clicking subscribe, I agree to everything that I have not read.",
            "© 2024 Somebody. All rights reserved.",
        ),
        *(
            "Image copyright Getty Images",
            "Anzeige",
            "Lesen Sie auch: Die Lage",
            "Publicité",
            "Lire aussi",
            "Zum Inhalt springen",
        ),
        *("Get the news delivered straight to your inbox", "Don't miss", "Editors' Picks", "Most Popular"),
    ],
)
def test_known_phrases_are_boilerplate(line: str) -> None:
    draft = from_text(f"{TITLE}\n\n{FIRST}\n\n{line}\n\n{SECOND}")
    assert boilerplate_of(draft) == [line]
    assert draft.body == f"{TITLE}\n\n{FIRST}\n\n{SECOND}"


@pytest.mark.parametrize(
    "line",
    [
        "Sign up for the army, the minister told them, and they did, by the thousand and without asking what for.",
        "Home sales fell 3 per cent in May.",
        "Advertisement spending fell.",
        "Share prices rose.",
        "Comments by the minister drew anger.",
        "Follow us, he said.",
        "Print is dead, she said.",
        "Register of voters to be checked again",
        "Follow the money, she wrote on the wall.",
        "Like Facebook, the company lives on advertisements.",
        "Copyright law has a year in it since 2015, and every judge in the land has read it.",
        "Contact with the ferry was lost at noon.",
    ],
)
def test_sentences_that_begin_like_a_phrase_are_kept(line: str) -> None:
    draft = from_text(f"{TITLE}\n\n{FIRST}\n\n{line}\n\n{SECOND}")
    assert line in draft.body


def test_short_lines_that_come_again_are_boilerplate() -> None:
    draft = from_text(f"{TITLE}\n\nThe Daily Ambler\n\n{FIRST}\n\nThe Daily Ambler\n\n{SECOND}")
    assert boilerplate_of(draft) == ["The Daily Ambler", "The Daily Ambler"]


def test_a_text_that_is_mostly_refrain_is_kept() -> None:
    assert from_text("\n".join((TITLE, *("Row on, row on", "the river is wide") * 9))).boilerplate == ()


def test_who_speaks_and_who_claps_may_come_again() -> None:
    parts = (TITLE, "Question:", FIRST, "(Applause)", "Question:", SECOND, "(Applause)", "* * *", THIRD, "* * *")
    assert from_text("\n\n".join(parts)).boilerplate == ()


def test_of_a_first_paragraph_given_twice_the_first_is_boilerplate() -> None:
    draft = from_text(f"{TITLE}\n\n{FIRST}\n\n{FIRST}\n\n{SECOND}")
    assert draft.boilerplate == ((len(TITLE) + 2, len(TITLE) + 2 + len(FIRST)),)


def test_a_standfirst_that_the_first_paragraph_goes_on_from_is_boilerplate() -> None:
    draft = from_text(f"{TITLE}\n\n{FIRST}\n\n{FIRST} It was close.\n\n{SECOND}")
    assert boilerplate_of(draft) == [FIRST]


def test_of_a_copied_page_only_the_article_is_kept() -> None:
    menu = ["Home", "* Sport", "* Weather", "Politics", "The Arts", "Long Reads", "Search", "Log in"]
    foot = [
        "Related articles",
        "* Bakers strike again",
        "* Rain expected",
        "Our offices",
        "Contact us",
        "Privacy policy",
    ]
    draft = from_text("\n".join((*menu, "", TITLE, "By Ann Field", "3 May 2024", FIRST, SECOND, THIRD, "", *foot)))
    assert draft.body == "\n".join((TITLE, FIRST, SECOND, THIRD))
    assert (draft.title, draft.byline, draft.published) == (TITLE, "Ann Field", "2024-05-03")


def test_on_a_copied_page_captions_and_teasers_between_paragraphs_are_boilerplate() -> None:
    menu = "\n".join(("Skip to content", "* Home", "* Sport", "* Weather", "* Culture", "Search", "Log in"))
    caption = "          The old library in Ambleford, one of two to close (Image: Getty)"
    teasers = "              * Bakers strike again\n              * Rain expected until Friday"
    article = "\n\n".join(f"    {each}" for each in (FIRST, SECOND, THIRD))
    page = f"{menu}\n\n  {TITLE}\n\n{article}\n\n{caption}\n\n{teasers}\n\n{article.replace('Ambleford', 'Stow')}"
    draft = from_text(page + "\n\nRelated articles\n* Contact us\n* Privacy policy\n* Jobs")
    assert not any(words in draft.body for words in ("Image: Getty", "Bakers", "Rain", "Jobs", "Culture"))
    assert all(paragraph in draft.body for paragraph in (FIRST, SECOND, THIRD, FIRST.replace("Ambleford", "Stow")))


def test_an_article_whose_lines_all_look_like_a_page_is_kept() -> None:
    lines = ["Skip to content", "Search", TITLE, *(f"* Ward {number}" for number in range(1, 9)), "Log in", "Subscribe"]
    assert "* Ward 8" in from_text("\n".join(lines)).body


def test_what_follows_an_article_without_signs_of_a_page_is_kept() -> None:
    table = "\n".join(f"Ward {number}: {number * 7} votes" for number in range(1, 12))
    assert from_text(f"{ARTICLE}\n\n{table}").boilerplate == ()


def test_readers_comments_are_boilerplate() -> None:
    comments = "\n\n".join(
        f"{number}. somebody says:\n\nI have been saying so for {number} years, and nobody listens to me ever."
        for number in range(2, 30)
    )
    long = "\n\n".join(
        (
            ARTICLE,
            SECOND.replace("said", "added"),
            THIRD.replace("Readers", "Some"),
            FIRST.replace("Monday", "Friday"),
            SECOND,
            THIRD,
        )
    )
    draft = from_text(f"{long}\n\nShare\n\nLeave a reply\n\n{comments}")
    assert draft.body == long


@pytest.mark.parametrize(
    ("last", "byline"),
    [
        ("The talks failed, he said. AP", "AP"),
        ("“The talks failed,” he said. — Reuters", "Reuters"),
        ("The talks failed, he said. (AFP)", "AFP"),
        ("The talks failed, he said. AFP/Reuters", "AFP/Reuters"),
        ("The talks failed, he said.\n\ndpa", "dpa"),
        ("The talks failed, said the AP", None),
        ("The talks failed, he said. CIA", None),
        ("He read it at the office of Reuters.", None),
    ],
)
def test_an_agency_signs_behind_the_last_sentence(last: str, byline: str | None) -> None:
    assert from_text(f"{ARTICLE}\n\n{last}").byline == byline


def test_an_agency_stands_in_the_place_line() -> None:
    assert from_text(f"{TITLE}\n\nLONDON (Reuters) - {FIRST}\n\n{SECOND}\n\n{THIRD}").byline == "Reuters"


@pytest.mark.parametrize(
    ("line", "byline", "published"),
    [
        ("By Jane Doe", "Jane Doe", None),
        ("By Jane Doe and Ludwig van der Berg", "Jane Doe and Ludwig van der Berg", None),
        ("Von Jürgen Östlund", "Jürgen Östlund", None),
        ("By Jane Doe, 23 Jan 2015", "Jane Doe", "2015-01-23"),
        ("Chris Davies - Nov 19, 2019, 10:31 pm CST", "Chris Davies", "2019-11-19T22:31"),
        ("January 23, 2015 Jane Doe", "Jane Doe", "2015-01-23"),
        ("January 23, 2015 | BY: Jane Doe", "Jane Doe", "2015-01-23"),
        ("* by Jane Doe", "Jane Doe", None),
        ("By\n\nJane Doe\n\nHexley Mercury", "Jane Doe", None),
        ("Jane Doe\n\n23 January 2015", "Jane Doe", "2015-01-23"),
        ("AFP, Hexley,\n\n23 January 2015", "AFP", "2015-01-23"),
        ("Jane Doe\n\nMonday 5:30PM", "Jane Doe", None),
        ("EMAIL ME\n\n23 January 2015", None, "2015-01-23"),
        ("Published Monday, 23 January 2015", None, "2015-01-23"),
        ("Updated 23 January 2015", None, None),
        ("Published: 23 January 2015", None, "2015-01-23"),
        ("By the river, after dark", None, None),
        ("yesterday", None, None),
        ("31/02/2015", None, None),
    ],
)
def test_lines_under_the_headline_say_who_and_when(line: str, byline: str | None, published: str | None) -> None:
    draft = from_text(f"{TITLE}\n\n{line}\n\n{FIRST}\n\n{SECOND}\n\n{THIRD}")
    assert (draft.title, draft.byline, draft.published) == (TITLE, byline, published)
    assert line in draft.body


@pytest.mark.parametrize(
    ("lines", "outlet"),
    [
        (["© 2015 The Hexley Mercury. All rights reserved."], "The Hexley Mercury"),
        (["Copyright 2015. Hexley Mercury. All Rights Reserved."], "Hexley Mercury"),
        (["Hexley Mercury © 2015 Ambler Holdings, LLC. All rights reserved."], "Hexley Mercury"),
        (["© 2015 Ambler Communications, Inc."], None),
        (["© 2015 All rights reserved."], None),
        (["© 2015 The Stow Herald.", "© 2010 - 2015 Hexley Mercury (www.hexleymercury.example)"], "Hexley Mercury"),
        (["Search Hexley Mercury", "Hexley Mercury newsletters", "© 2015 Ambler Media Group"], "Hexley Mercury"),
        (["© 2015 hexley magazine"], "hexley magazine"),
        (["Ambler Newspapers © Copyright Ambler Communications, Inc. 2015"], None),
    ],
)
def test_the_lines_of_a_page_name_its_outlet_and_not_the_company_that_owns_it(
    lines: list[str], outlet: str | None
) -> None:
    menu = ["Skip to content", "* Home", "* Sport", "* Weather", "Search", "Log in", ""]
    foot = ["", "Related articles", "* Bakers strike again", "Contact us", "Privacy policy", *lines]
    draft = from_text("\n".join((*menu, TITLE, "By Ann Field", FIRST, SECOND, THIRD, *foot)))
    assert draft.outlet == outlet


def test_of_two_dates_the_one_that_is_named_the_first_is_taken() -> None:
    lines = "Updated 25 January 2015\n\nPublished 23 January 2015"
    assert from_text(f"{TITLE}\n\n{lines}\n\n{FIRST}\n\n{SECOND}\n\n{THIRD}").published == "2015-01-23"
    assert from_text(f"{TITLE}\n\n25 January 2015\n\n23 January 2015\n\n{FIRST}\n\n{SECOND}").published is None


def test_an_article_without_a_headline_is_called_by_its_first_words() -> None:
    title = from_text(f"{FIRST}\n\n{SECOND}").title
    assert title.endswith(" …") and FIRST.startswith(title[:-2]) and len(title) <= 102


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"05/06/2015\n\n{FIRST}\n\n{SECOND}", FIRST),
        (f"Ferry late\n05/06/2015\n{FIRST}", "Ferry late"),
        ("05/06/2015\nIt is late.\nIt is full.", "It is late."),
    ],
)
def test_a_date_is_no_title(text: str, title: str) -> None:
    assert title.startswith(from_text(text).title.removesuffix(" …"))


@pytest.mark.parametrize("heading", [f"{TITLE}\n05/06/2015\n", "05/06/2015\n"])
def test_a_menu_above_a_short_page_is_boilerplate(heading: str) -> None:
    draft = from_text(f"Home\nSport\nWeather\n{heading}{FIRST}\n{SECOND}")
    assert boilerplate_of(draft) == ["Home", "Sport", "Weather"]


def test_a_title_with_markup_stays_literal() -> None:
    assert from_text(f"<b>Ten</b> dead <img src=x>\n\n{FIRST}\n\n{SECOND}").title == "<b>Ten</b> dead <img src=x>"


@pytest.mark.parametrize("text", ["", " \n\t\n", "\u00a0\u2028", "\ufeff", "\0"])
def test_blanks_are_refused(text: str) -> None:
    with pytest.raises(UnreadableArticle, match="no text"):
        from_text(text)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "Das ist nicht die Frage, die sich der Rat mit dem Haus und auf der Straße von den Leuten stellen muss.",
            "de",
        ),
        ("Ten.", None),
    ],
)
def test_the_language_is_told_only_when_it_is_plain(text: str, language: str | None) -> None:
    assert from_text(text).language == language


@given(
    st.lists(
        st.sampled_from(
            [TITLE, FIRST, SECOND, THIRD, "Advertisement", "Share", "* x", "", "  ", "😀", "By Al Bo", "©"]
        ),
        min_size=1,
        max_size=40,
    )
)
def test_boilerplate_is_whole_trimmed_lines_in_order_and_never_everything(lines: list[str]) -> None:
    text = "\n".join(lines)
    if not text.strip():
        return
    draft = from_text(text)
    every = [(line.start, line.end) for line in lines_of(text)]
    assert list(draft.boilerplate) == sorted(set(draft.boilerplate) & set(every))
    assert len(draft.boilerplate) < len(every)
    assert draft.title and draft.body
    assert draft.title.removesuffix(" …") in draft.body


def test_the_sample_is_read_as_it_was_written() -> None:
    draft = read_file(sample_article())
    assert draft.title == "Harbour reopens after storm, but crews say the hardest winter lies ahead"
    assert (draft.outlet, draft.byline, draft.published) == ("Saltmere Courier", "Nora Vance", "2024-11-14")
    assert (draft.language, draft.encoding, draft.warnings) == ("en", "utf-8", ())
    assert len(draft.boilerplate) == 13
    assert draft.body.startswith(draft.title) and draft.body.endswith("01632 960118.")
    assert draft.body.count("The harbour at Saltmere opened") == 1


def test_the_coalition_page_has_exactly_the_boilerplate_that_was_marked_by_hand(shared: Path) -> None:
    gold = json.loads((shared / "gold" / "coalition.json").read_text(encoding="utf-8"))
    draft = read_file(shared / "articles" / "coalition.txt")
    assert draft.boilerplate == tuple((line["start"], line["end"]) for line in gold["furniture"])
    assert (draft.title, draft.outlet, draft.byline) == (gold["title"], gold["outlet"], gold["agency"])


@pytest.mark.parametrize("name", ["boilerplate", "ends", "agencies", "languages", "media_owners", "not_outlets"])
def test_a_word_list_has_no_line_twice(name: str) -> None:
    assert len(words(name)) == len(set(words(name))) > 10
