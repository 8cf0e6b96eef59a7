"""Every list of the whole project equals all its lines as plain Python filters and sorts them."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from itertools import product
from typing import Any

import pytest

from models.attributes.comparing import Operator
from models.codebook.kinds import KINDS
from models.entities import SUBJECTS, Subject
from models.known import Known
from models.lines.order import VARIABLE, Condition, Order, Sort
from models.lines.statement import Statement
from models.store import Store, statement_lists
from models.store.line_sorts import SORTS
from models.store.list_conditions import ListConditions
from models.store.statement_lists import FEW, SOME
from models.store.view import StoreView
from models.text.folding import folded
from models.text.natural_order import naturally
from tests.example import every_statement, listed, viewed
from tests.models.codebook.study import Study
from tests.snapshots import query

VALUES: dict[str, Callable[[Statement], Any]] = {
    "article": lambda line: naturally(folded(line.article.title)),
    "published": lambda line: line.article.published,
    "speaker": lambda line: line.speaker and line.speaker.name,
    "mode": lambda line: line.claim and line.claim.mode,
    "summary": lambda line: line.claim and line.claim.summary,
    "value": lambda line: line.number and line.number.value,
    "qualifier": lambda line: line.number and line.number.qualifier,
    "unit": lambda line: line.number and line.number.unit,
    "counted": lambda line: line.number and line.number.counted,
}
FILTERS = ("", "har", "summary", "a", "4", "øla", "JOSÉ", "harbour SUMMARY 3", "zebra", "crowns wall")
"""Words that all lines have, or some, or none; of two characters and more."""
LIMITS = ((SOME, FEW), (SOME, 4), (SOME, 0), (0, FEW), (0, 4), (1, 1))
"""Limits that lead to each way of finding the first lines."""
WAYS = tuple(product((False, True), (False, True)))
"""Whether a list is sorted downwards, and whether it has only numbers."""


ORDERED: dict[str, Callable[[Any], Any]] = {
    "choice": lambda value: [folded(label) for label in ("Sea", "Wall", "Årö")].index(folded(value.label)),
    "choices": lambda value: [folded(label) for label in ("Sea", "Wall", "Årö")].index(folded(value[0].label)),
    "yes_no": ["yes", "no", "unclear"].index,
    "speaker": lambda value: folded(value.name),
    "whole_number": int,
    "decimal": float,
}
"""What values of a kind are sorted by; of the others, by their folded words."""


def plain_list(everything: list[Statement], rows: dict[str, int], order: Order) -> list[Statement]:
    """Filter and sort lines that are in text order; `rows` has the order in which articles came into the file."""
    words = folded(order.text).split()
    lines = [line for line in everything if line.number or not order.numbers_only]
    lines = [line for line in lines if all(word in _words(line) for word in words)]
    column, descending = order.sorts[0].column, order.sorts[0].descending
    if column not in VALUES:
        return lines

    def value(line: Statement) -> Any:
        value = VALUES[column](line)
        return folded(value) if isinstance(value, str) else value

    valued = [line for line in lines if value(line) is not None]
    if column not in ("article", "published"):
        valued.sort(key=lambda line: rows[line.article.id])
    if column == "speaker":
        valued.sort(key=lambda line: line.speaker.id if line.speaker else "")  # lines of one speaker are together
    valued.sort(key=value)
    if descending:
        valued.reverse()  # lines of one value are in reverse order, too
    return [*valued, *(line for line in lines if value(line) is None)]


def _words(line: Statement) -> str:
    records = (
        (line.article, ("title", "outlet")),
        (line.speaker, ("name",)),
        (line.claim, ("summary", "note")),
        (line.number, ("unit", "counted", "note")),
    )
    parts = [getattr(record, name) for record, names in records if record for name in names]
    return folded("\n".join(part for part in (*parts, line.claim_words, line.number_words) if part))


@pytest.mark.parametrize("limits", LIMITS)
@pytest.mark.parametrize("column", ["place", *SORTS])
def test_a_list_is_what_plain_python_makes_of_all_lines(
    crowded: Store, column: str, limits: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each three of a column, limits, a filter and a way are tried together; all four would be the same once more."""
    for name, limit in zip(("SOME", "FEW"), limits, strict=True):
        monkeypatch.setattr(statement_lists, name, limit)
    everything = every_statement(crowded)
    rows = {str(article): int(str(row)) for article, row in query(crowded.path, "SELECT id, row FROM article")}
    assert len(everything) == 43
    with closing(StoreView(crowded.path)) as view:
        for number, text in enumerate(FILTERS, start=LIMITS.index(limits)):
            descending, numbers_only = WAYS[number % len(WAYS)]
            order = Order((Sort(column, descending),), text=text, numbers_only=numbers_only)
            expected = plain_list(everything, rows, order)
            assert viewed(view, order) == expected, order
            assert view.first_lines(order, 7) == expected[:7], order


def test_a_filter_that_lets_every_line_through_changes_no_order(crowded: Store) -> None:
    for column in ("place", *SORTS):
        for descending in (False, True):
            order = Order((Sort(column, descending),))
            assert listed(crowded, order) == listed(crowded, replace(order, text="har"))


@pytest.mark.parametrize("column", ["qualifier", "mode"])
def test_the_few_lines_without_a_qualifier_or_a_mode_are_found_by_an_index(crowded: Store, column: str) -> None:
    clause = ListConditions(crowded._connection, {}).clause(Condition(column, Operator.EMPTY))
    assert clause
    found = crowded._connection.execute(f"EXPLAIN QUERY PLAN SELECT * FROM statement WHERE {clause.lookup}").fetchall()
    assert [f"statement_without_{column}" in detail for *_numbers, detail in found] == [True]


def test_a_list_knows_how_many_lines_claims_and_numbers_it_has(crowded: Store) -> None:
    with closing(StoreView(crowded.path)) as view:
        for text in FILTERS:
            for numbers_only in (False, True):
                order = Order(text=text, numbers_only=numbers_only)
                made_list, lines = view.make_list(None, order), viewed(view, order)
                claims, numbers = {line.claim for line in lines} - {None}, {line.number for line in lines} - {None}
                found = made_list.count, made_list.claims, made_list.numbers
                assert found == (len(lines), len(claims), len(numbers))


@pytest.mark.parametrize("subject", Subject)
@pytest.mark.parametrize("kind", KINDS)
def test_a_list_by_a_variable_is_what_plain_python_makes_of_all_lines(
    coded: Study, kind: str, subject: Subject
) -> None:
    store, attribute = coded.example.store, coded.attribute(f"{kind}_of_{subject}")
    variable, everything = coded.variable(attribute.name), every_statement(store)
    rows = {str(article): int(str(row)) for article, row in query(store.path, "SELECT id, row FROM article")}
    speakers = {str(each): int(str(row)) for each, row in query(store.path, "SELECT id, row FROM speaker")}
    registry = store.registry()

    def value(line: Statement) -> Any:
        record = line.record(SUBJECTS[subject])
        read = attribute.read(record, Known(registry, line.answers_of)) if record else None
        return None if read is None else ORDERED.get(kind, folded)(read)

    valued = [line for line in everything if value(line) is not None]
    assert 3 < len(valued) < len(everything) or subject is Subject.ARTICLE
    valued.sort(key=lambda line: rows[line.article.id])
    if subject is Subject.SPEAKER:
        valued.sort(key=lambda line: speakers[line.speaker.id] if line.speaker else 0)
    unanswered = [line for line in everything if value(line) is None]
    with closing(StoreView(store.path)) as view:
        for descending in (False, True):
            ascending = sorted(valued, key=value)
            expected = [*(reversed(ascending) if descending else ascending), *unanswered]
            order = Order((Sort(f"{VARIABLE}{variable.id}", descending),))
            assert viewed(view, order) == expected
            assert view.first_lines(order, 7) == expected[:7]


@pytest.mark.parametrize("kind", KINDS)
def test_a_filter_finds_the_lines_with_the_words_of_an_answer(coded: Study, kind: str) -> None:
    wanted = {
        "date": "2009-05-03",
        "whole_number": "1200",
        "decimal": "12.25",
        "speaker": "nobody",
        "yes_no": "unclear",
    }
    word = wanted.get(kind, {"text": "zebra", "long_text": "two"}.get(kind, "wall"))
    found = listed(coded.example.store, Order(text=word))
    by_words = [line for line in every_statement(coded.example.store) if word in _words_with_answers(coded, line)]
    assert 0 < len(found) < 43
    assert found == by_words


def _words_with_answers(coded: Study, line: Statement) -> str:
    choices, speakers = coded.codebook.choices, coded.example.registry.speakers
    said = (
        choices[each.choice].label if each.choice else speakers[each.named].name if each.named else each.value or ""
        for each in line.answers
    )
    return folded("\n".join((_words(line), *said)))
