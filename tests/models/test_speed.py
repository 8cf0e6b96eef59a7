"""Opening an article, writing an edit and finding what Undo takes back cost the same in a large project.

No clock is asked: SQLite tells how it looks for rows, and counts the steps of its machine.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from models.actions.articles import import_articles
from models.actions.claims import mark_claim
from models.articles.draft import Draft
from models.attributes.comparing import Operator
from models.entities import Claim, Number, Role, Span
from models.lines.order import Condition, Order, Sort
from models.store import Store, grouped_lines, reading, statement_lists
from models.store.groups import groups
from models.store.line_sorts import SORTS
from models.store.rows import COLUMNS, TABLES
from models.store.statement_lists import keys
from tests.example import AT, CODER, Example, place, signed, typed
from tests.session import Session

MANY = 20_000


@contextmanager
def overheard(store: Store) -> Iterator[list[str]]:
    """Collect every statement that a store sends, with the values in it."""
    said: list[str] = []
    store._connection.set_trace_callback(said.append)
    try:
        yield said
    finally:
        store._connection.set_trace_callback(None)


NO_TABLES = ("CONSTANT ROW", "_config", "json_each VIRTUAL TABLE")


def scans(store: Store, statements: list[str]) -> list[tuple[str, str]]:
    """The steps that go through a whole table or index, each with its statement; a list that is asked for is none."""
    found = []
    for statement in statements:
        if statement.startswith(("SELECT", "INSERT", "UPDATE", "DELETE")):
            for *_, detail in store._connection.execute(f"EXPLAIN QUERY PLAN {statement}"):
                if detail.startswith("SCAN") and not any(each in detail for each in NO_TABLES):
                    found.append((detail, statement))
    return found


READING: dict[str, Callable[[Example], object]] = {
    "an article": lambda e: e.store.article_records(e.article.id),
    "articles of a text": lambda e: e.store.articles_of_content(e.article.content),
    "claims of a speaker": lambda e: reading.claims_of(e.store._connection, e.mayor.id),
    "undo": lambda e: e.store.undoable(CODER),
    "redo": lambda e: e.store.redoable(CODER),
}


@pytest.mark.parametrize("ask", READING.values(), ids=READING)
def test_reading_of_one_thing_goes_through_no_whole_table(example: Example, ask: Callable[[Example], object]) -> None:
    with overheard(example.store) as said:
        ask(example)
    assert said
    assert scans(example.store, said) == []


def test_writing_goes_through_no_whole_table(example: Example) -> None:
    session = Session(example)
    with overheard(example.store) as said:
        session.do(mark_claim(session.records, *place("nobody would have to move")))
        session.do(typed(example.cost, "note", "ask again"))
        session.undo()
        session.redo()
    assert len(said) > 20
    assert scans(example.store, said) == []


def test_an_edit_finds_its_place_in_the_history_with_one_question(example: Example) -> None:
    session = Session(example)
    with overheard(example.store) as said:
        session.do(mark_claim(session.records, *place("nobody would have to move")))
    asked = [each for each in said if each.startswith("SELECT") and "FROM edit " in each]
    assert len(asked) == 2, "whether the file has the last edit known here, and what was done last"
    (last,) = (each for each in asked if "ORDER BY" in each)
    plan = [detail for *_, detail in example.store._connection.execute(f"EXPLAIN QUERY PLAN {last}")]
    assert not any("TEMP B-TREE" in detail for detail in plan)


def test_the_check_for_scans_sees_one(example: Example) -> None:
    assert scans(example.store, ["SELECT * FROM claim WHERE note = 'x'"]) != []


@contextmanager
def steps(store: Store) -> Iterator[list[int]]:
    """Count the steps of SQLite's machine, in tens: the last entry says how many there were."""
    count = [0]

    def step() -> int:
        count[0] += 1
        return 0

    store._connection.set_progress_handler(step, 10)
    try:
        yield count
    finally:
        store._connection.set_progress_handler(None, 10)


def crowd(connection: sqlite3.Connection, example: Example) -> None:
    """Put many records into the other article, past the store: its speed is not what is looked at here."""
    for entity, row in (
        (Claim, Claim(article=example.other.id)),
        (Number, Number(article=example.other.id)),
        (Span, Span(article=example.other.id, role=Role.CONTENT, claim=example.cost.id, start=0, end=5)),
    ):
        signed = {"coder": f"'{CODER}'", "made_at": f"'{AT}'", "changed_at": f"'{AT}'"}
        values = {} if entity is Span else signed
        for name in COLUMNS[entity]:
            value = getattr(row, name)
            values.setdefault(
                name, "NULL" if value is None else str(int(value)) if isinstance(value, int) else repr(str(value))
            )
        values["id"] = "printf('%036d', value)"
        if entity is Span:
            values["claim"] = "printf('%036d', value)"
        columns = ", ".join(f'"{name}"' for name in values)
        count = f"WITH RECURSIVE count (value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM count LIMIT {MANY})"
        select = f"SELECT {', '.join(values.values())} FROM count"
        connection.execute(f"INSERT INTO {TABLES[entity]} ({columns}) {count} {select}")


def test_opening_an_article_costs_the_same_in_a_crowded_project(example: Example) -> None:
    with steps(example.store) as alone:
        example.store.article_records(example.article.id)
    connection = sqlite3.connect(example.store.path)
    with connection:
        crowd(connection, example)
    assert connection.execute("SELECT count(*) FROM span").fetchone() == (MANY + 6,)
    connection.close()
    with steps(example.store) as crowded:
        example.store.article_records(example.article.id)
    assert crowded[0] <= alone[0] + 10


def titles(example: Example, count: int) -> None:
    """Change the title of the other article many times."""
    store, article = example.store, example.other
    for number in range(count):
        edit = signed(typed(article, "title", f"Ferry {number}"))
        store.apply(edit)
        (article,) = store.articles_of_content(article.content)


def test_what_comes_next_is_known_at_once_after_a_long_tail_of_undone_edits(example: Example) -> None:
    example.store._connection.execute("PRAGMA synchronous = OFF")
    session = Session(example)
    few, many = 3, 300
    cost: dict[int, int] = {}
    for count in (few, many):
        titles(example, count)
        for _ in range(count):
            session.undo()
        with steps(session.store) as taken:
            session.store.undoable(CODER)
            session.store.redoable(CODER)
        cost[count] = taken[0]
    assert cost[many] <= cost[few] + 5
    for _ in range(many):
        session.redo()
    assert session.store.redoable(CODER) is None
    assert session.store.articles()[1].title == f"Ferry {many - 1}"


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("name", ["place", *SORTS])
def test_the_lines_of_a_list_come_in_the_order_of_an_index(example: Example, name: str, descending: bool) -> None:
    with overheard(example.store) as said:
        keys(example.store._connection, Order((Sort(name, descending),)), most=200)
    plans = [example.store._connection.execute(f"EXPLAIN QUERY PLAN {query}").fetchall() for query in said]
    assert plans and not [detail for plan in plans for *_, detail in plan if "TEMP B-TREE" in detail]


def test_the_few_lines_that_meet_a_condition_are_not_looked_for_outlet_by_outlet(example: Example) -> None:
    store, told = example.store, list[int]()
    order = Order((Sort("outlet"),), (Condition("note", Operator.CONTAINS, ("zebra",)),))
    for drafts in ([], [Draft(f"It rained at {hour}.", "Rain", outlet=f"Paper {hour}") for hour in range(20)]):
        if drafts:
            store.apply(signed(import_articles(drafts)))
        with overheard(store) as said:
            keys(store._connection, order, most=200)
        told.append(len(said))
    assert told[0] == told[1]


def test_most_lines_are_grouped_as_they_are_kept_and_not_by_the_index_of_a_condition(
    example: Example, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(statement_lists, "FEW", 0)
    monkeypatch.setattr(grouped_lines, "FEW", 0)
    with overheard(example.store) as said:
        groups(example.store._connection, Order((), (Condition("value", Operator.MORE, ("1",)),)), "summary")
    plans = [
        detail
        for each in said
        if each.startswith("SELECT") and "LIMIT 1)" not in each  # whether there are more than FEW
        for *_, detail in example.store._connection.execute(f"EXPLAIN QUERY PLAN {each}")
    ]
    assert "SCAN statement" in plans
    assert not [each for each in plans if "statement_by_value" in each]


@pytest.mark.parametrize(("column", "index"), [("unit", "statement_by_unit"), ("coder", "statement_by_claim")])
def test_the_lines_of_groups_are_added_up_from_an_index_alone(example: Example, column: str, index: str) -> None:
    with overheard(example.store) as said:
        groups(example.store._connection, Order(), column)
    adding_up = next(each for each in said if "sum(" in each and "GROUP BY" in each)
    plan = example.store._connection.execute(f"EXPLAIN QUERY PLAN {adding_up}").fetchall()
    assert [detail for *_, detail in plan if f"COVERING INDEX {index} " in detail]


def test_articles_of_other_outlets_are_passed_over_without_being_read(
    example: Example, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(statement_lists, "FEW", 0)
    order = Order((Sort("article"),), (Condition("outlet", Operator.IS, (example.article.outlet or "",)),))
    with overheard(example.store) as said:
        assert keys(example.store._connection, order, most=1)
    plan = example.store._connection.execute(f"EXPLAIN QUERY PLAN {said[-1]}").fetchall()
    assert [detail for *_, detail in plan][:2] == [
        "SCAN title_sort USING COVERING INDEX title_sort_in_order",
        "SEARCH statement USING PRIMARY KEY (article=?)",
    ]
