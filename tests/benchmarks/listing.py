"""Lists of the statements of the whole project, beside bare SQL that asks a table made for nothing else.

That table has a row for each line, in text order, with every value that lines are sorted by, every word that a filter
looks at, an index of each column, and one of the words. Its questions are the plainest: few lines
that have a word are found by their words and sorted; otherwise lines are looked at in their order until there are
enough. It knows beforehand which words are rare, and holds the words of a line in one place. Both sides have to return
the same lines, which is checked first.

* Keys: the rows of the claims and numbers of the first lines, sorted and not filtered.
* Pages: what the window asks for, the first lines with their records and words, sorted and filtered. The floor selects
  the same columns of the same records, and cuts the same words out of the texts, but makes nothing of them.

A project is measured by its slowest question, in times of its floor; a line of JSON tells the least, the median and the
most of each filter. Both sides work in memory and in turns; what counts is the time of the processor, and of each
question the median.
"""

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import product
from pathlib import Path
from statistics import median

from models.entities import Article, Claim, Number, Speaker
from models.lines.order import Key, Order, Sort
from models.store.derived import SORTED_BY
from models.store.opening import add_functions, connect
from models.store.rows import selected
from models.store.statement_lists import keys
from models.store.view import StoreView
from models.text.folding import folded
from tests.benchmarks.measuring import Pair, timed, worked
from tests.benchmarks.places import Places

PAGE = 200
TURNS = 7
"""How often both sides are asked a question in each run."""
VALUES = {
    "article": "naturally(folded(article.title))",
    "published": "article.published",
    "speaker": "folded(speaker.name)",
    **SORTED_BY,
}
"""What lines are sorted by, by the name of the order."""

MAKE = f"""
    CREATE TABLE line (row INTEGER PRIMARY KEY, claim INTEGER, number INTEGER, words TEXT, {", ".join(VALUES)});
    INSERT INTO line (claim, number, words, {", ".join(VALUES)})
    SELECT statement.claim, statement.number,
           (SELECT group_concat(text, char(10)) FROM project.filter_text WHERE row IN (
                4 * statement.article, 4 * statement.speaker + 1, 4 * statement.claim + 2, 4 * statement.number + 3)),
           {", ".join(VALUES.values())}
    FROM project.article CROSS JOIN project.statement ON statement.article = article.row
    LEFT JOIN project.speaker ON speaker.row = statement.speaker
    LEFT JOIN project.claim ON claim.row = statement.claim
    LEFT JOIN project.number ON number.row = statement.number
    ORDER BY article.id, statement.start, statement.claim, statement.number_start, statement.number;
    {" ".join(f"CREATE INDEX line_by_{name} ON line ({name});" for name in VALUES)}
    CREATE VIRTUAL TABLE word USING fts5
        (words, content = 'line', content_rowid = 'row', tokenize = 'trigram', detail = 'none', columnsize = 0);
    INSERT INTO word (word) VALUES ('rebuild');
"""

RECORDS = (
    f"SELECT {selected(Claim)} FROM project.claim WHERE row IN ({{claims}})",
    f"SELECT {selected(Number)} FROM project.number WHERE row IN ({{numbers}})",
    f"""SELECT {selected(Speaker)} FROM project.speaker WHERE id IN (
            SELECT speaker FROM project.claim WHERE row IN ({{claims}}))""",
    f"""SELECT {selected(Article)} FROM project.article WHERE id IN (
            SELECT article FROM project.claim WHERE row IN ({{claims}})
            UNION SELECT article FROM project.number WHERE row IN ({{numbers}}))""",
    *(
        f"""SELECT span.{table}, span.start, span."end", substr(text, start + 1, "end" - start)
            FROM project.{table} AS record JOIN project.kept_span AS span ON span.{table} = record.row
            JOIN project.article ON article.id = record.article JOIN project.content ON sha256 = article.content
            WHERE record.row IN ({{{table}s}}) AND role = '{role}' ORDER BY position, start"""
        for table, role in (("claim", "content"), ("number", "number"))
    ),
)
"""The records of a page, and the words of its claims and numbers."""


@dataclass(frozen=True, slots=True)
class _Question:
    """What the window asks for; `few` lines pass the filter, so that the words are where to begin."""

    filtered: str
    order: Order
    few: bool

    def bare(self) -> Iterator[tuple[str, list[str]]]:
        """Yield the same in plain SQL: the lines that have a value, then those that have none."""
        words = folded(self.order.text).split()
        conditions = ["number <> 0"] * self.order.numbers_only + ["instr(words, ?)"] * len(words)
        parameters = list(words)
        if self.few:
            conditions.insert(0, "row IN (SELECT rowid FROM word WHERE word MATCH ?)")
            parameters.insert(
                0, " AND ".join(f'"{word[at : at + 3]}"' for word in words for at in range(len(word) - 2))
            )
        (sort,) = self.order.sorts
        key = sort.column if sort.column in VALUES else "row"
        way, present = "DESC" if sort.descending and key != "row" else "", f"{key} IS NOT NULL"
        select = "SELECT claim, number FROM line WHERE"
        yield (
            f"{select} {' AND '.join([*conditions, present])} ORDER BY {'+' * self.few}{key} {way}, row {way} LIMIT ?",
            parameters,
        )
        if key != "row":
            yield f"{select} {' AND '.join([*conditions, f'{key} IS NULL'])} ORDER BY row LIMIT ?", parameters


def _questions(path: Path) -> Iterator[_Question]:
    """Yield every sort, in both directions, of all lines and of numbers, without a filter and with three."""
    with closing(sqlite3.connect(path)) as connection:
        (summary,) = connection.execute("SELECT summary FROM claim WHERE summary IS NOT NULL ORDER BY row").fetchone()
    filters = {"everything": "", "a rare word": summary.split()[-1], "a common word": "berths", "a name": "brekke"}
    asked = product(("place", *VALUES), (False, True), filters.items(), (False, True))
    for column, descending, (filtered, text), numbers_only in asked:
        yield _Question(
            filtered,
            Order((Sort(column, descending),), text=text, numbers_only=numbers_only),
            filtered == "a rare word",
        )


@contextmanager
def _floor(places: Places, path: Path) -> Iterator[sqlite3.Connection]:
    """Connect to the table made for nothing else, which is made when it is first asked for."""
    made = places.folder / f"lines-of-{path.name}"
    with closing(sqlite3.connect(made, isolation_level=None)) as connection:
        add_functions(connection)
        connection.execute("ATTACH ? AS project", (str(path),))
        if not connection.execute("SELECT 1 FROM sqlite_schema").fetchone():
            connection.executescript(f"PRAGMA synchronous = OFF; BEGIN; {MAKE} COMMIT;")
        yield connection


def _bare_keys(floor: sqlite3.Connection, question: _Question) -> list[Key]:
    found: list[Key] = []
    for query, parameters in question.bare():
        found += floor.execute(query, (*parameters, PAGE - len(found)))
    return found


def _bare_page(floor: sqlite3.Connection, question: _Question) -> list[list[tuple[object, ...]]]:
    found = _bare_keys(floor, question)
    claims, numbers = (",".join(map(str, {key[at] for key in found})) for at in (0, 1))
    return [floor.execute(each.format(claims=claims, numbers=numbers)).fetchall() for each in RECORDS]


@contextmanager
def first_keys(places: Places, statements: int) -> Iterator[Pair]:
    """The keys of the first page of every list without a filter."""
    path = places.multiplied(statements)
    with closing(connect(path, read_only=True)) as connection, _floor(places, path) as floor:
        questions = [question for question in _questions(path) if not question.order.text]
        for question in questions:
            assert keys(connection, question.order, PAGE) == _bare_keys(floor, question), question
        yield _slowest(
            questions,
            lambda question: keys(connection, question.order, PAGE),
            lambda question: _bare_keys(floor, question),
        )


@contextmanager
def first_pages(places: Places, statements: int) -> Iterator[Pair]:
    """The first page of every list, as the window asks for it."""
    path = places.multiplied(statements)
    with closing(StoreView(path)) as view, _floor(places, path) as floor:
        questions = [*_questions(path)]
        with closing(connect(path, read_only=True)) as connection:
            for question in questions:
                assert keys(connection, question.order, PAGE) == _bare_keys(floor, question), question
        yield _slowest(
            questions,
            lambda question: view.first_lines(question.order, PAGE),
            lambda question: _bare_page(floor, question),
        )


def _slowest(
    questions: list[_Question], ours: Callable[[_Question], object], bare: Callable[[_Question], object]
) -> Pair:
    """Compare both sides by the question that takes the most, in times of its floor: by the median of its turns."""
    turns: dict[_Question, list[float]] = {question: [] for question in questions}

    def compare() -> float:
        ratios: dict[str, list[float]] = {}
        for question, took in turns.items():
            took += [worked(partial(ours, question)) / worked(partial(bare, question)) for _ in range(TURNS)]
            ratios.setdefault(question.filtered, []).append(median(took))
        told = {filtered: [round(of(found), 2) for of in (min, median, max)] for filtered, found in ratios.items()}
        print(json.dumps({"lists": len(questions), **told}), flush=True)
        return max(max(found) for found in ratios.values())

    return Pair(compare, lambda: 1.0)


@contextmanager
def whole(places: Places) -> Iterator[Pair]:
    """All keys of every list without a filter, kept in a temporary table and counted."""
    path = places.multiplied(places.sizes.many)
    with closing(StoreView(path)) as view, _floor(places, path) as floor:
        questions = [question for question in _questions(path) if not question.order.text]

        def bare() -> None:
            for question in questions:
                floor.execute("CREATE TEMP TABLE list (row INTEGER PRIMARY KEY, claim INTEGER, number INTEGER)")
                for query, parameters in question.bare():
                    floor.execute(f"INSERT INTO temp.list (claim, number) {query}", (*parameters, -1))
                floor.execute("SELECT count(*), count(DISTINCT claim), count(number) FROM temp.list").fetchone()
                floor.execute("DROP TABLE temp.list")

        def ours() -> None:
            for question in questions:
                view.make_list(None, question.order)

        yield Pair(lambda: timed(ours), lambda: timed(bare))
