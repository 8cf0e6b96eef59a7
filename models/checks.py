"""What is damaged, contradictory or missing in a project, found by reading all of it."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from models.entities import Status
from models.store import Store
from models.store.full import FullArticle, FullClaim, FullNumber, Range

MOST_LETTERS = 60
"""How much of a record's words a finding quotes."""

INNER_MARKS = str.maketrans("“”", "‘’")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found, in a sentence. It is `wrong` if damaged or contradictory; else something is only missing."""

    sentence: str
    wrong: bool


def check(store: Store) -> Iterator[Finding]:
    """Everything there is to find: the file itself, then article after article, then the speakers.

    Raises NotAProject where the file is too damaged to be read further.
    """
    yield from (Finding(f"The file: {problem}.", True) for problem in store.problems())
    with store.snapshot() as snapshot:
        for article in snapshot.articles():
            yield from _of_article(article)
        lonely = (speaker.name for speaker in snapshot.speakers() if not speaker.claims)
        yield from (Finding(f"The speaker {_quoted(name)} has no claim.", False) for name in lonely)


def _of_article(full: FullArticle) -> Iterator[Finding]:
    article = full.article
    named = _quoted(article.title)
    if hashlib.sha256(full.text.encode()).hexdigest() != article.content:
        yield Finding(f"{named}: its text is not the one that was imported.", True)
    if _outside(full.boilerplate, full.text):
        yield Finding(f"{named}: boilerplate lies outside of its text.", True)
    if article.published and not _is_date(article.published):
        yield Finding(f"{named}: its date “{article.published}” is none.", True)
    if article.status == Status.DONE and not (full.claims or full.numbers):
        yield Finding(f"{named} is done, and nothing is recorded in it.", False)
    own = {claim.id for claim in full.claims}
    for claim in full.claims:
        yield from (Finding(f"{named}: {sentence}", wrong) for sentence, wrong in _of_claim(claim, full.text))
    for number in full.numbers:
        yield from (Finding(f"{named}: {sentence}", wrong) for sentence, wrong in _of_number(number, full.text))
        if number.claim is not None and number.claim not in own:
            yield Finding(f"{named}: the number {_quoted(number.words)} is in a claim of another article.", True)
    for words in _twice(full):
        yield Finding(f"{named}: {_quoted(words)} is recorded twice.", False)


def _of_claim(claim: FullClaim, text: str) -> Iterator[tuple[str, bool]]:
    named = f"the claim {_quoted(claim.words)}"
    if not claim.places:
        yield "a claim has no place in the text.", True
    if _outside((*claim.places, *claim.cues, *claim.sources), text):
        yield f"{named} lies outside of the text.", True
    if claim.speaker is None:
        yield f"{named} has no speaker.", False


def _of_number(number: FullNumber, text: str) -> Iterator[tuple[str, bool]]:
    named = f"the number {_quoted(number.words)}"
    if not number.places:
        yield "a number has no place in the text.", True
    if _outside(number.places, text):
        yield f"{named} lies outside of the text.", True
    if number.value is None:
        yield f"{named} has no value.", False
    if number.value is not None and number.upper is not None and number.upper < number.value:
        yield f"{named} has an upper value that is below its value.", True


def _outside(places: Iterable[Range], text: str) -> bool:
    return any(end > len(text) for _, end in places)


def _twice(full: FullArticle) -> Iterator[str | None]:
    """The words of claims, and of numbers, that were recorded more than once at the very same place."""
    for records in (full.claims, full.numbers):
        seen = Counter((record.places, record.words) for record in records if record.places)
        yield from (words for (_, words), times in seen.items() if times > 1)


def _is_date(published: str) -> bool:
    try:
        datetime.fromisoformat(published)
    except ValueError:
        return False
    return True


def _quoted(words: str | None) -> str:
    """Words between quotation marks, cut short at the end of one of them; marks of their own become single ones."""
    line = " ".join((words or "").split()).translate(INNER_MARKS)
    short = line if len(line) <= MOST_LETTERS else line[:MOST_LETTERS].rsplit(" ", 1)[0] + " …"
    return f"“{short}”"
