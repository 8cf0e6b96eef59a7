"""Describe what is recorded about articles and speakers as variables of REFI-QDA: their types, and the values."""

from datetime import date, datetime
from typing import Any

from models.attributes.attribute import Attribute
from models.attributes.kinds import Date, Flag, Kind
from models.codebook.kinds.answer_kind import AnswerKind, Unfit
from models.codebook.kinds.dates import DateAnswer
from models.codebook.kinds.figures import Decimal, WholeNumber
from models.exports.exchange.facts import Fact
from models.exports.exchange.guids import derived
from models.ids import Id

ELSEWHERE = ("title", "name", "note")
"""The attributes that are no variables: sources and cases have a name and a description."""

TYPES: dict[type[Kind[Any]], str] = {
    Flag: "Boolean",
    Date: "Date",
    DateAnswer: "Date",
    WholeNumber: "Integer",
    Decimal: "Float",
}
"""The type of a variable by the kind of the attribute; every other kind is text."""


def is_variable(attribute: Attribute[Any, Any]) -> bool:
    """Return whether an attribute of an article or speaker becomes a variable."""
    return isinstance(attribute.kind, AnswerKind) or attribute.name not in ELSEWHERE


def guid_of(attribute: Attribute[Any, Any]) -> Id:
    """Return the id of the variable that an attribute becomes."""
    kind = attribute.kind
    return kind.variable.id if isinstance(kind, AnswerKind) else derived("variable", attribute.column)


def type_of(attribute: Attribute[Any, Any]) -> str:
    """Return the type of the variable that an attribute becomes."""
    return TYPES.get(type(attribute.kind), "Text")


def typed_value(fact: Fact) -> tuple[str, str]:
    """Return the element that holds a value, and its text. What is no value of the type is a text."""
    kind = type_of(fact.attribute)
    if kind == "Text" or isinstance(fact.value, Unfit):
        return "TextValue", fact.words
    if kind == "Boolean":
        return "BooleanValue", "true"
    return _day(fact.words) if kind == "Date" else (f"{kind}Value", fact.words)


def _day(words: str) -> tuple[str, str]:
    """Return a date, or a date with a time, in the form of XML Schema, which needs the seconds."""
    try:
        return "DateValue", date.fromisoformat(words).isoformat()
    except ValueError:
        pass
    try:
        return "DateTimeValue", datetime.fromisoformat(words).isoformat()
    except ValueError:
        return "TextValue", words
