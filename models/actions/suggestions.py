"""What can be done with what the program found in an article: record it, or dismiss it.

A suggestion is recorded as it is. What the coder changes before that follows as an edit of the same gesture, which says
by itself that the record was changed.
"""

from collections.abc import Iterable, Iterator, Sequence

from models.actions.claims import adopted
from models.edits import Change, Edit, deleted, made
from models.entities import Claim, Dismissed, Number, Offer, Origin, Role, Span, Speaker
from models.ids import Id
from models.records import ArticleRecords
from models.registry import Registry
from models.suggestions.found import FoundClaim, FoundNumber
from models.suggestions.open import Suggestion, extent
from models.text.folding import spelling
from models.text.typed_text import typed_line
from models.translation import _, counted


def record_suggestions(records: ArticleRecords, registry: Registry, suggestions: Sequence[Suggestion]) -> Edit:
    """Record claims with their speakers, cues, sources and numbers, and numbers outside of claims, all in one edit.

    A number that the coder does not want is left out of its claim before. A speaker who is not known yet is added to
    the registry, once. A number that is in several of the claims belongs to the shortest; one outside of them belongs
    to the claim that is recorded around it, if there is one.
    """
    label = counted("Record suggestion", "Record {count:,} suggestions", len(suggestions))
    return Edit(label, tuple(_Recording(records, registry).changes(suggestions)))


class _Recording:
    """Makes the rows of some suggestions of an article; `new` has the speakers that they bring, by their names."""

    def __init__(self, records: ArticleRecords, registry: Registry) -> None:
        self.records, self.registry = records, registry
        self.new = dict[str, Speaker]()
        self.adopted = set[Id]()

    def changes(self, suggestions: Sequence[Suggestion]) -> list[Change]:
        """Return the changes: first the speakers, who are referred to."""
        claims = [each for each in suggestions if isinstance(each, FoundClaim)]
        around = {one.span: each for each in sorted(claims, key=_length, reverse=True) for one in each.numbers}
        found = list[Change]()
        for each in suggestions:
            if isinstance(each, FoundClaim):
                found += self._claim(each, [one for one in each.numbers if around[one.span] is each])
            elif each.span not in around:
                recorded = self.records.claim_around(*each.span)
                found += self._number(each, recorded.id if recorded else None)
        return [*map(made, self.new.values()), *found]

    def _claim(self, found: FoundClaim, numbers: Iterable[FoundNumber]) -> Iterator[Change]:
        speaker = self._speaker(found)
        claim = Claim(
            article=self.records.article.id, speaker=speaker, mode=found.mode, origin=Origin.ACCEPTED, rule=found.rule
        )
        yield made(claim)
        parts = {Role.CONTENT: found.contents, Role.CUE: (found.cue,) if found.cue else (), Role.SOURCE: found.source}
        for role, places in parts.items():
            for position, (start, end) in enumerate(places):
                span = Span(article=claim.article, role=role, claim=claim.id, position=position, start=start, end=end)
                yield made(span)
        for part in found.contents:
            for change in adopted(self.records, claim.id, *part):
                if change.row.id not in self.adopted:
                    self.adopted.add(change.row.id)
                    yield change
        for number in numbers:
            yield from self._number(number, claim.id)

    def _speaker(self, found: FoundClaim) -> Id | None:
        """Return the speaker of a claim: a known one, or a new one with what the text says about him."""
        if found.speaker in self.registry.speakers:
            return found.speaker
        name = typed_line(found.name or "")
        if not name:
            return None
        if known := self.registry.find(name):
            return known.id
        new = Speaker(name=name, role=found.role, kind=found.kind)
        return self.new.setdefault(spelling(name), new).id

    def _number(self, found: FoundNumber, claim: Id | None) -> Iterator[Change]:
        read, (start, end) = found.quantity, found.span
        number = Number(
            article=self.records.article.id,
            claim=claim,
            value=read.value if read else None,
            upper=read.upper if read else None,
            qualifier=read.qualifier if read else None,
            unit=read.unit if read else None,
            counted=read.counted if read else None,
            origin=Origin.ACCEPTED,
            rule=found.rule,
        )
        yield made(number)
        yield made(Span(article=number.article, role=Role.NUMBER, number=number.id, start=start, end=end))


def _length(found: FoundClaim) -> int:
    return sum(end - start for start, end in found.contents)


def dismiss(records: ArticleRecords, suggestion: Suggestion) -> Edit:
    """Dismiss a claim or number for good. The numbers in a claim are then suggested on their own."""
    start, end = extent(suggestion)
    is_claim = isinstance(suggestion, FoundClaim)
    row = Dismissed(
        article=records.article.id,
        kind=Offer.CLAIM if is_claim else Offer.NUMBER,
        start=start,
        end=end,
        words=None if is_claim else records.text[start:end],
    )
    return Edit(_("Dismiss suggestion"), (made(row),))


def nothing_here(records: ArticleRecords, start: int, end: int) -> Edit:
    """Say of a range that there is nothing to record in it: no place and no suggestion in it is shown any more."""
    row = Dismissed(article=records.article.id, kind=Offer.PLACE, start=start, end=end)
    return Edit(_("Nothing to record here"), (made(row),))


def bring_back(dismissed: Iterable[Dismissed]) -> Edit:
    """Suggest again what was dismissed, and show the places again of which there was nothing to record."""
    rows = [*dismissed]
    label = counted("Bring back suggestion", "Bring back {count:,} suggestions", len(rows))
    return Edit(label, tuple(deleted(row) for row in rows))
