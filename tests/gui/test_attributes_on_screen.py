"""The one description of an attribute also puts it on the screen: as a column, and as a field of the details."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from gui.editors.line_editor import LineEditor
from gui.panels.details import Details
from gui.project.project import Project
from gui.tables.columns import AttributeColumn, Column
from gui.tables.speaker_columns import SPEAKER_COLUMNS
from gui.tables.statement_columns import NUMBER_COLUMNS, STATEMENT_COLUMNS, number_columns, statement_columns
from models.attributes import built_in
from models.attributes.attribute import Attribute
from models.attributes.built_in import attributes_of
from models.attributes.kinds import Line
from models.entities import Claim, Number, Record, Speaker
from models.lines.statement import Statement
from tests.example import CODER, Example


@pytest.mark.parametrize(
    ("columns", "kinds"),
    [(STATEMENT_COLUMNS, (Claim, Number)), (NUMBER_COLUMNS, (Number,)), (SPEAKER_COLUMNS, (Speaker,))],
    ids=["statements", "numbers", "speakers"],
)
def test_every_attribute_of_its_records_is_a_column_of_a_table(
    columns: tuple[Column[Statement], ...], kinds: tuple[type[Record], ...]
) -> None:
    shown = {each for column in columns if isinstance(column, AttributeColumn) for each in column.attributes}
    assert {each for kind in kinds for each in attributes_of(kind)} <= shown
    assert len({column.name for column in columns}) == len(columns)


def test_a_line_more_in_the_list_of_attributes_is_a_column_and_a_field_more(
    qtbot: QtBot, example: Example, monkeypatch: pytest.MonkeyPatch
) -> None:
    more: Attribute[Claim, str] = Attribute(Claim, "coder", "Initials", Line(), "Whose claim it is.")
    monkeypatch.setattr(built_in, "ATTRIBUTES", (*built_in.ATTRIBUTES, more))
    project = Project(example.store, example.store.registry(), CODER)
    assert project.article.open(example.article.id)
    assert project.records
    claim = project.records.claims[example.cost.id]
    columns = statement_columns()
    assert (len(columns), len(number_columns())) == (len(STATEMENT_COLUMNS) + 1, len(NUMBER_COLUMNS))
    assert columns[-1].title == "Initials"
    assert columns[-1].display(Statement(article=example.article, claim=claim), project.registry) == CODER
    window, details = QMainWindow(), Details()
    qtbot.addWidget(window)
    window.setCentralWidget(details)
    details.set_project(project)
    details.show_record(claim)
    field = details.findChild(LineEditor, "detail_initials")
    assert isinstance(field, LineEditor)
    field.selectAll()
    QTest.keyClicks(field, "XY")
    assert details.finish_editing()
    assert project.records.claims[claim.id].coder == "XY"
