"""The status line: whether everything is saved, what just happened, the progress of long work, and the coder."""

from PySide6.QtCore import QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QStatusBar, QToolButton

from gui.project.project import Project
from gui.project.view import ProjectView
from gui.system.background import Work
from gui.theme import theme
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.tooltips import plain_tooltip
from models.edits import Edit
from models.errors import OnrecordError
from models.translation import _

SAVED = _("All changes saved")
SAVE_AGAIN = _("{what} Ctrl+S tries again.")
SAVE_A_COPY = _("Read-only: save a copy to work on")
NEWER = _("Read-only: made by a newer version of Onrecord")

SIGN = 16
"""The side of the sign of warning, in pixels."""
_SHORTEST, _FOR_EACH_LETTER = 4000, 50
"""Milliseconds that a message stays, at least and for each character: long enough to notice and read it."""


class Status(QObject, ProjectView):
    """Fills the status bar of the window."""

    coder_clicked = Signal()

    def __init__(self, bar: QStatusBar, parent: QObject) -> None:
        super().__init__(parent)
        self._bar = bar
        self._words = _Line()
        self._words.setObjectName("status")
        self._figures = _Line()
        self._figures.setObjectName("figures")
        self._progress = QProgressBar()
        self._progress.setFixedWidth(160)
        self._progress.setTextVisible(False)
        self._cancel = QToolButton()
        self._cancel.setText(_("Cancel"))
        self._cancel.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._coder = QToolButton()
        self._coder.setObjectName("coder")
        self._coder.setAutoRaise(True)
        self._coder.setToolTip(_("The coder, whose initials are kept with every record"))
        self._coder.clicked.connect(self.coder_clicked)
        bar.addWidget(self._words, 1)
        for widget in (self._figures, self._progress, self._cancel):
            bar.addPermanentWidget(widget)
            widget.hide()
        bar.addPermanentWidget(self._coder)
        self._work: Work | None = None
        self._step = ""
        self._reading = QTimer(self, singleShot=True)
        self._reading.timeout.connect(self.rest)
        self._resting = ""
        """The text while there is no message."""

    def set_project(self, project: Project | None) -> None:
        """Show the state of another project."""
        super().set_project(project)
        if project:
            project.failed.connect(self._say_error)
        self.show_state()

    def _say_error(self, error: OnrecordError) -> None:
        """Say what went wrong, unless it is the state that is shown: that something is not saved."""
        if not (self.project and self.project.unsaved):
            self.say(error.what)

    def follow(self, _edit: Edit) -> None:
        """Show that the edit is in the file."""
        self.say_saved()

    def show_state(self) -> None:
        """Show the coder, and whether the project can be written to."""
        project = self.project
        self._coder.setVisible(project is not None)
        # As long as nothing else in the window can have the keyboard, Qt would give it to the button by itself.
        self._cancel.setFocusPolicy(Qt.FocusPolicy.TabFocus if project else Qt.FocusPolicy.NoFocus)
        coder = _("Coder: {coder}").format(coder=project.coder) if project else ""
        self._coder.setText(coder.replace("&", "&&"))  # no access key
        self.show_unsaved()

    def show_unsaved(self) -> None:
        """Show whether everything is saved; if it is not, what is not saved and why, as long as there is no message."""
        project = self.project
        unsaved = project.unsaved.words if project else ""
        if unsaved:
            self._resting = SAVE_AGAIN.format(what=unsaved)
        elif project and project.missing:
            self._resting = project.missing.what
        else:
            self._resting = _at_rest(project) if project else ""
        self._words.warn(on=bool(unsaved or (project and project.missing)))
        self.say(self._resting)

    def say_saved(self) -> None:
        """Show that the edit just made is in the file."""
        self.say(self._resting)

    def say(self, words: str) -> None:
        """Show a message until it has been read, another record is selected, or the next edit is made."""
        self._words.setText(words)
        if words != self._resting:
            self._bar.clearMessage()  # the tip of the button or entry that was just clicked would cover it
        self._reading.start(_SHORTEST + _FOR_EACH_LETTER * len(words))
        self._words.setToolTip(plain_tooltip(words))

    def show_figures(self, words: str) -> None:
        """Show what the numbers in the selected cells come to; nothing if the words are empty."""
        self._figures.setText(words)
        self._figures.setMinimumWidth(self._figures.fontMetrics().horizontalAdvance(words) + 2)
        self._figures.setVisible(bool(words))

    @property
    def figures(self) -> str:
        """What is shown about the numbers in the selected cells."""
        return self._figures.text()

    def rest(self) -> None:
        """Return to the text without a message, unless work is in progress."""
        if not self._step or self.words != self._step:
            self.say_saved()

    @property
    def words(self) -> str:
        """The text that is shown."""
        return self._words.text()

    def show_work(self, work: Work) -> None:
        """Show the progress of long work until it is done, with a button if it can be cancelled."""
        self._step = f"{work.label} …"
        self.say(self._step)
        self._progress.setRange(0, 0)
        self._progress.show()
        self._cancel.setVisible(work.stoppable)
        self._cancel.clicked.connect(work.cancel)
        work.step.connect(self._show_step)
        work.advanced.connect(self._advance)
        self._work = work
        work.ended.connect(lambda: self._finish_work(work))
        work.cancelled.connect(lambda: self._finish_work(work))

    def _show_step(self, words: str) -> None:
        self._step = f"{words} …"
        self.say(self._step)

    def _advance(self, count: int, total: int) -> None:
        self._progress.setRange(0, total)
        self._progress.setValue(count)

    def _finish_work(self, work: Work) -> None:
        if work is not self._work:  # other work has followed
            return
        self._work = None
        self._progress.hide()
        self._cancel.hide()
        done, self._step = self._step, ""
        if self.words == done:
            self.say_saved()


def _at_rest(project: Project) -> str:
    """Return what is said of a project of which everything is saved."""
    if project.store.read_only:
        return NEWER if project.store.newer else SAVE_A_COPY
    return SAVED


class _Line(ElidedLabel):
    """A line of plain text; its tooltip has the whole text."""

    def __init__(self) -> None:
        super().__init__(elide=Qt.TextElideMode.ElideMiddle)
        self._warns = False

    def warn(self, *, on: bool) -> None:
        """Show a sign of warning before the text, or not; screen readers have the text."""
        self._warns = on
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the sign, and as much of the text as there is room for beside it."""
        painter, area = QPainter(self), self.contentsRect()
        if self._warns:
            sign = QRect(area.left(), area.center().y() - SIGN // 2, SIGN, SIGN)
            theme().icon("warning").paint(painter, sign)
            area.setLeft(sign.right() + 6)
        self.paint_words(painter, area)
