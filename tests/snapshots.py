"""Read the contents of a project file and of memory as values that can be compared."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from models.articles.site_lines import SiteLines
from models.codebook.codebook import Codebook
from models.entities import Article, Number, Record
from models.ids import Id
from models.named_exports import NamedExports
from models.own_words import OwnWords
from models.properties import Properties
from models.records import ArticleRecords
from models.registry import Registry
from models.sampling.samples import Samples
from models.store.derived import fits
from models.store.each_edit import each_edit
from models.store.edit_subjects import FreshSubjects
from models.store.one_moment import one_moment
from models.store.opening import connect
from models.store.rows import TABLES, selected
from models.suggestions.learned import Learned
from models.views.named_views import NamedViews

Rows = frozenset[tuple[object, ...]]


def query(path: Path, sql: str, *values: object) -> list[tuple[object, ...]]:
    """Ask a file something, past the store."""
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
        return connection.execute(sql, values).fetchall()


def original_of(path: Path, article: Article) -> object:
    """Return the bytes that an article came from."""
    ((data,),) = query(path, "SELECT data FROM original WHERE sha256 = ?", article.original)
    return data


def rows_of(path: Path) -> dict[str, Rows]:
    """Return every record of every table that edits write, without its row in the file, which a record that comes back
    may not get again; the history and the texts, which only grow, are left out.
    """
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
        return {
            table: frozenset(connection.execute(f"SELECT {selected(entity)} FROM {table}"))
            for entity, table in TABLES.items()
        }


def history_of(path: Path) -> list[tuple[object, ...]]:
    """The history, in order."""
    return query(path, "SELECT * FROM edit ORDER BY row")


def faults_of(path: Path) -> list[tuple[object, ...]]:
    """Return what is wrong with a file: its pages, its references, what is derived from its records."""
    found = query(path, "PRAGMA integrity_check") + query(path, "PRAGMA foreign_key_check")
    return [row for row in found if row != ("ok",)] + [("the derived tables do not fit",)] * (not is_derived(path))


def is_derived(path: Path) -> bool:
    """Return whether the derived tables of a file fit its records."""
    with closing(connect(path, read_only=True)) as connection:
        subjects = FreshSubjects(connection)
        with one_moment(connection):
            for edit in each_edit(connection):
                subjects.take(edit)
        return subjects.are_kept() and fits(connection)


@dataclass(frozen=True, slots=True)
class Memory:
    """What the window holds of a project: records by id, and what is found through them."""

    records: dict[Id, Record]
    related: dict[Id, tuple[object, ...]]


def memory_of(records: ArticleRecords) -> Memory:
    """An article in memory, with the answers it gives about each of its records.

    Numbers that begin at the same place are in the order of their ids: one that undo restores comes last among them.
    """
    kept: dict[Id, Record] = {
        records.article.id: records.article,
        **records.claims,
        **records.numbers,
        **records.spans,
        **records.boilerplate,
        **records.anchors,
        **records.dismissed,
        **{answer.id: answer for answer in records.answers},
    }
    related = {
        each: (
            *(tuple(records.spans_of(each)), _numbers(records, each), records.start(each)),
            *(records.words(each), {*records.answers_of(each)}),
        )
        for each in (*records.claims, *records.numbers)
    }
    here = (records.text, _numbers(records, None), {*records.answers_of(records.article.id)})
    return Memory(kept, {**related, records.article.id: here})


def _numbers(records: ArticleRecords, claim: Id | None) -> tuple[Number, ...]:
    return tuple(sorted(records.numbers_of(claim), key=lambda number: (records.start(number.id), number.id)))


def speakers_of(registry: Registry) -> Memory:
    """The speakers in memory, with the names they go by."""
    related: dict[Id, tuple[object, ...]] = {
        each: (*registry.aliases_of(each), {*registry.answers_of(each)}) for each in registry.speakers
    }
    return Memory({**registry.speakers, **registry.aliases}, related)


def codebook_of(codebook: Codebook) -> Memory:
    """The codebook in memory, with the choices and examples of each variable."""
    related: dict[Id, tuple[object, ...]] = {
        each: (codebook.choices_of(each), tuple(codebook.anchors_of(each, None))) for each in codebook.variables
    }
    return Memory({**codebook.variables, **codebook.choices, **codebook.anchors}, related)


def views_of(views: NamedViews) -> Memory:
    """The views in memory, with their names in order for each table."""
    related: dict[Id, tuple[object, ...]] = {
        each.id: tuple(view.name for view in views.of(each.shows)) for each in views.views.values()
    }
    return Memory({**views.views}, related)


def exports_of(exports: NamedExports) -> Memory:
    """The exports in memory that have a name, in the order of their names."""
    return Memory({**exports.exports}, {each.id: (each.name,) for each in exports.in_order()})


def samples_of(samples: Samples) -> Memory:
    """The samples in memory with what was drawn, and the samples of each article."""
    related: dict[Id, tuple[object, ...]] = {each.article: samples.of(each.article) for each in samples.drawn.values()}
    return Memory({**samples.samples, **samples.drawn}, related)


def site_lines_of(lines: SiteLines) -> Memory:
    """The lines that are remembered of sites, with those of each site."""
    related: dict[Id, tuple[object, ...]] = {each.id: tuple(lines.of(each.site)) for each in lines.in_order()}
    return Memory({**lines.lines}, related)


def properties_of(properties: Properties) -> Memory:
    """The facts about the project, with what they say of assistance."""
    return Memory({**properties.properties}, dict.fromkeys(properties.properties, (properties.assistance,)))


def own_words_of(words: OwnWords) -> Memory:
    """The words of the project's own, with those of each list."""
    return Memory({**words.words}, {each.id: words.of(each.language, each.list) for each in words.in_order()})


def learned_of(learned: Learned) -> Memory:
    """What the project has taught: how often the words of numbers were dismissed."""
    return Memory({}, {words: (count,) for words, count in learned.dismissed.items()})
