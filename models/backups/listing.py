"""Backups as people choose from them: when each was made, what it holds, and what was done last."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from models.backups.backup import Backup
from models.counts import claims_and_numbers, count_of
from models.entities import Article
from models.errors import OnrecordError
from models.store.brief import Brief, brief
from models.times import in_words
from models.translation import _, counted

KINDS = 3
"""How many different edits are told of."""


@dataclass(frozen=True, slots=True)
class ListedBackup:
    """A backup with what it holds; nothing before that was read, or the reason why it cannot be read."""

    backup: Backup
    holds: Brief | None = None
    problem: OnrecordError | None = None

    @property
    def when(self) -> str:
        """When it was made, in the time of this computer, and of which version it is if it is older."""
        when = in_words(self.backup.at)
        older = _("{when}, version {version}")
        return older.format(when=when, version=self.backup.version) if self.backup.version else when

    @property
    def last_edits(self) -> str:
        """What was done last, newest first, or why it cannot be read."""
        if self.problem:
            return self.problem.what
        return "; ".join(_in_words(*each) for each in _runs(self.holds.last_edits)) if self.holds else ""


def _runs(edits: Sequence[str]) -> Sequence[tuple[str, int]]:
    """Return each edit once, with how often it was done in a row."""
    return [(edit, len(list(same))) for edit, same in groupby(edits)][:KINDS]


def _in_words(edit: str, times: int) -> str:
    return _("{edit} ({times} times)").format(edit=edit, times=times) if times > 1 else edit


def looked_at(backup: Backup) -> ListedBackup:
    """Read what a backup holds."""
    try:
        return ListedBackup(backup, holds=brief(backup.path))
    except OnrecordError as error:
        return ListedBackup(backup, problem=error)


def offered(backups: Sequence[Backup]) -> str:
    """Return a sentence that says what the newest whole backup holds, and how many there are; empty without any."""
    whole = next((each for each in map(looked_at, backups) if each.holds), None)
    if whole is None or whole.holds is None:
        return ""
    records = claims_and_numbers(whole.holds.claims, whole.holds.numbers) or _("no records yet")
    words = _("Its newest backup is from {when}, with {articles}, {records}.").format(
        when=whole.when, articles=count_of(Article, whole.holds.articles), records=records
    )
    others = len(backups) - 1
    more = counted("There is {count:,} other.", "There are {count:,} others.", others)
    return f"{words} {more}" if others else words
