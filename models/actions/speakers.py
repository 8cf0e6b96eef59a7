"""What can be done with the registry of speakers."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from models.attributes.attribute import Required
from models.attributes.names import expect_free
from models.counts import count_of
from models.edits import Change, Edit, changed, deleted, made
from models.entities import Alias, Answer, Claim, Speaker
from models.ids import Id
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


@dataclass(frozen=True, slots=True)
class Taken:
    """Whose value is kept when speakers are merged: of a field of theirs, or of a variable, by its id."""

    of: str | Id
    speaker: Id


def merge_speakers(
    registry: Registry,
    gone: Sequence[Speaker],
    kept: Speaker,
    rows: Sequence[Claim | Answer],
    taken: Iterable[Taken] = (),
) -> Edit:
    """Merge speakers into one: `kept` gets the names of those `gone`, and all `rows` that refer to them: their claims,
    and the answers that name them.

    An attribute or answer is that of the speaker from whom it is `taken`, or else of `kept`, or else of the first who
    has one. Notes of which none is taken are joined. An answer about one of them that names another is deleted, as it
    would name whom it is about.
    """
    people, wanted = [kept, *gone], {each.of: each.speaker for each in taken}
    outdone = _outdone(registry, people, wanted)
    own = (answer for each in gone for answer in registry.answers_of(each.id))
    referring = {row.id: row for row in (*rows, *own) if row.id not in outdone}
    return Edit(
        _("Merge speakers"),
        (
            *redirection(gone, kept, referring.values()),
            *map(deleted, outdone.values()),
            *_renamed(registry, gone, kept),
            changed(kept, **_fields(people, wanted)),
            *map(deleted, gone),
        ),
    )


def _outdone(registry: Registry, people: Sequence[Speaker], wanted: Mapping[str, Id]) -> dict[Id, Answer]:
    """Return the answers about some speakers that give way to those of another one of them, or name another one."""
    answers = [answer for each in people for answer in registry.answers_of(each.id)]
    others = {each.id for each in people}
    winners: dict[Id, Id] = {}
    outdone = {answer.id: answer for answer in answers if answer.named in others - {answer.subject}}
    for answer in answers:
        if answer.id not in outdone:
            winners.setdefault(answer.variable, wanted.get(answer.variable, answer.subject))
            if answer.subject != winners[answer.variable]:
                outdone[answer.id] = answer
    return outdone


def _renamed(registry: Registry, gone: Sequence[Speaker], kept: Speaker) -> Iterator[Change]:
    """Yield the changes that give a speaker the names of others, none of them twice."""
    known = {kept.name, *(alias.name for alias in registry.aliases_of(kept.id))}
    for each in gone:
        for alias in registry.aliases_of(each.id):
            yield deleted(alias) if alias.name in known else changed(alias, speaker=kept.id)
            known.add(alias.name)
    for each in gone:
        if each.name not in known:
            yield made(Alias(speaker=kept.id, name=each.name))
            known.add(each.name)


def _fields(people: Sequence[Speaker], wanted: Mapping[str, Id]) -> dict[str, Any]:
    """Return the attributes of a speaker merged from others."""
    by_id = {each.id: each for each in people}
    first = {
        name: next((value for each in people if (value := getattr(each, name))), None)
        for name in ("kind", "role", "affiliation", "outside_id")
    }
    chosen = {name: getattr(by_id[speaker], name) for name, speaker in wanted.items() if name in {*first, "note"}}
    notes = "\n".join(dict.fromkeys(each.note for each in people if each.note)) or None
    return {**first, "note": notes, "discuss": any(each.discuss for each in people), **chosen}


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
