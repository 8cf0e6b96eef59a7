"""Questions for the reader: what a draw of the articles of a project would give."""

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version
from typing import TYPE_CHECKING

from gui.project.project import Project
from models.lines.article_line import MEASURED
from models.lines.listed_articles import conditions_in_words, listed_articles
from models.sampling.definition import Definition, definition_of
from models.sampling.drawing import draw
from models.sampling.plan import Outcome, Plan
from models.views.definition import Definition as Shown
from models.views.definition import read_view, write_view

if TYPE_CHECKING:
    from models.entities import Article
    from models.store.view import StoreView

PROGRAM = version("onrecord")
EVERYTHING = Shown()


@dataclass(frozen=True, slots=True)
class Preview:
    """What a draw gives, and how it would be reported."""

    outcome: Outcome
    definition: Definition


def articles_of(project: Project, view: "StoreView", shown: Shown) -> "list[Article]":
    """Return the articles that a view shows, as the file has them."""
    order = shown.order
    lines = view.articles(measured=any(map(order.is_about, MEASURED)))
    found = listed_articles(view.piecewise(lines), order, project.codebook, project.registry, project.samples)
    return [line.article for line in found]


def preview(project: Project, view: "StoreView", plan: Plan, shown: Shown) -> Preview:
    """Return what a draw of the articles that a view shows would give."""
    outcome = draw(articles_of(project, view, shown), plan)
    conditions: Sequence[str] = conditions_in_words(shown.order, project.codebook, project.registry, project.samples)
    written = write_view(Shown(conditions=shown.conditions, text=shown.text)) if conditions else ""
    return Preview(outcome, definition_of(outcome, PROGRAM, conditions, written))


def population_of(definition: Definition) -> Shown:
    """Return the view of the articles that a sample was drawn from."""
    return (read_view(definition.view) if definition.view else None) or EVERYTHING
