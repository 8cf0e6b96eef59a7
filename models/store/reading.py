"""Read rows of the project as entities. Every query here uses an index."""

import sqlite3
from collections.abc import Collection, Sequence
from itertools import chain

from models.articles.site_lines import SiteLines
from models.codebook.codebook import Codebook
from models.entities import (
    Alias,
    Anchor,
    Answer,
    Article,
    Boilerplate,
    Choice,
    Claim,
    Content,
    Dismissed,
    Drawn,
    Export,
    Number,
    Original,
    Property,
    Record,
    Sample,
    SiteLine,
    Span,
    Speaker,
    Variable,
    View,
    Word,
)
from models.errors import NotAProject
from models.ids import Id
from models.named_exports import NamedExports
from models.own_words import OwnWords
from models.properties import Properties
from models.registry import Registry
from models.sampling.samples import Samples
from models.store.edit_body import changes_in
from models.store.rows import Malformed, select, select_in
from models.suggestions.learned import Learned
from models.translation import _
from models.views.named_views import NamedViews

MISSING = "the text of an article is missing"

IN_ARTICLES: tuple[type[Record], ...] = (Claim, Number, Span, Boilerplate, Answer, Anchor, Dismissed)
"""The records that belong to an article."""


def articles_of_content(connection: sqlite3.Connection, sha256: str) -> list[Article]:
    """Return the articles that have this text; if there are none, those that had it before they were corrected."""
    found = select(connection, Article, "WHERE content = ? ORDER BY id", sha256)
    return found or _corrected_from(connection, sha256)


def _corrected_from(connection: sqlite3.Connection, sha256: str) -> list[Article]:
    if connection.execute("SELECT 1 FROM content WHERE sha256 = ?", (sha256,)).fetchone() is None:
        return []
    edits = connection.execute("SELECT body, at FROM edit WHERE instr(body, ?)", (sha256,)).fetchall()
    changes = (change for body, at in edits for change in changes_in(body, None, at) if change.entity is Article)
    had_it = {change.id for change in changes if change.before and change.before.get("content") == sha256}
    return select_in(connection, Article, "id", sorted(had_it))


def first_article(connection: sqlite3.Connection, wanted: Id | None) -> Article | None:
    """Return one article if the file has it, else the first that is not done, else the first in the order of import."""
    for rest, *parameters in (
        ("WHERE id = ?", wanted),
        ("WHERE status = 'open' ORDER BY id LIMIT 1",),
        ("ORDER BY id LIMIT 1",),
    ):
        if found := select(connection, Article, rest, *parameters):
            return found[0]
    return None


def recorded_in(connection: sqlite3.Connection, articles: Sequence[Id]) -> list[Record]:
    """Return everything recorded in some articles, without their texts, and the draws of these articles."""
    kinds = (*IN_ARTICLES, Drawn)
    return list(chain.from_iterable(select_in(connection, kind, "article", articles) for kind in kinds))


def text_of(connection: sqlite3.Connection, sha256: str) -> str:
    """Return one text. Raises Malformed when it is missing."""
    text = kept_text(connection, sha256)
    if text is None:
        raise Malformed(MISSING)
    return text


def kept_text(connection: sqlite3.Connection, sha256: str) -> str | None:
    """Return one text; None when it is missing."""
    found = connection.execute("SELECT text FROM content WHERE sha256 = ?", (sha256,)).fetchone()
    return None if found is None else str(found[0])


def article_count(connection: sqlite3.Connection) -> int:
    """Return how many articles there are."""
    (count,) = connection.execute("SELECT count(*) FROM article").fetchone()
    return int(count)


def part_of_text(connection: sqlite3.Connection, sha256: str, start: int, end: int) -> str:
    """Return a range of one text, without reading the rest of it. Raises Malformed when the text is missing."""
    query = "SELECT substr(text, ?, ?) FROM content WHERE sha256 = ?"
    found = connection.execute(query, (start + 1, end - start, sha256)).fetchone()
    if found is None:
        raise Malformed(MISSING)
    return str(found[0])


def original(connection: sqlite3.Connection, sha256: str) -> Original:
    """Return the file that an article came from, by its hash. Raises Malformed when it is missing."""
    found = connection.execute("SELECT data FROM original WHERE sha256 = ?", (sha256,)).fetchone()
    if found is None:
        raise Malformed("the file of an article is missing")
    return Original(sha256, bytes(found[0]))


def missing_text(title: str) -> NotAProject:
    """Return the error for a project in which the text of an article is missing."""
    return NotAProject(
        _("The text of “{title}” is missing from the file.").format(title=title),
        _("Nothing was changed."),
        _("Project > Check Project can take it from a backup. Keep this file in any case."),
    )


def altered(connection: sqlite3.Connection, article: Id) -> str | None:
    """Return the title of an article whose text is missing or no longer the imported one, by its hash; else None."""
    found = connection.execute("SELECT title, content FROM article WHERE id = ?", (article,)).fetchone()
    return found[0] if found and not Content(found[1], kept_text(connection, found[1]) or "").whole else None


def registry(connection: sqlite3.Connection) -> Registry:
    """Return every speaker and alias, and the answers about speakers."""
    kinds: tuple[type[Record], ...] = (Speaker, Alias)
    names = chain.from_iterable(select(connection, kind, "ORDER BY id") for kind in kinds)
    return Registry(chain(names, select(connection, Answer, "WHERE speaker IS NOT NULL ORDER BY row")))


def codebook(connection: sqlite3.Connection, variable: Id | None = None) -> Codebook:
    """Return every variable with its choices and examples, or one variable with its choices alone."""
    kinds: tuple[type[Record], ...] = (Variable, Choice, Anchor)
    if variable is None:
        return Codebook(chain.from_iterable(select(connection, kind, "ORDER BY row") for kind in kinds))
    choices = select(connection, Choice, "WHERE variable = ?", variable)
    return Codebook(chain(select(connection, Variable, "WHERE id = ?", variable), choices))


def views(connection: sqlite3.Connection) -> NamedViews:
    """Return every view."""
    return NamedViews(select(connection, View, "ORDER BY row"))


def exports(connection: sqlite3.Connection) -> NamedExports:
    """Return every export that has a name."""
    return NamedExports(select(connection, Export, "ORDER BY row"))


def samples(connection: sqlite3.Connection) -> Samples:
    """Return every sample with the articles that were drawn."""
    return Samples(select(connection, Sample, "ORDER BY id"), select(connection, Drawn, "ORDER BY id"))


def site_lines(connection: sqlite3.Connection) -> SiteLines:
    """Return every line that is remembered of a site."""
    return SiteLines(select(connection, SiteLine, "ORDER BY row"))


def properties(connection: sqlite3.Connection) -> Properties:
    """Return every fact about the project as a whole."""
    return Properties(select(connection, Property, "ORDER BY row"))


def own_words(connection: sqlite3.Connection) -> OwnWords:
    """Return every word that the project adds to a list."""
    return OwnWords(select(connection, Word, "ORDER BY row"))


def learned(connection: sqlite3.Connection) -> Learned:
    """Return what the project has taught about suggestions."""
    return Learned(
        dict(
            connection.execute("SELECT words, count(*) FROM dismissed WHERE kind = 'number' GROUP BY words").fetchall()
        )
    )


def records_with(connection: sqlite3.Connection, ids: Collection[Id]) -> list[Article | Speaker | Claim | Number]:
    """Return the articles, speakers, claims and numbers with these ids, without those that are gone."""
    kinds: tuple[type[Article | Speaker | Claim | Number], ...] = (Article, Speaker, Claim, Number)
    return [*chain.from_iterable(select_in(connection, kind, "id", ids) for kind in kinds)]


def answers_about(connection: sqlite3.Connection, ids: Collection[Id]) -> dict[Id, list[Answer]]:
    """Return the answers about some records, by the ids of these records."""
    wanted, found = {*ids}, dict[Id, list[Answer]]()
    for column in ("article", "claim", "number", "speaker"):
        for answer in select_in(connection, Answer, column, ids):
            if answer.subject in wanted and answer not in found.setdefault(answer.subject, []):
                found[answer.subject].append(answer)
    return found


def claims_of(connection: sqlite3.Connection, speaker: Id) -> list[Claim]:
    """Return every claim of a speaker."""
    return select(connection, Claim, "WHERE speaker = ? ORDER BY id", speaker)


def answers_naming(connection: sqlite3.Connection, speaker: Id) -> list[Answer]:
    """Return every answer that names a speaker."""
    return select(connection, Answer, "WHERE named = ? ORDER BY id", speaker)


def referring_to(connection: sqlite3.Connection, speaker: Id) -> list[Claim | Answer]:
    """Return every claim of a speaker, and every answer that names it."""
    return [*claims_of(connection, speaker), *answers_naming(connection, speaker)]


def claim_count(connection: sqlite3.Connection, speaker: Id) -> int:
    """Return how many claims a speaker has."""
    (count,) = connection.execute("SELECT count(*) FROM claim WHERE speaker = ?", (speaker,)).fetchone()
    return int(count)


def naming_count(connection: sqlite3.Connection, speaker: Id) -> int:
    """Return how many answers name a speaker."""
    (count,) = connection.execute("SELECT count(*) FROM answer WHERE named = ?", (speaker,)).fetchone()
    return int(count)


def claims_per_speaker(connection: sqlite3.Connection) -> dict[Id, int]:
    """Return how many claims each speaker has."""
    return dict(
        connection.execute("SELECT speaker, count(*) FROM claim WHERE speaker IS NOT NULL GROUP BY speaker").fetchall()
    )
