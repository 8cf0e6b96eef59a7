"""Every list with conditions and several sorts equals what plain Python makes of all lines in memory."""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.attributes.comparing import Operator
from models.codebook.kinds.answer_kind import Unfit
from models.edits import Edit, changed, deleted, made
from models.entities import Claim, Subject
from models.known import Known
from models.lines import grouping
from models.lines.criteria import STATEMENT_CRITERIA, Criterion, criterion_named
from models.lines.group import Figures, Groups, together
from models.lines.grouping import group_lines
from models.lines.matching import Matching
from models.lines.order import VARIABLE, Condition, Order, Sort
from models.lines.statement import Statement
from models.store import groups as groups_of_file
from models.store import statement_lists
from models.store.statement_lists import BEGINNING, FEW, MANY
from models.store.view import StoreView
from models.text.folding import folded
from tests.example import Example, every_statement, listed, opened_copy, signed, typed
from tests.models.codebook.study import Study
from tests.snapshots import query
from tests.thorough import examples


class Everything:
    """All lines of a study in memory, in text order, with everything by which they can be compared."""

    def __init__(self, study: Study) -> None:
        self.study = study
        self.path = study.example.store.path
        self.lines = every_statement(study.example.store)
        self.codebook = study.example.store.codebook()
        self.registry = study.example.store.registry()
        rows = query(self.path, "SELECT id, row FROM article UNION ALL SELECT id, row FROM speaker")
        self.rows = {str(record): int(str(row)) for record, row in rows}
        variables = [f"{VARIABLE}{each}" for each in self.codebook.variables]
        self.columns = (*STATEMENT_CRITERIA, *variables)

    def criterion(self, column: str) -> Criterion:
        """Return what a column is compared by."""
        found = criterion_named(column, STATEMENT_CRITERIA, self.codebook)
        assert found
        return found

    def value(self, criterion: Criterion, line: Statement) -> Any:
        """Return the value of a line."""
        return criterion.value(line, Known(self.registry, line.answers_of))

    def values(self, column: str) -> list[str]:
        """Return the values that lines have in a column, as conditions store them, and parts of them."""
        criterion = self.criterion(column)
        values = [self.value(criterion, line) for line in self.lines]
        fitting = [each for each in values if each is not None and not isinstance(each, Unfit)]
        stored = criterion.kind.comparison.stored_value
        return sorted({each for value in fitting for each in stored(criterion.kind, value)})

    def listed(self, order: Order) -> list[Statement]:
        """Filter and sort all lines in memory. Lines of one value are in the order of the import of their articles, or
        in reverse where the first sort is descending.
        """
        matching = Matching(STATEMENT_CRITERIA, self.codebook, self.registry)
        lines = [line for line in self.lines if line.number or not order.numbers_only]
        words = order.text.split()
        lines = [line for line in lines if all(any(word in part for part in _words(line)) for word in words)]
        kept = [line for line in lines if matching.meets(line, order.conditions)]
        return self._sorted(kept, matching, order.sorts)

    def _sorted(self, lines: list[Statement], matching: Matching, sorts: tuple[Sort, ...]) -> list[Statement]:
        first = sorts[0].column if sorts else "place"
        if first in ("place", "claim", "words"):
            return lines
        valued = [line for line in lines if _has_key(self, first, line)]
        rest = [line for line in lines if not _has_key(self, first, line)]
        if first not in ("article", "published"):
            valued.sort(key=lambda line: self.rows[line.article.id])
        variable = self.codebook.variables.get(first.removeprefix(VARIABLE))
        if variable and variable.subject is Subject.SPEAKER:
            valued.sort(key=lambda line: self.rows[line.speaker.id] if line.speaker else 0)
        then, descending = _sorting(sorts[1:]), sorts[0].descending
        if descending:
            valued.reverse()
        valued = _sorted(valued, matching, then)
        if first == "speaker":
            valued.sort(key=lambda line: line.speaker.id if line.speaker else "", reverse=descending)
        if first == "article":
            valued.sort(key=lambda line: line.article.id, reverse=descending)
        return [*_sorted(valued, matching, sorts[:1]), *_sorted(rest, matching, then)]


def _sorted(lines: list[Statement], matching: Matching, sorts: tuple[Sort, ...]) -> list[Statement]:
    return sorted(lines, key=lambda line: matching.key(line, sorts))


def _sorting(sorts: tuple[Sort, ...]) -> tuple[Sort, ...]:
    """Return the sorts up to the first that puts all lines into the order of the text."""
    columns = [each.column for each in sorts]
    ends = [at for at, column in enumerate(columns) if column in ("place", "claim", "words")]
    return sorts[: ends[0]] if ends else sorts


def _has_key(everything: Everything, column: str, line: Statement) -> bool:
    value = everything.value(everything.criterion(column), line)
    return value is not None and not isinstance(value, Unfit)


def _words(line: Statement) -> tuple[str, ...]:
    return tuple(filter(None, (line.article.title, line.claim_words, line.number_words)))


@pytest.fixture(scope="module")
def everything(coded: Study, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Everything]:
    """Yield all lines of a project with variables of all kinds. Some answers no longer fit, and some variables wait for
    the answers of others.
    """
    path = tmp_path_factory.mktemp("conditions") / "study.onrecord"
    with opened_copy(coded.example, path) as example:
        study = Study(example, example.store.codebook())
        for name, kind in (("text_of_claim", "date"), ("choices_of_number", "choice"), ("text_of_speaker", "decimal")):
            study.do(Edit("Another kind", (changed(study.variable(name), kind=kind),)))
        topic, score = study.variable("choice_of_claim"), study.variable("decimal_of_claim")
        waits = {"shown_if": topic.id, "shown_for": "choice_of_claim_z"}
        study.do(Edit("Wait for Sea", (changed(score, **waits),)))
        study.do(Edit("Wait for a score", (changed(study.variable("date_of_claim"), shown_if=score.id),)))
        study.do(Edit("Score fewer", tuple(map(deleted, study.answers("decimal_of_claim")[::2]))))
        study.do(Edit("Mark", tuple(changed(each, discuss=True) for each in (example.lost, example.berths))))
        yield Everything(study)


@st.composite
def conditions(draw: Callable[..., Any], everything: Everything) -> Condition:
    """Draw a condition about any column with any operator, mostly with values that lines have."""
    column = draw(st.sampled_from(everything.columns))
    criterion = everything.criterion(column)
    operator = draw(st.sampled_from([*criterion.operators()]))
    known = everything.values(column) or ["0"]
    if operator.positive is Operator.CONTAINS:
        words = st.sampled_from(["a", "ö", "Sum", "wall", "would cost", "zebra", "12", " "])
        return Condition(column, operator, (draw(words),))
    if operator.operands == 2:
        return Condition(column, operator, (draw(st.sampled_from(known)), draw(st.sampled_from(known))))
    if operator.operands == 0:
        return Condition(column, operator)
    most = 3 if criterion.kind.comparison.several else 1
    chosen = draw(st.lists(st.sampled_from(known), min_size=1, max_size=most, unique=True))
    return Condition(column, operator, tuple(chosen))


@st.composite
def orders(draw: Callable[..., Any], everything: Everything) -> Order:
    """Draw an order with up to three conditions and three sorts."""
    sorts = st.builds(Sort, st.sampled_from(("place", *everything.columns)), st.booleans())
    return Order(
        tuple(draw(st.lists(sorts, max_size=3, unique_by=lambda sort: sort.column))),
        tuple(draw(st.lists(conditions(everything), max_size=3))),
        numbers_only=draw(st.booleans()),
    )


@settings(max_examples=examples(25))
@given(data=st.data())
@pytest.mark.parametrize("limits", [(FEW, BEGINNING, MANY), (4, 5, 6), (0, 1, MANY)])
def test_a_list_with_conditions_is_what_plain_python_makes_of_all_lines(
    everything: Everything, limits: tuple[int, int, int], data: st.DataObject
) -> None:
    order = data.draw(orders(everything))
    with pytest.MonkeyPatch.context() as patched:
        for name, limit in zip(("FEW", "BEGINNING", "MANY"), limits, strict=True):
            patched.setattr(statement_lists, name, limit)
        expected = everything.listed(order)
        assert listed(everything.study.example.store, order) == expected
        with closing(StoreView(everything.path)) as view:
            assert view.first_lines(order, 7) == expected[:7]
            made_list = view.make_list(None, order)
    claims, numbers = {line.claim for line in expected} - {None}, {line.number for line in expected} - {None}
    assert (made_list.count, made_list.claims, made_list.numbers) == (len(expected), len(claims), len(numbers))


def found(everything: Everything, column: str, operator: Operator, *values: str) -> int:
    """Return how many lines a condition finds."""
    order = Order(conditions=(Condition(column, operator, values),))
    return len(listed(everything.study.example.store, order))


def column(everything: Everything, name: str) -> str:
    """Return the column of a variable."""
    return f"{VARIABLE}{everything.study.variable(name).id}"


def test_an_answer_that_does_not_fit_is_coded_but_is_nothing(everything: Everything) -> None:
    dates = column(everything, "text_of_claim")
    lines = [line for line in everything.lines if line.claim]
    coded = [line for line in lines if everything.value(everything.criterion(dates), line) is not None]
    unfit = [line for line in coded if isinstance(everything.value(everything.criterion(dates), line), Unfit)]
    assert 0 < len(coded) < len(lines) and len(unfit) == len(coded)
    assert found(everything, dates, Operator.FILLED) == len(coded)
    assert found(everything, dates, Operator.EMPTY) == len(lines) - len(coded)
    assert found(everything, dates, Operator.MORE, "1000") == 0
    assert found(everything, dates, Operator.IS_NOT, "2015") == len(everything.lines)


def test_what_is_not_asked_is_not_missing(everything: Everything) -> None:
    score, topic = column(everything, "decimal_of_claim"), everything.criterion(column(everything, "choice_of_claim"))
    lines = [line for line in everything.lines if line.claim]
    empty = [line for line in lines if everything.value(everything.criterion(score), line) is None]
    sea = everything.study.choice("choice_of_claim_z").id
    waiting = [line for line in empty if (value := everything.value(topic, line)) and sea in topic.kind.members(value)]
    assert 0 < len(waiting) < len(empty)
    assert found(everything, score, Operator.EMPTY) == len(waiting)


def test_a_choice_is_also_each_choice_above_it(everything: Everything) -> None:
    topics = column(everything, "choice_of_claim")
    sea, wall = (everything.study.choice(f"choice_of_claim_{each}").id for each in ("z", "Wall"))
    alone = found(everything, topics, Operator.IS, wall)
    exactly = [
        line
        for line in everything.lines
        if (value := everything.value(everything.criterion(topics), line)) and value.id == sea
    ]
    assert alone and exactly
    assert found(everything, topics, Operator.IS, sea) == alone + len(exactly)
    assert found(everything, topics, Operator.IS, wall, sea) == alone + len(exactly)
    assert found(everything, topics, Operator.IS_NOT, sea) == len(everything.lines) - alone - len(exactly)


@pytest.mark.parametrize("narrowed", [False, True])
def test_groups_are_counted_as_plain_python_counts_the_lines_that_meet_their_conditions(
    everything: Everything, narrowed: bool
) -> None:
    order = Order(conditions=(Condition("unit", Operator.CONTAINS, ("a",)),) if narrowed else ())
    for name in everything.columns:
        with closing(StoreView(everything.path)) as view:
            whole, *groups = view.groups(order, name).listed
        of_all = figures(everything.listed(order))
        assert replace(whole.figures, unit=None) == replace(of_all, unit=None), name
        assert len({(group.label, group.conditions) for group in groups}) == len(groups), name
        for group in groups:
            lines = everything.listed(replace(order, conditions=(*order.conditions, *group.conditions)))
            expected = figures(lines)
            assert replace(group.figures, unit=None) == replace(expected, unit=None), (name, group)
            assert folded(group.figures.unit or "") == folded(expected.unit or "")
        if name not in ("claim", "words") and not narrowed:
            assert groups, name


def test_lines_in_memory_have_the_groups_that_the_file_has(everything: Everything) -> None:
    matching = Matching(STATEMENT_CRITERIA, everything.codebook, everything.registry)
    for name in everything.columns:
        with closing(StoreView(everything.path)) as view:
            of_file = view.groups(Order(), name)
        in_memory = group_lines(everything.lines, name, matching, lambda line: figures([line]))
        assert in_memory.left_out == of_file.left_out == 0
        assert _counted(in_memory) == _counted(of_file), name


def _counted(groups: Groups) -> list[tuple[str, str, int, int]]:
    return sorted(
        (folded(each.label), folded(str(each.conditions)), each.level, each.figures.lines) for each in groups.listed
    )


def test_outlets_that_differ_in_capitals_alone_are_one_group(example: Example) -> None:
    for article, outlet in ((example.article, "The Tide"), (example.other, "THE TIDE")):
        example.store.apply(signed(typed(article, "outlet", outlet)))
        example.store.apply(signed(Edit("Claim", (made(Claim(article=article.id)),))))
    with closing(StoreView(example.store.path)) as view:
        whole, *found = view.groups(Order(), "outlet").listed
    assert [(folded(each.label), each.figures) for each in found] == [("the tide", whole.figures)]


def test_groups_beyond_the_most_are_counted(everything: Everything, monkeypatch: pytest.MonkeyPatch) -> None:
    matching = Matching(STATEMENT_CRITERIA, everything.codebook, everything.registry)
    with closing(StoreView(everything.path)) as view:
        whole = view.groups(Order(), "value")
        for module in (groups_of_file, grouping):
            monkeypatch.setattr(module, "MOST", 2)
        of_file = view.groups(Order(), "value")
    in_memory = group_lines(everything.lines, "value", matching, lambda line: figures([line]))
    values = [group for group in whole.listed if group.conditions and group.conditions[0].operator is Operator.IS]
    assert of_file.left_out == in_memory.left_out == len(values) - 2 > 0
    assert len(of_file.listed) == len(in_memory.listed) == len(whole.listed) - of_file.left_out


def test_figures_of_lines_with_nothing_in_common_are_those_of_all_of_them(everything: Everything) -> None:
    numbers = [line for line in everything.lines if line.number and not line.claim]
    each = [figures([line]) for line in numbers]
    for some in (each, each[:1], []):
        assert together(some) == figures(numbers[: len(some)])


def figures(lines: list[Statement]) -> Figures:
    """Count some lines, and sum their values up if they have one unit."""
    claims, numbers = {line.claim for line in lines if line.claim}, [line.number for line in lines if line.number]
    values = [(number.value, number.unit) for number in numbers if number.value is not None]
    counts = (len(lines), len(claims), len(numbers))
    units = {folded(unit or "") for _value, unit in values}
    if len(units) != 1:
        return Figures(*counts, several_units=bool(units))
    sizes = [value for value, _unit in values]
    spelling = next(line.number.unit for line in reversed(lines) if line.number and line.number.value is not None)
    return Figures(*counts, unit=spelling, total=sum(sizes), least=min(sizes), greatest=max(sizes))
