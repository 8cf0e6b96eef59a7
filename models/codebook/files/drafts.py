"""A codebook as files have it: variables, choices and examples that name each other, each with its line."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from models.codebook.codebook import Codebook
from models.codebook.kinds import KINDS
from models.codebook.naming import NAME, RESERVED
from models.entities import Subject
from models.errors import OnrecordError
from models.translation import _

COLOUR = re.compile("#[0-9a-f]{6}")


@dataclass(frozen=True, slots=True, kw_only=True)
class ExampleDraft:
    """An example of a variable, or of a choice with this code; `line` is where it is in the file, from 1."""

    words: str
    place: str | None = None
    choice: str | None = None
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceDraft:
    """A choice, which may name the code of its parent."""

    value: str
    label: str
    definition: str | None = None
    colour: str | None = None
    parent: str | None = None
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class VariableDraft:
    """A variable with its choices and examples; `shown_if` is the name of another variable."""

    name: str
    subject: str
    kind: str
    label: str
    definition: str | None = None
    instruction: str | None = None
    required: bool = False
    open_ended: bool = False
    offered: str | None = None
    shown_if: str | None = None
    shown_for: str | None = None
    choices: list[ChoiceDraft] = field(default_factory=list)
    examples: list[ExampleDraft] = field(default_factory=list)
    line: int = 0


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a codebook cannot be read: the line (from 1; 0 for the file itself), and the reason as a sentence."""

    line: int
    reason: str

    def __str__(self) -> str:
        return _("Line {line}: {reason}").format(line=self.line, reason=self.reason) if self.line else self.reason


class CodebookRefused(OnrecordError):
    """A file is no codebook, or one that contradicts itself; nothing of it was imported."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(
            _("The codebook cannot be read. {problems}").format(problems=" ".join(map(str, self.problems))),
            _("Nothing was imported."),
            _("Correct the file and import it again."),
        )


def drafts_of(codebook: Codebook) -> list[VariableDraft]:
    """Return the codebook of a project as a file has it."""
    order = list(Subject)
    variables = sorted(codebook.variables.values(), key=lambda v: (order.index(v.subject), v.position, v.id))
    return [_draft_of(variable.id, codebook) for variable in variables]


def _draft_of(key: str, codebook: Codebook) -> VariableDraft:
    variable = codebook.variables[key]
    kind = KINDS.get(variable.kind)
    choices = codebook.choices_of(key) if kind and kind.has_choices else ()  # another kind hides those it had before
    condition = codebook.variables.get(variable.shown_if or "")
    return VariableDraft(
        name=variable.name,
        subject=variable.subject,
        kind=variable.kind,
        label=variable.label,
        definition=variable.definition,
        instruction=variable.instruction,
        required=variable.required,
        open_ended=variable.open_ended,
        offered=variable.offered,
        shown_if=condition.name if condition else None,
        shown_for=variable.shown_for,
        choices=[
            ChoiceDraft(
                value=choice.value,
                label=choice.label,
                definition=choice.definition,
                colour=choice.colour,
                parent=codebook.choices[choice.parent].value if choice.parent else None,
            )
            for choice in choices
        ],
        examples=[
            ExampleDraft(words=each.words, place=each.place, choice=code)
            for choice, code in ((None, None), *((each.id, each.value) for each in choices))
            for each in codebook.anchors_of(key, choice)
        ],
    )


def expect_sound(drafts: list[VariableDraft]) -> list[VariableDraft]:
    """Return the drafts of a file. Raises CodebookRefused if they contradict themselves."""
    if problems := [*_problems(drafts)]:
        raise CodebookRefused(problems)
    return drafts


def _problems(drafts: list[VariableDraft]) -> Iterator[Problem]:
    by_name: dict[str, VariableDraft] = {}
    for draft in drafts:
        if draft.name in by_name:
            yield Problem(draft.line, _("The name “{name}” occurs twice.").format(name=draft.name))
        by_name[draft.name] = draft
        yield from _of_variable(draft)
        yield from _of_choices(draft)
    for draft in drafts:
        yield from _of_condition(draft, by_name)


def _of_variable(draft: VariableDraft) -> Iterator[Problem]:
    if not NAME.fullmatch(draft.name) or draft.name in RESERVED:
        yield Problem(draft.line, _("“{name}” cannot be the name of a variable.").format(name=draft.name))
    if draft.subject not in tuple(Subject):
        subjects = ", ".join(Subject)
        unknown = _("“{name}” is not one of: {subjects}.")
        yield Problem(draft.line, unknown.format(name=draft.subject, subjects=subjects))
    if draft.kind not in KINDS:
        unknown = _("“{kind}” is not a kind of variable: {kinds}.")
        yield Problem(draft.line, unknown.format(kind=draft.kind, kinds=", ".join(KINDS)))
    elif draft.choices and not KINDS[draft.kind].has_choices:
        yield Problem(draft.line, _("“{name}” has choices, which its kind does not have.").format(name=draft.name))


def _of_choices(draft: VariableDraft) -> Iterator[Problem]:
    known: dict[str, ChoiceDraft] = {}
    for choice in draft.choices:
        if choice.value in known:
            yield Problem(choice.line, _("The code “{code}” occurs twice.").format(code=choice.value))
        known[choice.value] = choice
        if not choice.value:
            yield Problem(choice.line, _("This choice has no code."))
        if choice.colour and not COLOUR.fullmatch(choice.colour):
            no_colour = _("“{colour}” is not a colour: write one such as #3465a4.")
            yield Problem(choice.line, no_colour.format(colour=choice.colour))
    for choice in draft.choices:
        if choice.parent and choice.parent not in known:
            yield Problem(choice.line, _("There is no choice “{code}” above it.").format(code=choice.parent))
        if _is_in_circle(choice.value, {value: each.parent for value, each in known.items()}):
            yield Problem(choice.line, _("“{code}” is below itself.").format(code=choice.value))
    for example in draft.examples:
        if not example.words:
            yield Problem(example.line, _("This example has no words."))
        if example.choice and example.choice not in known:
            yield Problem(example.line, _("There is no choice “{code}” for this example.").format(code=example.choice))


def _of_condition(draft: VariableDraft, by_name: dict[str, VariableDraft]) -> Iterator[Problem]:
    condition = by_name.get(draft.shown_if or "")
    if draft.shown_if and condition is None:
        yield Problem(draft.line, _("There is no variable “{name}” to depend on.").format(name=draft.shown_if))
    if draft.shown_for and not draft.shown_if:
        yield Problem(draft.line, _("“{name}” depends on an answer of no variable.").format(name=draft.name))
    if condition and condition.subject != draft.subject:
        elsewhere = _("“{name}” depends on a variable about another kind of record.")
        yield Problem(draft.line, elsewhere.format(name=draft.name))
    if condition and condition.choices and draft.shown_for not in {None, *(each.value for each in condition.choices)}:
        missing = _("“{name}” has no choice “{code}” to depend on.")
        yield Problem(draft.line, missing.format(name=condition.name, code=draft.shown_for))
    if _is_in_circle(draft.name, {name: each.shown_if for name, each in by_name.items()}):
        yield Problem(draft.line, _("“{name}” depends on itself.").format(name=draft.name))


def _is_in_circle(start: str, next_of: dict[str, str | None]) -> bool:
    seen, at = set[str](), next_of.get(start)
    while at and at not in seen:
        if at == start:
            return True
        seen.add(at)
        at = next_of.get(at)
    return False
