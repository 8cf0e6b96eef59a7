"""The columns of speakers, and the line that they show."""

from collections.abc import Iterable
from dataclasses import dataclass

from gui.editors.offers import ChoiceOffers, Offers
from gui.project.project import Project
from gui.tables.columns import ASKED, Column
from models.attributes.built_in import attribute
from models.edits import Edit
from models.entities import Speaker, SpeakerKind
from models.ids import Id
from models.text.folding import folded


@dataclass(frozen=True, slots=True)
class SpeakerLine:
    """One speaker with the other names, and how many claims of the whole project are theirs."""

    speaker: Speaker
    aliases: tuple[str, ...]
    claims: int

    @property
    def place(self) -> tuple[str, Id]:
        """What lines are sorted by."""
        return self.speaker.name.casefold(), self.speaker.id

    def holds(self, words: Iterable[str]) -> bool:
        """Whether every folded word is somewhere in what is known of the speaker."""
        speaker = self.speaker
        known = (speaker.name, *self.aliases, speaker.role, speaker.affiliation, speaker.kind, speaker.note)
        text = folded("\n".join(part for part in known if part))
        return all(word in text for word in words)


def _write(project: Project, line: SpeakerLine, name: str, typed: str) -> Edit:
    return attribute(Speaker, name).write([line.speaker], typed, project.registry)


class SpeakerFieldColumn(Column[SpeakerLine]):
    """Something of a speaker that is typed."""

    def editable(self, line: SpeakerLine) -> bool:  # noqa: ARG002  # every speaker has every field
        return True


class NameColumn(SpeakerFieldColumn):
    """The name; all claims follow it."""

    name, title, width, weight, ink, wraps = "name", "Name", 108, 3, "speaker", True

    def display(self, line: SpeakerLine) -> str:
        return line.speaker.name

    def write(self, project: Project, line: SpeakerLine, typed: str) -> Edit:
        return _write(project, line, "name", typed)


class KindColumn(SpeakerFieldColumn):
    """What sort of thing the speaker is."""

    name, title, width, ink = "kind", "Kind", 94, "muted"

    def display(self, line: SpeakerLine) -> str:
        return line.speaker.kind.value if line.speaker.kind else ""

    def offers(self, project: Project) -> Offers:  # noqa: ARG002  # the same in every project
        return ChoiceOffers([kind.value for kind in SpeakerKind], optional=True)

    def write(self, project: Project, line: SpeakerLine, typed: str) -> Edit:
        return _write(project, line, "kind", typed)


class RoleColumn(SpeakerFieldColumn):
    """What the speaker does."""

    name, title, width, weight, wraps = "role", "Role", 100, 3, True

    def display(self, line: SpeakerLine) -> str:
        return line.speaker.role or ""

    def write(self, project: Project, line: SpeakerLine, typed: str) -> Edit:
        return _write(project, line, "role", typed)


class AffiliationColumn(SpeakerFieldColumn):
    """Whom the speaker represents."""

    name, title, width, weight, wraps = "affiliation", "Affiliation", 86, 2, True

    def display(self, line: SpeakerLine) -> str:
        return line.speaker.affiliation or ""

    def write(self, project: Project, line: SpeakerLine, typed: str) -> Edit:
        return _write(project, line, "affiliation", typed)


class AliasesColumn(SpeakerFieldColumn):
    """The other names, with semicolons between them."""

    name, title, width, weight, wraps = "aliases", "Aliases", 84, 3, True

    def display(self, line: SpeakerLine) -> str:
        return "; ".join(line.aliases)

    def prompt(self) -> str:
        return "Mr Kerry; the minister"

    def write(self, project: Project, line: SpeakerLine, typed: str) -> Edit:
        return _write(project, line, "aliases", typed)


class CountColumn(Column[SpeakerLine]):
    """How many claims are the speaker's."""

    name, title, width, right, ink = "claims", "Claims", 58, True, "muted"

    def display(self, line: SpeakerLine) -> str:
        return f"{line.claims:,}"


class SpeakerNoteColumn(SpeakerFieldColumn):
    """What the coder noted on the speaker."""

    name, title, width, weight, wraps, needs = "note", "Note", 120, 3, True, ASKED
    long = True

    def display(self, line: SpeakerLine) -> str:
        return line.speaker.note or ""

    def write(self, project: Project, line: SpeakerLine, typed: str) -> Edit:
        return _write(project, line, "note", typed)


SPEAKER_COLUMNS: tuple[Column[SpeakerLine], ...] = (
    NameColumn(),
    KindColumn(),
    RoleColumn(),
    AffiliationColumn(),
    AliasesColumn(),
    CountColumn(),
    SpeakerNoteColumn(),
)
