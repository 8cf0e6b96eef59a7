"""What the name of a view means for `onrecord export`, in each form."""

from dataclasses import replace

from models.errors import OnrecordError
from models.exports.lines import Lines
from models.exports.options import Options
from models.lines.order import Order
from models.translation import _
from models.views.definition import read_view
from models.views.named_views import NamedViews

LISTED = {
    "statements": Lines.STATEMENTS,
    "numbers": Lines.NUMBERS,
    "speakers": Lines.SPEAKERS,
    "articles": Lines.ARTICLES,
}
"""The exported tables that can have views, by the names of their lists in the file."""

WHOLE = ("qdpx", "jsonld")
"""The forms that contain the records themselves: a view of the statements chooses these, as conditions do."""

HEEDED = {
    **dict.fromkeys((*WHOLE, "graphml", "events"), (Lines.STATEMENTS,)),
    "html": (Lines.STATEMENTS, Lines.ARTICLES),
    "qdc": (),
}
"""The tables whose views mean something for a form; for those that are not named, all of them do."""


def viewed(options: Options, views: NamedViews, name: str, form: str) -> Options:
    """Return options that export only the lines of the views with a name.

    Raises OnrecordError if there is none, or none that means something for the form.
    """
    orders = _orders(views, name)
    heeded = HEEDED.get(form, tuple(LISTED.values()))
    unheeded = [table for table, lines in LISTED.items() if lines in orders and lines not in heeded]
    if unheeded:
        can = [table for table, lines in LISTED.items() if lines in heeded]
        raise OnrecordError(
            _("“{view}” is a view of the {tables}, which chooses nothing in the form “{form}”.").format(
                view=name, tables=", ".join(unheeded), form=form
            ),
            _("Nothing was written."),
            _("A view of the {tables} can be exported in this form.").format(tables=", ".join(can))
            if can
            else _("Leave out --view."),
        )
    if form in WHOLE:
        return replace(options, only=orders[Lines.STATEMENTS])
    return replace(options, orders=orders)


def _orders(views: NamedViews, name: str) -> dict[Lines, Order]:
    """Return what the views with a name list, by the table that each is a view of. Raises OnrecordError without any."""
    found = {table: view for table in LISTED if (view := views.named(table, name))}
    read = {table: read_view(view.definition) for table, view in found.items()}
    orders = {LISTED[table]: view.order for table, view in read.items() if view}
    if found and len(orders) == len(found):
        numbers = {Lines.NUMBERS: replace(orders[Lines.NUMBERS], numbers_only=True)} if Lines.NUMBERS in orders else {}
        return {**orders, **numbers}
    if not found and views.named("remarks", name):
        what = _("“{name}” is a view of the remarks, which are in no exported table.")
    elif found:
        what = _("The view “{name}” was made by a later version of Onrecord and cannot be read.")
    else:
        what = _("The project has no view “{name}”.")
    known = ", ".join(
        _("“{view}” ({table})").format(view=each.name, table=table) for table in LISTED for each in views.of(table)
    )
    raise OnrecordError(
        what.format(name=name),
        _("Nothing was written."),
        _("The views that can be exported are: {views}.").format(views=known) if known else _("It has none."),
    )
