"""The command `onrecord`: opens the window, or does without one what the commands of `models.cli` do.

Nothing here imports Qt before the machine is known to bear it; importing this module imports none at all.
"""

import os
import sys
from pathlib import Path

import click

from models.cli import commands, require
from models.errors import OnrecordError


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


for command in commands.commands.values():
    program.add_command(command)


@program.command("open", hidden=True)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
def open_window(paths: tuple[Path, ...]) -> None:
    """Open a project, or articles as a new project beside the first one."""
    require(*paths)
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
    if os.environ.get("LC_ALL") in {"C", "POSIX"}:
        os.environ["LC_ALL"] = "C.UTF-8"  # what Qt would do as well, with four lines about it
    try:
        program(prog_name="onrecord")
    except OnrecordError as error:
        click.echo(str(error), err=True)
        sys.exit(1)
