"""What the statements of an article and of the whole project share: the record that a cell is about."""

from collections.abc import Hashable, Iterator, Sequence
from typing import TYPE_CHECKING

from gui.tables.lines import Reading
from gui.tables.picked import Rows, pages
from gui.tables.table_model import LinesTableModel
from models.entities import Claim, Number, Record
from models.errors import OnrecordError
from models.ids import Id
from models.lines.criteria import STATEMENT_CRITERIA
from models.lines.order import Order
from models.lines.statement import Statement
from models.translation import _

if TYPE_CHECKING:
    from models.store.view import StatementList, StoreView


class RowsChanged(OnrecordError):
    """The rows of a table are not those that were selected."""

    def __init__(self) -> None:
        super().__init__(_("The rows have changed in the meantime."), _("Nothing was changed."), _("Try again."))


def read_list(
    asker: Hashable, order: Order, rows: Rows | None = None, made: "StatementList | None" = None
) -> Reading[Statement]:
    """Return what reads the lines of an order, or some rows of it; of a list that was `made` before, or of a new one.

    It raises RowsChanged when that list has gone.
    """

    def read(view: "StoreView") -> Iterator[tuple[int, Sequence[Statement | None]]]:
        listed = made or view.make_list(asker, order)
        for page in pages((range(listed.count),) if rows is None else rows):
            lines = view.lines(listed, page.start, len(page))
            if len(lines) != len(page):
                raise RowsChanged
            yield page.start, lines

    return read


class StatementLinesModel(LinesTableModel[Statement]):
    """Statements under columns."""

    built_in = STATEMENT_CRITERIA
    have_articles = True

    def record_of(self, line: Statement, column: int) -> Id | None:
        record = (line.claim or line.number) if self.columns[column].of_claim else (line.number or line.claim)
        return record.id if record else None

    def everything(self) -> Reading[Statement]:
        return read_list((self, "everything"), Order())

    def article_of(self, line: Statement) -> Id | None:
        return line.article.id

    def kind_at(self, row: int, column: int) -> type[Record]:
        line = self.line(row)
        is_number = line is not None and line.number is not None and self.record_at(row, column) == line.number.id
        return Number if is_number else Claim
