"""What a format is: its name, the suffixes of its files, how it is recognised and how it is read."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum

from models.articles.draft import Draft
from models.articles.input_file import InputFile
from models.errors import UnreadableArticle


class Promise(Enum):
    """What the suffix of a format says of a file whose content no format recognises."""

    THIS = "it is of this format all the same"
    TEXT = "it is a text: this format would have been recognised"
    NOTHING = "it cannot be read: what has this suffix has many forms"


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file that contains articles.

    `recognise` returns whether the content certainly has this format. `read` yields every article of a file, and a
    refusal for each that cannot be read; it raises UnreadableArticle if the whole file cannot be read. `promise` is
    what its suffixes say where the content does not.
    """

    name: str
    suffixes: tuple[str, ...]
    recognise: Callable[[InputFile], bool]
    read: Callable[[InputFile], Iterator[Draft | UnreadableArticle]]
    promise: Promise = Promise.THIS
