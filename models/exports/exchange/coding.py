"""Say which codes of REFI-QDA belong to the words of a record, and what a comment on these words says."""

from collections.abc import Sequence
from dataclasses import dataclass

from models.attributes.kinds import Flag, OneOf
from models.codebook.kinds.answer_kind import AnswerKind, Unfit
from models.codebook.kinds.choices import OneChoice
from models.entities import Claim, Number, Role, Span, Speaker
from models.exports.exchange.code_tree import DISCUSS, of_role, of_value
from models.exports.exchange.facts import Fact, Facts, lines
from models.exports.exchange.guids import derived
from models.ids import Id
from models.known import Known
from models.records import ArticleRecords, owner
from models.registry import Registry


@dataclass(frozen=True, slots=True)
class Coded:
    """A span with the record that it belongs to, its codes, and a comment of several lines; it may be empty."""

    span: Span
    record: Claim | Number
    codes: tuple[Id, ...]
    comment: str


def coded_spans(article: ArticleRecords, facts: Facts, registry: Registry) -> list[Coded]:
    """Return the spans of an article in text order, each with its codes.

    The words of a claim or number have all that is recorded of it; its cue and source have only their role.
    """
    asked = Known(registry, article.answers_of)
    about: dict[Id, list[Fact]] = {
        each.id: facts.about(each, asked) for each in (*article.claims.values(), *article.numbers.values())
    }
    spans = sorted(article.spans.values(), key=lambda span: (span.start, span.end, span.id))
    return [_coded(article, span, about[owner(span)]) for span in spans]


def _coded(article: ArticleRecords, span: Span, facts: Sequence[Fact]) -> Coded:
    record = article.claims.get(span.claim or "") or article.numbers[span.number or ""]
    if span.role in (Role.CUE, Role.SOURCE):
        return Coded(span, record, (of_role(span.role),), "")
    found = [code for fact in facts for code in codes_of(fact)]
    return Coded(span, record, (of_role(span.role), *dict.fromkeys(found)), lines(facts))


def codes_of(fact: Fact) -> list[Id]:
    """Return the ids of the codes that a fact about a claim or number gives to its words; often there are none."""
    kind, value = fact.attribute.kind, fact.value
    match kind:
        case AnswerKind():
            return [] if isinstance(value, Unfit) else _answered(kind, value)
        case OneOf() if fact.attribute.editable:
            return [of_value(derived(fact.attribute.column), value)]
        case Flag():
            return [DISCUSS]
    return [value.id] if isinstance(value, Speaker) else []


def _answered(kind: AnswerKind, value: object) -> list[Id]:
    if isinstance(kind, OneChoice):
        return [each.id for each in (value if isinstance(value, tuple) else (value,))]
    return [of_value(kind.variable.id, str(value)) if kind.choices else kind.variable.id]
