"""Answers in memory, found by the record that they are about."""

from collections.abc import Iterator

from models.entities import Answer, Record
from models.ids import Id


class Answers:
    """Some answers, in the order in which they came."""

    def __init__(self) -> None:
        self._about: dict[Id, dict[Id, Answer]] = {}

    def put(self, before: Record | None, after: Record | None) -> None:
        """Replace an answer, or add one without a `before`, or remove one without an `after`."""
        if isinstance(before, Answer):
            self._about[before.subject].pop(before.id, None)
        if isinstance(after, Answer):
            self._about.setdefault(after.subject, {})[after.id] = after

    def about(self, record: Id) -> tuple[Answer, ...]:
        """Return the answers about a record."""
        return tuple(self._about.get(record, {}).values())

    def __iter__(self) -> Iterator[Answer]:
        """Yield every answer."""
        for answers in self._about.values():
            yield from answers.values()
