"""The samples of a project in memory, with the articles in each, kept in step with the file by each edit."""

from collections.abc import Iterable, Mapping
from typing import Any

from models.attributes.comparing import MEMBERS
from models.attributes.kinds import Kind, Questions
from models.edits import Edit
from models.entities import Drawn, Sample
from models.errors import OnrecordError
from models.ids import Id
from models.text.folding import folded
from models.translation import _


class Samples:
    """Every sample of a project, and what was drawn. Actions read it; `take` changes it.

    Its mappings are replaced and never changed, so that another thread can go through them meanwhile.
    """

    def __init__(self, samples: Iterable[Sample] = (), drawn: Iterable[Drawn] = ()) -> None:
        self.samples: Mapping[Id, Sample] = {each.id: each for each in samples}
        self.drawn: Mapping[Id, Drawn] = {each.id: each for each in drawn}
        self._of_article: Mapping[Id, tuple[Id, ...]] = {}
        self._sort()

    def take(self, edit: Edit) -> bool:
        """Follow an edit that was applied; return whether it concerned a sample."""
        if not edit.concerns(Sample, Drawn):
            return False
        self.samples = _after(self.samples, edit, Sample)
        self.drawn = _after(self.drawn, edit, Drawn)
        self._sort()
        return True

    def _sort(self) -> None:
        found: dict[Id, tuple[Id, ...]] = {}
        for each in sorted(self.drawn.values(), key=lambda each: each.sample):
            found[each.article] = (*found.get(each.article, ()), each.sample)
        self._of_article = found

    def in_order(self) -> list[Sample]:
        """Return all samples, by their names."""
        return sorted(self.samples.values(), key=lambda each: folded(each.name))

    def named(self, name: str) -> Sample | None:
        """Return the sample with this name, in small or capital letters, or None."""
        return next((each for each in self.in_order() if folded(each.name) == folded(name)), None)

    def of(self, article: Id) -> tuple[Id, ...]:
        """Return the samples that an article is in."""
        return self._of_article.get(article, ())

    def names_of(self, samples: Iterable[Id]) -> list[str]:
        """Return the names of some samples, in their order."""
        wanted = {*samples}
        return [each.name for each in self.in_order() if each.id in wanted]

    def drawn_in(self, sample: Id) -> list[Drawn]:
        """Return what was drawn for a sample, in the order of the lots."""
        return sorted((each for each in self.drawn.values() if each.sample == sample), key=lambda each: each.position)


def expect_sample(samples: Samples, name: str, safe: str) -> Sample:
    """Return the sample with a name. Raises OnrecordError if there is none, with what is `safe`."""
    if found := samples.named(name):
        return found
    known = ", ".join(f"“{each.name}”" for each in samples.in_order())
    raise OnrecordError(
        _("The project has no sample “{name}”.").format(name=name),
        safe,
        _("It has: {samples}.").format(samples=known) if known else _("It has none."),
    )


def _after(rows: Mapping[Id, Any], edit: Edit, kind: type[Any]) -> Mapping[Id, Any]:
    kept = dict(rows)
    for change in edit.changes_of(kind):
        kept.pop(change.row.id, None)
        if change.after is not None:
            kept[change.row.id] = change.after
    return kept


class InSamples(Kind[tuple[Id, ...]]):
    """The samples that an article is in, as lists compare them."""

    comparison = MEMBERS

    def __init__(self, samples: Samples) -> None:
        self._samples = samples

    @property
    def choices(self) -> tuple[str, ...]:
        return tuple(each.name for each in self._samples.in_order())

    def listed_members(self) -> Iterable[tuple[str, str, int]]:
        return ((each.id, each.name, 0) for each in self._samples.in_order())

    def show(self, value: tuple[Id, ...]) -> str:
        return ", ".join(self._samples.names_of(value))

    def own_members(self, value: tuple[Id, ...]) -> tuple[str, ...]:
        return value

    def member(self, typed: str, asked: Questions) -> str:  # noqa: ARG002  # samples are known without asking
        if found := self._samples.named(typed.strip()):
            return found.id
        raise OnrecordError(
            _("“{typed}” is not one of: {choices}.").format(typed=typed.strip(), choices=", ".join(self.choices))
        )

    def member_label(self, member: str, asked: Questions) -> str | None:  # noqa: ARG002
        found = self._samples.samples.get(member)
        return found.name if found else None

    def parse(self, typed: str, asked: Questions) -> tuple[Id, ...]:
        return (self.member(typed, asked),)
