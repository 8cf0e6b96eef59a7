"""Write what a method section needs to know of a sample as JSON, as the file keeps it, and read it again."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from models.entities import Sample
from models.sampling.drawing import hash_of
from models.sampling.plan import Outcome, Plan, Stratum
from models.text.reading_json import read_json

FORMAT = 1
"""The number of the form in which definitions are written now."""

PLANNED = ("size", "equal", "unknown", "of_a_day", "each_outlet", "first", "last")
"""The fields of a plan that a definition keeps; its method and seed are in the sample itself."""


@dataclass(frozen=True, slots=True)
class Definition:
    """How a sample was drawn, from which articles, and what came of it.

    `population` counts the articles that could be drawn, and `sha256` is that of their ids (`drawing.hash_of`).
    `conditions` say in words which articles of the project they are; none if they are all. `view` are the same
    conditions as views keep them. `program` is the version of Onrecord. `sizes` are how many articles the sample had
    before it was enlarged each time. The others are those of the `Outcome`.
    """

    plan: Plan
    population: int
    sha256: str
    drawn: int
    strata: tuple[Stratum, ...]
    program: str
    conditions: tuple[str, ...] = ()
    view: str = ""
    left_out: int = 0
    first: str | None = None
    last: str | None = None
    short: int = 0
    sizes: tuple[int, ...] = ()


def definition_of(
    outcome: Outcome, program: str, conditions: Sequence[str] = (), view: str = "", sizes: Sequence[int] = ()
) -> Definition:
    """Return what is kept of a draw."""
    return Definition(
        plan=outcome.plan,
        population=len(outcome.population),
        sha256=hash_of(outcome.population),
        drawn=len(outcome.drawn),
        strata=outcome.strata,
        program=program,
        conditions=tuple(conditions),
        view=view,
        left_out=outcome.left_out,
        first=outcome.first,
        last=outcome.last,
        short=outcome.short,
        sizes=tuple(sizes),
    )


def write_definition(definition: Definition) -> str:
    """Write a definition."""
    written: dict[str, Any] = {
        "format": FORMAT,
        "program": definition.program,
        "plan": {name: getattr(definition.plan, name) for name in PLANNED},
        "sha256": definition.sha256,
        "drawn": definition.drawn,
        "strata": [[each.name, each.population, each.drawn, each.outlet] for each in definition.strata],
        "conditions": definition.conditions,
        "view": definition.view,
        "left_out": definition.left_out,
        "period": [definition.first, definition.last],
        "short": definition.short,
        "sizes": definition.sizes,
    }
    return json.dumps(written, ensure_ascii=False, separators=(",", ":"))


def read_definition(sample: Sample) -> Definition | None:
    """Read how a sample was drawn; None if it was drawn by a later program that writes this in another form."""
    try:
        found = read_json(sample.definition)
        if not isinstance(found, dict) or found.get("format") != FORMAT:
            return None
        return _definition(sample, found)
    except (ValueError, LookupError, TypeError):
        return None


def _definition(sample: Sample, found: dict[str, Any]) -> Definition:
    first, last = found["period"]
    return Definition(
        plan=Plan(sample.method, seed=sample.seed, **found["plan"]),
        population=sample.population,
        sha256=found["sha256"],
        drawn=found["drawn"],
        strata=tuple(Stratum(*each) for each in found["strata"]),
        program=found["program"],
        conditions=tuple(found["conditions"]),
        view=found["view"],
        left_out=found["left_out"],
        first=first,
        last=last,
        short=found["short"],
        sizes=tuple(found["sizes"]),
    )
