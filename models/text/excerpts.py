"""The words of a text as they are quoted elsewhere: those of several ranges, or shortened."""

from collections.abc import Iterable

from models.text.ranges import Range

GAP = " […] "
"""What separates the parts of a claim when its words are shown or published."""

MOST_CHARACTERS = 60
"""Characters of a record's words that a sentence quotes."""

DOUBLE_MARKS = '“”„«»"'


def words_at(text: str, ranges: Iterable[Range]) -> str:
    """Return the exact words of some ranges of a text, with a gap between them."""
    return GAP.join([text[start:end] for start, end in ranges])


def shortened(words: str, most: int) -> str:
    """Return the first code points of a text, at most `most`, with " …" if others are left out."""
    return words if len(words) <= most else f"{words[:most].rstrip()} …"


def quoted(words: str | None, most: int = MOST_CHARACTERS) -> str:
    """Put words in quotation marks, shortened at the end of a word; double marks within them become single."""
    line = " ".join((words or "").split())
    short = line if len(line) <= most else line[:most].rsplit(" ", 1)[0] + " …"
    return f"“{_with_inner_marks(short)}”"


def _with_inner_marks(words: str) -> str:
    """Replace pairs of double marks with single ones, and leave out a mark without its partner."""
    pieces: list[str] = []
    opened: list[int] = []
    for mark in words:
        if mark not in DOUBLE_MARKS:
            pieces.append(mark)
        elif mark in "„«" or (mark in '“"' and not opened):
            opened.append(len(pieces))
            pieces.append("‘")
        elif opened:
            opened.pop()
            pieces.append("’")
    for place in reversed(opened):
        del pieces[place]
    return "".join(pieces).strip()
