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
    """Enter a new speaker. A name that is in use is refused (OnrecordError)."""
    line = typed_line(name)
    if not line:
        raise Required(_("Name"))
    expect_free(registry, line)
    return Edit(_("New speaker"), (made(Speaker(name=line)),))


def merge_speakers(registry: Registry, gone: Speaker, kept: Speaker, claims: list[Claim]) -> Edit:
    """Make two speakers one: the claims and names of one become the other's; `claims` are all of the one that goes.

    What is known of the one that stays is kept; what is not known of it is taken from the other. Notes are joined.
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
    """Delete a speaker and the aliases; the claims stay, without a speaker. `claims` are all of the speaker's."""
    label = (
        counted("Delete speaker of {count:,} claim", "Delete speaker of {count:,} claims", len(claims))
        if claims
        else _("Delete speaker")
    )
    return Edit(label, deletion([speaker], (*claims, *registry.aliases_of(speaker.id))))
