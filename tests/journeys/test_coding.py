"""A codebook of all nine kinds is imported, an article is coded with it by keys, closed, opened, undone and redone."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from PySide6.QtCore import Qt

from models.cli import commands
from models.codebook.kinds import KINDS
from models.entities import Claim
from models.ids import Id
from tests.example import Example, place
from tests.gui.tables.acting import cell, current, go_to
from tests.journeys.desk import ALT, CTRL, SHIFT, Desk
from tests.journeys.tables import export_tables
from tests.models.codebook.nine_kinds import LABELS, NINE
from tests.models.exports.reading import read_table

Key = Qt.Key


@pytest.fixture
def imported(study: Path, tmp_path: Path) -> Path:
    """Return the project of a study into which the codebook was imported."""
    file = tmp_path / "codebook.toml"
    file.write_text(NINE, encoding="utf-8")
    result = CliRunner().invoke(commands, ["codebook", str(study), str(file), "--import"])
    assert result.exit_code == 0, result.output
    return study


def shown(desk: Desk, claim: Id) -> dict[str, str]:
    """Return what the table shows of the answers about a claim."""
    names = [variable.name for variable in desk.project.codebook.variables_of(Claim)]
    return {name: cell(desk.statements, claim, name) for name in names}


def code(desk: Desk, claim: Id) -> None:
    """Answer every variable of a claim in the table, from the first to the last, by keys alone."""
    desk.show("statements")
    go_to(desk.statements, claim, "topic")
    desk.press(Key.Key_2)  # a digit
    desk.press(Key.Key_Tab)
    desk.type("fe;ho")  # letters
    desk.press(Key.Key_Tab)
    desk.type("y")
    desk.press(Key.Key_Tab)
    desk.type("Nobody")
    desk.press(Key.Key_Return, ALT)
    desk.type("asked")
    for typed in ("sea wall", "1,200", "0.5", "23 January 2015", "Nils Aas"):
        desk.press(Key.Key_Tab)
        desk.type(typed)
    desk.press(Key.Key_Return)


CODED = {name: cell for name, cell in LABELS.items() if not name.startswith("topic_")}


def test_an_article_is_coded_with_all_kinds_closed_opened_undone_and_redone(
    desk: Desk, come_back: Callable[[], Desk], imported: Path, pattern: Example, tmp_path: Path
) -> None:
    desk.open(imported)
    claim = pattern.lost.id
    assert {each.kind for each in desk.project.codebook.variables.values()} == KINDS.keys()
    empty = shown(desk, claim)
    assert set(empty.values()) == {""}
    code(desk, claim)
    assert shown(desk, claim) == CODED
    assert desk.project.registry.find("Nils Aas")

    desk = come_back()
    desk.open(imported)
    assert shown(desk, claim) == CODED
    undone = 0
    while desk.project.undo_label and not desk.project.undo_label.startswith("Make"):
        desk.press(Key.Key_Z, CTRL)
        undone += 1
        if desk.project.undo_label.startswith("Import"):
            break
    assert undone == len(CODED)
    assert shown(desk, claim) == empty
    assert desk.project.registry.find("Nils Aas") is None
    while desk.project.redo_label:
        desk.press(Key.Key_Z, CTRL | SHIFT)
    assert shown(desk, claim) == CODED

    desk.press(Key.Key_Z, CTRL, times=undone + 1)
    assert not desk.project.codebook.variables
    desk.press(Key.Key_Z, CTRL | SHIFT, times=undone + 1)
    export_tables(imported, tmp_path / "tables")
    (row,) = (row for row in read_table(tmp_path / "tables", "claims") if row["claim_id"] == claim)
    assert {name: row[name] for name in LABELS} == LABELS


def test_a_claim_is_coded_in_the_details_by_keys(desk: Desk, imported: Path, pattern: Example) -> None:
    desk.open(imported)
    go_to(desk.statements, pattern.lost.id, "claim")
    desk.details.focus_first()
    desk.press(Key.Key_2)
    desk.press(Key.Key_Tab)
    desk.type("21")
    desk.press(Key.Key_Tab)
    desk.press(Key.Key_1)
    desk.press(Key.Key_Tab)
    desk.type("Nobody")
    for typed in ("sea wall", "1,200", "0.5", "23 January 2015", "brek"):
        desk.press(Key.Key_Tab)
        desk.type(typed)
    desk.press(Key.Key_Tab)
    expected = CODED | {"reason": "Nobody", "addressee": "Ida Brekke"}
    assert shown(desk, pattern.lost.id) == expected


REFUSED = {
    "score": ("yes", "cannot be read as a whole number"),
    "weight": ("0,5", "cannot be read as a number"),
    "due": ("3/4/2015", "cannot be read as a date"),
    "topic": ("boats", "is not one of the choices"),
    "sure": ("maybe", "is not one of"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_refused_stays_in_the_cell_with_the_reason(
    desk: Desk, imported: Path, pattern: Example, name: str
) -> None:
    typed, reason = REFUSED[name]
    desk.open(imported)
    desk.show("statements")
    go_to(desk.statements, pattern.lost.id, name)
    desk.type(typed)
    desk.press(Key.Key_Return)
    editor = desk.statements.view.cells.editor
    assert editor
    assert (editor.text(), reason in editor.refusal.reason) == (typed, True)
    desk.press(Key.Key_Escape)
    assert shown(desk, pattern.lost.id)[name] == ""
    assert current(desk.statements)[1] == name


def test_a_claim_is_recorded_and_coded_without_leaving_the_text_for_long(
    desk: Desk, imported: Path, pattern: Example
) -> None:
    desk.open(imported)
    desk.text.setFocus()
    desk.select(*place("nobody would have to move"))
    desk.press(Key.Key_C)
    desk.press(Key.Key_Tab)
    desk.press(Key.Key_1)
    desk.press(Key.Key_2)  # corrected
    desk.press(Key.Key_Tab)
    desk.press(Key.Key_1)
    desk.press(Key.Key_Tab)
    desk.type("n")
    desk.press(Key.Key_Return)
    assert desk.focus is desk.text
    assert desk.selected not in (None, pattern.lost.id)
    found = {name: cell for name, cell in shown(desk, str(desk.selected)).items() if cell}
    assert found == {"topic": "Storm", "feelings": "Hope", "sure": "no"}


def test_tab_after_the_last_cell_of_a_claim_returns_to_the_text_also_if_another_claim_follows(
    desk: Desk, imported: Path
) -> None:
    desk.open(imported)
    desk.text.setFocus()
    first = min(desk.records.claims.values(), key=lambda claim: desk.records.start(claim.id))
    desk.choose(first.id)
    desk.statements.edit_speaker(first.id)
    for _cell in desk.statements.view.lines.columns:
        if desk.focus is not desk.text:
            desk.press(Key.Key_Tab)
    assert desk.focus is desk.text
    assert desk.selected == first.id
    assert len(desk.records.claims) > 1


def test_after_the_last_answer_the_table_shows_its_first_columns_again(desk: Desk, imported: Path) -> None:
    desk.open(imported)
    across = desk.statements.view.horizontalScrollBar()
    desk.text.setFocus()
    desk.press(Key.Key_J)
    desk.press(Key.Key_C)
    desk.press(Key.Key_Tab)
    while desk.focus is not desk.text:
        seen = across.value()
        desk.press(Key.Key_Tab)
    assert seen > 0
    assert across.value() == 0
