"""The statements of an article follow every edit: the lines it touched, and no others."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import example as trial
from hypothesis import strategies as st
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy

from gui.project.project import Project
from gui.tables import StatementsPanel
from gui.tables.statements_model import StatementsTableModel
from gui.window.news import News
from models.actions import claims, numbers
from models.edits import Edit
from models.entities import Role
from models.lines.statement import Statement
from tests.example import CODER, TEXT, Example, every_statement, opened_copy, place, typed
from tests.gui.tables.acting import cell, column, go_to
from tests.thorough import examples

ModelTester = QAbstractItemModelTester


@pytest.fixture
def model(project: Project) -> Iterator[StatementsTableModel]:
    """Yield the lines of the open article, watched by Qt's own tester."""
    model = StatementsTableModel()
    tester = ModelTester(model, ModelTester.FailureReportingMode.Warning)
    News([model], model).set_project(project)
    yield model
    tester.deleteLater()


def lines(model: StatementsTableModel) -> list[Statement]:
    """Return every line as the model has it."""
    found = [model.line(row) for row in range(model.rowCount())]
    return [line for line in found if line]


def in_file(project: Project) -> list[Statement]:
    """Return every line of the open article as the file has it."""
    assert project.records
    return [line for line in every_statement(project.store) if line.article.id == project.records.article.id]


def test_the_lines_are_those_of_the_file(model: StatementsTableModel, project: Project) -> None:
    assert len(lines(model)) == 3
    assert lines(model) == in_file(project)


def test_a_claim_is_inserted_at_its_place_and_touches_no_other_line(
    model: StatementsTableModel, project: Project
) -> None:
    assert project.records
    before = lines(model)
    inserted, reset, changed = (QSignalSpy(s) for s in (model.rowsInserted, model.modelReset, model.dataChanged))
    project.do(claims.mark_claim(project.records, *place("nobody would have to move")))
    assert (inserted.count(), reset.count()) == (1, 0)
    touched = {
        row for at in range(changed.count()) for row in range(changed.at(at)[0].row(), changed.at(at)[1].row() + 1)
    }
    assert touched == {2}
    assert [line for line in lines(model) if line in before] == before
    assert lines(model) == in_file(project)


def test_a_claims_first_number_takes_its_line_and_the_second_adds_one(
    model: StatementsTableModel, project: Project, example: Example
) -> None:
    assert project.records
    inserted = QSignalSpy(model.rowsInserted)
    project.do(numbers.mark_number(project.records, *place("nearly 300 metres")))
    assert inserted.count() == 0
    project.do(numbers.mark_number(project.records, *place("one night")))
    assert inserted.count() == 1
    assert model.group(1) == (1, 2)
    assert model.row_of(example.lost.id) == 1
    assert lines(model) == in_file(project)


def test_a_claim_with_changed_boundaries_moves_with_its_lines(
    model: StatementsTableModel, project: Project, example: Example
) -> None:
    assert project.records
    held = model.index(1, 0)
    moved = QSignalSpy(model.rowsMoved)
    span = project.records.spans_of(example.lost.id, Role.CONTENT)[0]
    project.do(claims.set_boundaries(project.records, span, *place("nobody would have to move")))
    project.do(numbers.mark_number(project.records, *place("two winters")))
    span = project.records.contents(example.cost.id)[0]
    project.do(claims.set_boundaries(project.records, span, *place("the plan too small")))
    assert moved.count() == 1
    assert held.isValid()
    assert lines(model) == in_file(project)


def test_a_new_name_of_a_speaker_shows_in_every_line(
    model: StatementsTableModel, project: Project, example: Example
) -> None:
    reset = QSignalSpy(model.modelReset)
    project.do(typed(project.registry.speakers[example.mayor.id], "name", "Ida M. Brekke", project.registry))
    assert [line.speaker and line.speaker.name for line in lines(model)] == ["Ida M. Brekke", None, None]
    assert reset.count() == 0


def test_undo_and_redo_are_followed_too(model: StatementsTableModel, project: Project, example: Example) -> None:
    assert project.records
    before = lines(model)
    project.do(claims.delete_claim(project.records, project.records.claims[example.cost.id]))
    assert len(lines(model)) == 2
    project.undo()
    assert lines(model) == before
    project.redo()
    assert len(lines(model)) == 2


def test_another_article_and_none_are_shown(model: StatementsTableModel, project: Project, example: Example) -> None:
    project.article.open(example.other.id)
    assert lines(model) == []
    project.article.close()
    assert model.rowCount() == 0
    project.article.open(example.article.id)
    assert len(lines(model)) == 3


ranges = st.tuples(st.integers(0, len(TEXT) - 2), st.integers(1, 60)).map(lambda r: (r[0], min(len(TEXT), r[0] + r[1])))
deeds = st.tuples(
    st.sampled_from(["claim", "number", "boundaries", "part", "delete", "undo", "redo", "name"]),
    ranges,
    st.integers(0, 99),
)


def deed(project: Project, kind: str, at: tuple[int, int], which: int) -> Edit | None:
    """Return the edit of one arbitrary deed; None where undo or redo did it, or there is nothing to do it to."""
    records = project.records
    assert records
    known = list(records.claims.values())
    claim = known[which % len(known)] if known else None
    edit: Edit | None = None
    match kind:
        case "claim":
            edit = claims.mark_claim(records, *at)
        case "number":
            edit = numbers.mark_number(records, *at)
        case "boundaries" if records.spans:
            edit = claims.set_boundaries(records, list(records.spans.values())[which % len(records.spans)], *at)
        case "part" if claim:
            edit = claims.add_part(records, claim, *at)
        case "delete" if which % 2 and claim:
            edit = claims.delete_claim(records, claim)
        case "delete" if records.numbers:
            edit = numbers.delete_number(records, list(records.numbers.values())[which % len(records.numbers)])
        case "name" if claim:
            edit = typed([claim], "speaker", f"Speaker {which % 4}", project.registry)
        case "undo" if project.undo_label != "Make the example":
            project.undo()
        case "redo":
            project.redo()
    return edit


@settings(max_examples=examples(15), suppress_health_check=[HealthCheck.function_scoped_fixture])
@trial([("claim", (0, 1), 0), ("claim", (0, 1), 0), ("number", (131, 132), 0), ("boundaries", (0, 1), 2)])
@given(st.lists(deeds, max_size=8))
def test_whatever_is_done_the_lines_and_the_stretches_are_those_of_a_fresh_reading(
    qapp: object, example: Example, tmp_path: Path, done: list[tuple[str, tuple[int, int], int]]
) -> None:
    with opened_copy(example, tmp_path / "copy.onrecord") as copy:
        project = Project(copy.store, copy.store.registry(), CODER)
        project.article.open(copy.article.id)
        panel = StatementsPanel()
        news = News([panel], panel)
        news.set_project(project)
        model = panel.view.lines
        assert isinstance(model, StatementsTableModel)
        tester = ModelTester(model, ModelTester.FailureReportingMode.Warning)
        for kind, at, which in done:
            edit = deed(project, kind, at, which)
            if edit:
                assert project.do(edit)
            assert lines(model) == in_file(project)
            for row in range(model.rowCount()):
                first, last = model.group(row)
                assert panel.view.rowSpan(row, column(panel, "claim")) == last - first + 1
                assert panel.view.rowSpan(row, column(panel, "value")) == 1
        tester.deleteLater()
        news.set_project(None)
        panel.deleteLater()


def test_speaker_and_claim_stretch_over_the_lines_of_their_numbers(
    panel: StatementsPanel, project: Project, example: Example
) -> None:
    assert project.records
    project.do(numbers.mark_number(project.records, *place("40 million")))
    assert panel.view.rowSpan(0, column(panel, "speaker")) == panel.view.rowSpan(0, column(panel, "claim")) == 2
    assert panel.view.rowSpan(0, column(panel, "value")) == 1
    assert cell(panel, example.cost.id, "claim").startswith("the wall 🌊 would cost")


def test_a_column_stretches_over_the_lines_that_came_while_it_was_hidden(
    panel: StatementsPanel, project: Project
) -> None:
    assert project.records
    header, speaker = panel.view.header, column(panel, "speaker")
    header.show_column(speaker, False)
    project.do(numbers.mark_number(project.records, *place("40 million")))
    header.show_column(speaker, True)
    assert panel.view.rowSpan(0, speaker) == panel.view.rowSpan(0, column(panel, "claim")) == 2
    header.show_column(speaker, False)
    project.undo()
    header.show_column(speaker, True)
    assert panel.view.rowSpan(0, speaker) == panel.view.rowSpan(0, column(panel, "claim")) == 1


def test_the_current_cell_stays_where_it_is_when_lines_are_added_above(
    panel: StatementsPanel, project: Project, example: Example
) -> None:
    assert project.records
    go_to(panel, example.berths.id, "unit")
    chosen = QSignalSpy(panel.record_selected)
    project.do(claims.mark_claim(project.records, *place("nobody would have to move")))
    assert panel.view.record() == example.berths.id
    assert chosen.count() == 0
