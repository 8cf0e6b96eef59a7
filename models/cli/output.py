"""What all commands share: refuse paths that do not exist, and print results and messages."""

import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

import click

from models.translation import _


class NoSuchFile(click.ClickException):
    """A path that does not exist: a mistake in the command, explained in one sentence, with exit code 2."""

    exit_code = 2

    def __init__(self, path: Path) -> None:
        super().__init__(_("There is no file “{path}”; nothing was created.").format(path=path))

    def show(self, file: IO[Any] | None = None) -> None:
        """Print only the sentence: the usage of the command was not the mistake."""
        click.echo(self.format_message(), file=file, err=True)


def require(*paths: Path) -> None:
    """Make sure that all paths exist before anything is done. Raises NoSuchFile."""
    for path in paths:
        try:
            path.stat()
        except OSError as error:  # also if a folder may not be read, or a name is too long
            raise NoSuchFile(path) from error


def say_step(words: str) -> None:
    """Print what is being done now, for work of several steps."""
    say(f"{words} …")


def say(sentence: str) -> None:
    """Print a message, which is not a result, to standard error."""
    click.echo(one_line(sentence), err=True)


def print_row(row: Mapping[str, object]) -> None:
    """Print one line of JSON."""
    # A lone surrogate, which an id or a file name can contain, is written as a JSON escape.
    click.echo(json.dumps(row, ensure_ascii=False).encode("utf-8", "backslashreplace").decode())


def one_line(text: str) -> str:
    """Return text that is safe on one line of a terminal: control characters become blanks."""
    return "".join(character if character.isprintable() else " " for character in text)


@contextmanager
def progress(paths: Sequence[Path]) -> Iterator[Iterable[Path]]:
    """Yield the same paths, with a progress bar on standard error if that is a terminal."""
    if len(paths) > 1 and sys.stderr.isatty():
        with click.progressbar(paths, file=sys.stderr) as bar:
            yield bar
    else:
        yield paths
