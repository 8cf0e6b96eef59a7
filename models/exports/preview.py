"""What an export will contain, and what it leaves out and why, before anything is written."""

from contextlib import suppress
from dataclasses import dataclass

from models.exports.beginning import Part
from models.exports.left_out import left_out
from models.exports.listed_lines import of_statements
from models.exports.options import Options
from models.exports.source import GoOn, Source, no_progress
from models.exports.target import Target
from models.store import Store

FEW = 50
"""Articles that are read while nobody can write to the file."""


@dataclass(frozen=True, slots=True)
class Preview:
    """The beginning of each file of an export, and sentences on what it leaves out."""

    parts: tuple[Part, ...]
    left_out: tuple[str, ...]


class _MuchToReadError(Exception):
    """The beginning of an export cannot be read in a moment."""


def preview(store: Store, target: Target, options: Options, go_on: GoOn = no_progress) -> Preview:
    """Return the beginning of an export. Raises Interrupted as `go_on` does, the errors of the store, and OnrecordError
    if the form cannot have these options.

    It is read from the file itself; if it takes more than a few articles, as a network does, from a copy.
    """

    def go_on_briefly(done: int, of: int) -> None:
        if done > FEW:
            raise _MuchToReadError
        go_on(done, of)

    if not (options.orders or options.only.filters):
        with suppress(_MuchToReadError):
            return _preview(store, target, options, go_on_briefly, brief=True)
    return _preview(store, target, options, go_on, brief=False)


def _preview(store: Store, target: Target, options: Options, go_on: GoOn, *, brief: bool) -> Preview:
    with store.snapshot(of_statements(options.orders), options.only, brief=brief) as snapshot:
        source = Source(snapshot, options, go_on)
        found = target.first(source)
        return Preview(found.parts, (*left_out(source), *found.remarks))
