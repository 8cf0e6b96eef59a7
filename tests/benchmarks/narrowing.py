"""The first page of lists that are sorted, filtered by their columns and grouped, beside bare SQL; both are painted.

The bare SQL asks a table that has a row for each line, in text order, and for each question the right index: of what is
filtered by and then what is sorted by, or of all that groups count. Of a page it selects the records and words too, and
makes nothing of them (`listing`, which also compares words that are searched for). Both sides paint the whole table
once. The time is that of the processor, of each question the median of some turns.

A line of JSON tells the milliseconds of both sides by question, for each kind of question the slowest in times of its
floor; the ratio of the benchmark is the slowest of all.
"""

import json
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from uuid import uuid4

from PySide6.QtCore import QSettings

from gui.tables.project_model import FIRST
from models.attributes.comparing import Operator
from models.lines.order import Condition, Order, Sort
from models.store import statement_lists
from models.store.derived import SORTED_BY
from models.store.opening import add_functions
from models.store.view import StoreView
from tests.benchmarks.desks import new_desk, put_away, settle
from tests.benchmarks.listing import RECORDS
from tests.benchmarks.measuring import Pair, worked
from tests.benchmarks.places import Places
from tests.journeys.desk import Desk
from tests.waiting import let_read

TURNS = 5
COLUMNS = {
    **{name: f"statement.{name}" for name in SORTED_BY},
    "article": "title_sort.in_order",
    "published": "article.published",
    "outlet": "folded(article.outlet)",
    "status": "article.status",
    "speaker": "name_sort.name",
    "coder": "folded(coalesce(claim.coder, number.coder))",
}
"""What lines are sorted, filtered and grouped by."""

MAKE = f"""
    CREATE TABLE line (row INTEGER PRIMARY KEY, claim INTEGER, number INTEGER, {", ".join(COLUMNS)});
    INSERT INTO line (claim, number, {", ".join(COLUMNS)})
    SELECT statement.claim, statement.number, {", ".join(COLUMNS.values())}
    FROM project.article CROSS JOIN project.statement ON statement.article = article.row
    JOIN project.title_sort ON title_sort.article = article.row
    LEFT JOIN project.name_sort ON name_sort.speaker = statement.speaker
    LEFT JOIN project.claim ON claim.row = statement.claim LEFT JOIN project.number ON number.row = statement.number
    ORDER BY article.id, statement.start, statement.claim, statement.number_start, statement.number;
"""

FILTERS = (
    (Condition("qualifier", Operator.EMPTY), "qualifier IS NULL AND number <> 0"),
    (Condition("unit", Operator.IS, ("t",)), "unit = 't'"),
    (Condition("unit", Operator.EMPTY), "unit IS NULL AND number <> 0"),
    (Condition("outlet", Operator.IS, ("The Tide",)), "outlet = 'the tide'"),
    (Condition("coder", Operator.IS, ("AB",)), "coder = 'ab'"),
    (Condition("status", Operator.IS, ("done",)), "status = 'done'"),
)
"""Conditions, each with the same in SQL."""
SORTS = ("value", "summary", "article")
GROUPED = ("unit", "outlet", "coder")
FIGURES = "count(*), count(DISTINCT claim), count(number), count(DISTINCT unit), sum(value), min(value), max(value)"


@dataclass(frozen=True, slots=True)
class _Question:
    """A kind of question with its name; the rows of the SELECTs `bare` follow each other, and have an index."""

    kind: str
    name: str
    order: Order
    bare: tuple[str, ...]
    index: str
    groups: str = ""


def _questions() -> Iterator[_Question]:
    for column in COLUMNS:
        for descending in (False, True):
            way = " DESC" * descending
            bare = (f"{column} IS NOT NULL ORDER BY {column}{way}, row", f"{column} IS NULL ORDER BY row")
            order = Order((Sort(column, descending),))
            yield _Question("sorted", f"{column}{way.lower()}", order, bare, f"({column}{way}, row)")
    for condition, where in FILTERS:
        for sort in SORTS:
            order = Order((Sort(sort),), (condition,))
            both = tuple(f"{where} AND {sort} IS {each} ORDER BY {sort}, row" for each in ("NOT NULL", "NULL"))
            name = f"{condition.column} {condition.operator} by {sort}"
            yield _Question("filtered", name, order, both, f"({condition.column}, {sort}, row)")
    for column in GROUPED:
        index = f"({column}, claim, number, unit, value)"
        select = f"SELECT {column}, {FIGURES} FROM line GROUP BY {column} ORDER BY count(*) DESC LIMIT 1000"
        yield _Question("grouped", column, Order(), (select,), index, column)


@contextmanager
def first_pages(places: Places, statements: int) -> Iterator[Pair]:
    """All questions, in a window on a copy of the project."""
    path = Path(shutil.copyfile(places.grown(statements), places.folder / f"{uuid4()}.onrecord"))
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(places.folder / "settings"))
    try:
        with _floor(path) as floor, closing(StoreView(path)) as view, _window(path) as desk:
            yield Pair(lambda: _slowest(desk, view, floor), lambda: 1.0)
    finally:
        path.unlink()


@contextmanager
def _floor(path: Path) -> Iterator[sqlite3.Connection]:
    made = path.with_suffix(".lines")
    with closing(sqlite3.connect(made, isolation_level=None)) as connection:
        add_functions(connection)
        connection.execute("ATTACH ? AS project", (str(path),))
        connection.executescript(f"PRAGMA synchronous = OFF; BEGIN; {MAKE} COMMIT;")
        yield connection
    made.unlink()


@contextmanager
def _window(path: Path) -> Iterator[Desk]:
    """Show all statements of a project."""
    desk = new_desk()
    try:
        desk.open(path)
        desk.statements.show_all(True)
        let_read(desk.project)
        settle(desk)
        yield desk
    finally:
        put_away(desk)


def _slowest(desk: Desk, view: StoreView, floor: sqlite3.Connection) -> float:
    """Return how many times its floor the slowest question takes."""
    told: dict[str, dict[str, tuple[float, float]]] = {}
    for question in _questions():
        floor.execute(f"CREATE INDEX its ON line {question.index}")
        ours, bare = _ours(question, desk, view), _bare(question, desk, floor)
        assert question.groups or len(_keys(view, question)) == len(_bare_rows(question, floor)), question
        turns = [(worked(ours), worked(bare)) for _ in range(TURNS)]
        told.setdefault(question.kind, {})[question.name] = (
            1000 * median(took for took, _floor in turns),
            1000 * median(took for _ours, took in turns),
        )
        floor.execute("DROP INDEX its")
    ratios = {kind: {name: took / least for name, (took, least) in each.items()} for kind, each in told.items()}
    for kind, each in told.items():
        for name, (took, least) in each.items():
            print(json.dumps({kind: name, "ours": round(took, 1), "floor": round(least, 1)}), flush=True)
        print(json.dumps({"slowest": kind, "ratio": round(max(ratios[kind].values()), 2)}), flush=True)
    return max(max(each.values()) for each in ratios.values())


def _ours(question: _Question, desk: Desk, view: StoreView) -> Callable[[], None]:
    model, viewport = desk.statements._of_all, desk.statements.view.viewport()

    def ask() -> None:
        if question.groups:
            view.groups(question.order, question.groups)
        else:
            lines = view.first_lines(question.order, FIRST)
            model._list = None
            model._put(len(lines), {0: lines}, {})
        viewport.repaint()

    return ask


def _bare(question: _Question, desk: Desk, floor: sqlite3.Connection) -> Callable[[], None]:
    viewport = desk.statements.view.viewport()

    def ask() -> None:
        found = _bare_rows(question, floor)
        if not question.groups:
            claims, numbers = (",".join(str(key[at]) for key in found) for at in (0, 1))
            for select in RECORDS:
                floor.execute(select.format(claims=claims, numbers=numbers)).fetchall()
        viewport.repaint()

    return ask


def _bare_rows(question: _Question, floor: sqlite3.Connection) -> list[tuple[object, ...]]:
    if question.groups:
        return floor.execute(question.bare[0]).fetchall()
    found: list[tuple[object, ...]] = []
    for where in question.bare:
        query = f"SELECT claim, number FROM line WHERE {where} LIMIT {FIRST - len(found)}"
        found += floor.execute(query).fetchall()
    return found


def _keys(view: StoreView, question: _Question) -> list[tuple[object, ...]]:
    with view._asking() as connection:
        return [*statement_lists.keys(connection, question.order, FIRST)]
