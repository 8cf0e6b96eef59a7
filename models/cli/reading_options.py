"""The options of commands that read articles: what the coder knows of the files and they do not say themselves."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from models.translation import _

Command = TypeVar("Command", bound=Callable[..., Any])

OPTIONS = (
    click.option(
        "--dates",
        type=click.Choice(["day-first", "month-first"]),
        help=_("What 03/04/2015 means: the third of April, or the fourth of March. Without it, such dates stay empty."),
    ),
    click.option(
        "--columns",
        metavar="ROLES",
        help=_('The columns of tables: "text=Lead+Body,title=Headline", also html, outlet, byline, date, address, id.'),
    ),
    click.option(
        "--file-names",
        metavar="PATTERN",
        help=_('What the names of files say: "Outlet - Date - Title" or, with the folder, "Outlet/Date Title".'),
    ),
    click.option(
        "--profile",
        "profiles",
        multiple=True,
        type=click.Path(path_type=Path, exists=True, dir_okay=False),
        help=_("A file that describes the exports of a database; can be given several times."),
    ),
)


def reading_options(command: Command) -> Command:
    """Give a command the options of reading; `models.cli.how` makes a HowToRead of them."""
    for option in reversed(OPTIONS):
        command = option(command)
    return command
