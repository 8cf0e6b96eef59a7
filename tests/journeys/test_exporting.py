"""A project is exported from the menu: what and where to is put together in a dialog, and the result is shown."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from gui.dialogs import asking
from gui.exporting.export_dialog import ExportDialog
from gui.exporting.folder_row import outcome
from gui.exporting.result_window import ResultWindow
from gui.work import exporting
from models.attributes.comparing import Operator
from models.exports.csv_files import Csv
from models.exports.delivery import tables_in
from models.exports.formats import format_named
from models.exports.named.definition import Definition, read_export
from models.exports.options import DecimalMark, Options, Separator
from models.lines.order import Condition, Order
from tests.journeys.desk import CTRL, Desk
from tests.journeys.sight import said

VALUED = Condition("value", Operator.FILLED)


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Callable[[Definition | None], None]:
    """Return what lets the dialog be answered at once."""

    def with_definition(definition: Definition | None) -> None:
        monkeypatch.setattr(exporting, "ask_export", lambda *_asked: definition)

    return with_definition


def ask(desk: Desk, qtbot: QtBot) -> None:
    """Close the window with the last result, and ask for an export by keys."""
    if shown := desk.window.exporting.result:
        shown.close()
    qtbot.waitUntil(lambda: desk.window.exporting.result is None)
    desk.window.activateWindow()
    qtbot.waitUntil(desk.window.isActiveWindow)
    desk.press(Qt.Key.Key_E, CTRL)


def result(desk: Desk, qtbot: QtBot) -> ResultWindow:
    """Ask for an export by keys, and return the window with its result."""
    ask(desk, qtbot)
    qtbot.waitUntil(lambda: desk.window.exporting.result is not None)
    assert desk.window.exporting.result
    return desk.window.exporting.result


def files(shown: ResultWindow) -> dict[str, tuple[str, ...]]:
    """Return what the window says of each file."""
    model = shown.files.model()
    rows = [[model.index(row, at).data() for at in range(model.columnCount())] for row in range(model.rowCount())]
    return {name: tuple(cells) for name, *cells in rows}


@pytest.fixture
def dialog(desk: Desk, qtbot: QtBot, study: Path, tmp_path: Path) -> ExportDialog:
    """Return the dialog about the study, with its preview."""
    desk.open(study)
    dialog = ExportDialog(desk.window, desk.project, tmp_path / "tables")
    qtbot.addWidget(dialog)
    dialog.show()
    seen(dialog, qtbot)
    return dialog


def seen(dialog: ExportDialog, qtbot: QtBot) -> None:
    """Wait for the preview."""
    qtbot.waitUntil(lambda: not dialog._previewing.busy)


def test_the_menu_exports_and_shows_every_file_with_its_rows_as_written_and_as_read_back(
    desk: Desk, qtbot: QtBot, study: Path, tmp_path: Path, answer: Callable[[Definition], None]
) -> None:
    folder = tmp_path / "a" / "tables"
    answer(Definition(folder=str(folder)))
    desk.open(study)
    desk.actions["export"].trigger()
    assert said(desk) == "Exporting …"
    assert desk.status._cancel.isVisibleTo(desk.window)
    qtbot.waitUntil(lambda: desk.window.exporting.result is not None)
    assert str(folder) in said(desk)
    shown = desk.window.exporting.result
    assert shown
    assert {file.name for file in folder.iterdir()} == {*files(shown)} >= {*Csv.names}
    assert files(shown)["statements.csv"] == ("statements", "3", "3")
    assert "1 claim has no speaker." in shown.remarks.toPlainText()


def test_the_result_opens_the_folder_and_can_be_copied(
    desk: Desk, qtbot: QtBot, study: Path, monkeypatch: pytest.MonkeyPatch, answer: Callable[..., None]
) -> None:
    opened: list[QUrl] = []

    def show(url: QUrl) -> bool:
        opened.append(url)
        return len(opened) == 1

    monkeypatch.setattr(QDesktopServices, "openUrl", show)
    answer(Definition(folder=str(study.parent / "tables")))
    desk.open(study)
    shown = result(desk, qtbot)
    for _time in range(2):
        QTest.mouseClick(shown.open_folder, Qt.MouseButton.LeftButton)
    assert [Path(url.toLocalFile()) for url in opened] == [study.parent / "tables"] * 2
    assert str(study.parent) in shown.problem.text()
    QTest.mouseClick(shown.copy, Qt.MouseButton.LeftButton)
    assert "statements.csv\tstatements\t3\t3" in QApplication.clipboard().text()


def test_files_that_are_there_are_replaced_after_one_question(
    desk: Desk, qtbot: QtBot, study: Path, monkeypatch: pytest.MonkeyPatch, answer: Callable[..., None]
) -> None:
    folder, asked, answers = study.parent / "tables", list[tuple[str, ...]](), [False, True]
    answer(Definition(folder=str(folder)))
    desk.open(study)
    result(desk, qtbot)
    (folder / "statements.csv").write_text("mine", "utf-8")
    (folder / "notes.csv").write_text("mine", "utf-8")

    def confirm(_parent: object, *words: str) -> bool:
        asked.append(words)
        return answers.pop(0)

    monkeypatch.setattr(asking, "confirm", confirm)
    ask(desk, qtbot)
    assert not desk.window.works.busy
    assert (folder / "statements.csv").read_text("utf-8") == "mine"
    result(desk, qtbot)
    assert (folder / "statements.csv").read_text("utf-8") != "mine"
    assert (folder / "notes.csv").read_text("utf-8") == "mine"
    assert len(asked) == 2
    assert "statements.csv" in asked[0][1]
    assert "notes.csv" not in asked[0][1]


def test_an_export_that_is_cancelled_leaves_the_old_files_as_they_are(
    desk: Desk, qtbot: QtBot, study: Path, tmp_path: Path, answer: Callable[..., None]
) -> None:
    folder = tmp_path / "tables"
    folder.mkdir()
    (folder / "notes.csv").write_text("mine", "utf-8")
    answer(Definition(folder=str(folder)))
    desk.open(study)
    desk.press(Qt.Key.Key_E, CTRL)
    QTest.mouseClick(desk.status._cancel, Qt.MouseButton.LeftButton)
    assert not desk.window.works.busy
    assert "cancelled" in said(desk)
    assert desk.window.exporting.result is None


def test_the_export_of_last_time_is_offered_again(
    desk: Desk, qtbot: QtBot, study: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered: list[tuple[Path, Definition | None]] = []

    def ask(_window: object, _project: object, folder: Path, last: Definition | None) -> Definition:
        offered.append((folder, last))
        return Definition(folder=str(tmp_path / f"tables {len(offered)}"), options=Options(codes=True))

    monkeypatch.setattr(exporting, "ask_export", ask)
    desk.open(study)
    result(desk, qtbot)
    result(desk, qtbot)
    assert [folder for folder, _last in offered] == [study.with_name("study tables"), tmp_path / "tables 1"]
    assert offered[0][1] is None
    assert offered[1][1] == Definition(folder=str(tmp_path / "tables 1"), options=Options(codes=True))


def listed(dialog: ExportDialog) -> dict[str, str]:
    """Return the files that the dialog lists, each with its rows."""
    return {row.words: row.count for row in dialog.files.files.rows}


def rows(dialog: ExportDialog) -> int:
    """Return how many lines the preview shows."""
    return dialog.preview.list.lines.rowCount()


def pick(dialog: ExportDialog, name: str) -> None:
    """Click a file of the list."""
    at = [row.words for row in dialog.files.files.rows].index(name)
    place = dialog.files.visualRect(dialog.files.files.index(at, 1)).center()
    QTest.mouseClick(dialog.files.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_the_dialog_lists_every_file_with_its_rows_and_shows_the_first_lines_of_one(
    dialog: ExportDialog, qtbot: QtBot
) -> None:
    assert {*Csv.names} <= {*listed(dialog)}
    assert listed(dialog)["statements.csv"] == "3"
    assert rows(dialog) == 3
    assert dialog.preview.about.text().startswith("3 rows.")
    pick(dialog, "articles.csv")
    shown = dialog.preview.list.lines.shown
    assert shown
    assert [heading.name for heading in shown.headings][:2] == ["article_id", "title"]


def test_a_table_whose_box_is_unchecked_with_the_blank_is_not_exported(dialog: ExportDialog, qtbot: QtBot) -> None:
    dialog.files.setCurrentIndex(dialog.files.files.index(0, 0))
    dialog.files.setFocus()
    QTest.keyClick(dialog.files, Qt.Key.Key_Space)
    seen(dialog, qtbot)
    assert "statements" not in dialog.definition.options.tables
    assert listed(dialog)["statements"] == ""
    assert "claims.csv" in listed(dialog)
    QTest.keyClick(dialog.files, Qt.Key.Key_Space)
    seen(dialog, qtbot)
    assert dialog.definition.options.tables == ()
    assert listed(dialog)["statements.csv"] == "3"


def test_conditions_leave_out_statements_and_the_dialog_says_which(dialog: ExportDialog, qtbot: QtBot) -> None:
    dialog.statements.filtering.set_conditions([VALUED])
    seen(dialog, qtbot)
    assert dialog.definition.options.only == Order(conditions=(VALUED,))
    assert rows(dialog) < 3
    assert "Number is not empty" in dialog.preview.left_out.text()
    assert "of 3 statements" in dialog.preview.left_out.text()
    QTest.keyClicks(dialog.statements.words, "nowhere")
    seen(dialog, qtbot)
    assert rows(dialog) == 0
    dialog.statements.views.setCurrentIndex(0)
    dialog.statements.views.activated.emit(0)
    seen(dialog, qtbot)
    assert rows(dialog) == 3
    assert dialog.preview.left_out.isHidden()


def test_the_choices_are_kept_under_a_name_and_chosen_again(
    dialog: ExportDialog, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "ask_export_name", lambda *_asked: "For R")
    before = dialog.definition
    options = replace(
        before.options, codes=True, bom=False, separator=Separator.SEMICOLON, decimal=DecimalMark.COMMA,
        tables=("statements", "claims"), only=Order(conditions=(VALUED,)),
    )  # fmt: skip
    dialog.put(replace(before, options=options))
    dialog.named._make()
    (kept,) = desk.project.exports.in_order()
    assert kept.name == "For R"
    assert read_export(kept.definition) == dialog.definition == replace(before, options=options)
    assert dialog.named.list.currentText() == "For R"
    dialog.put(before)
    assert dialog.definition == before
    dialog.named.choose(kept.id)
    assert dialog.definition.options == options
    dialog.named._delete()
    assert desk.project.exports.in_order() == []
    desk.project.undo()
    assert desk.project.exports.in_order() == [kept]
    seen(dialog, qtbot)


def test_a_name_that_is_taken_is_refused_in_the_dialog(
    dialog: ExportDialog, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "ask_export_name", lambda *_asked: "For R")
    dialog.named._make()
    dialog.named._make()
    assert "For R" in dialog.problem.text()
    assert len(desk.project.exports.in_order()) == 1


def test_without_a_table_or_a_folder_nothing_can_be_exported(dialog: ExportDialog, tmp_path: Path) -> None:
    assert dialog.buttons.yes.isEnabled()
    for table in dialog.files.files.tables:
        dialog.files.files.check(table, on=False)
    assert not dialog.buttons.yes.isEnabled()
    dialog.files.files.check("claims", on=True)
    assert dialog.buttons.yes.isEnabled()
    dialog.folder.path.setText("relative")
    assert not dialog.buttons.yes.isEnabled()


def test_the_dialog_takes_a_folder_that_is_not_there_yet(dialog: ExportDialog, tmp_path: Path) -> None:
    dialog.folder.path.setText(str(tmp_path / "new" / "one"))
    QTest.mouseClick(dialog.buttons.yes, Qt.MouseButton.LeftButton)
    assert dialog.result() == ExportDialog.DialogCode.Accepted
    assert dialog.definition.folder_of(tmp_path / "study.onrecord") == tmp_path / "new" / "one"


def test_the_dialog_says_what_will_happen_to_the_folder(tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "claims.csv").touch()
    (tmp_path / "file").touch()
    paths: dict[str, Path | None] = {
        "new": tmp_path / "new",
        "there": tmp_path,
        "full": tmp_path / "full",
        "file": tmp_path / "file",
        "under a file": tmp_path / "file" / "folder",
        "relative": Path("tables"),
        "nothing": None,
    }
    target = format_named("csv").make()
    found = {name: outcome(path, lambda folder: tables_in(folder, target)) for name, path in paths.items()}
    assert {name for name, (_, possible) in found.items() if possible} == {"new", "there", "full"}
    assert "will be created" in found["new"][0]
    assert "1 file in this folder will be replaced" in found["full"][0]


def test_the_dialog_is_left_by_escape_and_exports_nothing(desk: Desk, qtbot: QtBot, study: Path) -> None:
    desk.open(study)

    def leave() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ExportDialog)
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    QTimer.singleShot(200, leave)
    desk.press(Qt.Key.Key_E, CTRL)
    assert not desk.window.works.busy
    assert desk.window.exporting.result is None


def test_the_key_exports_from_a_filter_too(
    desk: Desk, qtbot: QtBot, study: Path, tmp_path: Path, answer: Callable[..., None]
) -> None:
    """Qt on Linux takes Ctrl+E in a line to go to its end."""
    desk.open(study)
    for name, line in (("filter", desk.articles.filter), ("field", desk.details.findChildren(QLineEdit)[0])):
        answer(Definition(folder=str(tmp_path / name)))
        line.setFocus()
        result(desk, qtbot)
