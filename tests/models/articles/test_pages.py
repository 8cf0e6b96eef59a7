"""A web page becomes an article of plain text that begins with its headline; nothing in it is run or fetched."""

import builtins
import gzip
import json
import socket
from pathlib import Path
from typing import Any

import pytest

from models.articles import from_html
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
    with pytest.raises(UnreadableArticle, match="No article was found"):
        from_html(html)


def test_emoji_and_odd_line_breaks_come_through() -> None:
    draft = from_html(
        page(body="<p>It was over 😀 and\u2028done, said the mayor of the town to those who had come.</p>")
    )
    assert "😀" in draft.text and "\u2028" not in draft.text


def test_bodies_of_real_pages_are_found(shared: Path) -> None:
    rows = [
        json.loads(row) for row in (shared / "data" / "cleaning_dev.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    for row in rows[:3]:
        draft = from_html(gzip.decompress((shared / "data" / row["html"]).read_bytes()).decode("utf-8"))
        told, kept = set(row["text"].split()), set(draft.body.split())
        assert len(told & kept) > 0.9 * len(told), row["id"]
