"""Which speaker of the project a row of a list is about: by its id, its outside id, or its name or alias."""

from collections.abc import Iterable

from models.entities import Speaker
from models.errors import OnrecordError
from models.ids import Id
from models.registry import Registry
from models.speaker_lists.speakers_csv import SpeakerRow
from models.text.folding import spelling
from models.translation import _


class NotMatched(OnrecordError):
    """A row may be about several speakers, or contradicts the one that it is about."""


class Matching:
    """Finds the speakers of rows, none of them twice."""

    def __init__(self, registry: Registry) -> None:
        self._speakers = registry.speakers
        self._outside, self._named, self._known_as = dict[str, set[Id]](), dict[str, set[Id]](), dict[str, set[Id]]()
        for speaker in registry.speakers.values():
            self._named.setdefault(spelling(speaker.name), set()).add(speaker.id)
            if speaker.outside_id:
                self._outside.setdefault(speaker.outside_id, set()).add(speaker.id)
        for alias in registry.aliases.values():
            self._known_as.setdefault(spelling(alias.name), set()).add(alias.speaker)
        self._lines: dict[Id | str, int] = {}

    def has_name(self, speaker: Speaker, name: str) -> bool:
        """Return whether this is a name or an alias of a speaker already."""
        wanted = spelling(name)
        return any(speaker.id in names.get(wanted, ()) for names in (self._named, self._known_as))

    def speaker_of(self, row: SpeakerRow) -> Speaker | None:
        """Return the speaker of a row; None if the row is about a new one. Raises NotMatched."""
        found = self._found(row)
        if found is None and not row.text("name"):
            raise NotMatched(_("A new speaker needs a name."))
        keys = [found.id] if found else [*filter(None, (spelling(row.text("name")), row.text("outside_id")))]
        for key in keys:
            if first := self._lines.get(key):
                raise NotMatched(_("This is the speaker of line {line} again.").format(line=first))
        self._lines.update(dict.fromkeys(keys, row.line))
        return found

    def _found(self, row: SpeakerRow) -> Speaker | None:
        if row.id in self._speakers:
            return self._speakers[row.id]
        outside, name = row.text("outside_id"), spelling(row.text("name"))
        if found := self._only(self._outside.get(outside, ()), _("outside id"), outside):
            return found
        found = self._only(self._named.get(name, ()), _("name"), row.text("name")) or self._only(
            self._known_as.get(name, ()), _("alias"), row.text("name")
        )
        if found and outside and found.outside_id:
            raise NotMatched(
                _("{name} has another outside id in the project: {id}.").format(name=found.name, id=found.outside_id)
            )
        return found

    def _only(self, found: Iterable[Id], what: str, text: str) -> Speaker | None:
        """Return the only speaker of some; None if there is none. Raises NotMatched if there are several."""
        speakers = [self._speakers[each] for each in found]
        if len(speakers) > 1:
            names = ", ".join(sorted(each.name for each in speakers))
            raise NotMatched(
                _("Several speakers have the {what} “{text}”: {names}.").format(what=what, text=text, names=names)
            )
        return speakers[0] if speakers else None
