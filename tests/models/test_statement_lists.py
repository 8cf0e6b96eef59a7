"""Every list of the whole project equals all its lines as plain Python filters and sorts them."""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from typing import Any

import pytest

from models.actions.articles import delete_article
from models.codebook.codebook import Codebook
from models.codebook.kinds import KINDS
from models.edits import Edit, made
from models.entities import SUBJECTS, Claim, Mode, Number, Qualifier, Role, Span, Speaker, Subject
from models.known import Known
from models.lines.order import VARIABLE, Order
from models.lines.statement import Statement
from models.store import Store, statement_lists
from models.store.statement_lists import FEW, SOME, SORTS
from models.store.view import StoreView
from models.text.folding import folded
from tests.example import CODER, Example, every_statement, listed, opened_copy, signed, typed
from tests.models.codebook.study import Study
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


ANSWERS = {
    "choice": ("Wall", "sea", "Årö", "wall"),
    "choices": ("Wall; Årö", "Sea", "Årö", "Wall"),
    "yes_no": ("yes", "unclear", "no"),
    "text": ("Öl", "oil", "Zebra crossing", "Ål"),
    "long_text": ("one\ntwo", "One", "Øl"),
    "whole_number": ("10", "9", "-3", "1200"),
    "decimal": ("0.5", "-2", "12.25", "3"),
    "date": ("2015-01-23", "3 May 2009", "2015-01-22"),
    "speaker": ("Øla", "José", "Nobody Yet"),
}
"""What is typed for each kind of variable."""

ORDERED: dict[str, Callable[[Any], Any]] = {
    "choice": lambda value: [folded(label) for label in ("Sea", "Wall", "Årö")].index(folded(value.label)),
    "choices": lambda value: [folded(label) for label in ("Sea", "Wall", "Årö")].index(folded(value[0].label)),
    "yes_no": ["yes", "no", "unclear"].index,
    "speaker": lambda value: folded(value.name),
    "whole_number": int,
    "decimal": float,
}
"""What values of a kind are sorted by; of the others, by their folded words."""


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


@pytest.fixture(scope="module")
def coded(crowded: Store, pattern: Example, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Study]:
    """Yield a copy of the crowded project with variables of all kinds and subjects, of which many lines have answers.

    Tests only read it.
    """
    path = tmp_path_factory.mktemp("coded") / "study.onrecord"
    with opened_copy(replace(pattern, store=crowded), path) as example:
        study = Study(example, Codebook())
        for kind in KINDS:
            for subject in Subject:
                _answer(study, kind, subject)
        yield study


def _answer(study: Study, kind: str, subject: Subject) -> None:
    """Ask a variable of a kind about records of all articles, and answer it for two of three of them."""
    name = f"{kind}_of_{subject}"
    variable = study.ask(name, kind, subject)
    if KINDS[kind].has_choices:
        sea = study.offer(variable, "Sea", code=f"{name}_z")
        for label in ("Årö", "Wall"):
            study.offer(variable, label, sea if label == "Wall" else None, code=f"{name}_{label}")
    typed = ANSWERS[kind]
    statements = every_statement(study.example.store)
    records = dict.fromkeys(record for line in statements if (record := line.record(SUBJECTS[subject])))
    for number, record in enumerate(records):
        if number % 3:
            attribute = study.attribute(name)
            known = Known(study.example.registry, lambda _record: ())
            study.do(attribute.write([record], typed[number % len(typed)], known))


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
    for descending in (False, True):
        expected = [*sorted(valued, key=value, reverse=descending), *unanswered]
        order = Order(f"{VARIABLE}{variable.id}", descending)
        assert listed(store, order) == expected
        with closing(StoreView(store.path)) as view:
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
