"""What can be done with the registry of speakers."""

from models.attributes.names import NameTaken
from models.edits import Edit, changed, deleted, made
from models.entities import Alias, Claim, Speaker, SpeakerKind
from models.errors import OnrecordError
from models.registry import Registry
from models.text.typed_text import typed_line, typed_text
from models.words import plural


def add_speaker(registry: Registry, name: str) -> Edit:
    """Enter a new speaker. A name that is in use is refused (OnrecordError)."""
    return Edit("New speaker", (made(Speaker(name=_free(registry, name))),))


def rename_speaker(registry: Registry, speaker: Speaker, name: str) -> Edit:
    """Give a speaker another name; all claims follow. A name in use elsewhere is refused (NameTaken)."""
    return Edit("Rename speaker", (changed(speaker, name=_free(registry, name, speaker)),))


def _free(registry: Registry, typed_name: str, speaker: Speaker | None = None) -> str:
    """The name as it is kept, unless another speaker has it (NameTaken)."""
    name = typed_line(typed_name)
    if not name:
        raise OnrecordError("A speaker needs a name.", "Nothing was changed.")
    known = registry.find(name)
    if known and (speaker is None or known.id != speaker.id):
        raise NameTaken(known, name)
    return name


def merge_speakers(registry: Registry, gone: Speaker, kept: Speaker, claims: list[Claim]) -> Edit:
    """Make two speakers one: the claims and names of one become the other's; `claims` are all of the one that goes.

    What is known of the one that stays is kept; what is not known of it is taken from the other. Notes are joined.
    """
    names = {name for speaker, name in registry.names() if speaker == kept.id}
    moved = [alias for alias in registry.aliases_of(gone.id) if alias.name not in names]
    doubled = [alias for alias in registry.aliases_of(gone.id) if alias.name in names]
    known = names | {alias.name for alias in moved}
    return Edit(
        "Merge speakers",
        (
            *(changed(claim, speaker=kept.id) for claim in claims),
            *(changed(alias, speaker=kept.id) for alias in moved),
            *(deleted(alias) for alias in doubled),
            *([] if gone.name in known else [made(Alias(speaker=kept.id, name=gone.name))]),
            changed(
                kept,
                kind=kept.kind or gone.kind,
                role=kept.role or gone.role,
                affiliation=kept.affiliation or gone.affiliation,
                note="\n".join(dict.fromkeys(note for note in (kept.note, gone.note) if note)) or None,
            ),
            deleted(gone),
        ),
    )


def set_speaker_kind(speaker: Speaker, kind: SpeakerKind | None) -> Edit:
    """Say what sort of thing a speaker is."""
    return Edit("Set kind of speaker", (changed(speaker, kind=kind),))


def set_speaker_role(speaker: Speaker, role: str) -> Edit:
    """Say what a speaker does ("Foreign Minister")."""
    return Edit("Set role", (changed(speaker, role=typed_line(role)),))


def set_affiliation(speaker: Speaker, affiliation: str) -> Edit:
    """Say for whom a speaker stands."""
    return Edit("Set affiliation", (changed(speaker, affiliation=typed_line(affiliation)),))


def note_speaker(speaker: Speaker, note: str) -> Edit:
    """Note something on a speaker."""
    return Edit("Note on speaker", (changed(speaker, note=typed_text(note)),))


def set_aliases(registry: Registry, speaker: Speaker, names: list[str]) -> Edit:
    """Give a speaker exactly these other names; one that another speaker has is refused (OnrecordError)."""
    wanted = {line for line in map(typed_line, names) if line and line != speaker.name}
    for name in sorted(wanted):
        _free(registry, name, speaker)
    kept = registry.aliases_of(speaker.id)
    gone = [deleted(alias) for alias in kept if alias.name not in wanted]
    new = [made(Alias(speaker=speaker.id, name=name)) for name in sorted(wanted - {alias.name for alias in kept})]
    return Edit("Set aliases", (*gone, *new))


def delete_speaker(registry: Registry, speaker: Speaker, claims: list[Claim]) -> Edit:
    """Delete a speaker and the aliases; the claims stay, without a speaker. `claims` are all of the speaker's."""
    label = "Delete speaker" + (f" of {plural(len(claims), 'claim')}" if claims else "")
    freed = tuple(changed(claim, speaker=None) for claim in claims)
    return Edit(label, (*freed, *(deleted(alias) for alias in registry.aliases_of(speaker.id)), deleted(speaker)))
