"""What the details show of each kind of record: the attributes that can be typed, in order."""

from typing import Any

from models.attributes.attribute import Attribute
from models.attributes.built_in import attributes_of
from models.attributes.kinds import Text
from models.attributes.names import WhoSays
from models.attributes.quantities import Value
from models.entities import Article, Claim, Number, Record, Speaker

Field = Attribute[Any, Any]

HEADINGS: dict[type[Record], str] = {Claim: "Claim", Number: "Number", Speaker: "Speaker", Article: "Article"}


def fields_of(kind: type[Record]) -> list[Field]:
    """Return the attributes that the form shows; a claim's speaker and a number's value are typed in the table."""
    return [each for each in attributes_of(kind) if each.editable and not isinstance(each.kind, WhoSays | Value)]


def is_long(field: Field) -> bool:
    """Whether a field has several lines."""
    return isinstance(field.kind, Text)
