"""What an export will contain, and what it leaves out and why, before anything is written."""

from dataclasses import dataclass

from models.exports.beginning import Part
from models.exports.left_out import left_out
from models.exports.listed_lines import of_statements
from models.exports.options import Options
from models.exports.source import GoOn, Source, no_progress
from models.exports.target import Target
from models.store import Store


@dataclass(frozen=True, slots=True)
class Preview:
    """The beginning of each file of an export, and sentences on what it leaves out."""

    parts: tuple[Part, ...]
    left_out: tuple[str, ...]


def preview(store: Store, target: Target, options: Options, go_on: GoOn = no_progress) -> Preview:
    """Return the beginning of an export. Raises Interrupted as `go_on` does, the errors of the store, and OnrecordError
    if the form cannot have these options.
    """
    with store.snapshot(of_statements(options.orders), options.only) as snapshot:
        source = Source(snapshot, options, go_on)
        found = target.first(source)
        return Preview(found.parts, (*left_out(source), *found.remarks))
