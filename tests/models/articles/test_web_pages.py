"""A web page becomes an article of plain text that begins with its headline; nothing in it is run or fetched."""

import builtins
import gzip
import json
import socket
from pathlib import Path
from typing import Any

import pytest

from models.articles.web_pages import from_html
from models.errors import UnreadableArticle

FIRST = (
    "The bridge at Hexley will be closed until May, the council said on Monday, and nobody was surprised to hear it."
)
SECOND = (
    "Nearly 2,000 people cross it on a working day, according to a count that the town made in the spring of last year."
)


def page(
    head: str = "", body: str = "", title: str = "Bridge closed for repairs", language: str = ' lang="en-GB"'
) -> str:
    """A page as papers make them."""
    return (
        f"<!doctype html><html{language}><head><title>{title}</title>{head}</head><body><nav><a href='/'>Home</a></nav>"
        f"<article><h1>{title}</h1>{body}<p>{FIRST}</p><p>{SECOND}</p></article></body></html>"
    )


def test_the_text_is_the_headline_and_the_paragraphs_parted_by_blank_lines() -> None:
    draft = from_html(page())
    assert draft.text == f"Bridge closed for repairs\n\n{FIRST}\n\n{SECOND}"
    assert (draft.title, draft.language, draft.body) == ("Bridge closed for repairs", "en", draft.text)


def test_a_headline_that_the_text_begins_with_is_not_given_twice() -> None:
    assert from_html(page(body="<p>Bridge closed for repairs</p>")).text.count("Bridge closed") == 1


def test_what_the_page_says_of_itself_is_read() -> None:
    head = (
        '<meta property="og:site_name" content="The Hexley Mercury"><meta name="author" content="Jane Doe">'
        '<meta property="article:published_time" content="2015-01-23T08:00:00Z">'
        '<link rel="canonical" href="https://mercury.example/bridge">'
    )
    draft = from_html(page(head))
    assert (draft.outlet, draft.byline, draft.published) == ("The Hexley Mercury", "Jane Doe", "2015-01-23")
    assert draft.address == "https://mercury.example/bridge"


@pytest.mark.parametrize("author", ["The Hexley Mercury", "admin", "Staff", "Redaktion"])
def test_what_stands_in_for_an_author_is_none(author: str) -> None:
    head = f'<meta property="og:site_name" content="The Hexley Mercury"><meta name="author" content="{author}">'
    assert from_html(page(head)).byline is None


@pytest.mark.parametrize("date", ["yesterday", "31/02/2015", "2015-02-31", "03/04/2015", "today", ""])
def test_a_date_that_cannot_be_read_stays_empty(date: str) -> None:
    head = f'<meta property="article:published_time" content="{date}">'
    assert from_html(page(head, body=f"<time>{date}</time>")).published is None


def test_markup_in_a_title_stays_literal() -> None:
    title = "&lt;b&gt;x&lt;/b&gt;&lt;img src=file:///etc/passwd&gt;"
    assert from_html(page(title=title)).title == "<b>x</b><img src=file:///etc/passwd>"


EVIL = (
    '<meta http-equiv="refresh" content="0; url=http://127.0.0.1:9/gone">'
    '<base href="file:///etc/"><script src="http://127.0.0.1:9/a.js"></script><link rel="stylesheet" href="file:///a.css">'
)
EVIL_BODY = (
    '<img src="file:///etc/hostname"><p><a href="javascript:alert(1)">Click here</a> to read on about the bridge.</p>'
    '<iframe src="file:///etc/hostname"></iframe><object data="file:///etc/hostname"></object>'
    '<script>document.title = "no"</script><svg><image href="http://127.0.0.1:9/x.png"/></svg>'
)


def test_nothing_in_a_page_is_fetched_opened_or_run(monkeypatch: pytest.MonkeyPatch) -> None:
    from_html(page())  # What the library opens for itself, it has opened now.
    opened: list[Any] = []
    monkeypatch.setattr(socket, "socket", lambda *_, **__: pytest.fail("a page reached for the network"))
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: pytest.fail("a page asked for an address"))
    monkeypatch.setattr(builtins, "open", lambda *given, **__: opened.append(given))
    draft = from_html(page(EVIL, EVIL_BODY))
    monkeypatch.undo()
    assert opened == []
    assert FIRST in draft.text and "Click here" in draft.text
    assert not any(trace in draft.text for trace in ("file:", "javascript", "document", "<", "127.0.0.1"))


def test_entities_from_outside_are_not_read(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("swordfish", encoding="utf-8")
    entity = f'<!DOCTYPE html [<!ENTITY x SYSTEM "{(tmp_path / "secret").as_uri()}">]>'
    draft = from_html(entity + page(body="<p>They say that &x; is the word that opens the door of the town hall.</p>"))
    assert "opens the door" in draft.text
    assert "swordfish" not in draft.text


def test_the_name_of_the_site_behind_the_title_is_no_part_of_the_headline() -> None:
    html = page().replace("</title>", " - The Hexley Mercury | News</title>")
    assert from_html(html).title == "Bridge closed for repairs"


@pytest.mark.parametrize(
    "html", ["", "   ", "<html></html>", "<p>short</p>", "<<<>>>", "words alone", "<div>" * 20_000]
)
def test_a_page_without_an_article_is_refused(html: str) -> None:
    with pytest.raises(UnreadableArticle):
        from_html(html)


def test_emoji_and_odd_line_breaks_come_through() -> None:
    draft = from_html(
        page(body="<p>It was over 😀 and\u2028done, said the mayor of the town to those who had come.</p>")
    )
    assert "😀" in draft.text and "\u2028" not in draft.text


@pytest.mark.parametrize(
    ("markup", "read"),
    [
        ("It cost $11<sup>99</sup>, up from $9<sup>50</sup>, or 3 EUR.", "It cost $11.99, up from $9.50, or 3 EUR."),
        ("Nearly 5,000<sup>2</sup> came, £38<sup>1</sup> million.", "Nearly 5,000 came, £38 million."),
        ("Some 1,400<sup><a href='#n'>2</a></sup> wait<sup>[3]</sup>.", "Some 1,400 wait."),
        ("It holds 3 × 10<sup>9</sup> litres and 45 km<sup>2</sup>.", "It holds 3 × 10⁹ litres and 45 km²."),
        ("On the 5<sup>th</sup>, 1<sup>1</sup>/<sub>2</sub> of it went.", "On the 5th, 1 1/2 of it went."),
        ("It holds 10<sup>1<sup>2</sup></sup> litres.", "It holds 10¹² litres."),
        ("She said: <q>Not <q>now</q>, no.</q> He left.", "She said: “Not ‘now’, no.” He left."),
        ("<q>“No,”</q> she said.", "“No,” she said."),
        ("It cost <del>500</del> <ins>650</ins> jobs.", "It cost 650 jobs."),
        (
            "It has <s>£83 million</s><ins>£38 million</ins> now, <strike>so</strike> far.",
            "It has £38 million now, far.",
        ),
        ("It was <span style='text-decoration: line-through'>4</span> 3 men.", "It was 3 men."),
    ],
)
def test_what_markup_says_is_said_by_the_words(markup: str, read: str) -> None:
    padding = " Nobody in the town was surprised to hear of it on that day, the council wrote."
    assert read + padding in from_html(page(body=f"<p>{markup}{padding}</p>")).text


def test_german_quotations_get_german_marks() -> None:
    html = page(body=f"<p>Er sagte: <q>Die Brücke ist zu</q>, und ging. {FIRST}</p>", language=' lang="de"')
    assert "sagte: „Die Brücke ist zu“, und" in from_html(html).text


def test_a_paragraph_that_is_one_link_is_kept() -> None:
    linked = "Opponents said nearly 2,000 people had signed a petition against the plan, which they called unfair."
    assert linked in from_html(page(body=f"<p><a href='/x'><b>{linked}</b></a></p>")).text


def test_a_list_is_kept_where_the_body_holds_the_paragraphs_itself() -> None:
    items = ["the hull, for £12.5 million", "two engines, for £9 million", "six months of trials"]
    listed = "".join(f"<li>{item}</li>" for item in items)
    bare = f"<html><body><h1>Bridge closed</h1><p>{FIRST}</p><ul>{listed}</ul><p>{SECOND}</p><p>{FIRST[::-1]}</p>"
    assert set(items) < set(from_html(bare).text.split("\n"))


def test_the_headings_of_a_live_blog_are_kept() -> None:
    headings = ["Council meets in private", "Mayor: nobody will pay", "Rain goes on"]
    entries = "".join(
        f"<article class='post'><header>11:15 <h2>{heading}</h2></header><p>{FIRST} {heading}.</p></article>"
        for heading in headings
    )
    html = f"<html><body><main><h1>Bridge closed for repairs</h1><div>{entries}</div></main></body></html>"
    assert set(headings) < set(from_html(html).text.split("\n"))


def test_the_cells_of_a_table_stand_apart_by_tabs_without_markup() -> None:
    table = "<table><tr><th>Branch</th><th>Cost</th></tr><tr><td>Mill <b>Lane</b></td><td>£300,000</td></tr></table>"
    text = from_html(page(body=table)).text
    assert "\nBranch\tCost\n" in text and "\nMill Lane\t£300,000\n" in text
    assert "|" not in text and "---" not in text


def test_a_heading_that_names_the_site_is_not_the_headline() -> None:
    html = page(title="The Hexley Mercury").replace(
        "<title>The Hexley Mercury</title>", "<title>Bridge closed for repairs - The Hexley Mercury</title>"
    )
    html = html.replace("</h1>", "</h1><h2 class='headline'>Bridge closed for repairs</h2>")
    assert from_html(html).title == "Bridge closed for repairs"


def test_a_job_title_is_no_author() -> None:
    head = '<meta name="author" content="Senior Reporter; Ann Rowe; News Desk">'
    assert from_html(page(head)).byline == "Ann Rowe"


def test_a_page_kept_from_the_reader_view_tells_its_author_and_address() -> None:
    credit = "<a class='reader-domain' href='https://mercury.example/a'>m</a><div class='reader-credits'>Ann Rowe</div>"
    draft = from_html(page().replace("<nav>", f"{credit}<nav>"))
    assert (draft.byline, draft.address) == ("Ann Rowe", "https://mercury.example/a")


@pytest.mark.parametrize(
    "note",
    [
        "saved from url=(0027)https://mercury.example/b",
        "\n Page saved with SingleFile \n url: https://mercury.example/b \n",
    ],
)
def test_the_address_that_a_browser_noted_on_saving_is_read(note: str) -> None:
    assert from_html(page().replace("<html", f"<!-- {note} -->\n<html")).address == "https://mercury.example/b"


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("<p class='fecha'>23 de enero de 2015</p>", "2015-01-23"),
        ("<p class='date'>2021年03月23日</p>", "2021-03-23"),
        ("<time datetime='Fri Sep 06 2024 09:05:00 GMT+0100'>6 Sep 2024</time>", "2024-09-06"),
        (
            "<time itemprop='dateModified' datetime='2017-11-27T19:20'>26/11/2017 01:57 | Updated 27/11/2017</time>",
            "2017-11-26",
        ),
        ("<time itemprop='dateModified' datetime='2017-11-27T19:20'>27/11/2017</time>", None),
    ],
)
def test_the_day_is_the_one_on_which_the_article_appeared(printed: str, day: str | None) -> None:
    html = page(language=' lang="es"').replace("</h1>", f"</h1>{printed}")
    assert from_html(html).published == day


def test_the_day_may_be_a_part_of_the_title_of_a_page() -> None:
    html = page().replace("</title>", " - 23.01.2015 - The Hexley Mercury</title>")
    assert from_html(html).published == "2015-01-23"


def test_the_agency_in_the_place_line_signs_a_page_too() -> None:
    wire = f"<p>HEXLEY, England (AP) — {FIRST}</p>"
    html = page().replace(f"<p>{FIRST}</p>", wire)
    assert from_html(html).byline == "AP"


def test_a_page_that_lists_other_articles_is_refused() -> None:
    teasers = "".join(
        f"<section><h3><a href='/{count}'>Bakers strike again</a></h3>"
        f"<p>Bakers in {place} strike until Friday, they say.</p></section>"
        for count, place in enumerate(["Hexley", "Ambleford", "Saltmere", "the north"])
    )
    with pytest.raises(UnreadableArticle, match="lists other articles"):
        from_html(f"<html><body><main><h1>News</h1>{teasers}</main></body></html>")


def test_an_article_with_teasers_below_it_is_read() -> None:
    teasers = "".join(
        f"<section><h3><a href='/{count}'>Bakers strike</a></h3>"
        f"<p>Bakers in town {count} strike, they say.</p></section>"
        for count in range(4)
    )
    assert FIRST in from_html(page().replace("</article>", f"</article>{teasers}")).body


def test_bodies_of_real_pages_are_found(shared: Path) -> None:
    rows = [
        json.loads(row) for row in (shared / "data" / "cleaning_dev.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    for row in rows[:3]:
        draft = from_html(gzip.decompress((shared / "data" / row["html"]).read_bytes()).decode("utf-8"))
        told, kept = set(row["text"].split()), set(draft.body.split())
        assert len(told & kept) > 0.9 * len(told), row["id"]


def test_a_list_of_links_to_other_stories_is_left_out_and_a_list_of_the_article_is_kept() -> None:
    links = "<ul><li><a href='/a'>Ferry strike ends</a></li><li><a href='/b'>Tolls to rise again</a></li></ul>"
    items = "<ul><li>Repairs begin in <a href='/c'>March</a></li><li>Cyclists may pass</li></ul>"
    text = from_html(page(body=f"<p>{SECOND}</p>{links}<p>{FIRST}</p>{items}")).text
    assert "Ferry strike" not in text
    assert "Repairs begin in March" in text and "Cyclists may pass" in text


LINKED_DATA = """
{"@graph": [
  {"@type": "NewsArticle", "headline": "Bridge closed for repairs", "author": {"@id": "#rowe"}, "publisher":
    {"@type": "Organization", "name": "The Hexley Mercury"}},
  {"@type": "Person", "@id": "#rowe", "name": "Ann Rowe"},
  {"@type": "ImageObject", "author": {"@type": "Person", "name": "Bo Hill"}}
]}
"""


def test_linked_data_tells_author_and_outlet_also_by_reference() -> None:
    draft = from_html(page(f"<script type='application/ld+json'>{LINKED_DATA}</script>"))
    assert (draft.byline, draft.outlet) == ("Ann Rowe", "The Hexley Mercury")


@pytest.mark.parametrize("broken", ["{", "[[[[", "null", '{"@type": 7, "author": [[3]], "headline": {}}', "[" * 5000])
def test_broken_linked_data_says_nothing(broken: str) -> None:
    draft = from_html(page(f"<script type='application/ld+json'>{broken}</script>"))
    assert (draft.title, draft.byline) == ("Bridge closed for repairs", None)


def test_the_headline_as_printed_is_taken_before_the_one_for_social_networks() -> None:
    head = '<meta property="og:title" content="You will not believe what they close now">'
    assert from_html(page(head)).title == "Bridge closed for repairs"


def test_a_heading_that_links_to_the_first_page_is_the_outlet() -> None:
    html = page(title="Bridge closed for repairs - News from Hexley - Hexley Online").replace(
        "<h1>Bridge closed for repairs - News from Hexley - Hexley Online</h1>",
        "<h1><a href='/'>News from Hexley - Hexley Online</a></h1>",
    )
    draft = from_html(html)
    assert (draft.title, draft.outlet) == ("Bridge closed for repairs", "News from Hexley - Hexley Online")


@pytest.mark.parametrize(
    ("title", "outlet"),
    [
        ("Bridge closed for repairs | The Hexley Mercury", "The Hexley Mercury"),
        ("The Hexley Mercury: Bridge closed for repairs", "The Hexley Mercury"),
        ("Hexley Mercury - Bridge closed for repairs", "Hexley Mercury"),
        ("Bridge closed for repairs", None),
    ],
)
def test_the_title_of_a_page_names_its_outlet_beside_the_headline(title: str, outlet: str | None) -> None:
    html = page().replace("<title>Bridge closed for repairs</title>", f"<title>{title}</title>")
    draft = from_html(html)
    assert (draft.title, draft.outlet) == ("Bridge closed for repairs", outlet)


@pytest.mark.parametrize(
    ("printed", "byline", "day"),
    [
        ("<div>By Ann Rowe</div><div>January 23, 2015</div>", "Ann Rowe", "2015-01-23"),
        ("<div>by</div><div>Ann Rowe</div><div>Last edited: <span>23 January 2015</span></div>", "Ann Rowe", None),
        ("<div>Ann Rowe</div><div>23 January 2015</div>", "Ann Rowe", "2015-01-23"),
        ("<div>Hexley News February 3, 2015</div>", None, "2015-02-03"),
    ],
)
def test_what_is_printed_under_the_headline_is_read_where_the_head_is_silent(
    printed: str, byline: str | None, day: str | None
) -> None:
    draft = from_html(page().replace("</h1>", f"</h1>{printed}"))
    assert (draft.byline, draft.published) == (byline, day)


STANDFIRST = "The council says that the bridge is safe for ships, and that nobody else may pass below."


@pytest.mark.parametrize(
    ("head", "above"),
    [
        (f'<meta name="description" content="{STANDFIRST}">', f"<div>{STANDFIRST}</div>"),
        ("", f"<div><span itemprop='description'>{STANDFIRST}</span></div>"),
        ("", f"<div><span>23.1.2015</span><span itemprop='description'>{STANDFIRST}</span></div>"),
        ("", f"<h1>Bridge closed<div>for repairs</div></h1><h2 itemprop='description'>{STANDFIRST}</h2>"),
        ("", f"<hgroup><h1>Bridge closed for repairs</h1><h2>{STANDFIRST}</h2></hgroup>"),
    ],
)
def test_the_standfirst_is_between_headline_and_text_and_given_once(head: str, above: str) -> None:
    article = f"<article class='article-body'><p>{FIRST}</p><p>{SECOND}</p></article>"
    heading = "" if "<h1>" in above else "<h1>Bridge closed for repairs</h1>"
    html = f"<html lang='en'><head><title>Bridge closed for repairs</title>{head}</head><body>{heading}{above}{article}"
    assert from_html(html).text == f"Bridge closed for repairs\n\n{STANDFIRST}\n\n{FIRST}\n\n{SECOND}"


def test_a_description_that_the_page_does_not_print_is_no_part_of_the_text() -> None:
    assert STANDFIRST not in from_html(page(f'<meta name="description" content="{STANDFIRST}">')).text


def test_an_article_that_a_page_has_several_times_is_kept_once() -> None:
    copies = f"<p>{FIRST}</p><p>{SECOND}</p>"
    draft = from_html(page(body=f"<p>{FIRST[::-1]} It was so.</p>{copies}"))
    assert draft.body.count(FIRST) == draft.body.count(SECOND) == 1
