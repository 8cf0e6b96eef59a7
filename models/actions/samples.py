"""What can be done with samples of articles."""

from collections.abc import Iterable
from dataclasses import replace

from models.edits import Edit, changed, made
from models.entities import Article, Drawn, Sample
from models.errors import OnrecordError
from models.references import deletion
from models.sampling.definition import Definition, definition_of, read_definition, write_definition
from models.sampling.drawing import draw, hash_of
from models.sampling.plan import Outcome
from models.sampling.samples import Samples
from models.text.typed_text import typed_line
from models.translation import _

NOTHING_CHANGED = _("Nothing was changed.")


def keep_sample(samples: Samples, name: str, outcome: Outcome, definition: Definition) -> Edit:
    """Keep the articles that were drawn as a sample with a new name.

    Raises OnrecordError if the name cannot be used, or if nothing was drawn.
    """
    if not outcome.drawn:
        raise OnrecordError(_("No article could be drawn."), NOTHING_CHANGED, _("Choose another size or population."))
    sample = Sample(
        name=_usable(samples, name),
        method=outcome.plan.method,
        seed=outcome.plan.seed,
        population=len(outcome.population),
        definition=write_definition(definition),
    )
    rows = (Drawn(sample=sample.id, article=each, position=place) for place, each in enumerate(outcome.drawn))
    return Edit(_("Draw sample “{name}”").format(name=sample.name), (made(sample), *map(made, rows)))


def enlarge_sample(samples: Samples, sample: Sample, articles: Iterable[Article], more: int, program: str) -> Edit:
    """Add to a sample what a larger draw with the same seed has besides: of the same articles, in the same way.

    `articles` are those that meet the conditions of the sample now; those that came later do not count. `more` is what
    is added to the size of its plan. `program` is the version of Onrecord. Raises OnrecordError if the articles are
    others than before, or if there are no more.
    """
    before = read_definition(sample)
    if before is None:
        raise OnrecordError(
            _("The sample “{name}” was drawn by a later version of Onrecord.").format(name=sample.name), NOTHING_CHANGED
        )
    then = [each for each in articles if (each.made_at or "") <= (sample.made_at or "")]
    outcome = draw(then, replace(before.plan, size=before.plan.size + more))
    if hash_of(outcome.population) != before.sha256:
        raise _other_population(before, len(outcome.population))
    drawn = samples.drawn_in(sample.id)
    added = [each for each in outcome.drawn if each not in {row.article for row in drawn}]
    if not added:
        raise OnrecordError(_("No further article can be drawn."), NOTHING_CHANGED)
    sizes = (*before.sizes, before.drawn)
    definition = definition_of(outcome, program, before.conditions, before.view, sizes)
    first = max((each.position for each in drawn), default=-1) + 1
    rows = (Drawn(sample=sample.id, article=each, position=first + place) for place, each in enumerate(added))
    label = _("Enlarge sample “{name}”").format(name=sample.name)
    return Edit(label, (changed(sample, definition=write_definition(definition)), *map(made, rows)))


def _other_population(before: Definition, now: int) -> OnrecordError:
    what = _(
        "The sample was drawn from {before:,} articles, and these are no longer the same: {now:,} meet its conditions "
        "now, without those that came later."
    )
    return OnrecordError(
        what.format(before=before.population, now=now),
        NOTHING_CHANGED,
        _("Articles may have been deleted or changed since. Undo that, or draw a new sample."),
    )


def rename_sample(samples: Samples, sample: Sample, name: str) -> Edit:
    """Give a sample another name. Raises OnrecordError if it cannot be used."""
    return Edit(_("Rename sample"), (changed(sample, name=_usable(samples, name, sample)),))


def delete_sample(samples: Samples, sample: Sample) -> Edit:
    """Delete a sample; its articles stay in the project with all their records."""
    rows = samples.drawn_in(sample.id)
    return Edit(_("Delete sample “{name}”").format(name=sample.name), deletion([sample], rows))


def _usable(samples: Samples, typed: str, sample: Sample | None = None) -> str:
    """Return the name that was typed, on one line. Raises OnrecordError if it is empty or another sample has it."""
    name = typed_line(typed)
    if name is None:
        raise OnrecordError(_("A sample needs a name."), NOTHING_CHANGED)
    known = samples.named(name)
    if known and known != sample:
        raise OnrecordError(
            _("There is a sample “{name}” already.").format(name=known.name), NOTHING_CHANGED, _("Choose another name.")
        )
    return name
