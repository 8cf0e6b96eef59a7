"""Completions for the answers of a codebook: choices with their levels and definitions, a new one, and the offered
answer.
"""

from collections.abc import Sequence

from gui.editors.offers import Offer, Offers, numbered
from models.codebook.guidance import about_choice
from models.codebook.kinds.answer_kind import AnswerKind
from models.codebook.kinds.choices import OneChoice
from models.entities import Choice
from models.text.finding import choices_meant
from models.translation import _

INDENT = "    "
"""Comes before a choice for each level above it."""


class CodebookOffers:
    """The choices of a variable as a tree, or with their paths by any part of them; at the end, a new one if the
    codebook allows it.
    """

    def __init__(self, kind: OneChoice) -> None:
        self._kind = kind

    def matching(self, typed: str) -> list[Offer]:
        """Return the choices whose path or code contains what was typed, best first; all of them if nothing was."""
        codebook = self._kind.codebook
        choices = codebook.choices_of(self._kind.variable.id)
        if not typed.strip():
            offers = [self._offer(each, INDENT * (len(codebook.path(each)) - 1) + each.label) for each in choices]
            return numbered(offers, [{each.label, each.value} for each in choices])
        found = [self._offer(each, codebook.path_label(each)) for each in self._meant(typed, choices)]
        name = " ".join(typed.split())
        if self._kind.variable.open_ended and not self._kind.named_by(name):
            found.append(Offer(_("New choice “{label}”").format(label=name), name))
        return found

    def _meant(self, typed: str, choices: Sequence[Choice]) -> list[Choice]:
        """Return the choices that typed words can mean by their labels, paths and codes, best first."""
        named: dict[str, list[Choice]] = {}
        for choice in choices:
            for name in (choice.label, self._kind.codebook.path_label(choice), choice.value):
                named.setdefault(name, []).append(choice)
        return list(dict.fromkeys(choice for name in choices_meant(typed, named) for choice in named[name]))

    def _offer(self, choice: Choice, text: str) -> Offer:
        return Offer(text, self._kind.write(choice), about=about_choice(choice, self._kind.codebook))


class OfferedAnswer:
    """The answer that a variable offers, in italics before all others, as long as nothing is typed."""

    def __init__(self, kind: AnswerKind, others: Offers | None) -> None:
        self._answer, self._others = kind.variable.offered or "", others

    def matching(self, typed: str) -> list[Offer]:
        """Return the other completions, after the offered answer if nothing was typed."""
        others = self._others.matching(typed) if self._others else ()
        first = [] if typed.strip() else [Offer(f"{self._answer}?", self._answer, fits=False, guess=True)]
        return [*first, *others]
