"""Which variables are asked of a record and why not, and which of those that are required have no answer yet."""

from models.attributes.kinds import Questions
from models.codebook.codebook import Codebook
from models.entities import Answer, Record, Variable
from models.ids import Id
from models.records import ArticleRecords
from models.translation import _


def is_asked(variable: Variable, record: Record, codebook: Codebook, asked: Questions) -> bool:
    """Return whether a variable is asked of a record: the condition holds, and that variable is asked too."""
    return _unmet(variable, record, codebook, asked) is None


def why_not_asked(variable: Variable, record: Record, codebook: Codebook, asked: Questions) -> str:
    """Return the condition that a variable waits for, as a sentence; empty if it is asked of the record, or has an
    answer, which can still be seen and changed.
    """
    waiting = _unmet(variable, record, codebook, asked)
    if waiting is None or any(each.variable == variable.id for each in asked.answers_of(record.id)):
        return ""
    condition = codebook.variables[waiting.shown_if or ""].label
    if waiting.shown_for is None:
        return _("This is asked only if “{variable}” has an answer.").format(variable=condition)
    choices = codebook.choices_of(waiting.shown_if or "")
    wanted = next((codebook.path_label(each) for each in choices if each.value == waiting.shown_for), waiting.shown_for)
    return _("This is asked only if “{variable}” is “{answer}”.").format(variable=condition, answer=wanted)


def _unmet(variable: Variable, record: Record, codebook: Codebook, asked: Questions) -> Variable | None:
    """Return the variable whose condition does not hold: this one, or one that it waits for; None if all hold."""
    waiting, seen = variable, set[Id]()
    while waiting.shown_if and waiting.id not in seen:
        seen.add(waiting.id)
        condition = codebook.variables.get(waiting.shown_if)
        if condition is None:
            return None
        answers = [each for each in asked.answers_of(record.id) if each.variable == condition.id]
        if not any(_is_such(answer, waiting.shown_for, codebook) for answer in answers):
            return waiting
        waiting = condition
    return None


def _is_such(answer: Answer, wanted: str | None, codebook: Codebook) -> bool:
    """Return whether an answer is the wanted one; a choice also is each of the choices above it."""
    choice = codebook.choices.get(answer.choice or "")
    values = {each.value for each in codebook.path(choice)} if choice else {answer.value}
    return wanted is None or wanted in values


def all_unanswered(records: ArticleRecords, codebook: Codebook, asked: Questions) -> list[tuple[Record, Variable]]:
    """Return the required variables without an answer of an article, its claims and its numbers, in text order."""
    found = records.in_text_order((*records.claims, *records.numbers))
    every: list[Record] = [records.article, *(records.claims.get(each) or records.numbers[each] for each in found)]
    return [(each, variable) for each in every for variable in unanswered(each, codebook, asked)]


def unanswered(record: Record, codebook: Codebook, asked: Questions) -> list[Variable]:
    """Return the required variables that are asked of a record and have no answer, in order."""
    answered = {each.variable for each in asked.answers_of(record.id)}
    return [
        each
        for each in codebook.variables_of(type(record))
        if each.required and each.id not in answered and is_asked(each, record, codebook, asked)
    ]
