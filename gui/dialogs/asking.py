"""Ask questions and for files, always in plain text, so that a title is never taken for markup."""

from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QFileDialog,
    QInputDialog,
    QLineEdit,
    QPushButton,
    QWidget,
)

from gui.dialogs.question import Question
from gui.system.folders import documents
from models.files import PROJECT_SUFFIX
from models.translation import _

PROJECTS = _("Onrecord projects (*{suffix})").format(suffix=PROJECT_SUFFIX)


def confirm(parent: QWidget, question: str, explanation: str, yes: str) -> bool:
    """Ask before doing something that affects more than one record; Cancel is the default."""
    box = _box(parent, question, explanation)
    accept = box.addButton(yes, box.ButtonRole.AcceptRole)
    cancel = box.addButton(box.StandardButton.Cancel)
    box.setDefaultButton(cancel)
    return _answer(box) is accept


def confirm_with(parent: QWidget, question: str, explanation: str, yes: str, also: str) -> bool | None:
    """Ask as `confirm` does, with a box to tick for what `also` is to be done, if anything.

    Return whether it was ticked; None if the answer is Cancel.
    """
    box = _box(parent, question, explanation)
    tick = QCheckBox(also)
    if also:
        box.setCheckBox(tick)
    accept = box.addButton(yes, box.ButtonRole.AcceptRole)
    cancel = box.addButton(box.StandardButton.Cancel)
    box.setDefaultButton(cancel)
    box.exec()
    ticked = bool(also) and tick.isChecked()
    agreed = box.clickedButton() is accept
    box.deleteLater()
    return ticked if agreed else None


class Unsaved(Enum):
    """What is done about changes that could not be saved, before their project is closed."""

    SAVE_AGAIN = auto()
    SAVE_COPY = auto()
    DISCARD = auto()
    CANCEL = auto()


def ask_about_unsaved(parent: QWidget, question: str, explanation: str, usual: Unsaved = Unsaved.SAVE_AGAIN) -> Unsaved:
    """Ask what to do about changes that could not be saved; `usual` is the default, and Esc cancels."""
    box = _box(parent, question, explanation)
    box.setObjectName("unsaved")
    box.setIcon(box.Icon.Warning)
    answers: dict[QPushButton, Unsaved] = {
        box.addButton(_("Save &Again"), box.ButtonRole.AcceptRole): Unsaved.SAVE_AGAIN,
        box.addButton(_("Save a &Copy…"), box.ButtonRole.ActionRole): Unsaved.SAVE_COPY,
        box.addButton(_("&Discard"), box.ButtonRole.DestructiveRole): Unsaved.DISCARD,
        (cancel := box.addButton(box.StandardButton.Cancel)): Unsaved.CANCEL,
    }
    box.setDefaultButton(next(button for button, answer in answers.items() if answer is usual))
    box.setEscapeButton(cancel)
    answered = _answer(box)
    return next((answer for button, answer in answers.items() if button is answered), Unsaved.CANCEL)


def _box(parent: QWidget, question: str, explanation: str) -> Question:
    """Make a message box with plain text."""
    box = Question(parent)
    box.setObjectName("confirm")
    box.setIcon(box.Icon.Question)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(_("Onrecord"))
    box.setText(question)
    box.setInformativeText(explanation)
    return box


def _answer(box: Question) -> QAbstractButton:
    """Wait for the answer, then delete the box; WA_DeleteOnClose might delete it before its answer is read."""
    box.exec()
    clicked = box.clickedButton()
    box.deleteLater()
    return clicked


def ask_new_project(parent: QWidget, folder: Path) -> Path | None:
    """Ask for the file of a new project."""
    chosen, _filter = QFileDialog.getSaveFileName(
        parent, _("New Project"), str(folder / f"study{PROJECT_SUFFIX}"), PROJECTS
    )
    return _with_suffix(chosen)


def ask_copy(parent: QWidget, project: Path) -> Path | None:
    """Ask for the file of a copy of a project."""
    suggestion = project.with_stem(_("{name} copy").format(name=project.stem))
    chosen, _filter = QFileDialog.getSaveFileName(parent, _("Save a Copy"), str(suggestion), PROJECTS)
    return _with_suffix(chosen)


def ask_restored(parent: QWidget, suggestion: Path) -> Path | None:
    """Ask for the new file that a backup is restored into."""
    chosen, _filter = QFileDialog.getSaveFileName(parent, _("Restore into a New File"), str(suggestion), PROJECTS)
    return _with_suffix(chosen)


def ask_rescued(parent: QWidget, suggestion: Path) -> Path | None:
    """Ask for the new file that a damaged project is rescued into."""
    chosen, _filter = QFileDialog.getSaveFileName(parent, _("Rescue into a New File"), str(suggestion), PROJECTS)
    return _with_suffix(chosen)


def _with_suffix(chosen: str) -> Path | None:
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix else path.with_suffix(PROJECT_SUFFIX)


def ask_project(parent: QWidget, folder: Path) -> Path | None:
    """Ask which project to open."""
    chosen, _filter = QFileDialog.getOpenFileName(
        parent, _("Open Project"), str(folder), f"{PROJECTS};;" + _("All files (*)")
    )
    return Path(chosen) if chosen else None


def ask_articles(parent: QWidget, folder: Path) -> list[Path]:
    """Ask which files to import; the filter shows files with the suffix of a known format."""
    from models.articles.formats import SUFFIXES

    patterns = " ".join(f"*{suffix}" for suffix in (*SUFFIXES, PROJECT_SUFFIX))
    kinds = _("Articles and projects ({patterns});;All files (*)").format(patterns=patterns)
    chosen, _filter = QFileDialog.getOpenFileNames(parent, _("Import Articles"), str(folder), kinds)
    return [Path(path) for path in chosen]


def ask_address(parent: QWidget) -> str | None:
    """Ask for the address of a page to fetch from the internet."""
    typed, accepted = QInputDialog.getText(
        parent,
        _("Import Web Address"),
        _("Address of the page. It is fetched from the internet once, and kept as it is fetched:"),
    )
    return typed.strip() or None if accepted else None


def ask_codebook(parent: QWidget, folder: Path) -> Path | None:
    """Ask which codebook to import: a file, or another project."""
    kinds = _("Codebooks and projects ({patterns})").format(patterns=f"*.toml *.csv *{PROJECT_SUFFIX}")
    chosen, _filter = QFileDialog.getOpenFileName(parent, _("Import Codebook"), str(folder), kinds)
    return Path(chosen) if chosen else None


def ask_codebook_file(parent: QWidget, project: Path) -> Path | None:
    """Ask for the file to write a codebook into; one without a suffix gets that of the form that was chosen."""
    forms = {
        _("TOML, to read and to keep (*.toml)"): ".toml",
        _("CSV, for a spreadsheet (*.csv)"): ".csv",
        _("A page to print (*.html)"): ".html",
    }
    suggestion = project.with_name(_("{name} codebook").format(name=project.stem)).with_suffix(".toml")
    chosen, form = QFileDialog.getSaveFileName(parent, _("Export Codebook"), str(suggestion), ";;".join(forms))
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix else path.with_suffix(forms.get(form, ".toml"))


def ask_table(parent: QWidget, folder: Path) -> Path | None:
    """Ask for an exported table that was edited."""
    kinds = _("Tables ({patterns});;All files (*)").format(patterns="*.csv *.tsv *.txt *.xlsx *.xlsm")
    chosen, _filter = QFileDialog.getOpenFileName(parent, _("Import Edited Table"), str(folder), kinds)
    return Path(chosen) if chosen else None


def ask_profile(parent: QWidget) -> Path | None:
    """Ask for a file with the profile of a database."""
    kinds = _("Profiles ({patterns});;All files (*)").format(patterns="*.toml")
    chosen, _filter = QFileDialog.getOpenFileName(parent, _("Open Profile"), "", kinds)
    return Path(chosen) if chosen else None


def ask_new_profile(parent: QWidget, name: str) -> Path | None:
    """Ask for the file to write the profile of a database into."""
    kinds = _("Profiles ({patterns})").format(patterns="*.toml")
    chosen, _filter = QFileDialog.getSaveFileName(parent, _("Save Profile"), f"{name or _('Database')}.toml", kinds)
    path = Path(chosen) if chosen else None
    return path if path is None or path.suffix else path.with_suffix(".toml")


def ask_file_to_describe(parent: QWidget, folder: Path) -> Path | None:
    """Ask for an export or a table by which its database or its columns are described."""
    chosen, _filter = QFileDialog.getOpenFileName(parent, _("Describe an Export or a Table"), str(folder))
    return Path(chosen) if chosen else None


def ask_speakers(parent: QWidget, folder: Path) -> Path | None:
    """Ask for a list of speakers to import."""
    kinds = _("Lists of speakers ({patterns});;All files (*)").format(patterns="*.csv *.tsv *.txt")
    chosen, _filter = QFileDialog.getOpenFileName(parent, _("Import Speakers"), str(folder), kinds)
    return Path(chosen) if chosen else None


def ask_speakers_file(parent: QWidget, project: Path) -> Path | None:
    """Ask for the file to write the speakers into."""
    suggestion = project.with_name(_("{name} speakers").format(name=project.stem)).with_suffix(".csv")
    kinds = _("CSV, for a spreadsheet (*.csv)")
    chosen, _filter = QFileDialog.getSaveFileName(parent, _("Export Speakers"), str(suggestion), kinds)
    path = Path(chosen) if chosen else None
    return path if path is None or path.suffix else path.with_suffix(".csv")


def ask_findings_file(parent: QWidget, project: Path) -> Path | None:
    """Ask for the file to write the findings of a check into."""
    suggestion = project.with_name(_("{name} check").format(name=project.stem)).with_suffix(".csv")
    kinds = _("CSV, for a spreadsheet (*.csv)")
    chosen, _filter = QFileDialog.getSaveFileName(parent, _("Save List"), str(suggestion), kinds)
    path = Path(chosen) if chosen else None
    return path if path is None or path.suffix else path.with_suffix(".csv")


def ask_report_file(parent: QWidget) -> Path | None:
    """Ask for the file to write the report of an import into."""
    forms = {_("CSV, for a spreadsheet (*.csv)"): ".csv", _("Text (*.txt)"): ".txt"}
    suggestion = documents() / _("import report.csv")
    chosen, form = QFileDialog.getSaveFileName(parent, _("Save Report"), str(suggestion), ";;".join(forms))
    path = Path(chosen) if chosen else None
    return path if path is None or path.suffix else path.with_suffix(forms.get(form, ".csv"))


def ask_coder(parent: QWidget, coder: str) -> str | None:
    """Ask for the initials of the coder, for every record made from now on."""
    initials, accepted = QInputDialog.getText(
        parent,
        _("Coder"),
        _("Your initials. They are kept with every record you make:"),
        QLineEdit.EchoMode.Normal,
        coder,
    )
    return initials.strip() or None if accepted else None


def ask_view_name(parent: QWidget, name: str = "") -> str | None:
    """Ask for the name of a view of a table; None if it is cancelled."""
    typed, accepted = QInputDialog.getText(parent, _("View"), _("Name of the view:"), QLineEdit.EchoMode.Normal, name)
    return typed if accepted else None


def ask_export_name(parent: QWidget, name: str = "") -> str | None:
    """Ask for the name of an export; None if it is cancelled."""
    typed, accepted = QInputDialog.getText(
        parent, _("Export"), _("Name of the export:"), QLineEdit.EchoMode.Normal, name
    )
    return typed if accepted else None
