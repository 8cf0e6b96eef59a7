"""What can be done with the exports that have a name."""

from models.edits import Edit, changed, deleted, made
from models.entities import Export
from models.errors import OnrecordError
from models.named_exports import NamedExports
from models.text.typed_text import typed_line
from models.translation import _

NOTHING_CHANGED = _("Nothing was changed.")


def make_export(exports: NamedExports, name: str, definition: str) -> Edit:
    """Keep an export under a new name. Raises OnrecordError if the name cannot be used."""
    export = Export(name=_usable(exports, name), definition=definition)
    return Edit(_("New export “{name}”").format(name=export.name), (made(export),))


def replace_export(export: Export, definition: str) -> Edit:
    """Give an export another definition."""
    return Edit(_("Replace export “{name}”").format(name=export.name), (changed(export, definition=definition),))


def rename_export(exports: NamedExports, export: Export, name: str) -> Edit:
    """Give an export another name. Raises OnrecordError if it cannot be used."""
    return Edit(_("Rename export"), (changed(export, name=_usable(exports, name, export)),))


def delete_export(export: Export) -> Edit:
    """Delete an export; the files that it wrote stay."""
    return Edit(_("Delete export “{name}”").format(name=export.name), (deleted(export),))


def _usable(exports: NamedExports, typed: str, export: Export | None = None) -> str:
    """Return the name that was typed, on one line. Raises OnrecordError if it is empty or another export has it."""
    name = typed_line(typed)
    if name is None:
        raise OnrecordError(_("An export needs a name."), NOTHING_CHANGED)
    known = exports.named(name)
    if known and known != export:
        raise OnrecordError(
            _("There is an export “{name}” already.").format(name=known.name),
            NOTHING_CHANGED,
            _("Choose another name."),
        )
    return name
