"""The options of `onrecord export` that say what a network is made of."""

from collections.abc import Callable
from enum import StrEnum
from typing import Any, TypeVar

import click

from models.exports.networks.settings import Duplicates, Normalisation, Relation, Unit
from models.translation import _

C = TypeVar("C", bound=Callable[..., Any])


def network_options(command: C) -> C:
    """Give a command these options, in the order of the list."""
    for option in reversed(OPTIONS):
        command = option(command)
    return command


def _one_of(name: str, values: type[StrEnum], help_text: str, default: StrEnum | None = None) -> Callable[[C], C]:
    """Return an option whose value is a member of an enumeration."""
    return click.option(
        name,
        type=click.Choice([each.value for each in values]),
        default=default and default.value,
        callback=lambda _context, _option, typed: typed and values(typed),
        help=help_text,
    )


OPTIONS: tuple[Callable[..., Any], ...] = (
    click.option("--rows", metavar="NAME", default="speaker", help=_("Network: what the first kind of nodes is.")),
    click.option("--columns", metavar="NAME", help=_("Network: what they are tied to; by default the first choice.")),
    click.option("--one-mode", is_flag=True, help=_("Network: tie the rows to each other by the columns they share.")),
    click.option("--judged-by", metavar="NAME", help=_("Network: the variable that is answered with yes or no.")),
    _one_of("--relation", Relation, _("Network: which answers the weight of a tie counts."), Relation.ALL),
    _one_of("--normalisation", Normalisation, _("Network: what weights are divided by."), Normalisation.NONE),
    _one_of("--duplicates", Duplicates, _("Network: count repeated claims once in each …"), Duplicates.INCLUDE),
    click.option("--since", metavar="DATE", help=_("Network: the first day, month or year of publication.")),
    click.option("--until", metavar="DATE", help=_("Network: the last day, month or year of publication.")),
    click.option(
        "--least-mentions",
        type=click.IntRange(1),
        default=1,
        help=_("Network: leave out nodes with fewer mentions."),
    ),
    _one_of("--period", Unit, _("Network: one file for each period of --periods of this unit.")),
    click.option("--periods", type=click.IntRange(1), default=1, help=_("Network: how long each period is.")),
    click.option("--isolates", is_flag=True, help=_("Network: show all nodes in every period.")),
)
