"""Check the answers about a record: whether they fit, contradict each other, or are missing."""

from collections.abc import Iterator

from models.actions.repairing_answers import superfluous
from models.attributes.kinds import Questions
from models.checks import faults
from models.checks.faults import Fault
from models.checks.finding import Finding
from models.codebook.asking import unanswered
from models.codebook.codebook import Codebook
from models.codebook.kinds import KINDS
from models.codebook.kinds.answer_kind import Unfit
from models.codebook.variables import attributes_in
from models.entities import Article, Record, Status
from models.known import Known
from models.places import Place
from models.records import ArticleRecords
from models.registry import Registry
from models.text.excerpts import quoted
from models.translation import _


def of_answers(records: ArticleRecords, codebook: Codebook, registry: Registry) -> Iterator[Finding]:
    """Yield the answers of an article that cannot be, and if it is done, the required ones that are missing."""
    if not codebook.variables:
        return
    known, article = Known(registry, records.answers_of), records.article
    for record in (article, *records.claims.values(), *records.numbers.values()):
        words = article.title if isinstance(record, Article) else records.words(record.id)
        done = article.status is Status.DONE
        for fault, sentence in faults_of_answers(record, quoted(words), codebook, known, required=done):
            named = sentence if isinstance(record, Article) else f"{quoted(article.title)}: {sentence}"
            yield Finding(named, fault, Place(article.id, None if isinstance(record, Article) else record.id))


def faults_of_answers(
    record: Record, named: str, codebook: Codebook, asked: Questions, *, required: bool = True
) -> Iterator[tuple[Fault, str]]:
    """Yield what is wrong or missing of the answers about a record, each as a sentence."""
    contradicted = {each.variable for each in superfluous(asked.answers_of(record.id), codebook)}
    for variable in contradicted & codebook.variables.keys():
        words = _("{named} has several answers under “{variable}” that cannot all be.")
        yield faults.CONTRADICTORY, words.format(named=named, variable=codebook.variables[variable].label)
    labels = {codebook.variables[each].name for each in contradicted & codebook.variables.keys()}
    for each in (each for each in attributes_in(codebook, type(record)) if each.name not in labels):
        value = each.read(record, asked)
        if isinstance(value, Unfit):
            unfit = _("{named} has an answer that does not fit under “{variable}”: {answer}.")
            yield faults.UNFIT, unfit.format(named=named, variable=each.label, answer=quoted(str(value)))
    for waiting in unanswered(record, codebook, asked) if required else ():
        missing = _("{named} has no answer under “{variable}”, which is required.")
        yield faults.UNANSWERED, missing.format(named=named, variable=waiting.label)


def of_codebook(codebook: Codebook) -> Iterator[Finding]:
    """Yield the variables of a kind that this program does not know, whose answers it cannot show."""
    for variable in codebook.variables.values():
        if variable.kind not in KINDS:
            words = _("The variable {name} is of the kind {kind}, which this version of Onrecord does not know.")
            sentence = words.format(name=quoted(variable.label), kind=quoted(variable.kind))
            yield Finding(sentence, faults.UNKNOWN_KIND)
