"""Set the speaker of a claim together with its cue and source."""

from collections.abc import Iterator
from dataclasses import replace

from models.attributes.built_in import attribute
from models.attribution.attribution import Attribution
from models.edits import Change, Edit, made
from models.entities import Claim, Role, Span, Speaker
from models.records import ArticleRecords
from models.registry import Registry
from models.text.folding import spelling
from models.text.typed_text import typed_line

SPEAKER = attribute(Claim, "speaker")


def attribute_claim(records: ArticleRecords, registry: Registry, claim: Claim, name: str, found: Attribution) -> Edit:
    """Set the speaker of a claim to a name that was typed or accepted; `found` is what the text says about who speaks.

    A new speaker gets the role and kind that were found with the name. The cue and the source are recorded too if they
    belong to this speaker. With any other name they may be wrong, so they are left out.
    """
    edit = SPEAKER.write([claim], name, registry)
    line = typed_line(name)
    if not line:
        return edit
    known = registry.find(line)
    if known is None and found.speaker is None and spelling(line) == spelling(found.name or ""):
        edit = SPEAKER.change([claim], Speaker(name=line, role=found.role, kind=found.kind), registry)
    spans = tuple(_words(records, claim, found)) if _fits(line, known, found) else ()
    return replace(edit, changes=(*edit.changes, *spans))


def _fits(name: str, known: Speaker | None, found: Attribution) -> bool:
    """Return whether the words found can name this speaker; a pronoun without a known speaker can name anybody."""
    if found.speaker:
        return known is not None and known.id == found.speaker
    typed, named = f" {spelling(name)} ", f" {spelling(found.name or '')} "
    return found.name is None or named in typed or typed in named


def _words(records: ArticleRecords, claim: Claim, found: Attribution) -> Iterator[Change]:
    """Yield the spans of cue and source that the claim lacks."""
    ranges = {Role.CUE: [found.cue] if found.cue else [], Role.SOURCE: found.source}
    for role, places in ranges.items():
        if not records.spans_of(claim.id, role):
            for position, (start, end) in enumerate(places):
                span = Span(article=claim.article, role=role, claim=claim.id, position=position, start=start, end=end)
                yield made(span)
