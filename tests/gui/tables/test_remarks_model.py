"""The remarks are sorted and filtered by what they say, as any list."""

import pytest
from pytestqt.qtbot import QtBot

from gui.project.project import Project
from gui.tables import NumbersPanel, remarks_model
from gui.tables.remarks_model import RemarksTableModel
from models.attributes.comparing import Operator
from models.ids import Id
from models.lines.order import Condition, Order, Sort
from tests.example import Example, typed
from tests.waiting import let_read


@pytest.fixture(params=["a few", "many"])
def model(
    qtbot: QtBot,
    project: Project,
    example: Example,
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
) -> RemarksTableModel:
    """Return the remarks of the example, as a few or as many: three notes, and a claim that is to be discussed."""
    if request.param == "many":
        monkeypatch.setattr(remarks_model, "MANY", 0)
    for record, note in ((example.mayor, "since 2019"), (example.lost, "Which night?")):
        assert project.do(typed(record, "note", note))
    assert project.do(typed(example.cost, "discuss", "yes"))
    model = RemarksTableModel()
    model.set_project(project)
    model.set_active(True)
    qtbot.waitUntil(lambda: model.rowCount() == 4)
    return model


def listed(model: RemarksTableModel) -> list[str]:
    let_read(model.project)
    return [line.about.note or "" for row in range(model.rowCount()) if (line := model.line(row))]


def test_remarks_are_in_text_order_unless_they_are_sorted(model: RemarksTableModel) -> None:
    assert listed(model) == ["", "of 2026", "Which night?", "since 2019"]
    model.set_order(Order(sorts=(Sort("note"),)))
    assert listed(model) == ["of 2026", "since 2019", "Which night?", ""]
    model.set_order(Order(sorts=(Sort("kind", descending=True), Sort("note"))))
    assert listed(model) == ["since 2019", "of 2026", "Which night?", ""]
    model.set_order(Order())
    assert listed(model) == ["", "of 2026", "Which night?", "since 2019"]


def test_remarks_meet_conditions(model: RemarksTableModel) -> None:
    model.set_order(Order(conditions=(Condition("discuss", Operator.FILLED),)))
    assert listed(model) == [""]
    model.set_order(Order(conditions=(Condition("note", Operator.CONTAINS, ("20",)),)))
    assert listed(model) == ["of 2026", "since 2019"]
    model.set_order(Order(conditions=(Condition("article", Operator.EMPTY),)))
    assert listed(model) == ["since 2019"]


def numbered(panel: NumbersPanel) -> list[Id | None]:
    return [panel.view.lines.record_at(row, 0) for row in range(panel.view.lines.rowCount())]


def test_the_table_of_numbers_is_filtered_by_the_notes_and_flags_of_numbers_and_not_of_their_claims(
    qtbot: QtBot, project: Project, example: Example, numbers: NumbersPanel
) -> None:
    assert project.do(typed(example.cost, "discuss", "yes"))
    assert project.do(typed(example.berths, "discuss", "yes"))
    keys = {column.name: column.key for column in numbers.view.lines.columns}
    numbers.narrowing.show_conditions([Condition(keys["number_to_discuss"], Operator.FILLED)])
    qtbot.waitUntil(lambda: numbered(numbers) == [example.berths.id])
    numbers.narrowing.show_conditions([Condition(keys["number_note"], Operator.FILLED)])
    qtbot.waitUntil(lambda: numbered(numbers) == [example.millions.id])
