"""What lines are sorted by and what their conditions are about: attributes of their records, and what is counted."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from models.attributes.attribute import Attribute
from models.attributes.built_in import attribute, attributes_of
from models.attributes.comparing import MARKS, Operator
from models.attributes.kinds import Count, Kind, Line, OneOf, Questions, Quoted, Title
from models.codebook.asking import is_asked
from models.codebook.codebook import Codebook
from models.codebook.kinds import KINDS
from models.codebook.kinds.answer_kind import AnswerKind, Unfit
from models.codebook.variables import attribute_of
from models.entities import Answer, Article, Claim, Number, Record, Speaker
from models.ids import Id
from models.lines.article_line import Progress
from models.lines.order import VARIABLE, Condition
from models.sampling.samples import InSamples, Samples
from models.translation import _

R = TypeVar("R", bound=Record)


class HasRecords(Protocol):
    """A line of a list: some records, at most one of each class."""

    def record(self, kind: type[R]) -> R | None:
        """Return the record of a class."""
        ...

    def answers_of(self, record: Id) -> Sequence[Answer]:
        """Return the answers about one of its records; those about speakers are in the registry too."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion(ABC):
    """One thing that lines are compared by; `column` names it in orders, and `kind` has the rules for its values."""

    column: str
    label: str

    @property
    @abstractmethod
    def kind(self) -> Kind[Any]: ...

    @abstractmethod
    def value(self, line: Any, asked: Questions) -> Any:
        """Return the value of a line; None if it has none."""

    def can_be_empty(self, line: Any, asked: Questions) -> bool:  # noqa: ARG002  # what is counted is never missing
        """Return whether the line is of a kind that could have a value."""
        return True

    def operators(self) -> Mapping[Operator, str]:
        """Return the operators that a condition can have, each in words."""
        return self.kind.comparison.operators

    def described(self, condition: Condition, asked: Questions) -> str:
        """Return a condition in words."""
        operator, comparison = condition.operator, self.kind.comparison
        values = [comparison.shown(operator, self.kind, each, asked) for each in condition.values]
        words = {"column": self.label, "operator": self.operators().get(operator, str(operator))}
        if operator is Operator.BETWEEN and len(values) == 2:
            return _("{column} {operator} {first} and {last}").format(**words, first=values[0], last=values[1])
        return _("{column} {operator} {values}").format(**words, values=_(" or ").join(values)).strip()

    def like(self, line: Any, asked: Questions) -> tuple[Condition, ...]:
        """Return the conditions that a value is that of a line, or is empty as that of the line; none if no condition
        can say so.
        """
        values = self._stored(line, asked)
        if values is None:
            return (Condition(self.column, Operator.EMPTY),) if Operator.EMPTY in self.operators() else ()
        if self.kind.comparison is MARKS:
            return (Condition(self.column, Operator.FILLED),)
        return tuple(Condition(self.column, Operator.IS, (each,)) for each in values)

    def unlike(self, line: Any, asked: Questions) -> tuple[Condition, ...]:
        """Return the condition that a value is another than that of a line, or is not empty; none if none can."""
        values = self._stored(line, asked)
        if values is None:
            return (Condition(self.column, Operator.FILLED),) if Operator.FILLED in self.operators() else ()
        if self.kind.comparison is MARKS:
            return (Condition(self.column, Operator.EMPTY),)
        return (Condition(self.column, Operator.IS_NOT, tuple(values)),) if values else ()

    def _stored(self, line: Any, asked: Questions) -> Sequence[str] | None:
        """Return the value of a line as conditions store it; none if conditions cannot, and None if it is empty."""
        value = self.value(line, asked)
        if value is None:
            return None
        is_one = Operator.IS in self.operators() and not isinstance(value, Unfit)
        return self.kind.comparison.stored_value(self.kind, value) if is_one else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributeCriterion(Criterion):
    """The first of some attributes whose record is in the line, such as the note of a claim or a number."""

    attributes: tuple[Attribute[Any, Any], ...]

    @property
    def kind(self) -> Kind[Any]:
        kind: Kind[Any] = self.attributes[0].kind
        return kind

    def _found(self, line: HasRecords) -> tuple[Attribute[Any, Any], Record] | None:
        found = ((each, line.record(each.of)) for each in self.attributes)
        return next(((each, record) for each, record in found if record is not None), None)

    def value(self, line: HasRecords, asked: Questions) -> Any:
        found = self._found(line)
        return found[0].read(found[1], asked) if found else None

    def can_be_empty(self, line: HasRecords, asked: Questions) -> bool:
        """Return whether the line has such a record, of which the attribute is asked."""
        found = self._found(line)
        if found is None or not isinstance(self.kind, AnswerKind):
            return found is not None
        return is_asked(self.kind.variable, found[1], self.kind.codebook, asked)

    def operators(self) -> Mapping[Operator, str]:
        """Return the operators that a condition can have; a variable that is empty is "not coded"."""
        operators = self.kind.comparison.operators
        if not isinstance(self.kind, AnswerKind):
            return operators
        return {**operators, Operator.EMPTY: _("is not coded"), Operator.FILLED: _("is coded")}


@dataclass(frozen=True, slots=True, kw_only=True)
class LineCriterion(Criterion):
    """Something that a line has besides attributes; `read` returns it."""

    read: Callable[[Any], Any]
    rules: Kind[Any]

    @property
    def kind(self) -> Kind[Any]:
        return self.rules

    def value(self, line: Any, asked: Questions) -> Any:  # noqa: ARG002
        return self.read(line)


def _criterion(column: str, *attributes: Attribute[Any, Any], label: str = "") -> AttributeCriterion:
    return AttributeCriterion(column=column, label=label or attributes[0].label, attributes=attributes)


def _by_name(*kinds: type[Record]) -> tuple[AttributeCriterion, ...]:
    """Return a criterion for each attribute of some classes; those of the same name share one."""
    found: dict[str, tuple[Attribute[Any, Any], ...]] = {}
    for each in (each for kind in kinds for each in attributes_of(kind)):
        found[each.name] = (*found.get(each.name, ()), each)
    return tuple(_criterion(name, *attributes) for name, attributes in found.items())


def _named(criteria: Iterable[Criterion]) -> dict[str, Criterion]:
    return {each.column: each for each in criteria}


CLAIM_WORDS = LineCriterion(column="claim", label=_("Claim"), rules=Quoted(), read=lambda line: line.claim_words)
NUMBER_WORDS = LineCriterion(column="words", label=_("As printed"), rules=Quoted(), read=lambda line: line.number_words)

OF_NUMBER = tuple(
    _criterion(each.column, each, label=_("{attribute} (number)").format(attribute=each.label))
    for each in attributes_of(Number)
    if each.name in {claims.name for claims in attributes_of(Claim)}
)
"""The attributes of numbers that claims have too, by the names of their columns in exports."""

CODER = LineCriterion(
    column="coder", label=_("Coder"), rules=Line(), read=lambda line: (line.claim or line.number).coder
)
"""Who recorded the claim of a statement, or the number without a claim."""

OF_ARTICLE = ("outlet", "published", "status")
"""The attributes of the article that statements are compared by, besides its title."""

STATEMENT_CRITERIA: Mapping[str, Criterion] = _named(
    (
        *_by_name(Claim, Number),
        *OF_NUMBER,
        CLAIM_WORDS,
        NUMBER_WORDS,
        _criterion("article", attribute(Article, "title"), label=_("Article")),
        *(_criterion(each.name, each) for each in attributes_of(Article) if each.name in OF_ARTICLE),
        CODER,
    )
)
"""What statements are compared by, besides variables, by the name of the column that shows it."""

SPEAKER_CRITERIA: Mapping[str, Criterion] = _named(
    (
        *_by_name(Speaker),
        LineCriterion(column="claims", label=_("Claims"), rules=Count(), read=lambda line: line.claims),
    )
)
"""What speakers are compared by, besides variables."""

REMARK_CRITERIA: Mapping[str, Criterion] = _named(
    (
        *(each for each in _by_name(Claim, Number, Speaker, Article) if each.column in ("discuss", "note")),
        LineCriterion(column="kind", label=_("Record"), rules=Line(), read=lambda line: line.kind),
        LineCriterion(column="words", label=_("Words"), rules=Quoted(), read=lambda line: line.words),
        LineCriterion(column="article", label=_("Article"), rules=Title(), read=lambda line: line.title),
        LineCriterion(column="coder", label=_("Coder"), rules=Line(), read=lambda line: line.about.coder),
    )
)
"""What remarks are compared by."""


class _InOrder(OneOf[Progress]):
    """Values that are sorted as they follow each other."""

    def sort_key(self, value: Progress) -> float:
        return list(Progress).index(value)


ARTICLE_CRITERIA: Mapping[str, Criterion] = _named(
    (
        *_by_name(Article),
        LineCriterion(column="status", label=_("Status"), rules=_InOrder(Progress), read=lambda line: line.progress),
        LineCriterion(column="claims", label=_("Claims"), rules=Count(), read=lambda line: line.claims),
        LineCriterion(column="numbers", label=_("Numbers"), rules=Count(), read=lambda line: line.numbers),
        LineCriterion(
            column="open_places",
            label=_("Open places"),
            rules=Count(),
            read=lambda line: line.open_places.total if line.open_places else None,
        ),
        LineCriterion(column="length", label=_("Length"), rules=Count(), read=lambda line: line.length),
        LineCriterion(column="minutes", label=_("Minutes"), rules=Count(), read=lambda line: line.minutes),
        LineCriterion(column="coder", label=_("Coder"), rules=Line(), read=lambda line: line.coders),
    )
)
"""What articles are compared by, besides variables; the status is that of their progress."""


SAMPLE = "sample"
"""The column of the samples that an article is in."""


def in_sample(samples: Samples) -> Criterion:
    """Return what lines with an article are compared by under the column of its samples."""
    return LineCriterion(
        column=SAMPLE,
        label=_("Sample"),
        rules=InSamples(samples),
        read=lambda line: samples.of(line.record(Article).id) or None,
    )


def criterion_named(column: str, built_in: Mapping[str, Criterion], codebook: Codebook) -> Criterion | None:
    """Return what a column is compared by; None for a variable that is gone, or a column without any."""
    if not column.startswith(VARIABLE):
        return built_in.get(column)
    variable = codebook.variables.get(column.removeprefix(VARIABLE))
    if variable is None or variable.kind not in KINDS:
        return None
    return _criterion(column, attribute_of(variable, codebook))
