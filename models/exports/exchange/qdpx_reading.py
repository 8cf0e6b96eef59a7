"""Read a `.qdpx` file as another program does, by the parser of Python, and see whether it is whole."""

from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError, iterparse
from zipfile import BadZipFile, ZipFile

NAMESPACE = "{urn:QDA-XML:project:1.0}"
INTERNAL = "internal://"


def count_selections(path: Path) -> int:
    """Return how many selections a file has.

    Raises ValueError if the file is damaged, a selection is not inside its text, or a code is not in the codebook.
    """
    try:
        with ZipFile(path) as archive:
            return sum(_selections(archive))
    except (BadZipFile, ParseError, KeyError) as error:
        raise ValueError(str(error)) from error


def count_sources(path: Path) -> int:
    """Return how many texts a file has. Raises ValueError if the file is damaged."""
    try:
        with ZipFile(path) as archive, archive.open("project.qde") as file:
            return sum(element.tag == f"{NAMESPACE}TextSource" for _event, element in iterparse(file))
    except (BadZipFile, ParseError, KeyError) as error:
        raise ValueError(str(error)) from error


def _selections(archive: ZipFile) -> Iterator[int]:
    """Yield the number of selections of each source."""
    codes: set[str] = set()
    with archive.open("project.qde") as file:
        for _event, element in iterparse(file):
            if element.tag == f"{NAMESPACE}Code":
                codes.add(element.attrib["guid"])
            elif element.tag == f"{NAMESPACE}TextSource":
                yield _fitting(element, _text(archive, element), codes)
                element.clear()


def _text(archive: ZipFile, source: Element) -> str:
    name = source.attrib["plainTextPath"].removeprefix(INTERNAL)
    return archive.read(f"sources/{name}").decode()


def _fitting(source: Element, text: str, codes: set[str]) -> int:
    """Return how many selections a source has. Raises ValueError if one does not fit."""
    selections = source.findall(f"{NAMESPACE}PlainTextSelection")
    for selection in selections:
        start, end = int(selection.attrib["startPosition"]), int(selection.attrib["endPosition"])
        if not 0 <= start < end <= len(text):
            raise ValueError(f"a selection from {start} to {end} in a text of {len(text)} characters")
        for reference in selection.iter(f"{NAMESPACE}CodeRef"):
            if reference.attrib["targetGUID"] not in codes:
                raise ValueError("a code that is not in the codebook")
    return len(selections)
