"""What can be done with the registry of speakers."""

from models.attributes.attribute import Required
from models.attributes.names import expect_free
from models.edits import Edit, changed, deleted, made
from models.entities import Alias, Claim, Speaker
from models.references import deletion, redirection
from models.registry import Registry
from models.text.typed_text import typed_line
from models.translation import _, counted


def add_speaker(registry: Registry, name: str) -> Edit:
    """Add a new speaker. Raises NameTaken if the name is in use, and Required if it is empty."""
    line = typed_line(name)
    if not line:
        raise Required(_("Name"))
    expect_free(registry, line)
    return Edit(_("New speaker"), (made(Speaker(name=line)),))


def merge_speakers(registry: Registry, gone: Speaker, kept: Speaker, claims: list[Claim]) -> Edit:
    """Merge two speakers: `kept` gets the names of `gone` and its claims, all of which are given.

    Attributes that `kept` lacks are taken from `gone`. The notes are joined.
    """
    names = {name for speaker, name in registry.names() if speaker == kept.id}
    moved = [alias for alias in registry.aliases_of(gone.id) if alias.name not in names]
    doubled = [alias for alias in registry.aliases_of(gone.id) if alias.name in names]
    known = names | {alias.name for alias in moved}
    return Edit(
        _("Merge speakers"),
        (
            *redirection(gone, kept, (*claims, *moved)),
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


def delete_speaker(registry: Registry, speaker: Speaker, claims: list[Claim]) -> Edit:
    """Delete a speaker with its aliases. Its claims, all of which are given, stay without a speaker."""
    label = (
        counted("Delete speaker of {count:,} claim", "Delete speaker of {count:,} claims", len(claims))
        if claims
        else _("Delete speaker")
    )
    return Edit(label, deletion([speaker], (*claims, *registry.aliases_of(speaker.id))))
