"""Read the command line: a command of `models.cli`, the demo, or else what the window is to open."""

from pathlib import Path

import click

from gui.start.launch import show_demo, show_window
from models.cli import commands, require


class Program(click.Group):
    """The commands; anything that is not the name of one is opened in the window."""

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
    show_window(paths)


@program.command("demo")
@click.argument("folder", required=False, type=click.Path(path_type=Path, file_okay=False))
def open_demo(folder: Path | None) -> None:
    """Open a sample project; without a display, record in it offscreen and say where the results are.

    The results go into FOLDER, or into a new one.
    """
    show_demo(folder)
