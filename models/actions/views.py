"""What can be done with the views of the tables."""

from models.edits import Edit, changed, deleted, made
from models.entities import View
from models.errors import OnrecordError
from models.text.typed_text import typed_line
from models.translation import _
from models.views.named_views import NamedViews

NOTHING_CHANGED = _("Nothing was changed.")


def make_view(views: NamedViews, shows: str, name: str, definition: str) -> Edit:
    """Keep a view of a table under a new name. Raises OnrecordError if the name cannot be used."""
    view = View(shows=shows, name=_usable(views, shows, name), definition=definition)
    return Edit(_("New view “{name}”").format(name=view.name), (made(view),))


def replace_view(view: View, definition: str) -> Edit:
    """Give a view another definition."""
    return Edit(_("Replace view “{name}”").format(name=view.name), (changed(view, definition=definition),))


def rename_view(views: NamedViews, view: View, name: str) -> Edit:
    """Give a view another name. Raises OnrecordError if it cannot be used."""
    return Edit(_("Rename view"), (changed(view, name=_usable(views, view.shows, name, view)),))


def delete_view(view: View) -> Edit:
    """Delete a view; the records that it showed stay."""
    return Edit(_("Delete view “{name}”").format(name=view.name), (deleted(view),))


def _usable(views: NamedViews, shows: str, typed: str, view: View | None = None) -> str:
    """Return the name that was typed, on one line. Raises OnrecordError if it is empty or another view has it."""
    name = typed_line(typed)
    if name is None:
        raise OnrecordError(_("A view needs a name."), NOTHING_CHANGED)
    known = views.named(shows, name)
    if known and known != view:
        raise OnrecordError(
            _("There is a view “{name}” already.").format(name=known.name), NOTHING_CHANGED, _("Choose another name.")
        )
    return name
