"""Every speaker of the project in memory, with all names and answers, kept in step with the file by each edit."""

from collections.abc import Iterable

from models.answers import Answers
from models.edits import Edit
from models.entities import Alias, Answer, Record, Speaker
from models.ids import Id
from models.text.folding import spelling


class Registry:
    """Speakers, their aliases, and the answers about them. Actions read it; `take` changes it."""

    def __init__(self, records: Iterable[Record] = ()) -> None:
        self.speakers: dict[Id, Speaker] = {}
        self.aliases: dict[Id, Alias] = {}
        self._aliases_of: dict[Id, dict[Id, Alias]] = {}
        self._answers = Answers()
        for record in records:
            self._put(None, record)

    def take(self, edit: Edit) -> bool:
        """Follow an edit that was applied; return whether it concerned any speaker."""
        touched = [
            change
            for change in edit.changes_of(Speaker, Alias, Answer)
            if not isinstance(change.row, Answer) or change.row.speaker
        ]
        for change in touched:
            self._put(change.before, change.after)
        return bool(touched)

    def _put(self, before: Record | None, after: Record | None) -> None:
        if isinstance(after or before, Answer):
            self._answers.put(before, after)
            return
        if isinstance(before, Alias):
            self._aliases_of[before.speaker].pop(before.id, None)
        if isinstance(after, Alias):
            self._aliases_of.setdefault(after.speaker, {})[after.id] = after
        kept: dict[Id, Speaker] | dict[Id, Alias] = (
            self.speakers if isinstance(after or before, Speaker) else self.aliases
        )
        if after is None:
            assert before is not None
            kept.pop(before.id, None)
        else:
            kept[after.id] = after  # type: ignore[assignment]  # chosen by its class above

    def names(self) -> list[tuple[Id, str]]:
        """Return every name and alias, each with the id of its speaker."""
        own = [(speaker.id, speaker.name) for speaker in self.speakers.values()]
        return own + [(alias.speaker, alias.name) for alias in self.aliases.values()]

    def aliases_of(self, speaker: Id) -> list[Alias]:
        """Return the aliases of a speaker, in the order in which they were made."""
        return sorted(self._aliases_of.get(speaker, {}).values(), key=lambda alias: alias.id)

    def answers_of(self, speaker: Id) -> tuple[Answer, ...]:
        """Return the answers about a speaker, in the order of the file."""
        return self._answers.about(speaker)

    def find(self, name: str) -> Speaker | None:
        """Return the speaker with this name, whatever its case and apostrophes; a name wins over an alias."""
        wanted = spelling(name)
        found = (self.speakers[speaker] for speaker, known in self.names() if spelling(known) == wanted)
        return next(found, None)
