"""What the nodes of a network can be: speakers, claims, articles, or the values of an attribute of one of these."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from models.attributes.attribute import Attribute
from models.attributes.built_in import attributes_of
from models.attributes.kinds import Flag, Text
from models.codebook.codebook import Codebook
from models.codebook.kinds.answer_kind import Unfit
from models.codebook.kinds.choices import OneChoice
from models.codebook.kinds.yes_no import YesNo
from models.codebook.variables import attributes_in
from models.entities import Article, Choice, Claim, Record, Speaker
from models.errors import OnrecordError
from models.known import Known
from models.records import ArticleRecords
from models.text.excerpts import shortened
from models.translation import _

RECORDS: dict[str, type[Record]] = {"speaker": Speaker, "claim": Claim, "article": Article}
"""The records that can be nodes themselves, and whose attributes can be."""

LONGEST_LABEL = 80
"""Code points of a claim's words that label its node."""

Cell = str | float | bool
"""The value of a node's or tie's attribute."""


@dataclass(frozen=True, slots=True)
class Node:
    """A node: its key, which is unique within its side, its label, and the record or choice that it represents."""

    key: str
    label: str
    stands_for: Record | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """The rows or columns of a network: their name, the class of records that it is read from, and the attribute whose
    values are nodes; None if the records themselves are.
    """

    name: str
    of: type[Record]
    attribute: Attribute[Any, Any] | None

    def nodes(self, claim: Claim, records: ArticleRecords, known: Known) -> Iterator[Node]:
        """Yield the nodes that a claim is about, without empty ones."""
        record = _record(self.of, claim, records, known)
        if record is None:
            return
        if self.attribute is None:
            yield Node(record.id, _label(record, records), record)
            return
        value = self.attribute.read(record, known)
        if isinstance(value, Unfit) or value is None:
            return
        for each in value if isinstance(value, tuple) else (value,):
            label = self.attribute.show(each).strip()
            if label:
                of_its_own = each if isinstance(each, Speaker | Choice) else None
                yield Node(of_its_own.id if of_its_own else label, label, of_its_own)


def side_named(name: str, codebook: Codebook) -> Side:
    """Return a side by the name of a record, of an attribute or of a variable. Raises OnrecordError."""
    every = {each.name: each for each in _sides(codebook)}
    if name not in every:
        raise OnrecordError(
            _("“{name}” cannot be the nodes of a network.").format(name=name),
            _("Nothing was written."),
            _("Nodes can be: {names}.").format(names=", ".join(every)),
        )
    return every[name]


def sides_in_words(codebook: Codebook) -> list[tuple[str, str]]:
    """Return the name of every side, and what people call it."""
    records = {Speaker: _("Speakers"), Claim: _("Claims"), Article: _("Articles")}
    return [
        (each.name, f"{records[each.of]}: {each.attribute.label}" if each.attribute else records[each.of])
        for each in _sides(codebook)
    ]


def judgements_in_words(codebook: Codebook) -> list[tuple[str, str]]:
    """Return the name and the label of every variable about claims that is answered with yes or no."""
    return [(each.name, each.label) for each in attributes_in(codebook, Claim) if isinstance(each.kind, YesNo)]


def default_columns(codebook: Codebook) -> str:
    """Return the name of the first variable about claims that has choices; "claim" if there is none."""
    found = (each.name for each in attributes_in(codebook, Claim) if isinstance(each.kind, OneChoice))
    return next(found, "claim")


def judgement_named(name: str, codebook: Codebook) -> Attribute[Any, Any]:
    """Return a variable about claims that is answered with yes or no. Raises OnrecordError if it is none."""
    every = {each.name: each for each in attributes_in(codebook, Claim) if isinstance(each.kind, YesNo)}
    if name not in every:
        raise OnrecordError(
            _("“{name}” is not a variable about claims that is answered with yes or no.").format(name=name),
            _("Nothing was written."),
            _("Such variables are: {names}.").format(names=", ".join(every)) if every else "",
        )
    return every[name]


def _sides(codebook: Codebook) -> Iterator[Side]:
    """Yield every side: records, their attributes by the names that exports give them, then the variables."""
    for name, of in RECORDS.items():
        yield Side(name, of, None)
        for each in _described(attributes_of(of)):
            yield Side(each.column, of, each)
    for of in RECORDS.values():
        yield from (Side(each.name, of, each) for each in _described(attributes_in(codebook, of)))


def _described(attributes: Iterable[Attribute[Any, Any]]) -> Iterator[Attribute[Any, Any]]:
    """Yield the attributes that say what kind of thing a record is: no notes, marks or other names."""
    for each in attributes:
        own = each.name in ("name", "speaker", "title", "aliases", "file_name", "encoding", "status")
        if not (own or isinstance(each.kind, Flag | Text) or each.kind.several_lines):
            yield each


def facts(node: Node, codebook: Codebook, known: Known) -> Iterator[tuple[str, Cell]]:
    """Yield what is known about the record or choice that a node stands for, by name.

    Values of one name are always of one type. Answers that no longer fit their variable are left out.
    """
    of = node.stands_for
    if isinstance(of, Choice):
        yield "code", of.value
        yield "path", codebook.path_label(of)
    elif of is not None:
        for attribute in (*_described(attributes_of(type(of))), *attributes_in(codebook, type(of))):
            value = attribute.read(of, known)
            if value is not None and not isinstance(value, Unfit):
                number = attribute.figure(value)
                yield attribute.column, attribute.plain_text(value) if number is None else float(number)


def _record(of: type[Record], claim: Claim, records: ArticleRecords, known: Known) -> Record | None:
    if of is Speaker:
        return known.speakers.get(claim.speaker or "")
    return claim if of is Claim else records.article


def _label(record: Record, records: ArticleRecords) -> str:
    match record:
        case Speaker(name=name):
            return name
        case Claim(summary=summary):
            return summary or shortened(" ".join(records.words(record.id).split()), LONGEST_LABEL) or record.id
    return records.article.title
