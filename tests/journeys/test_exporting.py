"""A project is exported from the menu: what and where to is put together in a dialog, and the result is shown."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import QByteArray, QPoint, Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from gui.dialogs import asking
from gui.exporting import previewing
from gui.exporting.export_dialog import ExportDialog
from gui.exporting.folder_row import outcome
from gui.exporting.result_window import ResultWindow
from gui.system.background import wait_for_threads
from gui.work import exporting
from gui.work.exporting import export_project
from models.actions.exports import make_export
from models.attributes.comparing import Operator
from models.exports.beginning import FirstLines
from models.exports.csv_files import Csv
from models.exports.delivery import tables_in
from models.exports.formats import FORMATS, Format, format_named
from models.exports.named.definition import Definition, read_export, write_export
from models.exports.options import DecimalMark, Options, Separator
from models.lines.order import Condition, Order
from tests.journeys.desk import CTRL, SHIFT, Desk
from tests.journeys.sight import said

VALUED = Condition("value", Operator.FILLED)


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Callable[[Definition | None], None]:
    """Return what lets the dialog be answered at once."""

    def with_definition(definition: Definition | None) -> None:
        monkeypatch.setattr(exporting, "ask_export", lambda *_asked: definition)

    return with_definition


def ask(desk: Desk, qtbot: QtBot, keys: Qt.KeyboardModifier = CTRL) -> None:
    """Close the window with the last result, and ask for an export by keys, or for the last one once more."""
    if shown := desk.window.exporting.result:
        shown.close()
    qtbot.waitUntil(lambda: desk.window.exporting.result is None)
    desk.window.activateWindow()
    qtbot.waitUntil(desk.window.isActiveWindow)
    desk.press(Qt.Key.Key_E, keys)


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
    dialog = ExportDialog(desk.window, desk.project, tmp_path / "tables", QByteArray())
    qtbot.addWidget(dialog)
    dialog.show()
    seen(dialog, qtbot)
    return dialog


def seen(dialog: ExportDialog, qtbot: QtBot) -> None:
    """Wait for the preview."""
    qtbot.waitUntil(lambda: not dialog._previewing.busy, timeout=30_000)  # the first network loads networkx


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
    wanted, offered = Definition(folder=str(folder), options=Options(codes=True)), list[Any]()

    def choose_once(
        _window: object, _project: object, _folder: Path, last: Definition | None, _settings: object
    ) -> Any:
        offered.append(last)
        return wanted if len(offered) == 1 else None

    monkeypatch.setattr(exporting, "ask_export", choose_once)
    ask(desk, qtbot)
    assert not desk.window.works.busy
    assert offered[1] == wanted, "another folder can be chosen with all the rest as it was"
    assert (folder / "statements.csv").read_text("utf-8") == "mine"
    answer(Definition(folder=str(folder)))
    result(desk, qtbot)
    assert (folder / "statements.csv").read_text("utf-8") != "mine"
    assert (folder / "notes.csv").read_text("utf-8") == "mine"
    assert len(asked) == 2
    assert "statements.csv" in asked[0][1]
    assert "notes.csv" not in asked[0][1]


def test_an_export_that_is_cancelled_leaves_the_old_files_as_they_are(  # noqa: PLR0917
    desk: Desk,
    qtbot: QtBot,
    study: Path,
    tmp_path: Path,
    answer: Callable[..., None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder = tmp_path / "tables"
    answer(Definition(folder=str(folder)))
    desk.open(study)
    result(desk, qtbot).close()
    (folder / "statements.csv").write_text("older", "utf-8")
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    monkeypatch.setattr(asking, "confirm", lambda *_words: True)
    cancelled = Event()

    def export_later(*words: Any, **options: Any) -> object:
        assert cancelled.wait(5)
        return export_project(*words, **options)

    monkeypatch.setattr(exporting, "export_project", export_later)
    ask(desk, qtbot)
    QTest.mouseClick(desk.status._cancel, Qt.MouseButton.LeftButton)
    assert not desk.window.works.busy
    cancelled.set()
    qtbot.waitUntil(lambda: "was cancelled" in said(desk))
    assert desk.window.exporting.result is None
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_an_export_that_is_cancelled_too_late_says_that_the_files_are_new(  # noqa: PLR0917
    desk: Desk,
    qtbot: QtBot,
    study: Path,
    tmp_path: Path,
    answer: Callable[..., None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder = tmp_path / "tables"
    answer(Definition(folder=str(folder)))
    desk.open(study)
    written, released = Event(), Event()

    def export_slowly(*words: Any, **options: Any) -> object:
        report = export_project(*words, **options)
        written.set()
        assert released.wait(5)
        return report

    monkeypatch.setattr(exporting, "export_project", export_slowly)
    ask(desk, qtbot)
    assert written.wait(5)
    QTest.mouseClick(desk.status._cancel, Qt.MouseButton.LeftButton)
    assert not desk.window.works.busy
    released.set()
    qtbot.waitUntil(lambda: "before it could be cancelled" in said(desk))
    assert (folder / "statements.csv").exists()


def test_the_export_of_last_time_is_offered_again(
    desk: Desk, qtbot: QtBot, study: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered: list[tuple[Path, Definition | None]] = []

    def ask(_window: object, _project: object, folder: Path, last: Definition | None, _settings: object) -> Definition:
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


def test_the_dialog_may_be_left_while_the_libraries_of_a_form_are_loaded(
    desk: Desk, qtbot: QtBot, study: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    loading, loaded = Event(), Event()

    def slowly(form: Format) -> object:
        loading.set()
        assert loaded.wait(30)
        return form.make()

    monkeypatch.setattr(previewing, "_target_of", slowly)
    desk.open(study)
    dialog = ExportDialog(desk.window, desk.project, tmp_path / "tables", QByteArray())
    dialog.show()
    qtbot.waitUntil(loading.is_set)
    with qtbot.waitSignal(dialog.destroyed):
        dialog.reject()
        dialog.deleteLater()
    loaded.set()
    wait_for_threads()  # an error in one of them would fail this test


def test_the_key_exports_from_a_filter_too(
    desk: Desk, qtbot: QtBot, study: Path, tmp_path: Path, answer: Callable[..., None]
) -> None:
    """Qt on Linux takes Ctrl+E in a line to go to its end."""
    desk.open(study)
    for name, line in (("filter", desk.articles.filter), ("field", desk.details.findChildren(QLineEdit)[0])):
        answer(Definition(folder=str(tmp_path / name)))
        line.setFocus()
        result(desk, qtbot)


# The options


@pytest.fixture
def network(dialog: ExportDialog, qtbot: QtBot) -> ExportDialog:
    """Return the dialog with the form of networks chosen by its letters."""
    dialog.form.setFocus()
    QTest.keyClicks(dialog.form, "net")
    assert dialog.format.name == "graphml"
    seen(dialog, qtbot)
    return dialog


def option(dialog: ExportDialog, name: str) -> QWidget:
    """Return the field of an option."""
    return dialog.options.widgets[name]


def test_only_the_options_of_the_form_are_offered_below_their_headings(dialog: ExportDialog, qtbot: QtBot) -> None:
    def shown() -> set[str]:
        return {name for name, widget in dialog.options.widgets.items() if widget.isVisible()}

    assert shown() == {"codes", "indicators", "context", "separator", "decimal", "spreadsheet_safe", "bom"}
    QTest.keyClicks(dialog.form, "art")
    assert shown() == {"single"}
    assert [words for words, heading in dialog.options.headings.items() if heading.isVisible()] == ["Pages"]
    QTest.qWait(QApplication.keyboardInputInterval() + 50)
    QTest.keyClicks(dialog.form, "net")
    assert {"periods", "isolates", "relation"}.isdisjoint(shown())
    period = option(dialog, "period")
    assert isinstance(period, QComboBox)
    QTest.keyClick(period, Qt.Key.Key_Down)
    assert {"periods", "isolates"} <= shown()
    seen(dialog, qtbot)


def test_the_nodes_of_a_network_are_chosen_from_what_there_is(network: ExportDialog, qtbot: QtBot) -> None:
    rows, judged = option(network, "rows"), option(network, "judged_by")
    assert isinstance(rows, QComboBox)
    assert isinstance(judged, QComboBox)
    assert rows.currentText() == "Speakers"
    assert not judged.isEnabled()
    rows.setFocus()
    QTest.keyClicks(rows, "articles: outlet")
    assert network.definition.options.rows == "outlet"
    seen(network, qtbot)
    ties = next(row.part for row in network.files.files.rows if row.part and row.part.name == "ties")
    assert isinstance(ties, FirstLines)
    assert ties.count == len(ties.rows) > 0


def test_weights_are_offered_that_go_together_with_the_kind_of_network(network: ExportDialog, qtbot: QtBot) -> None:
    weights = option(network, "normalisation")
    assert isinstance(weights, QComboBox)
    assert weights.findData("jaccard") < 0
    QTest.mouseClick(option(network, "one_mode"), Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    assert weights.findData("jaccard") > 0
    assert weights.findData("activity") < 0
    seen(network, qtbot)


def test_a_date_is_read_as_elsewhere_and_what_is_none_keeps_the_dialog_open(
    network: ExportDialog, qtbot: QtBot
) -> None:
    since = option(network, "since")
    since.setFocus()
    QTest.keyClicks(since, "23 January 2015")
    assert network.definition.options.since == "2015-01-23"
    QTest.keyClick(since, Qt.Key.Key_Return)
    assert isinstance(since, QLineEdit)
    assert since.text() == "2015-01-23"
    assert network.isVisible()
    since.setFocus()
    since.selectAll()
    QTest.keyClicks(since, "soon")
    QTest.mouseClick(network.buttons.yes, Qt.MouseButton.LeftButton)
    assert network.isVisible()
    assert since.property("refused")
    seen(network, qtbot)


def test_enter_in_the_field_for_words_goes_on_and_exports_nothing(dialog: ExportDialog, qtbot: QtBot) -> None:
    dialog.statements.words.setFocus()
    QTest.keyClicks(dialog.statements.words, "wall")
    QTest.keyClick(dialog.statements.words, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert not dialog.statements.words.hasFocus()
    assert dialog.definition.options.only.text == "wall"
    seen(dialog, qtbot)


def test_what_an_option_does_is_seen_in_the_preview_at_once(dialog: ExportDialog, qtbot: QtBot) -> None:
    pane = dialog.preview
    assert pane.begins.text().startswith("⟨BOM⟩article_id,title")
    for name in ("bom", "context"):
        QTest.mouseClick(option(dialog, name), Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    separator = option(dialog, "separator")
    QTest.keyClick(separator, Qt.Key.Key_Down)
    seen(dialog, qtbot)
    assert pane.begins.text().startswith("article_id;title")
    shown = pane.list.lines.shown
    assert shown
    column = [heading.name for heading in shown.headings].index("sentence_before")
    assert pane.list.visualRect(pane.list.lines.index(0, column)).intersects(pane.list.viewport().rect())


def test_every_field_has_a_name_and_no_access_key_means_two_things(dialog: ExportDialog, qtbot: QtBot) -> None:
    for form in FORMATS:
        dialog.form.setCurrentIndex(FORMATS.index(form))
        words = [each.text() for each in dialog.findChildren(QAbstractButton) if each.isVisible()]
        words += [each.text() for each in dialog.findChildren(QLabel) if each.isVisible() and each.buddy()]
        keys = [each[each.index("&") + 1].lower() for each in words if "&" in each]
        assert sorted(keys) == sorted({*keys}), form.name
    for name, widget in dialog.options.widgets.items():
        assert widget.accessibleName(), name
    seen(dialog, qtbot)


# Once more


def test_the_last_export_is_repeated_with_a_key_and_after_a_question_that_names_files_and_times(
    desk: Desk, qtbot: QtBot, study: Path, monkeypatch: pytest.MonkeyPatch, answer: Callable[..., None],
) -> None:  # fmt: skip
    asked: list[tuple[str, ...]] = []
    answer(Definition(folder="tables", options=Options(tables=("claims", "statements"))))
    desk.open(study)
    desk.press(Qt.Key.Key_E, CTRL | SHIFT)
    qtbot.waitUntil(lambda: desk.window.exporting.result is not None)
    claims = study.with_name("tables") / "claims.csv"
    claims.write_text("mine", "utf-8")

    def confirm(_parent: object, *words: str) -> bool:
        asked.append(words)
        return True

    monkeypatch.setattr(asking, "confirm", confirm)
    ask(desk, qtbot, CTRL | SHIFT)
    qtbot.waitUntil(lambda: desk.window.exporting.result is not None)
    assert claims.read_text("utf-8") != "mine"
    ((_question, explanation, _yes),) = asked
    assert re.search(r"claims\.csv  \(\d+ [A-Z][a-z]+ 20", explanation)
    assert "numbers.csv" not in explanation


def test_an_export_with_a_name_is_run_from_the_menu(
    desk: Desk, qtbot: QtBot, study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.open(study)
    definition = write_export(Definition("events", "events of the study"))
    desk.project.do(make_export(desk.project.exports, "For rDNA & R", definition))
    menu = next(each for each in desk.window.findChildren(QMenu) if "Name" in each.title() and "Export" in each.title())
    menu.aboutToShow.emit()
    (entry,) = menu.actions()
    assert entry.text() == "For rDNA && R"
    entry.trigger()
    qtbot.waitUntil(lambda: desk.window.exporting.result is not None)
    assert (study.with_name("events of the study") / "events.csv").exists()


def test_no_dialog_is_opened_while_an_export_runs(
    desk: Desk, qtbot: QtBot, study: Path, tmp_path: Path, answer: Callable[..., None]
) -> None:
    answer(Definition(folder=str(tmp_path / "tables")))
    desk.open(study)
    desk.press(Qt.Key.Key_E, CTRL)
    answer(None)
    desk.press(Qt.Key.Key_E, CTRL)
    assert "not finished yet" in said(desk)
    qtbot.waitUntil(lambda: desk.window.exporting.result is not None)


def test_the_result_is_closed_by_enter_and_keeps_its_size(
    desk: Desk, qtbot: QtBot, study: Path, tmp_path: Path, answer: Callable[..., None]
) -> None:
    answer(Definition(folder=str(tmp_path / "one")))
    desk.open(study)
    shown = result(desk, qtbot)
    shown.resize(640, 480)
    shown.activateWindow()
    QTest.keyClick(shown, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desk.window.exporting.result is None)
    answer(Definition(folder=str(tmp_path / "two")))
    again = result(desk, qtbot)
    assert (again.width(), again.height()) == (640, 480)
