"""What a changed name of a speaker beside a claim means: that the speaker is renamed, or that somebody else says it.

The id of the speaker stays in the row when a name is typed over, so the name alone has to tell. A name that somebody
else has is that speaker. A name that nobody has renames the speaker, but only if all his rows have it: to find out
what one row among several means, whoever edits has to say more.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from models.attributes.built_in import attribute
from models.entities import Claim, Speaker
from models.ids import Id
from models.registry import Registry
from models.returning.proposals import About, Place, Proposals
from models.text.typed_text import typed_line
from models.translation import _

WHO_SAYS, NAME = attribute(Claim, "speaker"), attribute(Speaker, "name")


@dataclass(frozen=True, slots=True)
class Named:
    """A row whose speaker has another name than in the project: the claim and the speaker of the project, if any, the
    name in the file, and the id of the speaker in it; None if the file has no such column.
    """

    place: Place
    claim: About | None
    speaker: About | None
    name: str
    id: str | None


def resolve(rows: Sequence[Named], rows_of: Counter[Id], registry: Registry, proposals: Proposals) -> set[Place]:
    """Propose what changed names mean, given how many rows each speaker has; return the rows that name somebody else.

    What cannot be told is refused.
    """
    by_speaker: dict[Id | None, list[Named]] = defaultdict(list)
    for row in rows:
        by_speaker[row.speaker.id if row.speaker else None].append(row)
    others = set[Place]()
    for speaker, some in by_speaker.items():
        if speaker and _all_rename(some, rows_of[speaker], registry, proposals):
            for row in some:
                assert row.speaker is not None
                proposals.propose(NAME, row.speaker, row.name, row.place)
        else:
            others |= {row.place for row in some}
            _name_others(some, registry, proposals)
    return others


def _all_rename(rows: Sequence[Named], count: int, registry: Registry, proposals: Proposals) -> bool:
    """Return whether rows of one speaker give a new name to that speaker."""
    names = {typed_line(row.name) for row in rows}
    speaker = rows[0].speaker
    if len(names) > 1 or None in names or speaker is None:
        return False
    (name,) = names
    known = registry.find(name or "")
    if (known and known.id != speaker.id) or any(row.id not in (None, speaker.id) for row in rows):
        return False
    renamed = proposals.of(speaker.id, NAME)
    return len(rows) == count or (renamed is not None and name in renamed.texts)


def _name_others(rows: Iterable[Named], registry: Registry, proposals: Proposals) -> None:
    for row in rows:
        now = row.speaker.words if row.speaker else ""
        if row.claim is None:
            about = row.speaker or About(Speaker, "", row.name, "")
            reason = _("This row has no claim, so it cannot have the speaker of one.")
            proposals.refuse(row.place, about, now, row.name, reason)
        elif reason := _why_not(row, registry):
            proposals.refuse(row.place, row.claim, now, row.name, reason)
        else:
            proposals.propose(WHO_SAYS, row.claim, row.name, row.place)


def _why_not(row: Named, registry: Registry) -> str:
    """Return why a row does not tell who makes its claim; empty if it does."""
    name = typed_line(row.name)
    if name is None:
        return ""
    known, before = registry.find(name), row.speaker.id if row.speaker else None
    if known and known.id == before:
        return _("This is another name of the same speaker.")
    if row.id and row.id != before and (known is None or row.id != known.id):
        return _("The name and the id in this row are not of the same speaker.")
    if known or before is None or row.id == "":
        return ""
    return _(
        "Nobody has this name. To rename the speaker, change all of the speaker's rows, or the table speakers; if "
        "somebody new makes this claim, empty the id of the speaker in this row."
    )
