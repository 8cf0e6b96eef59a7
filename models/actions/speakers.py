"""What can be done with the registry of speakers."""

from collections.abc import Sequence

from models.attributes.attribute import Required
from models.attributes.names import expect_free
from models.counts import count_of
from models.edits import Edit, changed, deleted, made
from models.entities import Alias, Answer, Claim, Speaker
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


def merge_speakers(registry: Registry, gone: Speaker, kept: Speaker, rows: Sequence[Claim | Answer]) -> Edit:
    """Merge two speakers: `kept` gets the names of `gone`, and all `rows` that refer to it: its claims, and the answers
    that name it.

    Attributes and answers that `kept` lacks are taken from `gone`. The notes are joined.
    """
    answered = {answer.variable for answer in registry.answers_of(kept.id)}
    outdone = {answer.id: answer for answer in registry.answers_of(gone.id) if answer.variable in answered}
    referring = {row.id: row for row in (*rows, *registry.answers_of(gone.id)) if row.id not in outdone}
    names = {name for speaker, name in registry.names() if speaker == kept.id}
    moved = [alias for alias in registry.aliases_of(gone.id) if alias.name not in names]
    doubled = [alias for alias in registry.aliases_of(gone.id) if alias.name in names]
    known = names | {alias.name for alias in moved}
    return Edit(
        _("Merge speakers"),
        (
            *redirection(gone, kept, (*referring.values(), *moved)),
            *map(deleted, outdone.values()),
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


def delete_speakers(registry: Registry, speakers: Sequence[Speaker], rows: Sequence[Claim | Answer]) -> Edit:
    """Delete speakers with their aliases and answers, given all `rows` that refer to them: their claims, which stay
    without a speaker, and the answers that name them, which are deleted.
    """
    own = (row for each in speakers for row in (*registry.aliases_of(each.id), *registry.answers_of(each.id)))
    referring = {row.id: row for row in (*rows, *own)}
    return Edit(
        _label(speakers, [row for row in rows if isinstance(row, Claim)]), deletion(speakers, referring.values())
    )


def _label(speakers: Sequence[Speaker], claims: Sequence[Claim]) -> str:
    if len(speakers) > 1:
        who, of = count_of(Speaker, len(speakers)), count_of(Claim, len(claims))
        several = _("Delete {speakers} of {claims}") if claims else _("Delete {speakers}")
        return several.format(speakers=who, claims=of)
    if claims:
        return counted("Delete speaker of {count:,} claim", "Delete speaker of {count:,} claims", len(claims))
    return _("Delete speaker")
