"""What can be done with the variables of the codebook."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import Any

from models.attributes.kinds import Questions
from models.codebook.codebook import Codebook, next_position
from models.codebook.kinds import KINDS
from models.codebook.kinds.answer_kind import SAYS, AnswerKind
from models.codebook.naming import NAME, RESERVED
from models.edits import Change, Edit, changed, deleted, made
from models.entities import SUBJECTS, Anchor, Answer, Choice, Claim, Number, Variable
from models.errors import OnrecordError
from models.ids import Id, new_id
from models.references import deletion
from models.text.folding import folded
from models.translation import _

NOTHING_SAID: dict[str, Any] = dict.fromkeys(SAYS)

NOTHING_CHANGED = _("Nothing was changed.")


def add_variable(codebook: Codebook, variable: Variable) -> Edit:
    """Add a variable after the others. Raises OnrecordError if its name or its condition cannot be used."""
    new = replace(variable, position=variable.position or next_position(codebook.variables.values()))
    _expect_usable(codebook, new)
    return Edit(_("New variable"), (made(new),))


def change_variable(codebook: Codebook, variable: Variable, **fields: Any) -> Edit:
    """Change anything of a variable but its kind and subject. Raises OnrecordError as `add_variable` does."""
    if not fields.get("shown_if", variable.shown_if):
        fields["shown_for"] = None
    new = replace(variable, **fields)
    _expect_usable(codebook, new)
    return Edit(_("Change variable"), (Change(variable, new),))


def move_variable(codebook: Codebook, variable: Variable, by: int) -> Edit:
    """Move a variable by some places among those about the same kind of record."""
    order = codebook.variables_of(SUBJECTS[variable.subject])
    at = order.index(codebook.variables[variable.id])
    order.insert(max(0, at + by), order.pop(at))
    return Edit(_("Move variable"), tuple(changed(each, position=place) for place, each in enumerate(order, 1)))


def delete_variable(codebook: Codebook, variable: Variable, answers: Iterable[Answer]) -> Edit:
    """Delete a variable with its choices and examples, and all its answers, which are given."""
    gone = [variable, *codebook.choices_of(variable.id)]
    anchors = [each for each in codebook.anchors.values() if each.variable == variable.id]
    freed = [
        changed(each, shown_if=None, shown_for=None)
        for each in codebook.variables.values()
        if each.shown_if == variable.id and each.id != variable.id
    ]
    return Edit(_("Delete variable"), (*freed, *deletion(gone, (*answers, *anchors))))


def change_kind(  # noqa: PLR0913
    codebook: Codebook,
    variable: Variable,
    kind: str,
    answers: Iterable[Answer],
    asked: Questions,
    *,
    keep_answers: bool = True,
) -> Edit:
    """Give a variable another kind, and convert all its answers, which are given.

    Choices become the words they are shown by, and words that name a choice become that choice. An answer that the new
    kind cannot read stays with `keep_answers`, as a value that does not fit, and is deleted otherwise. A variable that
    is asked only for one of the answers waits for the same answer of the new kind, or is always asked if there is none.
    """
    new = replace(variable, kind=kind)
    before, after = KINDS[variable.kind](variable, codebook), KINDS[kind](replace(new, open_ended=False), codebook)
    by_subject: dict[Id, list[Answer]] = {}
    for answer in answers:
        by_subject.setdefault(answer.subject, []).append(answer)
    converted = (
        change
        for several in by_subject.values()
        for change in _converted(several, before, after, asked, keep_unfit=keep_answers)
    )
    waiting = _conditions_followed(codebook, variable, before, after)
    return Edit(_("Change kind of variable"), (Change(variable, new), *waiting, *converted))


def _conditions_followed(
    codebook: Codebook, variable: Variable, before: AnswerKind, after: AnswerKind
) -> Iterator[Change]:
    """Yield the changes of the variables that wait for an answer of a variable whose kind changes."""
    if (before.has_choices and after.has_choices) or not (before.conditions() or after.conditions()):
        return
    words = {value: words for words, value in before.conditions()}
    offered = {folded(words): value for words, value in after.conditions()}
    for each in codebook.variables.values():
        if each.shown_if == variable.id and each.shown_for is not None:
            same = offered.get(folded(words.get(each.shown_for, each.shown_for)))
            yield changed(each, shown_if=variable.id if same else None, shown_for=same)


def _converted(
    answers: Sequence[Answer], before: AnswerKind, after: AnswerKind, asked: Questions, *, keep_unfit: bool
) -> Iterable[Change]:
    words = before.edit_text(before.value(answers, asked))
    try:
        value = after.parse(words, asked)
    except OnrecordError:
        value = None
    if value is None or any(True for _row in after.new_rows(value, asked)):
        said = [{"value": words}] if keep_unfit else []
    else:
        said = [*after.saying(value)]
    for answer, says in zip_longest(answers, said):
        if says is None:
            yield deleted(answer)
        elif answer is None:
            yield made(replace(answers[0], id=new_id(), **{**NOTHING_SAID, **says}))
        else:
            yield changed(answer, **{**NOTHING_SAID, **says})


def pin_example(variable: Variable, choice: Choice | None, record: Claim | Number, words: str, place: str) -> Edit:
    """Show a claim or number, with its words, as an example of a variable or one of its choices.

    `place` names its article in words.
    """
    anchor = Anchor(
        variable=variable.id,
        choice=choice.id if choice else None,
        words=words,
        place=place,
        article=record.article,
        claim=record.id if isinstance(record, Claim) else None,
        number=record.id if isinstance(record, Number) else None,
    )
    return Edit(_("Pin example"), (made(anchor),))


def unpin_example(anchor: Anchor) -> Edit:
    """Take an example away."""
    return Edit(_("Remove example"), (deleted(anchor),))


def _expect_usable(codebook: Codebook, variable: Variable) -> None:
    if not NAME.fullmatch(variable.name):
        raise OnrecordError(
            _("“{name}” cannot be the name of a variable.").format(name=variable.name),
            NOTHING_CHANGED,
            _("A name begins with a letter from a to z, and has only such letters, digits and “_”."),
        )
    known = codebook.named(variable.name)
    if variable.name in RESERVED or (known and known.id != variable.id):
        raise OnrecordError(
            _("The name “{name}” is in use already.").format(name=variable.name),
            NOTHING_CHANGED,
            _("Choose another name."),
        )
    if variable.kind not in KINDS:
        raise OnrecordError(_("“{kind}” is not a kind of variable.").format(kind=variable.kind), NOTHING_CHANGED)
    _expect_no_circle(codebook, variable)


def _expect_no_circle(codebook: Codebook, variable: Variable) -> None:
    condition = codebook.variables.get(variable.shown_if or "")
    while condition is not None:
        if condition.id == variable.id:
            raise OnrecordError(
                _("“{variable}” would depend on itself.").format(variable=variable.label), NOTHING_CHANGED
            )
        if condition.subject is not variable.subject:
            raise OnrecordError(
                _("“{variable}” can depend only on a variable about the same kind of record.").format(
                    variable=variable.label
                ),
                NOTHING_CHANGED,
            )
        condition = codebook.variables.get(condition.shown_if or "")
