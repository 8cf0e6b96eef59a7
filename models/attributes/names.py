"""Attributes that hold names from the registry: a speaker's name, the aliases, and the speaker of a claim."""

from collections.abc import Iterable, Sequence

from models.attributes.comparing import NAMED, NAMES
from models.attributes.kinds import Kind, Line, Questions
from models.edits import Change, changed, deleted, made
from models.entities import Alias, Claim, Speaker
from models.errors import OnrecordError
from models.text.name_lists import join_names, split_names
from models.text.typed_text import typed_line
from models.translation import _


class NameTaken(OnrecordError):
    """The name already belongs to another speaker; the two may be the same person."""

    def __init__(self, known: Speaker, name: str) -> None:
        super().__init__(
            _("“{name}” is already a name of {speaker}.").format(name=name, speaker=known.name),
            _("Nothing was changed."),
        )
        self.known = known


def expect_free(asked: Questions, name: str, speaker: Speaker | None = None) -> None:
    """Raise NameTaken if a name belongs to a speaker other than this one."""
    known = asked.find(name)
    if known and (speaker is None or known.id != speaker.id):
        raise NameTaken(known, name)


def _expect_one(speakers: Sequence[Speaker]) -> None:
    if len(speakers) > 1:
        raise OnrecordError(_("Several speakers cannot have the same name."), _("Nothing was changed."))


class OwnName(Line):
    """The name of a speaker, which no other speaker has."""

    def changes(self, records: Sequence[Speaker], name: str, value: str | None, asked: Questions) -> Iterable[Change]:
        _expect_one(records)
        for speaker in records:
            expect_free(asked, value or "", speaker)
        return super().changes(records, name, value, asked)


class OtherNames(Kind[tuple[str, ...]]):
    """The aliases of a speaker, in the order in which they were made."""

    comparison = NAMES

    def read(self, record: Speaker, name: str, asked: Questions) -> tuple[str, ...] | None:
        return tuple(alias.name for alias in asked.aliases_of(record.id)) or None

    def show(self, value: tuple[str, ...]) -> str:
        return join_names(value)

    def parse(self, typed: str, asked: Questions) -> tuple[str, ...] | None:
        return split_names(typed) or None

    def changes(
        self, records: Sequence[Speaker], name: str, value: tuple[str, ...] | None, asked: Questions
    ) -> Iterable[Change]:
        if value:
            _expect_one(records)
        return [change for speaker in records for change in _renamed(speaker, value or (), asked)]


def _renamed(speaker: Speaker, names: Sequence[str], asked: Questions) -> list[Change]:
    """Return the changes that give a speaker exactly these aliases. Raises NameTaken if another speaker has one of
    them.
    """
    wanted = [name for name in names if name != speaker.name]
    for name in wanted:
        expect_free(asked, name, speaker)
    kept = asked.aliases_of(speaker.id)
    known = {alias.name for alias in kept}
    gone = [deleted(alias) for alias in kept if alias.name not in wanted]
    return [*gone, *(made(Alias(speaker=speaker.id, name=name)) for name in wanted if name not in known)]


class WhoSays(Kind[Speaker]):
    """The speaker of a claim: a known one, by name or alias, or else a new one."""

    names_speakers = True
    comparison = NAMED

    def read(self, record: Claim, name: str, asked: Questions) -> Speaker | None:
        return asked.speakers.get(record.speaker) if record.speaker else None

    def show(self, value: Speaker) -> str:
        return value.name

    def parse(self, typed: str, asked: Questions) -> Speaker | None:
        line = typed_line(typed)
        return (asked.find(line) or Speaker(name=line)) if line else None

    def changes(self, records: Sequence[Claim], name: str, value: Speaker | None, asked: Questions) -> Iterable[Change]:
        new = [made(value)] if value and value.id not in asked.speakers else []
        return [*new, *(changed(claim, **{name: value.id if value else None}) for claim in records)]

    def own_members(self, value: Speaker) -> tuple[str, ...]:
        return (value.id,)

    def member(self, typed: str, asked: Questions) -> str:
        """Return the id of a known speaker, by name or alias. Raises OnrecordError."""
        found = asked.find(typed_line(typed) or "")
        if found is None:
            raise OnrecordError(_("There is no speaker “{name}”.").format(name=typed.strip()))
        return found.id

    def member_label(self, member: str, asked: Questions) -> str | None:
        return asked.speakers[member].name if member in asked.speakers else None
