"""Every list of the whole project equals all its lines as plain Python filters and sorts them."""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from typing import Any

import pytest

from models.actions.articles import delete_article
from models.edits import Edit, made
from models.entities import Claim, Mode, Number, Qualifier, Role, Span, Speaker
from models.lines.order import Order
from models.lines.statement import Statement
from models.store import Store, statement_lists
from models.store.statement_lists import FEW, SOME, SORTS
from models.store.view import StoreView
from models.text.folding import folded
from tests.example import CODER, Example, every_statement, listed, opened_copy, signed, typed
from tests.snapshots import query

VALUES: dict[str, Callable[[Statement], Any]] = {
    "article": lambda line: line.article.title,
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


@pytest.fixture(scope="module")
def crowded(pattern: Example, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Yield a project with many lines of few values, whose first article was deleted and made again.

    Tests only read it.
    """
    with opened_copy(pattern, tmp_path_factory.mktemp("crowded") / "study.onrecord") as example:
        yield _crowd(example)


def _crowd(example: Example) -> Store:
    store, modes = example.store, (*Mode, None)
    store.apply(signed(typed(example.other, "title", "HARBOUR ferry to run again")))
    store.apply(signed(typed(example.article, "published", "2026-01-02")))
    named = [Speaker(name=name) for name in ("José", "JOSE", "Ola", "Øla")]
    store.apply(signed(Edit("Two names, folded", tuple(map(made, named)))))
    speakers = [*(speaker.id for speaker in named), None]
    for number in range(40):
        claim = Claim(article=(example.other if number % 3 else example.article).id, mode=modes[number % 4])
        summary = f"{'Ss'[number % 2]}umm{'aáå'[number % 3]}ry {number % 5}" if number % 7 else None
        claim = replace(claim, summary=summary, speaker=speakers[number % 5])
        start = number * 7 % 30
        span = Span(article=claim.article, role=Role.CONTENT, claim=claim.id, start=start, end=start + 5)
        value = Number(article=claim.article, claim=claim.id, value=number % 6 or None, unit="aÀbB"[number % 4])
        value = replace(value, qualifier=[*Qualifier][number % 5] if value.value else None)
        store.apply(signed(Edit("Many", tuple(made(row) for row in (claim, span, value)))))
    store.apply(signed(delete_article(example.records)))
    last = store.undoable(CODER)
    assert last
    store.apply(signed(store.edit(last).inverse))
    assert [row for (row,) in query(store.path, "SELECT row FROM article ORDER BY id")] == [3, 2]
    return store


def plain_list(everything: list[Statement], rows: dict[str, int], order: Order) -> list[Statement]:
    """Filter and sort lines that are in text order; `rows` has the order in which articles came into the file."""
    words = folded(order.text).split()
    lines = [line for line in everything if line.number or not order.numbers_only]
    lines = [line for line in lines if all(word in _words(line) for word in words)]
    if order.column not in VALUES:
        return lines

    def value(line: Statement) -> Any:
        value = VALUES[order.column](line)
        return folded(value) if isinstance(value, str) else value

    valued = [line for line in lines if value(line) is not None]
    if order.column not in ("article", "published"):
        valued.sort(key=lambda line: rows[line.article.id])
    if order.column == "speaker":
        valued.sort(key=lambda line: line.speaker.id if line.speaker else "")  # lines of one speaker are together
    valued.sort(key=value, reverse=order.descending)  # lines of one value keep their order in both directions
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


@pytest.mark.parametrize(("some", "few"), [(SOME, FEW), (SOME, 4), (SOME, 0), (0, FEW), (0, 4), (1, 1)])
@pytest.mark.parametrize("column", ["place", *SORTS])
def test_a_list_is_what_plain_python_makes_of_all_lines(
    crowded: Store, column: str, some: int, few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(statement_lists, "SOME", some)
    monkeypatch.setattr(statement_lists, "FEW", few)
    everything = every_statement(crowded)
    rows = {str(article): int(str(row)) for article, row in query(crowded.path, "SELECT id, row FROM article")}
    assert len(everything) == 43
    for descending in (False, True):
        for numbers_only in (False, True):
            for text in FILTERS:
                order = Order(column, descending, text, numbers_only)
                expected = plain_list(everything, rows, order)
                assert listed(crowded, order) == expected, order
                with closing(StoreView(crowded.path)) as view:
                    assert view.first_lines(order, 7) == expected[:7], order


def test_a_filter_that_lets_every_line_through_changes_no_order(crowded: Store) -> None:
    for column in ("place", *SORTS):
        for descending in (False, True):
            order = Order(column, descending)
            assert listed(crowded, order) == listed(crowded, replace(order, text="har"))


def test_a_list_knows_how_many_lines_claims_and_numbers_it_has(crowded: Store) -> None:
    with closing(StoreView(crowded.path)) as view:
        for text in FILTERS:
            for numbers_only in (False, True):
                order = Order(text=text, numbers_only=numbers_only)
                made_list, lines = view.make_list(None, order), listed(crowded, order)
                claims, numbers = {line.claim for line in lines} - {None}, {line.number for line in lines} - {None}
                found = made_list.count, made_list.claims, made_list.numbers
                assert found == (len(lines), len(claims), len(numbers))
