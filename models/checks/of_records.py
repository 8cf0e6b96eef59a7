"""Check a claim or a number with its spans."""

from collections.abc import Iterator

from models.actions.numbers import as_read
from models.actions.repairing_places import is_outside, is_unclosed, overlap
from models.actions.repairing_records import is_reversed
from models.checks import faults
from models.checks.faults import Fault
from models.entities import Claim, Number
from models.quantities.parsing import read_quantity
from models.quantities.units import usual_name
from models.records import ArticleRecords
from models.text.excerpts import quoted
from models.translation import _

SAME = 1e-9
"""The difference between two values, as a share of them, up to which they are the same."""


def faults_of_claim(claim: Claim, records: ArticleRecords) -> Iterator[tuple[Fault, str]]:
    """Yield what is wrong, doubtful or missing of a claim, each as a clause."""
    named = _("the claim {words}").format(words=quoted(records.words(claim.id)))
    parts = records.contents(claim.id)
    if not parts:
        yield faults.NO_PLACE, _("one claim has no place in the text.")
    if is_outside(records, claim.id):
        yield faults.OUTSIDE, _("{named} is outside the text.").format(named=named)
    if overlap(parts):
        yield faults.OVERLAPPING, _("{named} has parts that overlap.").format(named=named)
    if is_unclosed(records, claim.id):
        yield faults.UNCLOSED, _("{named} has the quotation mark at one end only.").format(named=named)
    if claim.speaker is None:
        yield faults.NO_SPEAKER, _("{named} has no speaker.").format(named=named)


def faults_of_number(number: Number, records: ArticleRecords) -> Iterator[tuple[Fault, str]]:
    """Yield what is wrong, doubtful or missing of a number, each as a clause."""
    named = _("the number {words}").format(words=quoted(records.words(number.id)))
    if not records.spans_of(number.id):
        yield faults.NO_PLACE, _("one number has no place in the text.")
    if is_outside(records, number.id):
        yield faults.OUTSIDE, _("{named} is outside the text.").format(named=named)
    if number.value is None:
        yield faults.NO_VALUE, _("{named} has no value.").format(named=named)
    elif is_reversed(number):
        yield faults.UPPER_BELOW, _("{named} has an upper value below its value.").format(named=named)
    elif differs_from_words(number, records):
        yield faults.OTHER_VALUE, _("{named} has another value than its words say.").format(named=named)
    if usual := usual_name(number.unit):
        words = _("{named} has the unit “{unit}”, which is usually written “{usual}”.")
        yield faults.UNKNOWN_UNIT, words.format(named=named, unit=number.unit, usual=usual)
    if number.claim is not None and number.claim not in records.claims:
        yield faults.OTHER_CLAIM, _("{named} is in a claim of another article.").format(named=named)


def differs_from_words(number: Number, records: ArticleRecords) -> bool:
    """Return whether the words of a number say a value, and another one than it has.

    The words alone are read first, since what is around them takes longer to read and rarely matters.
    """
    words, language = records.words(number.id), records.article.language
    alone = read_quantity(words, language)
    if alone is None or (_same(number.value, alone.value) and _same(number.upper, alone.upper)):
        return False
    (span,) = records.spans_of(number.id)[:1]
    now = as_read(number, records.text, (span.start, span.end), language)
    return now.value is not None and not (_same(number.value, now.value) and _same(number.upper, now.upper))


def _same(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return abs(one - other) <= SAME * max(abs(one), abs(other))
