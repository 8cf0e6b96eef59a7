"""Repairs of answers, of names, and of rows that no edit has made as they are."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from models.attributes.attribute import Attribute
from models.attributes.kinds import Questions
from models.codebook.codebook import Codebook
from models.codebook.kinds.choices import SeveralChoices
from models.edits import Change, Edit, deleted
from models.entities import Alias, Answer, Record
from models.ids import Id
from models.registry import Registry
from models.text.folding import spelling
from models.translation import _


def keep_newest_answers(answers: Iterable[Answer], codebook: Codebook) -> Edit:
    """Delete all but the newest of several answers about one record under a variable that takes one; of the same
    answer, given twice, one stays.
    """
    return Edit(_("Keep the newest answer"), tuple(map(deleted, superfluous(answers, codebook))))


def superfluous(answers: Iterable[Answer], codebook: Codebook) -> list[Answer]:
    """Return the answers that contradict or repeat a newer one about the same record."""
    under: dict[tuple[Id, ...], list[Answer]] = defaultdict(list)
    for each in answers:
        variable = codebook.variables.get(each.variable)
        several = variable is not None and variable.kind == SeveralChoices.name
        same = (each.choice or each.named or each.value or "",) if several else ()
        under[each.subject, each.variable, *same].append(each)
    return [each for found in under.values() for each in sorted(found, key=_age)[:-1]]


def _age(answer: Answer) -> tuple[str, Id]:
    return answer.changed_at or answer.made_at or "", answer.id


def read_answer_again(record: Record, attribute: Attribute[Any, Any], asked: Questions) -> Edit:
    """Read the words of an answer that does not fit as if they were typed now. Raises OnrecordError if they do not fit
    yet.
    """
    words = attribute.edit_text(attribute.read(record, asked))
    return Edit(_("Read the answer again"), attribute.write([record], words, asked).changes)


def delete_needless_aliases(aliases: Sequence[Alias]) -> Edit:
    """Delete aliases that are no other names."""
    return Edit(_("Delete the alias"), tuple(map(deleted, aliases)))


def needless_aliases(registry: Registry) -> list[Alias]:
    """Return the aliases that are the name of their speaker, or another alias of it, but for capitals and the like."""
    found = list[Alias]()
    for speaker in registry.speakers.values():
        known = {spelling(speaker.name)}
        for alias in registry.aliases_of(speaker.id):
            if spelling(alias.name) in known:
                found.append(alias)
            known.add(spelling(alias.name))
    return found


def put_back(changes: Sequence[Change]) -> Edit:
    """Make rows again what they are by the history."""
    return Edit(_("Put back what the history says"), tuple(changes))
