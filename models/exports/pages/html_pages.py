"""Publish articles with their records marked: a page for each and a list of them all, or one page."""

import re
import unicodedata
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import count
from pathlib import Path
from tempfile import TemporaryFile

from models.exports.beginning import Beginning, FirstText
from models.exports.lines import Lines
from models.exports.pages.article import ArticleHtml
from models.exports.pages.entries import entries
from models.exports.pages.page import Listed, contents, foot, head
from models.exports.report import Counted, File
from models.exports.source import Source
from models.exports.target import Written
from models.ids import Id
from models.known import Known
from models.records import ArticleRecords
from models.translation import _

PAGE = _("The first article with records. There is such a page for each article.")
INDEX = _("The list of all articles, which leads to their pages. The first one is shown.")
SINGLE = _("All articles on one page, after a list of them. The first one with records is shown.")

LONGEST_NAME = 48
"""Characters of a title in the name of a file."""


class HtmlPages:
    """A target: `index.html` and a page for each article, or, with the option `single`, `articles.html` alone."""

    names: tuple[str, ...] = ("articles.html", "index.html", "article-*.html")

    def write(self, source: Source, place: Path) -> Written:
        """Write the pages of all articles that are wanted. Raises OSError if the disk refuses."""
        return Written(tuple((_together if source.options.single else _each)(source, place)))

    def first(self, source: Source) -> Beginning:
        """Return the page of the first article that has records, and say which pages there are besides."""
        articles = source.counts["articles"]
        pages = (found for found in _articles(source) if found[1].entries)
        found = next(pages, None) or next(_articles(source), None)
        if found is None:
            return Beginning(())
        number, html = found
        title = html.records.article.title
        page = "".join((head(title), *(f"{line}\n" for line in html.lines()), foot()))
        if source.options.single:
            return Beginning((FirstText("articles.html", _("articles"), SINGLE, page, articles, page=True),))
        listed = Listed(html.records.article, _name(number, title), html.count())
        index = "".join((head(_("Articles")), *(f"{line}\n" for line in contents([listed])), foot()))
        return Beginning(
            (
                FirstText(_name(number, title), _("records"), PAGE, page, len(html.entries), page=True),
                FirstText("index.html", _("articles"), INDEX, index, articles, page=True),
            )
        )

    def count(self, file: File) -> int:
        """Read a page and return how many articles or records it lists. Raises ValueError if it is not whole."""
        reader = _Reader()
        with file.path.open(encoding="utf-8") as page:
            for line in page:
                reader.feed(line)
        reader.close()
        if not reader.whole:
            raise ValueError(_("the page ends too early"))
        return reader.records if file.table == "records" else reader.articles or reader.listed


class _Reader(HTMLParser):
    """Counts the records of a page, its articles, and those in its list."""

    def __init__(self) -> None:
        super().__init__()
        self.records = self.articles = self.listed = 0
        self.whole = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs).get("class")
        self.records += (tag, known) == ("li", "record")
        self.articles += (tag, known) == ("article", "article")
        self.listed += (tag, known) == ("li", "page")

    def handle_endtag(self, tag: str) -> None:
        self.whole |= tag == "html"


def _each(source: Source, place: Path) -> Iterator[File]:
    """Write a page for each article, and then the list of them."""
    listed = {}
    for number, html in _articles(source):
        article = html.records.article
        name = _name(number, article.title)
        with (place / name).open("w", encoding="utf-8") as page:
            page.write(head(article.title))
            page.writelines(f"{line}\n" for line in html.lines())
            page.write(foot())
        listed[number] = Listed(article, name, html.count())
        yield File(place / name, "records", len(html.entries), counted=Counted.RECORDS)
    with (place / "index.html").open("w", encoding="utf-8") as index:
        index.write(head(_("Articles")))
        index.writelines(f"{line}\n" for line in contents(listed[number] for number in sorted(listed)))
        index.write(foot())
    yield File(place / "index.html", "articles", len(listed), counted=Counted.ARTICLES)


def _together(source: Source, place: Path) -> Iterator[File]:
    """Write one page. The articles wait in a file until all titles are known, and can then be sorted."""
    found: dict[int, tuple[Listed, int, int]] = {}
    records = 0
    with TemporaryFile(dir=place) as waiting, (place / "articles.html").open("wb") as page:
        for number, html in _articles(source):
            start = waiting.tell()
            waiting.writelines(f"{line}\n".encode() for line in html.lines())
            records += len(html.entries)
            found[number] = Listed(html.records.article, f"#{html.prefix}", html.count()), start, waiting.tell()
        page.write(head(_("Articles")).encode())
        ordered = [found[number] for number in sorted(found)]
        if len(ordered) > 1:
            page.writelines(f"{line}\n".encode() for line in contents(listed for listed, _start, _end in ordered))
        for _listed, start, end in ordered:
            waiting.seek(start)
            page.write(waiting.read(end - start))
        page.write(foot().encode())
    yield File(place / "articles.html", "articles", len(ordered), counted=Counted.ARTICLES)
    yield File(place / "articles.html", "records", records, counted=Counted.RECORDS)


def _articles(source: Source) -> Iterator[tuple[int, ArticleHtml]]:
    """Yield each article that is wanted, with its number in the list, from 1."""
    places, lines = source.listed(Lines.ARTICLES), source.listed(Lines.STATEMENTS)
    wanted = None if lines is None else {record for line in lines for record in line}
    numbers = count(1)
    for records in source.articles():
        number = next(numbers) if places is None else places.get((records.article.id, None), -1) + 1
        if number:
            yield number, _html(source, records, wanted, f"a{number}")


def _html(source: Source, records: ArticleRecords, wanted: set[Id | None] | None, prefix: str) -> ArticleHtml:
    known = Known(source.registry, records.answers_of)
    return ArticleHtml(records, entries(records, wanted), source.codebook, known, prefix)


def _name(number: int, title: str) -> str:
    return f"article-{number:04}{_slug(title)}.html"


def _slug(title: str) -> str:
    """Return a title as part of the name of a file that every system takes; nothing if no letter of it is in ASCII."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", plain)[:LONGEST_NAME].strip("-")
    return f"-{words}" if words else ""
