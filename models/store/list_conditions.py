"""Turn the conditions of a list of statements into SQL, as `models.lines.matching` compares lines in memory.

A condition looks at each line of `statement`. Where an index leads to its lines, they can be looked up too.
"""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any

from models.attributes.attribute import Attribute
from models.attributes.comparing import DAY, DAYS, NAMED, Operator
from models.attributes.kinds import Date, Flag
from models.attributes.names import WhoSays
from models.codebook.codebook import Codebook
from models.codebook.kinds.answer_kind import AnswerKind
from models.entities import Article, Claim, Number, Record
from models.lines.criteria import (
    CLAIM_WORDS,
    CODER,
    SAMPLE,
    STATEMENT_CRITERIA,
    AttributeCriterion,
    Criterion,
    LineCriterion,
    criterion_named,
    in_sample,
)
from models.lines.order import Condition
from models.store.answer_conditions import AnswersInLines
from models.store.derived import SORTED_BY
from models.store.filter_index import three_characters
from models.store.filter_words import FILTERED, KINDS
from models.store.looked_up import Clause, Compare, LookedUp, looked_up
from models.store.reading import codebook, samples
from models.store.rows import TABLES
from models.store.sql_comparing import compared
from models.text.excerpts import GAP
from models.text.folding import folded

TITLE = "(SELECT title FROM title_sort WHERE title_sort.article = statement.article)"
TITLE_IN_ORDER = TITLE.replace("title FROM", "in_order FROM")
NAME = "(SELECT name FROM name_sort WHERE name_sort.speaker = statement.speaker)"

WORDS = f"""(SELECT folded(group_concat(part, '{GAP}')) FROM (
    SELECT substr(content.text, span.start + 1, span."end" - span.start) AS part
    FROM {{table}} AS quoted JOIN kept_span AS span ON span.{{table}} = quoted.row
    JOIN article ON article.id = quoted.article JOIN content ON content.sha256 = article.content
    WHERE quoted.row = statement.{{table}} AND span.role IN ('content', 'number')
    ORDER BY span.position, span.start))"""
"""The folded words of a claim or number of a line."""

CODER_OF = """coalesce((SELECT folded(coder) FROM claim WHERE row = statement.claim),
                       (SELECT folded(coder) FROM number WHERE row = statement.number))"""
"""Who recorded the claim of a line, or else its number."""

DRAWN = "SELECT article.row FROM drawn JOIN article ON article.id = drawn.article"
"""The articles of samples, for a condition that says of which."""

OFTEN_THERE = ((Claim, "mode"), (Number, "qualifier"))
"""The attributes that few claims or numbers lack: an index has these (`covering_indexes.py`)."""

PRESENT = {Claim: "statement.claim <> 0", Number: "statement.number <> 0"}
"""The condition that a line has a record; every line has an article."""


class ListConditions:
    """Makes clauses, and gathers in `parameters` what they are compared with."""

    def __init__(self, connection: sqlite3.Connection, parameters: dict[str, Any]) -> None:
        self._connection, self.parameters = connection, parameters

    @cached_property
    def _codebook(self) -> Codebook:
        return codebook(self._connection)

    def criterion(self, column: str) -> Criterion | None:
        """Return what a column is compared by; None if nothing is."""
        if column == SAMPLE:
            return in_sample(samples(self._connection))
        known = STATEMENT_CRITERIA.get(column)
        return known or criterion_named(column, {}, self._codebook)

    def bind(self, value: object) -> str:
        """Add a parameter; return how SQL refers to it."""
        name = f"wanted_{len(self.parameters)}"
        self.parameters[name] = value
        return f":{name}"

    def clause(self, condition: Condition) -> Clause | None:
        """Return a condition in SQL; None if it is about a variable that is gone."""
        criterion = self.criterion(condition.column)
        if criterion is None:
            return None
        operator, found = condition.operator, self.looked_up(criterion)
        if operator is Operator.EMPTY:
            each = f"{self._can_be_empty(criterion)} AND NOT ({self._filled(criterion)})"
            if isinstance(criterion.kind, WhoSays):
                return Clause(each, "statement.claim IN (SELECT row FROM claim WHERE speaker IS NULL)")
            return found.empty(each) if found else self._lacking(criterion, each)
        if operator is Operator.FILLED:
            each = f"({self._filled(criterion)})"
            return found.filled(each) if found else Clause(each)
        positive = self._positive(criterion, operator.positive, condition.values)
        if operator.positive is operator:
            return positive
        compare = self._compare(criterion, operator.positive, condition.values)
        return found.not_being(compare, positive) if found else Clause(f"({positive.each}) IS NOT TRUE")

    def _lacking(self, criterion: Criterion, each: str) -> Clause:
        """Return the condition that lines lack something, with the index that has them if there is one."""
        first = criterion.attributes[0] if isinstance(criterion, AttributeCriterion) else None
        if first is None or (first.of, first.name) not in OFTEN_THERE:
            return Clause(each)
        return Clause(each, f"statement.{first.name} IS NULL AND {PRESENT[first.of]}", leads_to_each=True)

    def fitting(self, values: Sequence[str], criterion: Criterion, conditions: Iterable[Condition]) -> set[str]:
        """Return those of some values under a criterion, as they are compared, that meet the conditions about it."""
        about = [each for each in conditions if each.column == criterion.column]
        if any(each.operator is Operator.EMPTY for each in about):
            return set()
        holds = [
            f"({self._compare(criterion, each.operator.positive, each.values)('value')})"
            f" IS {'NOT ' * (each.operator.positive is not each.operator)}TRUE"
            for each in about
            if each.operator is not Operator.FILLED
        ]
        query = f"SELECT value FROM json_each({self.bind(json.dumps(values))}) WHERE {' AND '.join(holds) or 'TRUE'}"
        return {value for (value,) in self._connection.execute(query, self.parameters)}

    def looked_up(self, criterion: Criterion) -> LookedUp | None:
        """Return what leads to lines by the values of their records under a criterion; None without such indexes."""
        if criterion is CODER:
            columns = [(Claim, "coder"), (Number, "coder")]
        elif isinstance(criterion, AttributeCriterion) and not isinstance(criterion.kind, AnswerKind):
            columns = [(each.of, each.name) for each in criterion.attributes]
        else:
            return None
        return looked_up(columns, self._connection, self.parameters, self.bind)

    def _compare(self, criterion: Criterion, operator: Operator, values: Sequence[str]) -> Compare:
        return lambda value: compared(value, criterion.kind.comparison, operator, values, self.bind)

    def sort_key(self, column: str) -> str | None:
        """Return what lines are sorted by under a column; None if they are not."""
        criterion = self.criterion(column)
        if criterion is CODER:
            return CODER_OF
        if not isinstance(criterion, AttributeCriterion):
            return None
        if isinstance(criterion.kind, AnswerKind):
            return self._answers(criterion.kind).key
        if isinstance(criterion.kind, WhoSays):
            return NAME
        first = criterion.attributes[0]
        return TITLE_IN_ORDER if (first.of, first.name) == (Article, "title") else _value_in(criterion)

    def group_key(self, column: str) -> str | None:
        """Return what lines are grouped by under a column: alike where a condition `like` one of them is true; None if
        they are not.
        """
        criterion, key = self.criterion(column), self.sort_key(column)
        if criterion is None or key is None:
            return None
        if isinstance(criterion.kind, WhoSays):
            return "statement.speaker"
        if criterion.kind.comparison is NAMED and isinstance(criterion.kind, AnswerKind):
            return self._answers(criterion.kind).named
        if key == TITLE_IN_ORDER:
            return TITLE
        return f"substr({key}, 1, {DAY})" if criterion.kind.comparison is DAYS else key

    def _answers(self, kind: AnswerKind) -> AnswersInLines:
        return AnswersInLines(self._connection, kind, self.bind)

    def _filled(self, criterion: Criterion) -> str:
        if criterion is CODER:
            return "TRUE"
        if criterion.column == SAMPLE:
            return f"statement.article IN ({DRAWN})"
        if isinstance(criterion, LineCriterion):
            return PRESENT[_quoted(criterion)]
        if isinstance(criterion.kind, AnswerKind):
            return self._answers(criterion.kind).answered
        if isinstance(criterion.kind, WhoSays):
            return "statement.speaker IS NOT NULL"
        return f"{_value_in(criterion)} IS NOT NULL"

    def _can_be_empty(self, criterion: Criterion) -> str:
        if not isinstance(criterion, AttributeCriterion):
            return "TRUE"
        if isinstance(criterion.kind, AnswerKind):
            return self._answers(criterion.kind).asked
        return f"({' OR '.join(PRESENT.get(each.of, 'TRUE') for each in criterion.attributes)})"

    def _positive(self, criterion: Criterion, operator: Operator, values: Sequence[str]) -> Clause:
        if isinstance(criterion, LineCriterion):
            return self._of_line(criterion, operator, values)
        assert isinstance(criterion, AttributeCriterion)
        if isinstance(criterion.kind, AnswerKind):
            return Clause(*self._answers(criterion.kind).holding(operator, values))
        if isinstance(criterion.kind, WhoSays):
            return self._of_speaker(operator, values)
        compare = self._compare(criterion, operator, values)
        if found := self.looked_up(criterion):
            return found.being(compare)
        value = _value_in(criterion)
        if not _has_index(criterion.attributes[0]):
            return Clause(compare(value))
        return self._in_statement(criterion, operator, values, compare)

    def _in_statement(
        self, criterion: AttributeCriterion, operator: Operator, values: Sequence[str], compare: Compare
    ) -> Clause:
        """Return the condition that a column of `statement` fits an operator that negates nothing."""
        value = _value_in(criterion)
        if operator is Operator.CONTAINS:
            return self._containing(criterion, compare(f"+{value}"), values)
        # A function keeps SQLite from looking up the lines first and then sorting them all.
        return Clause(f"coalesce({compare(value)}, FALSE)", compare(value), is_scattered=operator is not Operator.IS)

    def _containing(self, criterion: AttributeCriterion, each: str, values: Sequence[str]) -> Clause:
        """Return the condition that a text of coders contains another, by the words by which filters find records."""
        first = criterion.attributes[0]
        parts = [three_characters(folded(value)) for value in values]
        if first.name not in FILTERED[first.of] or not all(parts):
            return Clause(each)
        return self._with_words(each, first.of, " OR ".join(f"({part})" for part in parts))

    def _with_words(self, each: str, of: type[Record], parts: str) -> Clause:
        """Return a clause with a lookup of the records that may contain some words."""
        likely = f"rowid % 4 = {KINDS.index(of)} AND filter_index MATCH {self.bind(parts)}"
        rows = f"SELECT rowid / 4 FROM filter_index WHERE {likely}"
        return Clause(each, f"statement.{TABLES[of]} IN ({rows})", exact=False, rows=(rows,))

    def _of_speaker(self, operator: Operator, values: Sequence[str]) -> Clause:
        if operator is Operator.CONTAINS:
            found = " OR ".join(f"instr(name, {self.bind(folded(each))})" for each in values)
            rows = f"statement.speaker IN (SELECT speaker FROM name_sort WHERE {found})"
        else:
            wanted = f"SELECT value FROM json_each({self.bind(json.dumps(values))})"
            rows = f"statement.speaker IN (SELECT row FROM speaker WHERE id IN ({wanted}))"
        return Clause(f"+{rows}", rows)

    def _of_line(self, criterion: LineCriterion, operator: Operator, values: Sequence[str]) -> Clause:
        if found := self.looked_up(criterion):
            return found.being(self._compare(criterion, operator, values))
        if criterion.column == SAMPLE:
            wanted = f"SELECT value FROM json_each({self.bind(json.dumps(values))})"
            return Clause(f"+statement.article IN ({DRAWN} WHERE drawn.sample IN ({wanted}))")
        return self._quoted(criterion, values)

    def _quoted(self, criterion: LineCriterion, values: Sequence[str]) -> Clause:
        """Return the condition that the words of a claim or number contain a text.

        The words by which filters find records tell first which may contain it; then the articles are read.
        """
        of = _quoted(criterion)
        place, (text,) = KINDS.index(of), map(folded, values)
        wanted = self.bind(text)
        words = f"instr({WORDS.format(table=TABLES[of])}, {wanted})"
        each = f"iif(instr(text_{place}.text, {wanted}), {words}, FALSE)"
        parts = three_characters(text)
        return self._with_words(each, of, parts) if parts else Clause(each)


def _quoted(criterion: LineCriterion) -> type[Claim] | type[Number]:
    return Claim if criterion.column == CLAIM_WORDS.column else Number


def _has_index(each: Attribute[Any, Any]) -> bool:
    return each.of in (Claim, Number) and each.name in SORTED_BY


def _value_in(criterion: Criterion) -> str:
    """Return the folded value that a line has in one of its records, or NULL."""
    assert isinstance(criterion, AttributeCriterion)
    first = criterion.attributes[0]
    if _has_index(first):
        return f"statement.{first.name}"
    found = [
        f"(SELECT {_folded(each)} FROM {TABLES[each.of]} WHERE row = statement.{TABLES[each.of]})"
        for each in criterion.attributes
    ]
    return found[0] if len(found) == 1 else f"iif(statement.claim, {found[0]}, {found[1]})"


def _folded(each: Attribute[Any, Any]) -> str:
    """Return what the column of an attribute is compared by."""
    match each.kind:
        case Date():
            return each.name
        case Flag():
            return f"nullif({each.name}, 0)"
    return f"folded({each.name})"
