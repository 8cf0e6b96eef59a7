"""Write what an export with a name does as JSON, as the file keeps it, and read it again."""

import json
from dataclasses import dataclass, field, replace
from pathlib import Path

from models.entities import Export
from models.errors import OnrecordError
from models.exports.lines import Lines
from models.exports.named.plain_data import from_plain, to_plain
from models.exports.options import Options
from models.lines.order import Order
from models.text.reading_json import read_json
from models.translation import _

FORMAT = 1
"""The number of the form in which exports are written now."""


@dataclass(frozen=True, slots=True)
class Definition:
    """What an export does: the name of a form, the folder to write into, and the options.

    A folder that is not absolute is beside the project. Statements are sorted as `options.only` says; other orders of
    tables are not kept.
    """

    form: str = "csv"
    folder: str = ""
    options: Options = field(default_factory=Options)

    def folder_of(self, project: Path) -> Path:
        """Return the folder to write into, for a project at a path."""
        return (project.resolve().parent / Path(self.folder).expanduser()).resolve()


def beside(folder: Path, project: Path) -> str:
    """Return a folder as a definition keeps it: without the way to the project if it is beside it or below."""
    place = project.resolve().parent
    return str(folder.relative_to(place) if folder.is_relative_to(place) else folder)


def sorted_by(only: Order, options: Options) -> Options:
    """Return options that export the statements of an order, in its order, and what belongs to them."""
    return replace(options, only=only, orders={Lines.STATEMENTS: Order(only.sorts)} if only.sorts else {})


def write_export(definition: Definition) -> str:
    """Write what an export does."""
    kept = replace(definition, options=replace(definition.options, orders=Options().orders))
    return json.dumps({"format": FORMAT, **to_plain(kept)}, ensure_ascii=False, separators=(",", ":"))


def expect_definition(export: Export) -> Definition:
    """Return what an export with a name does. Raises OnrecordError if a later program has written it."""
    definition = read_export(export.definition)
    if definition is None:
        what = _("The export “{name}” was made by a later version of Onrecord and cannot be read.")
        raise OnrecordError(what.format(name=export.name), _("Nothing was written."))
    return definition


def read_export(text: str) -> Definition | None:
    """Read what an export does; None if it was written by a later program, or by another."""
    try:
        found = read_json(text)
        if not isinstance(found, dict) or found.pop("format", None) != FORMAT:
            return None
        definition = from_plain(Definition, found)
    except ValueError:
        return None
    return replace(definition, options=sorted_by(definition.options.only, definition.options))
