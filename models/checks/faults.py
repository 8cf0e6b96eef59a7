"""Every kind of finding: how grave it is, and how it is repaired, or what to do where no repair is safe."""

from dataclasses import dataclass
from enum import Enum

from models.translation import _


class Severity(Enum):
    """How grave a finding is, the gravest first; the value is for people."""

    WRONG = _("Wrong")
    DOUBTFUL = _("Doubtful")
    MISSING = _("Missing")


@dataclass(frozen=True, slots=True)
class Fault:
    """A kind of finding. Its `name` is for the command line, its `title` for lists.

    `repair` is what the repair does, in the words of its button; it is empty where the program cannot know what is
    right, or where nothing is to be repaired. `advice` says what a person can do, or what the repair leaves alone.
    """

    name: str
    title: str
    severity: Severity
    repair: str = ""
    advice: str = ""

    @property
    def can_be_repaired(self) -> bool:
        """Whether there is a repair."""
        return bool(self.repair)


_RESCUE = _(
    "Restore a backup (File > Restore a Backup), or read what can be read into a new file with onrecord rescue."
)
_LOOK = _("Go there and decide.")
_DERIVED = _("This is made again from the records. None of them changes, so there is nothing to undo.")

PAGES = Fault("damage", _("Damaged file"), Severity.WRONG, advice=_RESCUE)
NEWER = Fault(
    "newer",
    _("Newer version"),
    Severity.DOUBTFUL,
    advice=_("Articles and records were checked as far as this version knows them. The newest version checks all."),
)
REFERENCE = Fault(
    "reference",
    _("Reference to a missing record"),
    Severity.WRONG,
    _("Repair the references"),
    _(
        "What is missing is put back if the history has it. Otherwise the reference is cleared; a record that means "
        "nothing without it is deleted. All of these are repaired together."
    ),
)
LEFT_OVER = Fault(
    "left-over",
    _("Places that belong to no record"),
    Severity.WRONG,
    _("Delete places that belong to no record"),
    _("No claim or number has them, so no record changes, and there is nothing to undo."),
)
INDEXES = Fault("indexes", _("Indexes of the file"), Severity.WRONG, _("Build the indexes again"), _DERIVED)
SPANS = Fault("span-id", _("Spans with the same id"), Severity.WRONG, advice=_RESCUE)
LISTS = Fault("lists", _("Lists and counts"), Severity.WRONG, _("Make the lists again"), _DERIVED)
GAP = Fault(
    "history-gap",
    _("Gap in the history"),
    Severity.WRONG,
    advice=_("The records are not affected. What was done before the gap cannot be undone any more."),
)
UNREADABLE_EDIT = Fault(
    "history-unreadable",
    _("Edit that cannot be read"),
    Severity.WRONG,
    advice=_("The records are not affected. This edit, and what was done before it, cannot be undone any more."),
)
LOST_TEXT = Fault("history-text", _("Text of an edit"), Severity.WRONG, advice=_RESCUE)
UNEXPLAINED = Fault(
    "unexplained",
    _("Change outside Onrecord"),
    Severity.WRONG,
    _("Put back what the history says"),
    _("Another program, or damage, has changed this without an edit. If the change is right, make it in Onrecord."),
)
ADDED = Fault(
    "added",
    _("Record without an edit"),
    Severity.WRONG,
    advice=_("Another program has added this. It counts like any other record; delete it if it is wrong."),
)

_FROM_BACKUP = (
    _("Take the text from a backup"),
    _(
        "A text is taken only if its hash proves that it is the one that was imported. No record changes, so there is "
        "nothing to undo. If no backup has it, delete this article and import it again."
    ),
)
ALTERED = Fault("altered-text", _("Altered text"), Severity.WRONG, *_FROM_BACKUP)
MISSING_TEXT = Fault("missing-text", _("Missing text"), Severity.WRONG, *_FROM_BACKUP)
MENDED = (ALTERED, MISSING_TEXT)
"""What is mended with whole texts, and not by an edit (`mending.py`)."""
ALTERED_FILE = Fault(
    "altered-original",
    _("Altered original"),
    Severity.WRONG,
    advice=_("Only the copy of the imported file is damaged. The text and its records are whole."),
)
OUTSIDE = Fault("outside", _("Outside the text"), Severity.WRONG, _("Trim to the text"))
LINES_OUTSIDE = Fault("lines-outside", _("Lines outside the text"), Severity.WRONG, _("Trim the lines to the text"))
NO_PLACE = Fault(
    "no-place",
    _("No place in the text"),
    Severity.WRONG,
    advice=_("Go there; delete it, or select its words and press B."),
)
NOT_A_DATE = Fault("not-a-date", _("Not a date"), Severity.WRONG, _("Clear the date and keep its words"))
FUTURE = Fault("future", _("Date in the future"), Severity.DOUBTFUL, advice=_LOOK)
DONE_EMPTY = Fault(
    "done-empty",
    _("Done without a record"),
    Severity.DOUBTFUL,
    advice=_("If there is nothing to record in the article, this is right."),
)
COVERED = Fault("covered", _("Record in boilerplate"), Severity.DOUBTFUL, _("Mark these lines as text"))
OVERLAPPING = Fault("overlapping", _("Overlapping parts"), Severity.WRONG, _("Join the parts"))
ELSEWHERE = Fault("elsewhere", _("Span in another article"), Severity.WRONG, advice=_LOOK)
UNCLOSED = Fault("unclosed", _("Half a quotation"), Severity.DOUBTFUL, _("Include the other quotation mark"))
TWICE = Fault(
    "twice",
    _("Recorded twice"),
    Severity.DOUBTFUL,
    _("Delete the copy that adds nothing"),
    _("Where both say something different, neither is deleted."),
)
NO_SPEAKER = Fault(
    "no-speaker", _("Claim without speaker"), Severity.MISSING, advice=_("Go there, select the name and press S.")
)
NO_VALUE = Fault("no-value", _("Number without value"), Severity.MISSING, _("Read the value from the words"))
UPPER_BELOW = Fault("upper-below", _("Upper value below value"), Severity.WRONG, _("Put the two values in order"))
OTHER_VALUE = Fault("other-value", _("Value differs from words"), Severity.DOUBTFUL, _("Read the value again"))
UNKNOWN_UNIT = Fault("unit", _("Unit in unusual words"), Severity.DOUBTFUL, _("Write the unit as the program does"))
OTHER_CLAIM = Fault(
    "other-claim",
    _("Claim of another article"),
    Severity.WRONG,
    _("Give the number to the claim around it, or to none"),
)

UNFIT = Fault("unfit", _("Answer that does not fit"), Severity.WRONG, _("Read the answer again"))
CONTRADICTORY = Fault("contradictory", _("Contradictory answers"), Severity.WRONG, _("Keep the newest answer"))
UNANSWERED = Fault("unanswered", _("Required answer"), Severity.MISSING, advice=_("Go there and answer it."))
UNKNOWN_KIND = Fault(
    "unknown-kind", _("Unknown kind of variable"), Severity.WRONG, advice=_("Use the version of Onrecord that made it.")
)
UNKNOWN_PROPERTY = Fault(
    "unknown-property", _("Unknown property"), Severity.DOUBTFUL, advice=_("Use the version of Onrecord that made it.")
)

SAME_NAME = Fault(
    "same-name", _("Speakers with the same name"), Severity.DOUBTFUL, _("Merge speakers with the same name")
)
SAME_ID = Fault(
    "same-id", _("Speakers with the same outside id"), Severity.DOUBTFUL, _("Merge speakers with the same id")
)
NEEDLESS_ALIAS = Fault("alias", _("Alias that repeats the name"), Severity.DOUBTFUL, _("Delete the alias"))
NO_CLAIM = Fault("no-claim", _("Speaker without claim"), Severity.MISSING, _("Delete the speaker"))

FAULTS: dict[str, Fault] = {
    fault.name: fault
    for fault in (
        *(
            PAGES,
            NEWER,
            REFERENCE,
            LEFT_OVER,
            INDEXES,
            SPANS,
            LISTS,
            GAP,
            UNREADABLE_EDIT,
            LOST_TEXT,
            UNEXPLAINED,
            ADDED,
        ),
        *(
            ALTERED,
            MISSING_TEXT,
            ALTERED_FILE,
            OUTSIDE,
            LINES_OUTSIDE,
            NO_PLACE,
            NOT_A_DATE,
            FUTURE,
            DONE_EMPTY,
            COVERED,
        ),
        *(OVERLAPPING, ELSEWHERE, UNCLOSED, TWICE, NO_SPEAKER),
        *(NO_VALUE, UPPER_BELOW, OTHER_VALUE, UNKNOWN_UNIT, OTHER_CLAIM),
        *(UNFIT, CONTRADICTORY, UNANSWERED, UNKNOWN_KIND, UNKNOWN_PROPERTY),
        *(SAME_NAME, SAME_ID, NEEDLESS_ALIAS, NO_CLAIM),
    )
}
"""Every kind of finding, by its name."""
