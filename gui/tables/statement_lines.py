"""What the statements of an article and of the whole project share: the record that a cell is about."""

from gui.tables.table_model import LinesTableModel
from models.entities import Claim, Number, Record
from models.ids import Id
from models.lines.statement import Statement


class StatementLinesModel(LinesTableModel[Statement]):
    """Statements under columns."""

    def record_of(self, line: Statement, column: int) -> Id | None:
        record = (line.claim or line.number) if self.columns[column].of_claim else (line.number or line.claim)
        return record.id if record else None

    def article_of(self, line: Statement) -> Id | None:
        return line.article.id

    def kind_at(self, row: int, column: int) -> type[Record]:
        line = self.line(row)
        is_number = line is not None and line.number is not None and self.record_at(row, column) == line.number.id
        return Number if is_number else Claim
