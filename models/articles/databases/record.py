"""A record of an export: the printed article, what the database says of it, and the draft made of both."""

from collections.abc import Iterable
from dataclasses import dataclass

from models.articles.draft import Draft
from models.articles.headlines import shortened
from models.articles.input_file import MOST_TEXT
from models.errors import UnreadableArticle
from models.text.languages import language_of
from models.text.normalising import line_ranges, normalise
from models.translation import _


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph of a record; `is_article` says whether it is printed article or what the database says of it."""

    text: str
    is_article: bool = True


@dataclass(frozen=True, slots=True)
class Record:
    """A record as it was read; absent is None. `source` is its part of the file, as text."""

    pieces: tuple[Piece, ...]
    source: str
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published: str | None = None
    address: str | None = None
    language: str | None = None


def said(text: str) -> list[Piece]:
    """Return what a database says as a piece of a record, if it is not blank."""
    return [Piece(text.strip(), is_article=False)] if text.strip() else []


def printed(texts: Iterable[str]) -> list[Piece]:
    """Return paragraphs of an article as pieces of a record, without blank ones."""
    return [Piece(text.strip("\n")) for text in texts if text.strip()]


def draft_of(record: Record, named: str) -> Draft | UnreadableArticle:
    """Return a record as a draft, with its part of the file, or why it is none. The name is that of the file.

    The text has everything of the record; what the database says of the article is boilerplate.
    """
    if not record.pieces:
        return UnreadableArticle(
            _("A record of {name} is empty.").format(name=named), _("It was left out; the others were read.")
        )
    text, boilerplate = _composed(record.pieces)
    if len(text) > MOST_TEXT:
        what = _("A record of {name} has more than {millions} million characters of text, too many for an article.")
        return UnreadableArticle(what.format(name=named, millions=MOST_TEXT >> 20), _("It was left out."))
    body = [piece.text for piece in record.pieces if piece.is_article]
    title = " ".join((record.title or "").split())
    has_text = any(" ".join(words.split()) != title for words in body)
    return Draft(
        text=text,
        title=title or shortened(" ".join((body or [record.pieces[0].text])[0].split())),
        outlet=record.outlet or None,
        byline=record.byline or None,
        published=record.published,
        address=record.address,
        language=language_of("\n".join(body)) or record.language,
        boilerplate=boilerplate,
        original=record.source.encode("utf-8"),
        encoding="utf-8",
        warnings=() if has_text else (_("The export has no text of this article."),),
    )


def _composed(pieces: tuple[Piece, ...]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return the text of a record, and the ranges of its lines of boilerplate."""
    parts: list[str] = []
    boilerplate: list[tuple[int, int]] = []
    at = 0
    before: Piece | None = None
    for piece in pieces:
        gap = "" if before is None else "\n\n" if piece.is_article or before.is_article else "\n"
        text = normalise(piece.text)
        at += len(gap)
        if not piece.is_article:
            boilerplate += [(at + start, at + end) for start, end in line_ranges(text)]
        parts += [gap, text]
        at += len(text)
        before = piece
    return "".join(parts), tuple(boilerplate)
