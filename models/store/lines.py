"""The lines of an article that was read whole: its statements, its claims, its numbers, in text order.

The order is that of the statements table; see `PLACE` in `statements.py`.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from models.ids import Id
from models.store.full import NO_CLAIM, NO_NUMBER, NO_SPEAKER, FullArticle, FullClaim, FullNumber, FullSpeaker, Line

Speakers = Mapping[Id | None, FullSpeaker]
NOWHERE = float("inf")


def place(record: FullClaim | FullNumber) -> tuple[float, bool, Id | None]:
    """What sorts claims and numbers into text order; what has no place comes last."""
    return min(record.places)[0] if record.places else NOWHERE, isinstance(record, FullClaim), record.id


def statement_lines(article: FullArticle, speakers: Speakers) -> Iterator[Line]:
    """A line for each number of a claim, one for a claim that has none, one for a number without a claim."""
    numbers = _numbers_by_claim(article)
    loose = numbers.pop(None, [])
    places: list[FullClaim | FullNumber] = [*article.claims, *loose]
    for record in sorted(places, key=place):
        if isinstance(record, FullNumber):
            yield Line(article, NO_SPEAKER, NO_CLAIM, record, None)
            continue
        own = numbers.get(record.id, [])
        speaker = speakers.get(record.speaker, NO_SPEAKER)
        for number in own or (NO_NUMBER,):
            yield Line(article, speaker, record, number, len(own))


def claim_lines(article: FullArticle, speakers: Speakers) -> Iterator[Line]:
    """A line for each claim, without its numbers."""
    numbers = _numbers_by_claim(article)
    for claim in article.claims:
        speaker = speakers.get(claim.speaker, NO_SPEAKER)
        yield Line(article, speaker, claim, NO_NUMBER, len(numbers.get(claim.id, ())))


def number_lines(article: FullArticle, speakers: Speakers) -> Iterator[Line]:
    """A line for each number, with the claim it stands in."""
    claims = {claim.id: claim for claim in article.claims}
    for number in article.numbers:
        claim = claims.get(number.claim, NO_CLAIM)
        yield Line(article, speakers.get(claim.speaker, NO_SPEAKER), claim, number, None)


def _numbers_by_claim(article: FullArticle) -> dict[Id | None, list[FullNumber]]:
    numbers = defaultdict[Id | None, list[FullNumber]](list)
    for number in article.numbers:
        numbers[number.claim].append(number)
    return numbers
