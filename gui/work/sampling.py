"""Draw samples of the articles of the open project, and list what was drawn."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from gui.dialogs.opening import open_over
from gui.panels.article_list import ArticleList
from gui.project.project import Project
from gui.project.view import ProjectView
from models.attributes.comparing import Operator
from models.edits import Edit
from models.entities import Sample
from models.errors import OnrecordError
from models.lines.criteria import SAMPLE
from models.lines.order import Condition
from models.translation import _, counted

if TYPE_CHECKING:
    from gui.sampling.asking_for_samples import Preview
    from gui.sampling.samples_dialog import SamplesDialog


class Sampling(QObject, ProjectView):
    """Opens the dialog of the samples, and does what it asks for. `leave` writes what is being typed."""

    hint = Signal(str)

    def __init__(self, window: QWidget, listed: ArticleList, leave: Callable[[], bool]) -> None:
        super().__init__(window)
        self._window, self._list, self._leave = window, listed, leave
        self.dialog: SamplesDialog | None = None

    def show_samples(self) -> None:
        """Show the samples, and offer to draw one of all articles or of those that are listed."""
        from gui.sampling.samples_dialog import SamplesDialog

        project, model = self.project, self._list.model
        if project and not self._list.is_listed:  # it is not known yet how many there are
            self._list.listed.connect(self.show_samples, Qt.ConnectionType.SingleShotConnection)
            return
        if project is None or not self._leave():
            return
        listed = self._list.narrowing.shown()
        dialog = SamplesDialog(self._window, project, listed, model.rowCount(), len(model.known))
        dialog.draw_wanted.connect(self._draw)
        dialog.enlarge_wanted.connect(self._enlarge)
        dialog.rename_wanted.connect(self._rename)
        dialog.delete_wanted.connect(self._delete)
        dialog.list_wanted.connect(self._list_articles)
        self.dialog = dialog
        dialog.finished.connect(self._forget)
        open_over(self._window, dialog)

    def _forget(self) -> None:
        self.dialog = None

    def _draw(self, name: str, found: "Preview") -> None:
        """Keep what was drawn as a sample, and list its articles."""
        from models.actions.samples import keep_sample

        project = self.project
        if project and (edit := self._do(lambda: keep_sample(project.samples, name, found.outcome, found.definition))):
            (sample,) = edit.made(Sample)
            self._list_articles(sample)
            drawn = len(found.outcome.drawn)
            words = counted("{count:,} article is drawn and listed.", "{count:,} articles are drawn and listed.", drawn)
            self.hint.emit(_("{drawn} Ctrl+Z takes it back.").format(drawn=words))

    def _enlarge(self, sample: Sample, more: int) -> None:
        """Draw more articles of the population of a sample."""
        from gui.sampling.asking_for_samples import EVERYTHING, PROGRAM, articles_of, population_of
        from models.actions.samples import enlarge_sample
        from models.sampling.definition import read_definition

        project = self.project
        if project is None:
            return
        definition = read_definition(sample)
        shown = population_of(definition) if definition else EVERYTHING
        project.reader.ask(
            self,
            lambda view: articles_of(project, view, shown),
            lambda articles: self._show(
                self._do(lambda: enlarge_sample(project.samples, sample, articles, more, PROGRAM)), sample
            ),
        )

    def _rename(self, sample: Sample, name: str) -> None:
        from models.actions.samples import rename_sample

        if project := self.project:
            self._show(self._do(lambda: rename_sample(project.samples, sample, name)), sample)

    def _delete(self, sample: Sample) -> None:
        from models.actions.samples import delete_sample

        if project := self.project:
            if self._do(lambda: delete_sample(project.samples, sample)):
                self.hint.emit(_("The sample “{name}” is deleted. Ctrl+Z brings it back.").format(name=sample.name))
            self._show(None, None)

    def _list_articles(self, sample: Sample) -> None:
        """Close the dialog, and list the articles of a sample."""
        if self.dialog:
            self.dialog.accept()
        self._list.narrowing.show_conditions([Condition(SAMPLE, Operator.IS, (sample.id,))])

    def _show(self, edit: Edit | None, sample: Sample | None) -> None:
        """Show the samples as they are after an edit; without one, an error stays in sight."""
        if self.dialog and (edit or sample is None):
            self.dialog.show_samples(sample)

    def _do(self, make: Callable[[], Edit]) -> Edit | None:
        """Make an edit and write it; return None if it was refused, which the dialog says."""
        project: Project | None = self.project
        try:
            edit = make()
        except OnrecordError as error:
            if self.dialog:
                self.dialog.show_error(error)
            return None
        return edit if project and project.do(edit) else None
