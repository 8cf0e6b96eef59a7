"""Errors for people, each in words that say what happened, what is safe and what to do."""


class OnrecordError(Exception):
    """A problem to be shown as it is: what happened (`what`), what is `safe`, and what to `do`, in whole sentences."""

    def __init__(self, what: str, safe: str = "", do: str = "") -> None:
        super().__init__(" ".join(part for part in (what, safe, do) if part))
        self.what, self.safe, self.do = what, safe, do

    @property
    def advice(self) -> str:
        """What happened and what to do, where it is plain that nothing was changed."""
        return " ".join(part for part in (self.what, self.do) if part)


class NotAProject(OnrecordError):
    """The file is not an Onrecord project, or is damaged."""


class Unreadable(NotAProject):
    """The disk did not give a file, or a part of it, which may be whole all the same."""


class NewerProject(OnrecordError):
    """The file was made by a newer version of the program."""


class OlderProject(OnrecordError):
    """The file was made by an older version of the program, and has to be upgraded before it can be used."""


class ChangesBeside(OnrecordError):
    """The newest changes of a project are in a file beside it, which cannot be read where both are."""


class NotUpgraded(OnrecordError):
    """An older file could not be upgraded; it was left unchanged."""


class ProjectMissing(OnrecordError):
    """There is no file at that path."""


class NotSaved(OnrecordError):
    """An edit could not be written; the file was left unchanged."""


class NoRoom(NotSaved):
    """A disk has no room for what is to be written; nothing was begun."""


class Busy(NotSaved):
    """Another program holds the file, or the file is still being checked; try again in a moment."""


class Unsavable(NotSaved):
    """An edit holds what no project can hold; to try again would not help."""


class Replaced(NotSaved):
    """Another file has taken the place of the project."""


class ReadOnly(NotSaved):
    """The project cannot be written to."""


class UnreadableReadOnly(ReadOnly, Unreadable):
    """The disk did not give a part of the project, so that nothing is written to it."""


class NewerReadOnly(ReadOnly):
    """The project was made by a newer version of the program, and is only read; to save elsewhere would not help."""


class Conflict(NotSaved):
    """The rows were changed elsewhere since they were read."""


class NotNext(Conflict):
    """An undo or redo is out of date: something else was done or undone since."""


class UnreadableArticle(OnrecordError):
    """A file cannot be read as an article."""


class NotExported(OnrecordError):
    """A table could not be written; any older file of that name was left unchanged."""


class Interrupted(Exception):
    """A question to the file was interrupted, because its answer is no longer needed or because the file is to be
    written.
    """
