"""Find what is damaged, contradictory, doubtful or missing in a project, by reading all of it."""

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime

from models.checks import faults
from models.checks.finding import Finding
from models.checks.of_answers import of_answers, of_codebook
from models.checks.of_articles import of_article
from models.checks.of_file import of_file, of_newer, of_originals, of_rows
from models.checks.of_speakers import named_by, of_speakers
from models.ids import Id
from models.properties import OFF, Assistance, Properties, property_of
from models.store import Store
from models.store.replaying import Unexplained
from models.text.excerpts import quoted
from models.translation import _

Advanced = Callable[[int, int], object]
"""Is told how many steps of how many are done; it may raise to end the check."""


def check(store: Store, advanced: Advanced = lambda _done, _of: None) -> Iterator[Finding]:
    """Find everything that is wrong: the file itself, then article after article, then the speakers.

    Only one article is in memory at a time. Raises NotAProject where the file is too damaged to be read further. Of a
    newer version neither the history nor what is derived from the records is checked, which a finding says.
    """
    unexplained: Iterable[Unexplained] = ()
    if store.newer:
        yield of_newer()
        problems = store.problems()
    else:
        problems, unexplained = store.problems_and_unexplained()
    yield from of_file(problems)
    with store.snapshot() as snapshot:
        codebook, registry = snapshot.codebook(), snapshot.registry()
        named: set[Id | None] = set()
        articles, day = snapshot.count("articles"), datetime.now(UTC).date()
        for done, records in enumerate(snapshot.articles(also_without_text=True), 1):
            yield from of_article(records, day)
            if not records.lacks_text:
                yield from of_answers(records, codebook, registry)
            named.update(answer.named for answer in records.answers)
            advanced(done, articles)
        yield from of_codebook(codebook)
        yield from _unknown(snapshot.properties())
        counted = {*snapshot.claims_per_speaker(), *named, *named_by(registry)}
        yield from of_speakers(registry, codebook, counted)
    yield from of_originals(store)
    yield from of_rows(unexplained)


def _unknown(properties: Properties) -> Iterator[Finding]:
    """Yield the facts about the project that this program does not know, and so does not keep to."""
    known = {(property_of(kind), OFF) for kind in Assistance}
    for each in properties.properties.values():
        if (each.name, each.value) not in known:
            unknown = _("The property {name} is {value}, which this version of Onrecord does not know.")
            sentence = unknown.format(name=quoted(each.name), value=quoted(each.value))
            yield Finding(sentence, faults.UNKNOWN_PROPERTY)
