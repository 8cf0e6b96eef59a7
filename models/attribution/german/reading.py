"""Read a German text: who says what, paragraph by paragraph."""

from models.attribution.german.paragraph import Paragraph
from models.attribution.german.report import Report
from models.attribution.german.rules import ALONE
from models.attribution.german.sentence import sentences_of
from models.text.ranges import Range

_CLOSING = "“”«»\"'"


def reports(text: str, start: int = 0, end: int | None = None, own: frozenset[str] = frozenset()) -> list[Report]:
    """Return the reports of every paragraph between two offsets, in text order (code points, half-open).

    `own` are forms of reporting verbs that the project adds, in small letters.
    """
    found: list[Report] = []
    speaker: Range | None = None
    at = start
    for line in text[start:end].split("\n"):
        if line.strip():
            paragraph = Paragraph(text, list(sentences_of(text, at, at + len(line), own)), speaker)
            _connect(text, found, paragraph.reports())
            speaker = paragraph.speaking
        at += len(line) + 1
    return found


def _connect(text: str, found: list[Report], own: list[Report]) -> None:
    """Add the reports of a paragraph to those before it; a quotation that its paragraph did not close goes on."""
    if found and own and own[0].rule == ALONE and found[-1].is_quotation(text):
        end, start = found[-1].contents[-1][1], own[0].contents[0][0]
        if text[end - 1] not in _CLOSING and text[end:start].isspace():
            found[-1] = found[-1].with_part(own.pop(0).contents[0])
    found += own
