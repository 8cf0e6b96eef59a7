"""Find what a project has already of what another one may bring."""

import sqlite3
from collections.abc import Iterable, Mapping

from models.entities import Answer, Article, Claim, Dismissed, Number, Record
from models.ids import Id
from models.other_projects.other_project import OtherProject, Present
from models.store import reading
from models.store.rows import select_in

PRESENT: tuple[type[Record], ...] = (Claim, Number, Answer, Dismissed)
"""What is recorded in articles and known again by its id."""


def present(connection: sqlite3.Connection, other: OtherProject) -> Present:
    """Return what the project has of another one: the same articles, records and texts, and what is answered."""
    articles = {each.id: each for each in select_in(connection, Article, "id", _ids(_articles(other)))}
    with_text = dict[str, Article]()
    for each in select_in(connection, Article, "content", {article.content for article in _articles(other)}):
        first = with_text.setdefault(each.content, each)
        with_text[each.content] = min(first, each, key=lambda article: article.id)
    registry = reading.registry(connection)
    recorded = [row for each in other.articles for row in each.records if isinstance(row, PRESENT)]
    about_speakers = (row for each in other.registry.speakers for row in other.registry.answers_of(each))
    records = {row.id for kind in PRESENT for row in select_in(connection, kind, "id", _ids(recorded))} | {
        row.id for row in select_in(connection, Answer, "id", _ids(about_speakers))
    }
    subjects = {*records, *_ids(articles.values()), *_ids(with_text.values()), *registry.speakers}
    answers = reading.answers_about(connection, subjects)
    return Present(
        registry,
        reading.codebook(connection),
        articles,
        with_text,
        frozenset(records),
        {subject: tuple(found) for subject, found in answers.items()},
        _corrected(connection, other, articles),
        reading.own_words(connection),
    )


def _corrected(connection: sqlite3.Connection, other: OtherProject, articles: Mapping[Id, Article]) -> Mapping[Id, str]:
    """Return the texts here of the articles that have another text in the other project."""
    same = ((articles.get(each.id), each) for each in _articles(other))
    return {
        here.id: reading.text_of(connection, here.content)
        for here, there in same
        if here and here.content != there.content
    }


def _articles(other: OtherProject) -> Iterable[Article]:
    return (each.article for each in other.articles)


def _ids(rows: Iterable[Record]) -> set[Id]:
    return {row.id for row in rows}
