"""An article is found whole and alone, however its page is laid out."""

from textwrap import fill

import pytest

from models.articles.web_pages import from_html

FIRST = (
    "The bridge at Hexley will be closed until May, the council said on Monday, and nobody was surprised to hear it."
)
SECOND = "Nearly 2,000 people cross it on a working day, according to a count that the town made in the spring of 2014."
THIRD = "The ferry will sail every twenty minutes from seven in the morning, and bicycles are carried for nothing."


def page(body: str) -> str:
    return f"<html lang=en><head><title>Bridge closed for repairs</title></head><body>{body}</body></html>"


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{each}</p>" for each in texts)


def body_of(body: str) -> list[str]:
    """Return the paragraphs of a page below the headline, without boilerplate."""
    return from_html(page(body)).body.split("\n\n")[1:]


OTHER = "Two boats lie at the quay already, and a third one will come from the island as soon as it has been painted."

ARTICLE = f"<article><h1>Bridge closed for repairs</h1>{paragraphs(FIRST, SECOND, THIRD)}"


def test_a_page_laid_out_by_a_table_is_read_in_paragraphs() -> None:
    links = "".join(f"<a href='/{name}'>{name}</a><br>" for name in ("News", "Sport", "Weather"))
    article = f"<h1>Bridge closed for repairs</h1><div>{paragraphs(FIRST, SECOND, THIRD)}</div>"
    assert body_of(f"<table><tr><td>{links}</td><td>{article}</td></tr></table>") == [FIRST, SECOND, THIRD]


def test_a_table_of_figures_stays_a_table() -> None:
    table = "<table><tr><td>Bridge</td><td>2,000</td></tr><tr><td>Ferry</td><td><p>300</p></td></tr></table>"
    assert "Bridge\t2,000" in body_of(f"{ARTICLE}{table}</article>")


def test_the_parts_of_an_article_that_advertisements_divide_are_read_as_one() -> None:
    parts = [f"<div class='story-text wide'>{paragraphs(*texts)}</div>" for texts in ([FIRST, SECOND], [THIRD, OTHER])]
    whole = f"{parts[0]}<div class=ad>Advertisement</div>{parts[1]}"
    read = body_of(f"<main><h1>Bridge closed for repairs</h1><div>{whole}</div></main>")
    assert read == [FIRST, SECOND, THIRD, OTHER]


def test_a_second_article_below_the_first_is_not_joined_to_it() -> None:
    other = "The swimming pool opens in June after two years of repairs, and the water will be warm for everybody."
    first = f"<h1>Bridge closed for repairs</h1><div class=story-text>{paragraphs(FIRST, SECOND, THIRD)}</div>"
    second = f"<h1>Pool opens again</h1><div class=story-text>{paragraphs(other, other + ' Really.')}</div>"
    read = body_of(f"<article>{first}</article><article>{second}</article>")
    assert read == [FIRST, SECOND, THIRD]


def test_what_comes_again_in_an_article_is_kept() -> None:
    again = "<p>Applause from the gallery</p>"
    read = body_of(f"{ARTICLE}{again}<p>{SECOND[:-1]}, and more.</p>{again}<p>{THIRD[:-1]}, too.</p></article>")
    assert read.count("Applause from the gallery") == 2


def test_the_texts_of_slides_are_kept() -> None:
    slides = "".join(
        f"<div><h2>{at}. A bridge</h2><figcaption><p>{text}</p></figcaption></div>"
        for at, text in enumerate((SECOND, THIRD))
    )
    assert {SECOND, THIRD} <= {*body_of(f"<article><h1>Bridge closed for repairs</h1><p>{FIRST}</p>{slides}</article>")}


@pytest.mark.parametrize(
    "stories",
    [
        "<ul>{}</ul>".format(
            "".join(
                f"<li><h3><a href='/{at}'>Other story number {at}</a></h3><h4>It may be read too</h4></li>"
                for at in range(3)
            )
        ),
        "<div>{}</div>".format(
            "".join(f"<a href='/{at}'><div><p>Other story number {at}, which goes on.</p></div></a>" for at in range(3))
        ),
        "<section><h3>More other story to read</h3><div>{}</div></section>".format(
            "".join(f"<div><a href='/{at}'>Other story number {at}</a></div>" for at in range(3))
        ),
    ],
)
def test_other_stories_are_left_out_with_their_heading(stories: str) -> None:
    assert body_of(f"{ARTICLE}{stories}</article>") == [FIRST, SECOND, THIRD]


def test_a_short_list_of_the_article_with_some_links_is_kept() -> None:
    items = "".join(f"<li><a href='/{at}'>Quay {at}</a> has a ferry</li>" for at in range(3))
    assert "Quay 1 has a ferry" in body_of(f"{ARTICLE}<ul>{items}</ul></article>")


def test_what_appears_over_a_name_is_not_glued_to_it() -> None:
    over = "<span class='person-popover'>Jane DoeMore about her</span>"
    name = f"<span class='popover-name'><a href='/doe'>Jane Doe</a>{over}</span>"
    said = f"<p>The mayor, {name}, said that the ferry would sail in any weather until May.</p>"
    assert "The mayor, Jane Doe, said" in body_of(f"{ARTICLE}{said}</article>")[-1]


def test_words_for_screen_readers_are_left_out() -> None:
    link = "<a href='/f'>the ferry<span class='screen-reader-text'> (opens in a new window)</span></a>"
    last = f"<p>More people take {link} than in any of the years before the repairs.</p>"
    assert body_of(f"{ARTICLE}{last}</article>")[-1].startswith("More people take the ferry than")


def test_of_an_article_of_one_sentence_the_captions_around_it_are_left_out() -> None:
    captions = "".join(f"<figure><figcaption>Caption of the picture {at}</figcaption></figure>" for at in range(9))
    assert body_of(f"<article>{captions}<h1>Bridge closed for repairs</h1><div><p>{FIRST}</p></div></article>") == [
        FIRST
    ]


@pytest.mark.parametrize(
    "line",
    ["January 23, 2015", "By Jane Doe", "Posted on 23 January 2015", "Bridge closed for repairs"],
)
def test_who_wrote_it_and_when_is_no_part_of_the_body(line: str) -> None:
    draft = from_html(page(f"{ARTICLE}</article>".replace("</h1>", f"</h1><p>{line}</p>", 1)))
    assert draft.body.split("\n\n")[1:] == [FIRST, SECOND, THIRD]


def test_the_dates_of_entries_are_kept() -> None:
    entries = "".join(f"<p>{day} January 2015</p><p>{text}</p>" for day, text in enumerate((FIRST, SECOND, THIRD), 1))
    assert body_of(f"<article><h1>Bridge closed for repairs</h1>{entries}</article>")[0] == "1 January 2015"


def test_what_is_said_of_the_author_below_the_article_is_no_part_of_it() -> None:
    about = "<p>Jane Doe is a writer who lives beside the bridge, and has never been on a ferry in her life.</p>"
    html = page(f"{ARTICLE}{about}</article>").replace("</title>", "</title><meta name=author content='Jane Doe'>")
    assert from_html(html).body.split("\n\n")[1:] == [FIRST, SECOND, THIRD]


def test_a_sentence_in_large_print_is_no_second_sentence() -> None:
    long = f"{SECOND} {THIRD}"
    article = f"<article><h1>Bridge closed for repairs</h1>{paragraphs(FIRST, long)}<p class=big>{THIRD}</p></article>"
    assert body_of(article) == [FIRST, long]


def test_a_statement_that_the_article_quotes_stays_whole() -> None:
    statement = (
        "I have nothing to say about it to anybody today",
        "I shall say more of the bridge and the ferry in May",
    )
    quotes = paragraphs(*(f"“{each},” he said." for each in statement))
    whole = paragraphs(*(f"{each}." for each in statement))
    assert len(body_of(f"{ARTICLE}{quotes}<h2>Statement</h2>{whole}</article>")) == 8


def test_preformatted_text_is_read_in_paragraphs() -> None:
    broken = "\n\n".join(fill(each, 60) for each in (FIRST, SECOND, THIRD))
    assert body_of(f"<h1>Bridge closed for repairs</h1><pre>{broken}</pre>") == [FIRST, SECOND, THIRD]


QUOTED = "We are cold, and nobody comes."


@pytest.mark.parametrize(
    "quotation",
    [
        f"<blockquote><p>{QUOTED}</p><footer>Jane Doe, ferryman</footer></blockquote>",
        f"<figure><blockquote>{QUOTED}</blockquote><figcaption>Jane Doe, ferryman</figcaption></figure>",
    ],
)
def test_a_quotation_keeps_who_said_it(quotation: str) -> None:
    assert body_of(f"{ARTICLE}{quotation}</article>")[3:] == [QUOTED, "Jane Doe, ferryman"]


def test_the_headings_of_entries_below_the_headline_are_kept() -> None:
    entries = "".join(f"<article><h2>{text[:11]}</h2><p>{text}</p></article>" for text in (FIRST, SECOND, THIRD))
    read = body_of(f"<main><h1>Bridge closed for repairs</h1>{entries}</main>")
    assert read == ["The bridge", FIRST, "Nearly 2,00", SECOND, "The ferry w", THIRD]


def test_a_headline_that_the_article_begins_with_is_taken_before_the_one_for_social_networks() -> None:
    draft = from_html(page(f"{ARTICLE}</article>").replace("repairs</title>", "months, and nobody knows why</title>"))
    assert draft.title == "Bridge closed for repairs"
    assert draft.body.split("\n\n")[1:] == [FIRST, SECOND, THIRD]
