"""Compare files that came back with the project that they were exported from."""

from collections.abc import Sequence
from pathlib import Path

from models.codebook.codebook import Codebook
from models.exports.options import Options
from models.exports.source import GoOn, Source, no_progress
from models.returning.comparing_table import ComparedTable
from models.returning.comparison import Comparison
from models.returning.differences import Differences, refusals
from models.returning.exported_at import State, exported_state
from models.returning.not_returned import NotReturned
from models.returning.opening_file import read_sheets
from models.returning.proposals import Proposals
from models.returning.recognising import RETURNED, ReturnedTable, recognise
from models.returning.text_sheet import Sheet
from models.store import Store
from models.store.snapshot import Snapshot
from models.translation import _, counted


def compare_file(store: Store, path: Path, go_on: GoOn = no_progress) -> Comparison:
    """Compare a file with a project. Raises NotReturned if it is none of its tables, and another OnrecordError if the
    project cannot be read; Interrupted if `go_on` raises it.
    """
    sheets = read_sheets(path)
    with store.snapshot() as snapshot:
        tables, others = _recognised(sheets, snapshot.codebook(), go_on)
        if not tables:
            raise _no_table(path)
        return _compare(snapshot, tables, exported_state(path), _left_out(others), go_on)


def _recognised(sheets: Sequence[Sheet], codebook: Codebook, go_on: GoOn) -> tuple[list[ReturnedTable], list[str]]:
    """Return the tables in some sheets, and the names of the sheets that are none."""
    tables, others = list[ReturnedTable](), list[str]()
    for sheet in sheets:
        if found := recognise(sheet, codebook, lambda: go_on(0, 1)):
            tables.append(found)
        else:
            others.append(sheet.name)
    return tables, others


def _no_table(path: Path) -> NotReturned:
    names = ", ".join(table.name.lower() for table in RETURNED)
    what = _("“{name}” is not one of the tables that can be imported again: {tables}.").format(
        name=path.name, tables=names
    )
    return NotReturned(what, _("They are known by the names of their columns, which need to be in the first row."))


def _left_out(sheets: Sequence[str]) -> list[str]:
    if not sheets:
        return []
    words = _("These sheets are not read: {names}.")
    return [words.format(names=", ".join(f"“{name}”" for name in sheets))]


def _compare(
    snapshot: Snapshot, tables: Sequence[ReturnedTable], state: State | None, remarks: list[str], go_on: GoOn
) -> Comparison:
    proposals = Proposals()
    compared = [ComparedTable(each, proposals) for each in tables]
    _compare_lines(snapshot, compared, go_on)
    matched = _matched(compared)
    registry = snapshot.registry()
    for each in compared:
        each.resolve(registry)
    changed = snapshot.changed_since(state.edits, state.at) if state else None
    differences = Differences(snapshot, proposals, compared, changed or ())
    made, refused = differences.made()
    return Comparison(
        made,
        (*refusals(proposals.refused, several=len(tables) > 1), *refused),
        tuple(column for each in compared for column in each.not_taken()),
        tuple(row for each in compared for row in each.unknown()),
        tuple(row for each in tables for row in each.bad),
        sum(each.lost for each in compared),
        tuple(row for each in compared for row in each.some_lost),
        matched,
        (*remarks, *_remarks(tables), *_remarks_on_age(changed)),
        differences.known,
    )


def _compare_lines(snapshot: Snapshot, compared: Sequence[ComparedTable], go_on: GoOn) -> None:
    """Compare tables with the lines that the project would export now: those with and without indicators in turn."""
    for indicators in sorted({each.returned.indicators for each in compared}):
        some = [each for each in compared if each.returned.indicators == indicators]
        names = tuple(each.returned.table.name for each in some)
        options = Options(tables=names, context=any(each.has_context for each in some), indicators=indicators)
        for lines in Source(snapshot, options, go_on).lines():
            for each in some:
                each.compare(lines.get(each.returned.table.lines, ()))


def _matched(compared: Sequence[ComparedTable]) -> int:
    """Return how many rows are of the project. Raises NotReturned if none of them is."""
    matched, rows = sum(each.matched for each in compared), sum(len(each.returned.rows) for each in compared)
    if rows and not matched:
        raise NotReturned(
            _("The project has none of the ids in this file. It was exported from another project."),
            _("Open the project that it was exported from."),
        )
    return matched


def _remarks(tables: Sequence[ReturnedTable]) -> list[str]:
    said = [remark for each in tables for remark in each.remarks]
    for each in tables:
        if each.unknown:
            names = ", ".join(f"“{name}”" for name in each.unknown)
            said.append(_("These columns are not of the project and are not read: {names}.").format(names=names))
    return said


def _remarks_on_age(changed: set[tuple[str, str]] | None) -> list[str]:
    if changed is None:
        return [
            _(
                "There is no description of the export beside the file, so what was changed in the project after the "
                "export is not known: such cells are set back too."
            )
        ]
    if not changed:
        return []
    return [
        counted(
            "{count:,} cell was changed in the project after the export; it is not set back unless you choose it.",
            "{count:,} cells were changed in the project after the export; they are not set back unless you choose "
            "them.",
            len(changed),
        )
    ]
