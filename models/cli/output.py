"""What all commands share: paths that must be there, and how results and messages are told."""

import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

import click


class NoSuchFile(click.ClickException):
    """A path that leads nowhere: a mistake in the command, told in one sentence, with the exit code of one."""

    exit_code = 2

    def __init__(self, path: Path) -> None:
        super().__init__(f"There is no file “{path}”; nothing was created.")

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the sentence alone: how the command is used was not the mistake."""
        click.echo(self.format_message(), file=file, err=True)


def require(*paths: Path) -> None:
    """See that all paths are there before anything is done. Raises NoSuchFile."""
    for path in paths:
        try:
            path.stat()
        except OSError as error:  # also where a folder may not be looked into, or a name is too long
            raise NoSuchFile(path) from error


def say(sentence: str) -> None:
    """Tell something that is no result."""
    click.echo(one_line(sentence), err=True)


def print_row(row: Mapping[str, object]) -> None:
    """Print one line of JSON."""
    # A lone surrogate, which an id or a file name can hold, is written as JSON escapes it.
    click.echo(json.dumps(row, ensure_ascii=False).encode("utf-8", "backslashreplace").decode())


def one_line(text: str) -> str:
    """Text of others, for a line of its own: what would steer a terminal becomes a blank."""
    return "".join(letter if letter.isprintable() else " " for letter in text)


@contextmanager
def progress(paths: Sequence[Path]) -> Iterator[Iterable[Path]]:
    """The same paths; while they are taken, a bar on standard error says how far that is, if somebody watches."""
    if len(paths) > 1 and sys.stderr.isatty():
        with click.progressbar(paths, file=sys.stderr) as bar:
            yield bar
    else:
        yield paths
