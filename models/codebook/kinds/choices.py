"""Variables that are answered with one or several of the choices of the codebook."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from models.attributes.cell_kinds import CellKind
from models.attributes.comparing import MEMBERS
from models.attributes.kinds import Questions
from models.codebook.codebook import LEVELS, next_position
from models.codebook.kinds.answer_kind import AnswerCell, AnswerKind
from models.codebook.naming import free_code, proposed_code
from models.entities import Answer, Choice, Record
from models.errors import OnrecordError
from models.ids import Id
from models.text.finding import search_words
from models.text.folding import folded
from models.text.name_lists import join_names, split_names
from models.text.typed_text import typed_line
from models.translation import _

MOST_LISTED = 12
"""Choices that a message lists."""


class OneChoice(AnswerKind):
    """One of the choices of the variable. It is typed by its label, its code, or as far as only one begins so.

    If choices can be added while coding, it is typed in full, since any other words make a new choice.
    """

    name, label = "choice", _("Choice")
    has_choices = True
    comparison = MEMBERS

    @property
    def choices(self) -> tuple[str, ...]:
        return tuple(map(self.write, self._all()))

    def _all(self) -> tuple[Choice, ...]:
        return self.codebook.choices_of(self.variable.id)

    def conditions(self) -> Sequence[tuple[str, str]]:
        return [(self.codebook.path_label(each), each.value) for each in self._all()]

    def meant(self, answers: Sequence[Answer], asked: Questions) -> Choice | None:
        return self.codebook.choices.get(answers[0].choice or "") if len(answers) == 1 else None

    def saying(self, value: Choice) -> Iterable[dict[str, str]]:
        return [{"choice": value.id}]

    def new_rows(self, value: Choice, asked: Questions) -> Iterable[Record]:
        return () if value.id in self.codebook.choices else (value,)

    def write(self, value: Choice) -> str:
        return self.codebook.shown_label(value)

    def sort_key(self, value: Choice) -> str:
        """Return the place of a choice in the codebook, so that "low" comes before "high".

        It is made of the positions of the choice and of those above it, so that no other choice changes it.
        """
        return "/".join(f"{each.position:06}" for each in self.codebook.path(value))

    def members(self, value: Choice | tuple[Choice, ...]) -> set[str]:
        """Return the ids of a value's choices, and of those above them."""
        choices = value if isinstance(value, tuple) else (value,)
        return {above.id for each in choices for above in self.codebook.path(each)}

    def own_members(self, value: Choice | tuple[Choice, ...]) -> tuple[str, ...]:
        return tuple(each.id for each in (value if isinstance(value, tuple) else (value,)))

    def member(self, typed: str, asked: Questions) -> str:
        found = self.named_by(typed)
        if len(found) != 1:
            raise self._not_one(typed, found)
        return found[0].id

    def member_label(self, member: str, asked: Questions) -> str | None:
        found = self.codebook.choices.get(member)
        return self.codebook.shown_label(found) if found else None

    def cells(self, codes: bool) -> tuple[AnswerCell, ...]:
        """Return the choice itself, and if there are levels, its path and the choice at each level."""
        written = self._written(codes)
        choices = tuple(map(written, self._all()))
        own = AnswerCell("", CellKind.CHOICE if choices else CellKind.TEXT, self.described(), written, choices)
        depth = self.codebook.depth(self.variable.id)
        if depth < 2:
            return (own,)
        path = _("The choice under “{variable}”, after those above it.").format(variable=self.variable.label)
        level = _("The choice at level {level} under “{variable}”.")
        return (
            own,
            AnswerCell("_path", CellKind.TEXT, path, partial(self._path, written)),
            *(
                AnswerCell(
                    f"_level_{number + 1}",
                    CellKind.TEXT,
                    level.format(level=number + 1, variable=self.variable.label),
                    partial(self._at_level, number, written),
                )
                for number in range(depth)
            ),
        )

    def _written(self, codes: bool) -> Callable[[Choice], str]:
        return (lambda choice: choice.value) if codes else (lambda choice: OneChoice.write(self, choice))

    def _path(self, written: Callable[[Choice], str], choice: Choice) -> str:
        return LEVELS.join(map(written, self.codebook.path(choice)))

    def _at_level(self, level: int, written: Callable[[Choice], str], choice: Choice) -> str | None:
        path = self.codebook.path(choice)
        return written(path[level]) if level < len(path) else None

    def parse(self, typed: str, asked: Questions) -> Choice | None:
        return self._choice(typed)

    def _choice(self, typed: str, new: Sequence[Choice] = ()) -> Choice:
        """Return the choice that was typed, or a new one if the codebook allows it, besides other `new` ones. Raises
        OnrecordError.
        """
        found = self.named_by(typed, new)
        label = typed_line(typed)
        if len(found) == 1:
            return found[0]
        if not found and self.variable.open_ended and label:
            return self._new(label, (*self._all(), *new))
        raise self._not_one(typed, found)

    def _not_one(self, typed: str, found: Sequence[Choice]) -> OnrecordError:
        """Return the error for words that name several choices, or none."""
        listed = found or self._all()
        named = join_names(map(self.write, listed[:MOST_LISTED])) + (" …" if len(listed) > MOST_LISTED else "")
        reason = (
            _("“{typed}” could be several choices: {choices}.")
            if found
            else _("“{typed}” is not one of the choices: {choices}.")
        )
        return OnrecordError(reason.format(typed=typed.strip(), choices=named), _("Nothing was changed."))

    def named_by(self, typed: str, new: Sequence[Choice] = ()) -> list[Choice]:
        """Return the choices, also among `new` ones, that words name: in full, or else, where no choice can be added,
        as a beginning.
        """
        wanted = " ".join(search_words(typed))
        names = {each: self._names(each) for each in (*self._all(), *new)}
        exact = [each for each, known in names.items() if wanted in known]
        if exact or self.variable.open_ended:
            return exact
        return [each for each, known in names.items() if any(name.startswith(wanted) for name in known)]

    def _names(self, choice: Choice) -> set[str]:
        return {folded(name) for name in (choice.label, choice.value, self.codebook.path_label(choice))}

    def _new(self, label: str, known: Sequence[Choice]) -> Choice:
        code = free_code(label, {each.value for each in known})
        position = next_position(each for each in known if each.parent is None)
        return Choice(variable=self.variable.id, value=code, label=label, position=position)


class SeveralChoices(OneChoice):
    """Any number of the choices, separated by semicolons where they are typed."""

    name, label = "choices", _("Several choices")
    several = True

    def meant(  # type: ignore[override]  # several of what one choice is
        self, answers: Sequence[Answer], asked: Questions
    ) -> tuple[Choice, ...] | None:
        known = {answer.choice for answer in answers}
        found = tuple(each for each in self._all() if each.id in known)
        return found if len(found) == len(answers) else None

    def saying(self, value: tuple[Choice, ...]) -> Iterable[dict[str, str]]:  # type: ignore[override]
        return [{"choice": each.id} for each in value]

    def new_rows(self, value: tuple[Choice, ...], asked: Questions) -> Iterable[Record]:  # type: ignore[override]
        return [each for each in value if each.id not in self.codebook.choices]

    def write(self, value: Choice | tuple[Choice, ...]) -> str:
        return join_names(map(super().write, value)) if isinstance(value, tuple) else super().write(value)

    def cells(self, codes: bool) -> tuple[AnswerCell, ...]:
        written = self._written(codes)
        return (AnswerCell("", CellKind.LIST, self.described(), lambda several: join_names(map(written, several))),)

    def indicators(self, codes: bool) -> tuple[AnswerCell, ...]:
        written = self._written(codes)
        described = _("1 if “{choice}” itself is among the choices under “{variable}”, and 0 if only others are.")
        return tuple(
            AnswerCell(
                f"_{proposed_code(choice.value) or place}",
                CellKind.INTEGER,
                described.format(choice=written(choice), variable=self.variable.label),
                partial(_is_among, choice.id),
            )
            for place, choice in enumerate(self._all(), 1)
        )

    def sort_key(self, value: tuple[Choice, ...]) -> str:  # type: ignore[override]
        return super().sort_key(value[0])

    def parse(self, typed: str, asked: Questions) -> tuple[Choice, ...] | None:  # type: ignore[override]
        found: list[Choice] = []
        for each in split_names(typed):
            choice = self._choice(each, [choice for choice in found if choice.id not in self.codebook.choices])
            found += [choice] * (choice not in found)
        return tuple(found) or None


def _is_among(choice: Id, several: tuple[Choice, ...]) -> int:
    return int(any(each.id == choice for each in several))
