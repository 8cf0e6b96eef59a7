"""Show the changes of a repair in words, old and new, as any preview lists them."""

from collections.abc import Iterable, Iterator
from typing import Any

from models.actions.cells import Cell, Rewritten
from models.attributes.attribute import Attribute
from models.attributes.built_in import attributes_of
from models.edits import Change
from models.entities import Alias, Answer, Article, Boilerplate, Claim, Dismissed, Number, Record, Role, Span, Speaker
from models.known import Known
from models.records import ArticleRecords
from models.text.excerpts import shortened
from models.text.ranges import write_ranges
from models.translation import _

Described = tuple[str, str, str]
"""What changes, as it is now, and as it will be."""

MOST = 120
"""Characters of words that are shown."""

ROLES = {Role.CONTENT: _("Words"), Role.CUE: _("Cue"), Role.SOURCE: _("Source"), Role.NUMBER: _("Words")}

KINDS: dict[type[Record], str] = {
    Article: _("Article"),
    Claim: _("Claim"),
    Number: _("Number"),
    Speaker: _("Speaker"),
    Alias: _("Alias"),
    Answer: _("Answer"),
    Boilerplate: _("Boilerplate"),
    Dismissed: _("Dismissed"),
}


def shown(changes: Iterable[Change], known: Known, records: ArticleRecords | None) -> list[Rewritten]:
    """Return a line for each attribute, span or record that changes; `records` are those of their article."""
    showing = _Showing(known, records)
    return [line for change in changes for line in showing.lines(change)]


class _Showing:
    def __init__(self, known: Known, records: ArticleRecords | None) -> None:
        self._known, self._records = known, records

    def lines(self, change: Change) -> Iterator[Rewritten]:
        article = self._records.article.title if self._records else ""
        for column, before, after in self._described(change):
            about = self._about(change.row)
            yield Rewritten(Cell(0, column, before, None, change.row, about=about, article=article), after)

    def _described(self, change: Change) -> Iterator[Described]:
        before, after = change.before, change.after
        if before is None or after is None:
            now, becomes = self._words(before), _("is deleted") if after is None else self._words(after)
            yield self._title(change.row), now, becomes
        elif isinstance(before, Span | Boilerplate):
            yield self._title(before), self._words(before), self._words(after)
        else:
            yield from self._attributes(before, after)

    def _attributes(self, before: Record, after: Record) -> Iterator[Described]:
        """Yield the attributes that differ, or the fields of a row without any."""
        asked: list[Attribute[Any, Any]] = [*attributes_of(type(before))] if type(before) in KINDS else []
        found = [
            (each.label, each.edit_text(each.read(before, self._known)), each.edit_text(each.read(after, self._known)))
            for each in asked
        ]
        differing = [each for each in found if each[1] != each[2]]
        if differing:
            yield from differing
        else:
            yield self._title(before), self._words(before), self._words(after)

    def _title(self, row: Record) -> str:
        return ROLES[row.role] if isinstance(row, Span) else KINDS.get(type(row), type(row).__name__)

    def _about(self, row: Record) -> str:
        record = (row.claim or row.number) if isinstance(row, Span) else row.id
        if self._records and record and record in self._records:
            return shortened(self._records.words(record), MOST)
        return row.name if isinstance(row, Speaker) else ""

    def _words(self, row: Record | None) -> str:
        """Return what a row says: its words in the text with their place, its name, or its answer."""
        match row:
            case Span() | Boilerplate() | Dismissed():
                words = self._records.text[row.start : row.end] if self._records else ""
                return f"{shortened(words, MOST)} ({write_ranges([(row.start, row.end)])})"
            case Claim() | Number() if self._records and row.id in self._records:
                return shortened(self._records.words(row.id), MOST)
            case Alias() | Speaker():
                return row.name
            case Article():
                return row.title
            case Answer():
                return row.value or self._said(row)
        return ""

    def _said(self, answer: Answer) -> str:
        speaker = self._known.speakers.get(answer.named or "")
        return speaker.name if speaker else answer.choice or ""
