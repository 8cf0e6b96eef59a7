"""Read one record of an export by the profile of its database."""

from collections.abc import Sequence

from models.articles.database_profile import Profile
from models.articles.databases.common_lines import without_by
from models.articles.databases.labels import LABELLED
from models.articles.databases.record import Piece, Record, printed, said
from models.articles.dates import read_date
from models.articles.hard_wrapping import unwrapped

HEAD, TEXT, BELOW = range(3)
"""The parts of a record: what is said of the article, the article, and what follows."""


def record_of(lines: Sequence[str], profile: Profile) -> Record:
    """Return the record that some lines are."""
    reading = _Reading(profile, any((found := profile.labelled(line)) and found[0] == "text" for line in lines))
    for line in lines:
        reading.take(line)
    told = {role: " ".join(" ".join(words).split()) for role, words in reading.told.items()}
    title = told.get("title", "")
    return Record(
        pieces=(*printed([title]), *reading.above, *_paragraphs(reading.text), *reading.below),
        source="\n".join(lines),
        title=title or None,
        outlet=told.get("outlet"),
        byline=without_by(told.get("byline")),
        published=read_date(told.get("date", "")),
    )


def _paragraphs(lines: Sequence[str]) -> list[Piece]:
    return printed(unwrapped("\n".join(lines).strip("\n")).split("\n\n"))


class _Reading:
    """Takes the lines of a record one by one; `told` has the words of each role, `above` and `below` what is said."""

    def __init__(self, profile: Profile, has_text_label: bool) -> None:
        self._profile, self._has_text_label = profile, has_text_label
        self._part = HEAD
        self._role = "" if profile.title else "title"
        """The role that a line without a label continues; without a label for titles, the first line is one."""
        self._is_after_blank = False
        self.told: dict[str, list[str]] = {}
        self.above: list[Piece] = []
        self.text: list[str] = []
        self.below: list[Piece] = []

    def take(self, line: str) -> None:
        """Take the next line."""
        found = self._profile.labelled(line)
        if found and self._counts(found[0]):
            self._take_labelled(line, *found)
        elif self._part == TEXT:
            self.text.append(line)
        elif self._part == BELOW:
            self.below += said(line)
        elif not line.strip():
            self._is_after_blank = True
            if self.told.get(self._role):
                self._role = ""
        elif self._role and self._continues(line):
            self.told.setdefault(self._role, []).append(line)
            self.above += said(line) if self._role != "title" else ()
        elif self.told and not self._has_text_label and (self._is_after_blank or LABELLED.match(line) is None):
            self._part = TEXT
            self.text.append(line)
        else:
            self.above += said(line)

    def _continues(self, line: str) -> bool:
        """Return whether a line without a known label belongs to the one above: a title goes on, others only begin."""
        return LABELLED.match(line) is None and (self._role == "title" or not self.told.get(self._role))

    def _counts(self, role: str) -> bool:
        """Return whether a label is one: inside a text, only what has not been said above, or what follows a text."""
        return (
            self._part == HEAD or role in ("end", "others") or (role not in self.told and role not in ("text", "title"))
        )

    def _take_labelled(self, line: str, role: str, value: str) -> None:
        self._is_after_blank = False
        if role == "text":
            self._part = TEXT
            self.text.append(value)
            return
        if role == "end" or self._part != HEAD:
            self._part = BELOW
            self.below += said(line)
        elif role != "title":
            self.above += said(line)
        if role not in ("end", "others"):
            self.told.setdefault(role, []).extend([value] if value else [])
        self._role = role if role != "end" else ""
