"""What a draw is asked for, and what came of it."""

from dataclasses import dataclass

from models.entities import SampleMethod
from models.ids import Id


@dataclass(frozen=True, slots=True)
class Plan:
    """How articles are to be drawn.

    `size` counts articles; if strata are `equal`, those of each stratum; for constructed weeks it counts weeks. Without
    `unknown`, articles without an outlet or a date are left out where the method asks for it; with it, they are a
    stratum. For constructed weeks, `of_a_day` is how many articles of a date are drawn (None: all), and `each_outlet`
    draws dates for every outlet separately. `first` and `last` are the ends of the period (YYYY-MM-DD), by default
    those of the articles.
    """

    method: SampleMethod
    size: int
    seed: int
    equal: bool = False
    unknown: bool = True
    of_a_day: int | None = None
    each_outlet: bool = False
    first: str | None = None
    last: str | None = None


@dataclass(frozen=True, slots=True)
class Stratum:
    """A part of the population from which articles are drawn separately: all, an outlet, a month, or a date.

    `name` is that of the outlet, a month (2015-01) or a date (2015-01-23), and None where articles have none;
    `outlet` is that of a date, if dates were drawn for every outlet.
    """

    name: str | None
    population: int
    drawn: int
    outlet: str | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a draw gave: articles in the order of their lots, by strata.

    `population` are the articles that could be drawn, sorted by id; `left_out` counts the others that were given.
    For constructed weeks, `first` and `last` are the ends of the period, and `short` says for how many dates there
    were too few in it.
    """

    plan: Plan
    population: tuple[Id, ...]
    drawn: tuple[Id, ...]
    strata: tuple[Stratum, ...] = ()
    left_out: int = 0
    first: str | None = None
    last: str | None = None
    short: int = 0
