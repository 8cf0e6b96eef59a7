"""What the statements of an article and of the whole project share: which record of its line a cell is about."""

from gui.tables.statement_columns import record_of
from gui.tables.table_model import LinesTableModel
from models.ids import Id
from models.lines.statement import Statement


class StatementLinesModel(LinesTableModel[Statement]):
    """Statements under columns."""

    def record_at(self, row: int, column: int) -> Id | None:
        line = self.line(row)
        return record_of(line, self.columns[column]) if line else None

    def article_at(self, row: int) -> Id | None:
        line = self.line(row)
        return line.article.id if line else None

    def noun_at(self, row: int, column: int) -> str:
        line = self.line(row)
        return "Number" if line and line.number and self.record_at(row, column) == line.number.id else "Claim"
