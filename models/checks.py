"""What is damaged, contradictory or missing in a project, found by reading all of it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from models.entities import Status
from models.places import Place
from models.store import Store
from models.store.full import FullArticle, FullClaim, FullNumber, Range

MOST_LETTERS = 60
"""How much of a record's words a finding quotes."""

DOUBLE_MARKS = '“”„«»"'


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found, in a sentence. It is `wrong` if damaged or contradictory; else something is only missing.

    `place` says where: in which article, of which claim, number or speaker; None for the file itself.
    """

    sentence: str
    wrong: bool
    place: Place | None = field(default=None, compare=False)


def check(store: Store) -> Iterator[Finding]:
    """Everything there is to find: the file itself, then article after article, then the speakers.

    Raises NotAProject where the file is too damaged to be read further.
    """
    yield from (Finding(f"The file: {problem}.", True) for problem in store.problems())
    with store.snapshot() as snapshot:
        for article in snapshot.articles():
            yield from _of_article(article)
        for speaker in snapshot.speakers():
            if not speaker.claims:
                yield Finding(f"The speaker {quoted(speaker.name)} has no claim.", False, Place(None, speaker.id))


def _of_article(full: FullArticle) -> Iterator[Finding]:
    article = full.article
    named, here = quoted(article.title), Place(article.id)
    if full.altered:
        yield Finding(f"{named}: its text is not the one that was imported.", True, here)
    if _outside(full.boilerplate, full.text):
        yield Finding(f"{named}: boilerplate is outside its text.", True, here)
    if article.published and not _is_date(article.published):
        yield Finding(f"{named}: its date “{article.published}” is not a date.", True, here)
    if article.status == Status.DONE and not (full.claims or full.numbers):
        yield Finding(f"{named} is done, and nothing is recorded in it.", False, here)
    own = {claim.id for claim in full.claims}
    for claim in full.claims:
        for sentence, wrong in _of_claim(claim, full.text):
            yield Finding(f"{named}: {sentence}", wrong, Place(article.id, claim.id))
    for number in full.numbers:
        for sentence, wrong in _of_number(number, full.text):
            yield Finding(f"{named}: {sentence}", wrong, Place(article.id, number.id))
        if number.claim is not None and number.claim not in own:
            sentence = f"{named}: the number {quoted(number.words)} is in a claim of another article."
            yield Finding(sentence, True, Place(article.id, number.id))
    for again in _twice(full):
        yield Finding(f"{named}: {quoted(again.words)} is recorded twice.", False, Place(article.id, again.id))


def _of_claim(claim: FullClaim, text: str) -> Iterator[tuple[str, bool]]:
    named = f"the claim {quoted(claim.words)}"
    if not claim.places:
        yield "a claim has no place in the text.", True
    if _outside((*claim.places, *claim.cues, *claim.sources), text):
        yield f"{named} is outside the text.", True
    if claim.speaker is None:
        yield f"{named} has no speaker.", False


def _of_number(number: FullNumber, text: str) -> Iterator[tuple[str, bool]]:
    named = f"the number {quoted(number.words)}"
    if not number.places:
        yield "a number has no place in the text.", True
    if _outside(number.places, text):
        yield f"{named} is outside the text.", True
    if number.value is None:
        yield f"{named} has no value.", False
    if number.value is not None and number.upper is not None and number.upper < number.value:
        yield f"{named} has an upper value that is below its value.", True


def _outside(places: Iterable[Range], text: str) -> bool:
    return any(end > len(text) for _, end in places)


def _twice(full: FullArticle) -> Iterator[FullClaim | FullNumber]:
    """Claims, and numbers, that were recorded before at exactly the same place; each place is named once."""
    kinds: tuple[Sequence[FullClaim | FullNumber], ...] = (full.claims, full.numbers)
    for records in kinds:
        seen = Counter[tuple[Range, ...]]()
        for record in records:
            seen[record.places] += 1
            if record.places and seen[record.places] == 2:
                yield record


def _is_date(published: str) -> bool:
    try:
        datetime.fromisoformat(published)
    except ValueError:
        return False
    return True


def quoted(words: str | None) -> str:
    """Words between quotation marks, cut short at the end of one of them; marks of their own become single ones."""
    line = " ".join((words or "").split())
    short = line if len(line) <= MOST_LETTERS else line[:MOST_LETTERS].rsplit(" ", 1)[0] + " …"
    return f"“{_with_inner_marks(short)}”"


def _with_inner_marks(words: str) -> str:
    """Double marks as single ones in pairs; a mark whose other half is not among the words is left out."""
    pieces: list[str] = []
    opened: list[int] = []
    for mark in words:
        if mark not in DOUBLE_MARKS:
            pieces.append(mark)
        elif mark in "„«" or (mark in '“"' and not opened):
            opened.append(len(pieces))
            pieces.append("‘")
        elif opened:
            opened.pop()
            pieces.append("’")
    for place in reversed(opened):
        del pieces[place]
    return "".join(pieces).strip()
