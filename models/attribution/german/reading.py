"""Read a German text: who says what, paragraph by paragraph."""

from collections.abc import Iterator

from models.attribution.german.paragraph import Paragraph
from models.attribution.german.report import Report
from models.attribution.german.rules import ALONE
from models.attribution.german.sentence import sentences_of
from models.text.ranges import Range

_CLOSING = "“”«»\"'"


def reports(text: str, start: int = 0, end: int | None = None) -> list[Report]:
    """Return the reports of every paragraph between two offsets, in text order (code points, half-open)."""
    last = len(text) if end is None else end
    return [each for _end, found in reports_by_and_by(text, start, last) for each in found]


def reports_by_and_by(
    text: str, start: int, end: int, own: frozenset[str] = frozenset()
) -> Iterator[tuple[int, list[Report]]]:
    """Yield the reports by and by, each time with the end of the last paragraph; what follows adds nothing to them.

    `own` are forms of reporting verbs that the project adds, in small letters.
    """
    found: list[Report] = []
    speaker: Range | None = None
    at = last = start
    for line in text[start:end].split("\n"):
        if line.strip():
            paragraph = Paragraph(text, list(sentences_of(text, at, at + len(line), own)), speaker)
            new = paragraph.reports()
            if not _is_continued(text, found, new):
                yield last, found
                found = []
            _connect(text, found, new)
            speaker, last = paragraph.speaking, at + len(line)
        at += len(line) + 1
    yield end, found


def _is_continued(text: str, found: list[Report], own: list[Report]) -> bool:
    """Return whether the first report of a paragraph is a quotation that the paragraph before did not close."""
    if not (found and own and own[0].rule == ALONE and found[-1].is_quotation(text)):
        return False
    end, start = found[-1].contents[-1][1], own[0].contents[0][0]
    return text[end - 1] not in _CLOSING and text[end:start].isspace()


def _connect(text: str, found: list[Report], own: list[Report]) -> None:
    """Add the reports of a paragraph to those before it; a quotation that its paragraph did not close goes on."""
    if _is_continued(text, found, own):
        found[-1] = found[-1].with_part(own.pop(0).contents[0])
    found += own
