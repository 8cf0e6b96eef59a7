"""Find what is damaged, contradictory or missing in a project, by reading all of it."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime

from models.attributes.kinds import Questions
from models.codebook.asking import unanswered
from models.codebook.codebook import Codebook
from models.codebook.kinds.answer_kind import Unfit
from models.codebook.variables import attributes_in
from models.entities import Article, Boilerplate, Claim, Dismissed, Number, Record, Span, Status
from models.ids import Id
from models.known import Known
from models.places import Place
from models.properties import OFF, Assistance, Properties, property_of
from models.records import ArticleRecords
from models.registry import Registry
from models.store import Store
from models.text.excerpts import quoted
from models.text.ranges import Range
from models.translation import _


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding, as a sentence. It is `wrong` if something is damaged or contradictory, and not if it is merely
    missing.

    `place` is the article and the claim, number or speaker it is about; None for the file itself.
    """

    sentence: str
    wrong: bool
    place: Place | None = field(default=None, compare=False)


def check(store: Store) -> Iterator[Finding]:
    """Find everything that is wrong: the file itself, then article after article, then the speakers.

    Raises NotAProject where the file is too damaged to be read further.
    """
    yield from (Finding(_("In the file: {problem}.").format(problem=problem), True) for problem in store.problems())
    with store.snapshot() as snapshot:
        codebook, registry = snapshot.codebook(), snapshot.registry()
        named: set[Id | None] = set()
        for records in snapshot.articles():
            yield from _of_article(records)
            yield from _of_answers(records, codebook, registry)
            named.update(answer.named for answer in records.answers)
        yield from _shared_ids(registry)
        yield from _unknown(snapshot.properties())
        counted = {*snapshot.claims_per_speaker(), *named, *_named(registry)}
        for speaker in registry.speakers.values():
            for sentence, wrong in _answers_about(speaker, quoted(speaker.name), codebook, registry):
                yield Finding(sentence, wrong, Place(None, speaker.id))
            if speaker.id not in counted:
                yield Finding(
                    _("The speaker {name} has no claim.").format(name=quoted(speaker.name)),
                    False,
                    Place(None, speaker.id),
                )


def _named(registry: Registry) -> Iterator[Id | None]:
    """Yield the speakers whom answers about speakers name."""
    for speaker in registry.speakers:
        yield from (answer.named for answer in registry.answers_of(speaker))


def _unknown(properties: Properties) -> Iterator[Finding]:
    """Yield the facts about the project that this program does not know, and so does not keep to."""
    known = {(property_of(kind), OFF) for kind in Assistance}
    for each in properties.properties.values():
        if (each.name, each.value) not in known:
            unknown = _("The property {name} is {value}, which this version of Onrecord does not know.")
            yield Finding(unknown.format(name=quoted(each.name), value=quoted(each.value)), False)


def _shared_ids(registry: Registry) -> Iterator[Finding]:
    """Yield speakers with an outside id that another one has: a list of speakers cannot tell them apart."""
    first: dict[str, str] = {}
    for speaker in registry.speakers.values():
        if not speaker.outside_id:
            continue
        if other := first.get(speaker.outside_id):
            shared = _("The speakers {one} and {other} have the same outside id, {id}.")
            sentence = shared.format(one=quoted(other), other=quoted(speaker.name), id=quoted(speaker.outside_id))
            yield Finding(sentence, False, Place(None, speaker.id))
        first.setdefault(speaker.outside_id, speaker.name)


def _of_article(records: ArticleRecords) -> Iterator[Finding]:
    article = records.article
    named, here = quoted(article.title), Place(article.id)
    if records.altered:
        yield Finding(_("{named}: its text is not the one that was imported.").format(named=named), True, here)
    if _outside(records, records.boilerplate.values()):
        yield Finding(_("{named}: boilerplate is outside its text.").format(named=named), True, here)
    if _outside(records, records.dismissed.values()):
        yield Finding(_("{named}: what was dismissed is outside its text.").format(named=named), True, here)
    if article.published and not _is_date(article.published):
        not_a_date = _("{named}: its date “{date}” is not a date.").format(named=named, date=article.published)
        yield Finding(not_a_date, True, here)
    if article.status is Status.DONE and not (records.claims or records.numbers):
        yield Finding(_("{named} is marked as done, but nothing is recorded in it.").format(named=named), False, here)
    for record in (*_in_text_order(records, records.claims), *_in_text_order(records, records.numbers)):
        claim = records.claims.get(record)
        found = _of_claim(claim, records) if claim else _of_number(records.numbers[record], records)
        for sentence, wrong in found:
            yield Finding(f"{named}: {sentence}", wrong, Place(article.id, record))
    for again in _twice(records):
        twice = _("{named}: {words} is recorded twice.").format(named=named, words=quoted(records.words(again)))
        yield Finding(twice, False, Place(article.id, again))


def _of_answers(records: ArticleRecords, codebook: Codebook, registry: Registry) -> Iterator[Finding]:
    """Yield the answers of an article that do not fit, and if it is done, the required ones that are missing."""
    if not codebook.variables:
        return
    known, article = Known(registry, records.answers_of), records.article
    for record in (article, *records.claims.values(), *records.numbers.values()):
        words = article.title if isinstance(record, Article) else records.words(record.id)
        done = article.status is Status.DONE
        for sentence, wrong in _answers_about(record, quoted(words), codebook, known, required=done):
            named = sentence if isinstance(record, Article) else f"{quoted(article.title)}: {sentence}"
            yield Finding(named, wrong, Place(article.id, None if isinstance(record, Article) else record.id))


def _answers_about(
    record: Record, named: str, codebook: Codebook, asked: Questions, *, required: bool = True
) -> Iterator[tuple[str, bool]]:
    for each in attributes_in(codebook, type(record)):
        value = each.read(record, asked)
        if isinstance(value, Unfit):
            unfit = _("{named} has an answer that does not fit under “{variable}”: {answer}.")
            yield unfit.format(named=named, variable=each.label, answer=quoted(str(value))), True
    for variable in unanswered(record, codebook, asked) if required else ():
        missing = _("{named} has no answer under “{variable}”, which is required.")
        yield missing.format(named=named, variable=variable.label), False


def _in_text_order(records: ArticleRecords, kind: Iterable[Id]) -> list[Id]:
    return sorted(kind, key=lambda record: (records.start(record), record))


def _of_claim(claim: Claim, records: ArticleRecords) -> Iterator[tuple[str, bool]]:
    named = _("the claim {words}").format(words=quoted(records.words(claim.id)))
    if not records.contents(claim.id):
        yield _("one claim has no place in the text."), True
    if _outside(records, records.spans_of(claim.id)):
        yield _("{named} is outside the text.").format(named=named), True
    if claim.speaker is None:
        yield _("{named} has no speaker.").format(named=named), False


def _of_number(number: Number, records: ArticleRecords) -> Iterator[tuple[str, bool]]:
    named = _("the number {words}").format(words=quoted(records.words(number.id)))
    spans = records.spans_of(number.id)
    if not spans:
        yield _("one number has no place in the text."), True
    if _outside(records, spans):
        yield _("{named} is outside the text.").format(named=named), True
    if number.value is None:
        yield _("{named} has no value.").format(named=named), False
    if number.value is not None and number.upper is not None and number.upper < number.value:
        yield _("{named} has an upper value below its value.").format(named=named), True
    if number.claim is not None and number.claim not in records.claims:
        yield _("{named} is in a claim of another article.").format(named=named), True


def _outside(records: ArticleRecords, spans: Iterable[Span | Boilerplate | Dismissed]) -> bool:
    return any(span.end > len(records.text) for span in spans)


def _twice(records: ArticleRecords) -> Iterator[Id]:
    """Yield claims and numbers that are recorded twice at exactly the same place, one for each place."""
    for kind in (records.claims, records.numbers):
        seen = Counter[tuple[Range, ...]]()
        for record in _in_text_order(records, kind):
            places = tuple((span.start, span.end) for span in records.spans_of_words(record))
            seen[places] += 1
            if places and seen[places] == 2:
                yield record


def _is_date(published: str) -> bool:
    try:
        datetime.fromisoformat(published)
    except ValueError:
        return False
    return True
