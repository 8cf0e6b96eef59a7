"""Conditions about the answers of one variable, in SQL that looks at the lines of `statement`."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence

from models.attributes.comparing import MEMBERS, NAMED, Operator
from models.codebook.kinds.answer_kind import AnswerKind
from models.entities import Subject, Variable
from models.ids import Id
from models.store.sql_comparing import Bind, compared


class AnswersInLines:
    """What the lines of `statement` have under a variable: the claim, number, speaker or article that it is about."""

    def __init__(self, connection: sqlite3.Connection, kind: AnswerKind, bind: Bind) -> None:
        self._kind, self._bind = kind, bind
        self._subject = kind.variable.subject
        self._record = f"statement.{self._subject}"
        found = connection.execute("SELECT row FROM variable WHERE id = ?", (kind.variable.id,)).fetchone()
        self._row = found[0] if found else 0

    @property
    def key(self) -> str:
        """What lists are sorted by; NULL without an answer, or with one that does not fit."""
        return f"(SELECT key FROM answer_sort WHERE variable = {self._row} AND record = {self._record})"

    @property
    def named(self) -> str:
        """The speaker who is the answer; NULL without one, or if the answers do not fit."""
        answer = f"SELECT named FROM answer WHERE +variable = {self._bind(self._kind.variable.id)} AND {self._about()}"
        return f"iif({self.key} IS NULL, NULL, ({answer}))"

    @property
    def answered(self) -> str:
        """The condition that there is an answer, which need not fit."""
        return f"{self.key} IS NOT NULL OR {self._has_answer(self._kind.variable)}"

    @property
    def asked(self) -> str:
        """The condition that a line has the record, and that the variable is asked of it."""
        conditions = [f"coalesce({self._record}, 0) <> 0", *self._waits_for(self._kind.variable)]
        return f"({' AND '.join(conditions)})"

    def _waits_for(self, variable: Variable) -> Iterator[str]:
        """Yield the conditions that a variable and those it depends on wait for, as `asking.is_asked` follows them."""
        book, seen = self._kind.codebook, set[Id]()
        waiting: Variable | None = variable
        while waiting and waiting.shown_if and waiting.id not in seen:
            seen.add(waiting.id)
            condition = book.variables.get(waiting.shown_if)
            if condition is None:
                return
            yield self._has_answer(condition, self._such(waiting))
            waiting = condition

    def _such(self, waiting: Variable) -> str:
        """Return the condition that an answer is the one that a variable waits for; a choice is also those above it."""
        if waiting.shown_for is None:
            return ""
        book = self._kind.codebook
        choices = (
            each.id for each in book.choices.values() if waiting.shown_for in {up.value for up in book.path(each)}
        )
        return f" AND (value = {self._bind(waiting.shown_for)} OR +choice IN {self._listed(choices)})"

    def _has_answer(self, variable: Variable, such: str = "") -> str:
        """Return the condition that the record of a line has an answer under a variable.

        The plus sign has SQLite look up the answers about the record, and not those under the variable.
        """
        return f"EXISTS (SELECT 1 FROM answer WHERE +variable = {self._bind(variable.id)} AND {self._about()}{such})"

    def _about(self) -> str:
        """Return the condition that an answer is about the record of a line."""
        record = f"answer.{self._subject} = (SELECT id FROM {self._subject} AS about WHERE about.row = {self._record})"
        return f"{record}{self._alone}"

    @property
    def _alone(self) -> str:
        of_article = self._subject is Subject.ARTICLE
        return " AND answer.claim IS NULL AND answer.number IS NULL" if of_article else ""

    def holding(self, operator: Operator, values: Sequence[str]) -> tuple[str, str]:
        """Return the condition that an answer fits an operator that negates nothing: for each line, and as a lookup."""
        comparison = self._kind.comparison
        if operator is Operator.IS and comparison in (MEMBERS, NAMED):
            return self._being(values)
        each = compared(self.key, comparison, operator, values, self._bind)
        by_key = compared("key", comparison, operator, values, self._bind)
        records = f"SELECT record FROM answer_sort WHERE variable = {self._row} AND {by_key}"
        return each, f"{self._record} IN ({records})"

    def _being(self, members: Sequence[str]) -> tuple[str, str]:
        """Return the condition that an answer is one of some members; one that does not fit its variable is none."""
        book = self._kind.codebook
        if self._kind.has_choices:
            known = [book.choices[each] for each in members if each in book.choices]
            field, members = "choice", [below.id for each in known for below in book.with_those_below(each)]
        else:
            field = "named" if self._kind.names_speakers else "value"
        said = f" AND +answer.{field} IN {self._listed(members)}"
        each = f"({self.key} IS NOT NULL AND {self._has_answer(self._kind.variable, said)})"
        variable = f"{'+' if field != 'value' else ''}answer.variable = {self._bind(self._kind.variable.id)}"
        records = f"""SELECT about.row FROM answer JOIN {self._subject} AS about ON about.id = answer.{self._subject}
            WHERE {variable} AND answer.{field} IN {self._listed(members)}{self._alone} AND EXISTS (
                SELECT 1 FROM answer_sort WHERE variable = {self._row} AND record = about.row)"""
        return each, f"{self._record} IN ({records})"

    def _listed(self, values: Iterable[str]) -> str:
        return f"(SELECT value FROM json_each({self._bind(json.dumps([*values]))}))"
