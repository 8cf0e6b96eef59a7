"""Make the lines of the tables that relate to those of the records: aliases, spans, answers, the codebook and coders.

Each line is a named tuple, whose fields are the cells.
"""

from collections.abc import Iterator
from operator import attrgetter
from typing import NamedTuple

from models.attributes.kinds import YES
from models.codebook.codebook import Codebook
from models.entities import Anchor, Answer, Choice, Subject, Variable
from models.exports.lines import Lines, SomeLines
from models.ids import Id
from models.registry import Registry
from models.store.exported_cells import ArticleCells, ExportedCells
from models.store.snapshot import Snapshot


class AliasLine(NamedTuple):
    """An alias, with the name of its speaker."""

    id: Id
    speaker: Id
    speaker_name: str
    name: str
    coder: str | None
    made_at: str | None
    changed_at: str | None


class AnswerLine(NamedTuple):
    """An answer. `code` is that of a choice, `named` a speaker, and `answer` what it says in words or figures."""

    id: Id
    variable_id: Id
    variable: str
    about: str
    article: Id | None
    claim: Id | None
    number: Id | None
    speaker: Id | None
    choice: Id | None
    code: str | None
    named: Id | None
    answer: str | None
    coder: str | None
    made_at: str | None
    changed_at: str | None


class CodebookLine(NamedTuple):
    """A variable, one of its choices, or one of its examples; the fields are those of a codebook's file, with ids."""

    id: Id
    variable: str
    choice: str | None = None
    example: str | None = None
    label: str | None = None
    about: str | None = None
    kind: str | None = None
    definition: str | None = None
    instruction: str | None = None
    required: str | None = None
    open_ended: str | None = None
    offered: str | None = None
    shown_if: str | None = None
    shown_for: str | None = None
    parent: str | None = None
    level: int | None = None
    colour: str | None = None
    place: str | None = None
    coder: str | None = None
    made_at: str | None = None
    changed_at: str | None = None


class RelatedLines:
    """Makes the lines of one state of a project."""

    def __init__(self, snapshot: Snapshot, codebook: Codebook, registry: Registry) -> None:
        self._snapshot, self._codebook, self._registry = snapshot, codebook, registry

    def of_project(self) -> SomeLines:
        """Return the lines that belong to no article."""
        about_speakers = (
            answer
            for speaker in self._registry.speakers
            for answer in sorted(self._registry.answers_of(speaker), key=attrgetter("id"))
        )
        return {
            Lines.ALIASES: self._aliases(),
            Lines.ANSWERS: map(self._answer, about_speakers),
            Lines.CODERS: self._snapshot.coders(),
            Lines.CODEBOOK: self._codebook_lines(),
            Lines.EDITS: self._snapshot.edits(),
            Lines.ACTIVE_TIMES: self._snapshot.active_times(),
        }

    def of_article(self, article: ArticleCells, project: ExportedCells) -> SomeLines:
        """Return the lines of an article, which is the one that is being read."""
        return {
            Lines.SPANS: project.spans(article),
            Lines.ANSWERS: map(self._answer, sorted(project.answers.here(), key=attrgetter("id"))),
        }

    def _aliases(self) -> Iterator[AliasLine]:
        for speaker in self._registry.speakers.values():
            for alias in self._registry.aliases_of(speaker.id):
                yield AliasLine(
                    *(alias.id, speaker.id, speaker.name, alias.name), *(alias.coder, alias.made_at, alias.changed_at)
                )

    def _answer(self, answer: Answer) -> AnswerLine:
        variable = self._codebook.variables[answer.variable]
        choice = self._codebook.choices.get(answer.choice or "")
        named = self._registry.speakers.get(answer.named or "")
        words = choice.label if choice else named.name if named else answer.value
        return AnswerLine(
            *(answer.id, variable.id, variable.name, variable.subject),
            *(answer.article, answer.claim, answer.number, answer.speaker),
            *(answer.choice, choice.value if choice else None, answer.named, words),
            *(answer.coder, answer.made_at, answer.changed_at),
        )

    def _codebook_lines(self) -> Iterator[CodebookLine]:
        """Yield each variable, then its examples, and then each of its choices with those of the choice."""
        subjects = list(Subject)
        for variable in sorted(
            self._codebook.variables.values(), key=lambda each: (subjects.index(each.subject), each.position, each.id)
        ):
            yield self._variable(variable)
            yield from map(self._example, self._codebook.anchors_of(variable.id, None))
            for choice in self._codebook.choices_of(variable.id):
                yield self._choice(choice)
                yield from map(self._example, self._codebook.anchors_of(variable.id, choice.id))

    def _variable(self, variable: Variable) -> CodebookLine:
        condition = self._codebook.variables[variable.shown_if].name if variable.shown_if else None
        return CodebookLine(
            variable.id,
            variable.name,
            label=variable.label,
            about=variable.subject,
            kind=variable.kind,
            definition=variable.definition,
            instruction=variable.instruction,
            required=YES if variable.required else None,
            open_ended=YES if variable.open_ended else None,
            offered=variable.offered,
            shown_if=condition,
            shown_for=variable.shown_for,
            coder=variable.coder,
            made_at=variable.made_at,
            changed_at=variable.changed_at,
        )

    def _choice(self, choice: Choice) -> CodebookLine:
        path = self._codebook.path(choice)
        return CodebookLine(
            choice.id,
            self._codebook.variables[choice.variable].name,
            choice.value,
            label=choice.label,
            definition=choice.definition,
            parent=path[-2].value if len(path) > 1 else None,
            level=len(path),
            colour=choice.colour,
            coder=choice.coder,
            made_at=choice.made_at,
            changed_at=choice.changed_at,
        )

    def _example(self, anchor: Anchor) -> CodebookLine:
        choice = self._codebook.choices[anchor.choice].value if anchor.choice else None
        return CodebookLine(
            anchor.id,
            self._codebook.variables[anchor.variable].name,
            choice,
            anchor.words,
            place=anchor.place,
            coder=anchor.coder,
            made_at=anchor.made_at,
            changed_at=anchor.changed_at,
        )
