"""What the styles of all kinds of documents say of a paragraph."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """The name of a style, and what it says: the level of a heading from 1 or 0, and how a paragraph looks."""

    name: str = ""
    level: int = 0
    bold: bool = False
    centred: bool = False
    starts_page: bool = False
