"""Columns of statements by what they write to: a claim or a number, of the article on the screen or of any other."""

from gui.project.project import Project
from gui.tables.columns import Column
from models.edits import Edit
from models.entities import Claim, Number
from models.errors import OnrecordError
from models.lines.statement import Statement
from models.records import ArticleRecords

NO_CLAIM = "This line has no claim. To record one, select its words in the text and press C."
NO_NUMBER = "This line has no number yet. To record one, select it in the text and press N; its value is read there."


class StatementColumn(Column[Statement]):
    """A column of the statements of one article or of all."""


class ClaimFieldColumn(StatementColumn):
    """Something of the claim that is typed; lines without a claim have nothing there."""

    of_claim = True

    def editable(self, line: Statement) -> bool:
        return line.claim is not None

    def why_not(self, line: Statement) -> str:  # noqa: ARG002
        return NO_CLAIM

    def write(self, project: Project, line: Statement, typed: str) -> Edit:
        return self.write_claim(project, claim_of(project, line), typed)

    def write_claim(self, project: Project, claim: Claim, typed: str) -> Edit:
        """The edit that what was typed means for this claim."""
        raise NotImplementedError


class NumberFieldColumn(StatementColumn):
    """Something of the number that is typed; lines without a number have nothing there."""

    def editable(self, line: Statement) -> bool:
        return line.number is not None

    def why_not(self, line: Statement) -> str:  # noqa: ARG002
        return NO_NUMBER

    def write(self, project: Project, line: Statement, typed: str) -> Edit:
        return self.write_number(project, number_of(project, line), typed)

    def write_number(self, project: Project, number: Number, typed: str) -> Edit:
        """The edit that what was typed means for this number."""
        raise NotImplementedError


def _records(project: Project, line: Statement) -> ArticleRecords:
    """The records of the line's article: those on the screen, or else read from the file."""
    if project.records and project.records.article.id == line.article.id:
        return project.records
    return project.store.article_records(line.article.id)


def claim_of(project: Project, line: Statement) -> Claim:
    """The claim of a line, as it is now. Raises OnrecordError when it is gone."""
    found = _records(project, line).claims.get(line.claim.id if line.claim else "")
    if found is None:
        raise _gone("claim")
    return found


def number_of(project: Project, line: Statement) -> Number:
    """The number of a line, as it is now. Raises OnrecordError when it is gone."""
    found = _records(project, line).numbers.get(line.number.id if line.number else "")
    if found is None:
        raise _gone("number")
    return found


def _gone(what: str) -> OnrecordError:
    return OnrecordError(f"This {what} is no longer in the project.", "Nothing was changed.")
