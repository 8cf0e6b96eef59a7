"""What a format is: its name, the suffixes of its files, how it is recognised and how it is read."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from models.articles.draft import Draft
from models.articles.input_file import InputFile
from models.errors import UnreadableArticle


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file that contains articles.

    `recognise` returns whether the content certainly has this format. `read` yields every article of a file, and a
    refusal for each that cannot be read; it raises UnreadableArticle if the whole file cannot be read. `is_text` is
    false for a format that is always recognised by its content: any other content under its suffix is text.
    Under the suffix of a format with `only_recognised`, any other content cannot be read: tables have many forms.
    """

    name: str
    suffixes: tuple[str, ...]
    recognise: Callable[[InputFile], bool]
    read: Callable[[InputFile], Iterator[Draft | UnreadableArticle]]
    is_text: bool = True
    only_recognised: bool = False
