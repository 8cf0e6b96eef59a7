"""The text from which words were read last: one edit after another is mostly of one article."""

import sqlite3

from models.entities import Content
from models.store.reading import text_of


class TextAtHand:
    """Reads parts of texts, and keeps the last text for the next part. To read a part of a long text, SQLite reads all
    of it.

    A text is never changed under its hash; one that was damaged, and can be mended, is not kept.
    """

    def __init__(self) -> None:
        self._kept: Content | None = None

    def part(self, connection: sqlite3.Connection, sha256: str, start: int, end: int) -> str:
        """Return a range of a text (code points, half-open). Raises Malformed when the text is missing."""
        found = self._kept
        if found is None or found.sha256 != sha256:
            found = Content(sha256, text_of(connection, sha256))
            self._kept = found if found.whole else None
        return found.text[start:end]
