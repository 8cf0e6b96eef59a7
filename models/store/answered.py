"""Read the answers under one variable: which there are, how many, and what their records are called."""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence

from models.codebook.answer_counts import AnswerCounts
from models.codebook.reach import MOST_NAMED, Coded, Reach, answers_changed, by_record, cleared_by, freed_by
from models.edits import Edit
from models.entities import Answer, Article, Claim, Number, Speaker
from models.ids import Id
from models.store.reading import text_of
from models.store.rows import record_of, select, select_in
from models.store.spans import OF_RECORD
from models.text.excerpts import words_at


def answers_under(connection: sqlite3.Connection, variable: Id, choices: Sequence[Id] | None = None) -> list[Answer]:
    """Return the answers under a variable, or only those with some of its choices."""
    if choices is None:
        return select(connection, Answer, "WHERE variable = ? ORDER BY row", variable)
    return sorted(select_in(connection, Answer, "choice", choices), key=lambda answer: answer.id)


def answer_counts(connection: sqlite3.Connection) -> AnswerCounts:
    """Return how many answers there are under each variable, and with each choice."""
    of_variables = connection.execute("SELECT variable, count(*) FROM answer GROUP BY variable").fetchall()
    with_choices = connection.execute(
        "SELECT choice, count(*) FROM answer WHERE choice IS NOT NULL GROUP BY choice"
    ).fetchall()
    return AnswerCounts(dict(of_variables), dict(with_choices))


def reach_of(connection: sqlite3.Connection, edit: Edit, concerned: Sequence[Answer] | None = None) -> Reach:
    """Return what an edit does to answers: to those that it changes, or to others that are `concerned`."""
    found = by_record(answers_changed(edit) if concerned is None else concerned)
    by_article = Counter(answer.article for answer in found.values() if answer.article)
    most = by_article.most_common(MOST_NAMED)
    titles, texts = _titles(connection, (article for article, _count in most)), _Texts(connection)
    return Reach(
        len(found),
        len(cleared_by(edit)),
        len(by_article),
        tuple((titles.get(article, ""), count) for article, count in most),
        tuple(_name_of(connection, answer, texts) for answer in [*found.values()][:MOST_NAMED]),
        freed_by(edit),
    )


def coded_with(connection: sqlite3.Connection, choice: Id) -> list[Coded]:
    """Return the answers with a choice, each with its record in words, in the order of the articles."""
    answers = sorted(select_in(connection, Answer, "choice", [choice]), key=lambda each: (each.article or "", each.id))
    titles = _titles(connection, {answer.article for answer in answers if answer.article})
    texts = _Texts(connection)
    return [Coded(each, _name_of(connection, each, texts), titles.get(each.article or "", "")) for each in answers]


class _Texts:
    """The text of the article that was asked for last."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection, self._sha256, self._text = connection, "", ""

    def text_of(self, article: Article) -> str:
        if article.content != self._sha256:
            self._sha256, self._text = article.content, text_of(self._connection, article.content)
        return self._text


def _titles(connection: sqlite3.Connection, articles: Iterable[Id]) -> dict[Id, str]:
    query = "SELECT id, title FROM article WHERE id IN (SELECT value FROM json_each(?))"
    return dict(connection.execute(query, (json.dumps([*articles]),)).fetchall())


def _name_of(connection: sqlite3.Connection, answer: Answer, texts: _Texts) -> str:
    """Return the words or the name of the record that an answer is about; nothing if it is gone."""
    if answer.speaker:
        speaker = record_of(connection, Speaker, answer.speaker)
        return speaker.name if speaker else ""
    article = record_of(connection, Article, answer.article) if answer.article else None
    if article is None or answer.subject == article.id:
        return article.title if article else ""
    query = f"""SELECT start, "end" FROM {OF_RECORD[Claim if answer.claim else Number]}
                AND role IN ('content', 'number') ORDER BY position, start"""
    return words_at(texts.text_of(article), connection.execute(query, (answer.subject,)).fetchall())
