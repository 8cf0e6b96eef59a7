"""The parts of a comparison that are looked at one after the other: changes, those of one column, what is not taken."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from models.actions.cells import Refusal
from models.returning.comparison import Comparison, Difference, LostRow, NotTaken
from models.returning.recognising import BadRow
from models.translation import _, counted

Entry = Difference | Refusal | NotTaken | BadRow | LostRow
EMPTY = "–"


@dataclass(frozen=True, slots=True)
class Part:
    """A part with its label. Entries that can be taken are those of `places` among the differences."""

    label: str
    entries: Sequence[Entry]
    places: Sequence[int] = ()


def parts(found: Comparison) -> Iterator[Part]:
    """Yield the parts that have anything."""
    differences = found.differences
    doubtful = [place for place, each in enumerate(differences) if each.doubt]
    every = range(len(differences))
    if differences:
        yield Part(_("All changes ({count:,})").format(count=len(differences)), differences, every)
    if doubtful:
        label = _("Doubtful changes ({count:,})").format(count=len(doubtful))
        yield Part(label, [differences[place] for place in doubtful], doubtful)
    columns = Counter(each.cell.column for each in differences)
    for column, count in columns.items() if len(columns) > 1 else ():
        places = [place for place in every if differences[place].cell.column == column]
        label = _("Changes of {column} ({count:,})").format(column=column, count=count)
        yield Part(label, [differences[place] for place in places], places)
    others: tuple[tuple[str, Sequence[Entry], int], ...] = (
        (_("Refused cells ({count:,})"), found.refused, len(found.refused)),
        (_("Columns that are not taken ({count:,})"), found.not_taken, len(found.not_taken)),
        (_("Rows that cannot be matched ({count:,})"), (*found.unknown, *found.bad), len(found.unknown + found.bad)),
        (_("Rows that are not in the file ({count:,})"), found.some_lost, found.lost),
    )
    for label, entries, count in others:
        if entries:
            yield Part(label.format(count=count), entries)


def texts(each: Entry) -> tuple[str, str, str, str, str]:
    """Return an entry as a row: its column, what is there now, what it becomes or why not, its record, and a note."""
    match each:
        case Difference():
            note = " ".join(filter(None, (each.doubt, each.note)))
            return each.cell.column, each.cell.text or EMPTY, each.becomes or EMPTY, each.cell.about, note
        case Refusal():
            return each.cell.column, each.cell.text or EMPTY, each.text or EMPTY, each.cell.about, each.reason
        case NotTaken():
            cells = counted("{count:,} cell differs.", "{count:,} cells differ.", each.count)
            row = _("Row {row}").format(row=each.row)
            return each.column, each.now or EMPTY, each.given or EMPTY, row, f"{cells} {each.reason}"
        case BadRow():
            return each.sheet, EMPTY, EMPTY, _("Row {row}").format(row=each.number), each.reason
        case LostRow():
            nothing = _("The file does not have this row. Nothing is deleted because of that.")
            return each.sheet, EMPTY, EMPTY, " ".join(each.about.split()), nothing
