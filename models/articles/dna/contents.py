"""What a database of the Discourse Network Analyzer holds."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DnaDocument:
    """A text; absent fields are empty. `published` is YYYY-MM-DD or YYYY-MM-DDTHH:MM.

    `published_words` is the date in another form, if the day is not certain.
    """

    id: int
    title: str
    text: str
    author: str
    source: str
    section: str
    kind: str
    notes: str
    coder: str | None
    published: str | None
    published_words: str | None


@dataclass(frozen=True, slots=True)
class DnaVariable:
    """What statements of a type are coded by; `data_type` is "short text", "long text", "integer" or "boolean"."""

    id: int
    name: str
    data_type: str


@dataclass(frozen=True, slots=True)
class DnaEntity:
    """One of the values of a variable with short texts, and what is noted about it, by the names of the attributes."""

    id: int
    variable: int
    value: str
    parent: int | None
    attributes: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class DnaValue:
    """What a statement is coded with: an entity's id for a short text, otherwise the value itself."""

    variable: int
    value: int | str


@dataclass(frozen=True, slots=True)
class DnaStatement:
    """A coded part of a document. Java counts its offsets, in UTF-16 units of the text as its window shows it."""

    id: int
    document: int
    kind: str
    coder: str | None
    start: int
    stop: int
    values: tuple[DnaValue, ...]


@dataclass(frozen=True, slots=True)
class DnaDatabase:
    """A whole database, in the order of its ids. `links` counts the links between statements."""

    documents: tuple[DnaDocument, ...]
    variables: tuple[DnaVariable, ...]
    entities: tuple[DnaEntity, ...]
    statements: tuple[DnaStatement, ...]
    links: int
