"""The report of an import: every file by its name, with what became of each article in it."""

import csv
import io
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from models.files import complete, give_name
from models.incoming.entry import Entry
from models.intake import Duplicate, missing_in
from models.translation import _, counted


class Outcome(Enum):
    """What became of something that was found; the values are for people."""

    ADDED = _("added")
    WARNED = _("added with a warning")
    LEFT_OUT = _("left out")
    KNOWN = _("already there")
    REFUSED = _("cannot be read")
    MISSING = _("missing")


ADDED = (Outcome.ADDED, Outcome.WARNED)

TITLES = (_("File"), _("Article"), _("Result"), _("Remarks"))


@dataclass(frozen=True, slots=True)
class Line:
    """One article, or what was refused, in a file; a missing line may stand for several articles."""

    file: str
    article: str
    outcome: Outcome
    remarks: str
    count: int = 1
    undated: bool = False
    """Whether it is an article without any date."""

    @property
    def cells(self) -> tuple[str, str, str, str]:
        """Return the line as texts."""
        return self.file, self.article, self.outcome.value, self.remarks


@dataclass(frozen=True, slots=True)
class Report:
    """The lines of a report, in the order of the files."""

    lines: tuple[Line, ...]

    def count(self, *outcomes: Outcome) -> int:
        """Return how many articles had one of some outcomes."""
        return sum(line.count for line in self.lines if line.outcome in outcomes)

    @property
    def summary(self) -> str:
        """Return how many articles had which outcome, in sentences."""
        counts = Counter[Outcome]()
        for line in self.lines:
            counts[line.outcome] += line.count
        added = sum(counts[outcome] for outcome in ADDED)
        undated = sum(line.undated and line.outcome in ADDED for line in self.lines)
        said = [counted("{count:,} article was added.", "{count:,} articles were added.", added)]
        said += _of_added(added, counts[Outcome.WARNED], undated)
        said += [words for outcome in Outcome if counts[outcome] and (words := _in_words(outcome, counts[outcome]))]
        return " ".join(said)

    def as_csv(self) -> str:
        """Return the report as CSV, with its titles."""
        written = io.StringIO()
        writer = csv.writer(written)
        writer.writerow(TITLES)
        writer.writerows(line.cells for line in self.lines)
        return written.getvalue()

    def as_text(self) -> str:
        """Return the report as text: the summary, and a line for each line."""
        lines = ("\t".join(" ".join(cell.split()) for cell in line.cells) for line in self.lines)
        return "\n".join((self.summary, "", "\t".join(TITLES), *lines, ""))

    def write(self, path: Path) -> None:
        """Write the report: as text into a .txt file, otherwise as CSV. Raises NotSaved."""
        with complete(path, _("The articles were added anyway.")) as part:
            if path.suffix.lower() == ".txt":
                part.write_text(self.as_text(), "utf-8")
            else:
                part.write_text(self.as_csv(), "utf-8-sig", newline="")
            give_name(part, path, replace=True)


def _of_added(added: int, warned: int, undated: int) -> list[str]:
    """Return sentences about those of the added articles that have a warning or no date."""
    warnings = counted("{count:,} of them has a warning.", "{count:,} of them have warnings.", warned)
    no_date = counted("{count:,} of them has no date.", "{count:,} of them have no date.", undated)
    if added == 1:
        warnings, no_date = _("It has a warning."), _("It has no date.")
    return [words for words, count in ((warnings, warned), (no_date, undated)) if count]


def _in_words(outcome: Outcome, count: int) -> str:
    match outcome:
        case Outcome.ADDED | Outcome.WARNED:
            return ""
        case Outcome.LEFT_OUT:
            return counted("{count:,} was left out.", "{count:,} were left out.", count)
        case Outcome.KNOWN:
            return counted("{count:,} was already there.", "{count:,} were already there.", count)
        case Outcome.REFUSED:
            return counted("{count:,} cannot be read.", "{count:,} cannot be read.", count)
    return counted("{count:,} is missing that was announced.", "{count:,} are missing that were announced.", count)


def report_of(entries: Iterable[Entry]) -> Report:
    """Return the report of an import in which the entries that are taken were added."""
    return Report(tuple(_line(each) for each in entries))


def _line(entry: Entry) -> Line:
    draft = entry.draft
    name = (draft.file_name if draft else None) or (entry.path.name if entry.path else "")
    title, count = draft.title if draft else "", missing_in(entry.found) or 1
    return Line(name, title, _outcome(entry), " ".join(entry.remarks), count, entry.is_undated)


def _outcome(entry: Entry) -> Outcome:
    if entry.draft is None:
        return Outcome.MISSING if missing_in(entry.found) else Outcome.REFUSED
    if entry.taken:
        return Outcome.WARNED if entry.warnings else Outcome.ADDED
    return Outcome.KNOWN if isinstance(entry.found, Duplicate) else Outcome.LEFT_OUT
