"""The command `onrecord`: opens the window, or does without one what the commands of `models.cli` do.

Nothing here imports Qt before the machine is known to bear it; importing this module imports none at all.
"""

import os
import sys
from pathlib import Path
from typing import IO, Any

import click

from models.errors import OnrecordError


class NoSuchFile(click.ClickException):
    """A path on the command line that leads nowhere; nothing is created, and the exit code is that of a usage error."""

    exit_code = 2

    def __init__(self, path: Path) -> None:
        super().__init__(f"There is no file “{path}”; nothing was created.")

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the sentence alone: how the command is used was not the mistake."""
        click.echo(self.format_message(), file=file, err=True)


class Program(click.Group):
    """The commands, and the window for everything that is not the name of one."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read words that name no command as projects or articles to open."""
        own = {*self.commands, *ctx.help_option_names, "--version"}
        return super().parse_args(ctx, args if args and args[0] in own else ["open", *args])


@click.group(
    cls=Program,
    subcommand_metavar="[PROJECT | ARTICLE…] | COMMAND …",
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(package_name="onrecord")
def program() -> None:
    """Who said what, with which numbers: without a command, opens a project or articles in the window."""


@program.command("open", hidden=True)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
def open_window(paths: tuple[Path, ...]) -> None:
    """Open a project, or articles as a new project beside the first one."""
    if lost := next((path for path in paths if not path.exists()), None):
        raise NoSuchFile(lost)
    from gui import machine

    machine.require_window()
    from gui.app import run

    sys.exit(run(paths))


@program.command("demo")
@click.argument("folder", required=False, type=click.Path(path_type=Path, file_okay=False))
def open_demo(folder: Path | None) -> None:
    """Open a sample project; without a display, record in it offscreen and say where the results are.

    The results go into FOLDER, or into a new one.
    """
    from gui import machine

    if machine.has_display():
        machine.require_window()
    else:
        machine.require_qt()
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from gui.demo import demo

    sys.exit(demo(folder))


def main() -> None:
    """Run the program; a problem that has words for people ends it with them on standard error and exit code 1."""
    try:
        program(prog_name="onrecord")
    except OnrecordError as error:
        click.echo(str(error), err=True)
        sys.exit(1)
