"""What the statements of an article and of the whole project share: the record that a cell is about."""

from gui.tables.table_model import LinesTableModel
from models.entities import Claim, Number, Record
from models.ids import Id
from models.lines.statement import Statement


class StatementLinesModel(LinesTableModel[Statement]):
    """Statements under columns."""

    def record_at(self, row: int, column: int) -> Id | None:
        line = self.line(row)
        if line is None:
            return None
        claim, number = line.claim, line.number
        record = (claim or number) if self.columns[column].of_claim else (number or claim)
        return record.id if record else None

    def article_at(self, row: int) -> Id | None:
        line = self.line(row)
        return line.article.id if line else None

    def kind_at(self, row: int, column: int) -> type[Record]:
        line = self.line(row)
        is_number = line is not None and line.number is not None and self.record_at(row, column) == line.number.id
        return Number if is_number else Claim
