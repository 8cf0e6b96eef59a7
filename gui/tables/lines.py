"""The lines of one article's statements: where each stands, and what it says."""

from typing import NamedTuple

from models.entities import Claim, Number, Role, Span
from models.ids import Id
from models.records import OF_WORDS, ArticleRecords, owner
from models.registry import Registry
from models.statements import Statement
from models.text.excerpts import words_at


class Place(NamedTuple):
    """What a line is about and where it stands; places sort in text order. No claim or number: an empty id.

    Offsets are code points. `start` is where the claim begins, or a number without one.
    """

    start: int
    claim: Id
    number_start: int
    number: Id

    @property
    def group(self) -> Id:
        """The claim that the line shares with its neighbours, or its own number."""
        return self.claim or self.number


def places_of(records: ArticleRecords, group: Id) -> list[Place]:
    """The lines of a claim, or of a number without a claim, in text order; none when it is gone."""
    if group in records.claims:
        start = records.start(group)
        numbers = [Place(start, group, records.start(number.id), number.id) for number in records.numbers_of(group)]
        return numbers or [Place(start, group, -1, "")]
    number = records.numbers.get(group)
    if number is None or number.claim:
        return []
    start = records.start(group)
    return [Place(start, "", start, group)]


def all_places(records: ArticleRecords) -> list[Place]:
    """Every line of an article, in text order; reckoned in one pass, since there can be thousands."""
    starts: dict[Id, int] = {}
    for span in records.spans.values():
        if span.role in OF_WORDS:
            record = owner(span)
            starts[record] = min(span.start, starts.get(record, span.start))
    nowhere = len(records.text)
    places = []
    for number in records.numbers.values():
        start = starts.get(number.id, nowhere)
        places.append(Place(starts.get(number.claim or number.id, nowhere), number.claim or "", start, number.id))
    counted = {place.claim for place in places}
    places += [Place(starts.get(claim, nowhere), claim, -1, "") for claim in records.claims if claim not in counted]
    return sorted(places)


def statement_at(records: ArticleRecords, registry: Registry, place: Place) -> Statement | None:
    """What a line says, as it would also be read from the file; None when its claim or number is gone."""
    claim = records.claims.get(place.claim)
    number = records.numbers.get(place.number)
    newest, oldest = number or claim, claim or number
    if (place.claim and claim is None) or (place.number and number is None) or newest is None or oldest is None:
        return None
    speaker = registry.speakers.get(claim.speaker) if claim and claim.speaker else None
    stretches = records.contents(claim.id) if claim else []
    printed = next(iter(records.spans_of(number.id, Role.NUMBER)), None) if number else None
    article = records.article
    return Statement(
        article=article.id,
        title=article.title,
        outlet=article.outlet,
        byline=article.byline,
        published=article.published,
        claim=claim.id if claim else None,
        speaker=speaker.id if speaker else None,
        speaker_name=speaker.name if speaker else None,
        speaker_role=speaker.role if speaker else None,
        speaker_affiliation=speaker.affiliation if speaker else None,
        mode=claim.mode if claim else None,
        summary=claim.summary if claim else None,
        claim_note=claim.note if claim else None,
        number=number.id if number else None,
        value=number.value if number else None,
        upper=number.upper if number else None,
        qualifier=number.qualifier if number else None,
        unit=number.unit if number else None,
        counted=number.counted if number else None,
        number_note=number.note if number else None,
        number_start=printed.start if printed else None,
        number_end=printed.end if printed else None,
        coder=oldest.coder or "",
        made_at=newest.made_at or "",
        changed_at=_latest(claim, number),
        stretches=tuple((span.start, span.end) for span in stretches),
        claim_words=_words(records, stretches),
        number_words=_words(records, [printed] if printed else []),
    )


def _latest(claim: Claim | None, number: Number | None) -> str:
    return max((row.changed_at or "" for row in (claim, number) if row), default="")


def _words(records: ArticleRecords, spans: list[Span]) -> str | None:
    return words_at(records.text, ((span.start, span.end) for span in spans)) or None
