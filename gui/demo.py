"""A project from the sample article: opened in the window, or without a display recorded offscreen by key presses."""

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import click
from PySide6.QtCore import QMessageLogContext, QSettings, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from gui.app import make_application, run
from gui.machine import has_display
from gui.main_window import MainWindow
from gui.settings import Settings
from models.actions.articles import import_articles
from models.articles import read_file
from models.cli import exporting
from models.coder import default_coder
from models.entities import Claim, Role
from models.errors import OnrecordError
from models.ids import Id
from models.records import ArticleRecords
from models.registry import Registry
from models.store import Store
from resources import sample_article

NAME = "harbour.onrecord"


@dataclass(frozen=True, slots=True)
class Passage:
    """What to record of the sample: words to be found and selected, each at its first place after the one before."""

    claim: str
    speaker: str
    cue: str
    numbers: tuple[str, ...] = ()


PASSAGES = (
    Passage("We said the fleet would be back before the winter, and here it is", "Ines Calloway", "told the crowd"),
    Passage(
        "the repairs had cost £18.4 million, some £2 million less than planned, "
        "and that the new wall would stand up to waves of 9.5 metres",
        "Ines Calloway",
        "She said",
        ("£18.4 million", "some £2 million", "9.5 metres"),
    ),
    Passage(
        "at least 60 per cent of the berths could be used at once and the rest before Easter",
        "Saltmere Port Authority",
        "Authority said",
        ("at least 60 per cent",),
    ),
    Passage(
        "between 120 and 150 landings a week by spring, almost as many as in 2022",
        "Saltmere Port Authority",
        "It expects",
        ("between 120 and 150",),
    ),
    Passage("Half of my crew have gone to the wind farms", "Tom Arkwright", "said Tom Arkwright", ("Half of my crew",)),
    Passage("a handsome piece of work", "Tom Arkwright", "conceded"),
    Passage("fuel now cost him more than £1,100 a trip", "Tom Arkwright", "warned that", ("more than £1,100",)),
    Passage(
        "Cod fetched £3.75 a kilo on Wednesday, 12 per cent less than a year ago",
        "Leila Osei",
        "according to",
        ("£3.75", "12 per cent"),
    ),
)


def demo(folder: Path | None) -> int:
    """Make the project in a folder, or in a new one, and return the exit code.

    Raises OnrecordError when the folder cannot be written to, holds the demo already, or not everything was recorded.
    """
    project = _make_project(folder)
    if has_display():
        click.echo(f"Project: {project}")
        return run([project])
    with tempfile.TemporaryDirectory() as aside:
        # The demo neither follows the settings of whoever runs it nor leaves its own behind.
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, aside)
        picture = _record_unseen(project)
    click.echo(f"The project, its tables and a picture of the window:\n{project}")
    exporting.run(project, project.parent, bom=True)
    click.echo(picture)
    return 0


def _make_project(folder: Path | None) -> Path:
    try:
        folder = folder or Path(tempfile.mkdtemp(prefix="onrecord-demo-"))
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OnrecordError(f"The folder “{folder}” cannot be made: {error.strerror}.") from error
    path = folder.resolve() / NAME
    with Store.create(path) as store:
        now = datetime.now(UTC).isoformat(timespec="milliseconds")
        store.apply(import_articles([read_file(sample_article())]).stamped(default_coder(), now))
    return path


def _record_unseen(project: Path) -> Path:
    """Record the passages in a window that nobody sees; return its picture."""
    make_application()
    qInstallMessageHandler(_tell_qt)
    with _no_error_passed_over():
        window = MainWindow(Settings())
        window.resize(1280, 800)
        window.show()
        window.activateWindow()
        QTest.qWaitForWindowActive(window)
        window.start_with([project])
        Player(window).record_all()
        _check(window)
        picture = _save_picture(window, project.parent)
        window.close()
    return picture


def _tell_qt(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    # That the offscreen platform cannot tell its window manager how small a window may be is no news to anybody.
    if "propagateSizeHints" not in message:
        click.echo(message, err=True)


@contextmanager
def _no_error_passed_over() -> Iterator[None]:
    """Raise the first error of a slot at the end; Qt itself prints it and goes on."""
    errors: list[BaseException] = []
    before = sys.excepthook
    sys.excepthook = lambda _kind, error, _trace: errors.append(error)
    try:
        yield
    finally:
        sys.excepthook = before
    if errors:
        raise errors[0]


class Player:
    """Records the passages as a coder does: by keys that go wherever the focus is."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def record_all(self) -> None:
        """Record every passage, then stand in the first, with those that follow in sight."""
        for passage in PASSAGES:
            self.record(passage)
        self.select(PASSAGES[0].claim)
        self.press(Qt.Key.Key_Left)

    def record(self, passage: Passage) -> None:
        """Record one claim with its speaker, its cue and its numbers."""
        self.select(passage.claim)
        self.press(Qt.Key.Key_C)
        self.type(passage.speaker)
        self.press(Qt.Key.Key_Return)
        self.select(passage.cue)
        self.press(Qt.Key.Key_Q)
        for number in passage.numbers:
            self.select(number)
            self.press(Qt.Key.Key_N)

    def select(self, words: str) -> None:
        """Find words in the article; Esc returns to the text with them selected."""
        self.press(Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
        self.press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
        self.type(words)
        self.press(Qt.Key.Key_Escape)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press and let go one key."""
        QTest.keyClick(self._target(), key, modifiers)

    def type(self, words: str) -> None:
        """Type words."""
        QTest.keyClicks(self._target(), words)

    def _target(self) -> QWidget:
        # The order in which Qt itself hands out keys.
        return QApplication.activePopupWidget() or QApplication.focusWidget() or self._window


def _check(window: MainWindow) -> None:
    """Raise OnrecordError unless each passage stands in the project as it should."""
    assert window.project and window.project.records
    records, registry = window.project.records, window.project.registry
    recorded = {_passage_of(claim, records, registry) for claim in records.claims.values()}
    if lost := [passage.claim for passage in PASSAGES if passage not in recorded]:
        raise OnrecordError(f"The demo recorded {len(recorded)} claims, but not as it should “{lost[0]}”.")


def _passage_of(claim: Claim, records: ArticleRecords, registry: Registry) -> Passage:
    def words(of: Id, role: Role) -> str:
        return " ".join(records.text[span.start : span.end] for span in records.spans_of(of, role))

    numbers = tuple(
        words(number.id, Role.NUMBER) for number in records.numbers_of(claim.id) if number.value is not None
    )
    speaker = registry.speakers[claim.speaker].name if claim.speaker else ""
    return Passage(words(claim.id, Role.CONTENT), speaker, words(claim.id, Role.CUE), numbers)


def _save_picture(window: MainWindow, folder: Path) -> Path:
    path = folder / "window.png"
    QApplication.processEvents()  # what the last key changed is laid out before it is drawn
    if not window.grab().save(str(path)):
        raise OnrecordError(f"The picture “{path}” cannot be written.")
    return path
