"""`onrecord check`: print what is damaged, contradictory or missing in a project, or repair it."""

from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import click

from models.actions.cells import Written
from models.backups.places import Place, usual_root
from models.checks import Finding, check
from models.checks.faults import FAULTS, MENDED
from models.checks.listing import as_csv
from models.checks.mending import find_texts
from models.checks.repairing import REBUILT, repair
from models.cli.output import one_line, say
from models.cli.projects import open_project
from models.coder import default_coder
from models.store import Store
from models.store.locking import ProjectLock
from models.translation import _, counted


def run(project: Path, *, as_table: bool = False) -> int:
    """Check a project and print the findings. Return the exit code: 1 if anything is wrong and not merely missing."""
    with open_project(project, read_only=True, says_newer=False) as store:
        if as_table:
            return _print_table(store)
        wrong = missing = repairable = 0
        for finding in check(store):
            click.echo(one_line(f"{finding.fault.severity.value.lower()}: {finding.sentence}"))
            wrong, missing = wrong + finding.wrong, missing + (not finding.wrong)
            repairable += finding.fault.can_be_repaired
    say(_summary(wrong, missing))
    if repairable and not store.newer:
        say(_("{count:,} of these can be repaired: see --repairs.").format(count=repairable))
    return 1 if wrong else 0


def _print_table(store: Store) -> int:
    wrong = False
    for row, finding in as_csv(check(store)):
        click.echo(row, nl=False)
        wrong |= finding is not None and finding.wrong
    return 1 if wrong else 0


def _summary(wrong: int, missing: int) -> str:
    if not wrong and not missing:
        return _("Nothing is wrong or missing.")
    return _("Wrong: {wrong:,}. Missing or doubtful: {missing:,}.").format(wrong=wrong, missing=missing)


def run_repairs(project: Path, names: Sequence[str], coder: str | None, *, apply: bool) -> int:
    """Repair all findings of some kinds, each kind as one edit, and print what changes; without `apply` only print it.

    Return the exit code: 1 if a finding could not be repaired. Raises OnrecordError.
    """
    if not apply:
        with open_project(project, read_only=True) as store:
            return max([_repaired(store, name, None) for name in names])
    coder = coder or default_coder()
    with closing(ProjectLock.take(project, coder)), open_project(project) as store:
        return max([_repaired(store, name, coder) for name in names])


def _repaired(store: Store, name: str, coder: str | None) -> int:
    """Repair all findings of one kind, in the name of a coder; without one, only print what would change."""
    found = [finding for finding in check(store) if finding.fault.name == name]
    if not found:
        say(_("{kind}: nothing to repair.").format(kind=name))
        return 0
    if name in REBUILT:
        if coder:
            store.rebuild(REBUILT[name])
        say(f"{found[0].fault.repair}: {found[0].fault.advice}")
        return 0
    if found[0].fault in MENDED:
        return _mend(store, found, write=coder is not None)
    written = repair(store, found)
    if coder and written.edit.changes:
        store.apply(written.edit.stamped(coder, datetime.now(UTC).isoformat(timespec="milliseconds")))
    return _tell(found[0], written, applied=coder is not None)


def _mend(store: Store, found: Sequence[Finding], *, write: bool) -> int:
    mending = find_texts(store, found, [each.path for each in Place(usual_root()).backups_of(store.path)])
    if write:
        store.mend_texts(mending.texts)
    say(mending.words)
    return 1 if mending.lacking else 0


def _tell(finding: Finding, written: Written, *, applied: bool) -> int:
    for line in written.changed:
        where = " · ".join(part for part in (line.cell.article, line.cell.about) if part)
        said = _("{where} · {column}: {before} → {after}")
        words = said.format(where=where, column=line.cell.column, before=line.cell.text or "–", after=line.text or "–")
        click.echo(one_line(words))
    for refusal in written.refused:
        say(f"{' · '.join(part for part in (refusal.cell.article, refusal.cell.about) if part)}: {refusal.reason}")
    done = counted("{count:,} change", "{count:,} changes", written.count)
    words = _("{repair}: {changes} made; Undo in the window takes them back.") if applied else _("{repair}: {changes}.")
    say(words.format(repair=finding.fault.repair, changes=done))
    return 1 if written.refused else 0


def list_repairs() -> None:
    """Print the name of each kind of finding that can be repaired, with what the repair does."""
    for fault in FAULTS.values():
        if fault.can_be_repaired:
            click.echo(f"{fault.name}: {fault.repair}")
