"""`onrecord sample`: draw articles at random."""

from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

import click

from models.actions.samples import enlarge_sample, keep_sample
from models.cli.output import say
from models.cli.projects import open_project
from models.coder import default_coder
from models.edits import Edit
from models.entities import Sample, SampleMethod
from models.errors import OnrecordError
from models.lines.article_line import MEASURED, ArticleLine
from models.lines.listed_articles import conditions_in_words, listed_articles
from models.lines.order import Order
from models.sampling.definition import definition_of, read_definition
from models.sampling.drawing import draw
from models.sampling.lots import new_seed
from models.sampling.plan import Plan
from models.sampling.reporting import report
from models.sampling.samples import expect_sample
from models.store import Store
from models.translation import _
from models.views.definition import Definition as Shown
from models.views.definition import read_view, write_view


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the command names."""

    name: str
    size: int
    method: str
    seed: int | None
    equal: bool
    known_only: bool
    of_a_day: int | None
    each_outlet: bool
    first: datetime | None
    last: datetime | None
    view: str | None
    enlarge: bool
    coder: str | None

    @property
    def plan(self) -> Plan:
        """Return the plan of a new sample."""
        return Plan(
            SampleMethod(self.method.replace("-", " ")),
            self.size,
            self.seed if self.seed is not None else new_seed(),
            equal=self.equal,
            unknown=not self.known_only,
            of_a_day=self.of_a_day,
            each_outlet=self.each_outlet,
            first=self.first.date().isoformat() if self.first else None,
            last=self.last.date().isoformat() if self.last else None,
        )


def run(project: Path, asked: Asked) -> None:
    """Draw a sample or enlarge one, and print how it was drawn and the titles, in the order of the lots.

    Raises OnrecordError; nothing was changed then.
    """
    with open_project(project) as store:
        edit = _enlarged(store, asked) if asked.enlarge else _drawn(store, asked)
        now = datetime.now(UTC).isoformat(timespec="milliseconds")
        store.apply(edit.stamped(asked.coder or default_coder(), now))
        sample = expect_sample(store.samples(), asked.name, "")
        _print(sample)
        titles = {line.id: line.title for line in store.articles()}
        for each in store.samples().drawn_in(sample.id):
            click.echo(titles[each.article])


def list_samples(project: Path) -> None:
    """Print the samples of a project, each with how it was drawn."""
    with open_project(project, read_only=True) as store:
        samples = store.samples().in_order()
    for each in samples:
        _print(each)
    if not samples:
        say(_("The project has no samples."))


def _print(sample: Sample) -> None:
    definition = read_definition(sample)
    said = report(definition) if definition else _("It was drawn by a later version of Onrecord.")
    click.echo(_("“{name}”: {report}").format(name=sample.name, report=said))


def _drawn(store: Store, asked: Asked) -> Edit:
    order, view = Order(), ""
    if asked.view is not None:
        shown = _view(store, asked.view)
        order, view = shown.order, write_view(shown)
    outcome = draw((line.article for line in _listed(store, order)), asked.plan)
    conditions = conditions_in_words(order, store.codebook(), store.registry(), store.samples())
    definition = definition_of(outcome, version("onrecord"), conditions, view)
    return keep_sample(store.samples(), asked.name, outcome, definition)


def _enlarged(store: Store, asked: Asked) -> Edit:
    samples = store.samples()
    sample = expect_sample(samples, asked.name, _("Nothing was changed."))
    definition = read_definition(sample)
    shown = read_view(definition.view) if definition and definition.view else None
    lines = _listed(store, shown.order if shown else Order())
    return enlarge_sample(samples, sample, [line.article for line in lines], asked.size, version("onrecord"))


def _listed(store: Store, order: Order) -> list[ArticleLine]:
    lines = store.articles(measured=any(map(order.is_about, MEASURED)))
    return listed_articles(lines, order, store.codebook(), store.registry(), store.samples())


def _view(store: Store, name: str) -> Shown:
    """Return what a view of the articles shows. Raises OnrecordError if there is none that can be read."""
    views = store.views()
    found = views.named("articles", name)
    shown = read_view(found.definition) if found else None
    if shown:
        return shown
    known = ", ".join(f"“{each.name}”" for each in views.of("articles"))
    raise OnrecordError(
        _("The project has no view “{name}” of the articles that can be read.").format(name=name),
        _("Nothing was changed."),
        _("It has: {views}.").format(views=known) if known else _("It has none."),
    )
