"""What can go wrong for a person, each in words that say what happened, what is safe and what to do."""


class OnrecordError(Exception):
    """A problem to be shown as it is. `what` happened, what is `safe`, what to `do`: whole sentences."""

    def __init__(self, what: str, safe: str = "", do: str = "") -> None:
        super().__init__(" ".join(part for part in (what, safe, do) if part))
        self.what, self.safe, self.do = what, safe, do


class NotAProject(OnrecordError):
    """The file is not an Onrecord project, or is damaged."""


class NewerProject(OnrecordError):
    """The file was made by a newer version of the program."""


class OlderProject(OnrecordError):
    """The file was made by an older version of the program, and has to be upgraded before it can be used."""


class NotUpgraded(OnrecordError):
    """An older file could not be upgraded; it is as it was."""


class ProjectMissing(OnrecordError):
    """There is no file at that path."""


class NotSaved(OnrecordError):
    """An edit could not be written; the file is as it was."""


class Busy(NotSaved):
    """Another program holds the file, or it is still being checked; the same can be tried again in a moment."""


class ReadOnly(NotSaved):
    """The project cannot be written to."""


class Conflict(NotSaved):
    """The rows were changed elsewhere since they were read."""


class NotNext(Conflict):
    """An undo or redo is not what comes next: something else was done or undone since it was read."""


class UnreadableArticle(OnrecordError):
    """A file cannot be read as an article."""


class NotExported(OnrecordError):
    """A table could not be written; a file of its name is as it was."""


class Interrupted(Exception):
    """A question to the file was broken off, because nobody wants the answer any more or somebody wants to write."""
