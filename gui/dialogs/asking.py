"""Questions and choices of files, each in plain text: a title is never taken for markup."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

PROJECTS = "Onrecord projects (*.onrecord)"
ARTICLES = "Articles (*.txt *.html *.htm);;All files (*)"


def confirm(parent: QWidget, question: str, explanation: str, yes: str) -> bool:
    """Ask before something that reaches further than one record; No is the default."""
    from PySide6.QtWidgets import QMessageBox  # these classes too are made when a question is asked, not before

    box = QMessageBox(parent)
    box.setObjectName("confirm")
    box.setIcon(QMessageBox.Icon.Question)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle("Onrecord")
    box.setText(question)
    box.setInformativeText(explanation)
    accept = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    cancel = box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(cancel)
    box.exec()
    box.deleteLater()
    return box.clickedButton() is accept


def ask_new_project(parent: QWidget, folder: Path) -> Path | None:
    """Where a new project shall be kept."""
    from PySide6.QtWidgets import QFileDialog

    chosen, _ = QFileDialog.getSaveFileName(parent, "New Project", str(folder / "study.onrecord"), PROJECTS)
    return _with_suffix(chosen)


def ask_copy(parent: QWidget, project: Path) -> Path | None:
    """Where a copy of a project shall be kept."""
    suggestion = project.with_stem(project.stem + " copy")
    from PySide6.QtWidgets import QFileDialog

    chosen, _ = QFileDialog.getSaveFileName(parent, "Save a Copy", str(suggestion), PROJECTS)
    return _with_suffix(chosen)


def _with_suffix(chosen: str) -> Path | None:
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix else path.with_suffix(".onrecord")


def ask_project(parent: QWidget, folder: Path) -> Path | None:
    """Which project to open."""
    from PySide6.QtWidgets import QFileDialog

    chosen, _ = QFileDialog.getOpenFileName(parent, "Open Project", str(folder), f"{PROJECTS};;All files (*)")
    return Path(chosen) if chosen else None


def ask_articles(parent: QWidget, folder: Path) -> list[Path]:
    """Which files to import."""
    from PySide6.QtWidgets import QFileDialog

    chosen, _ = QFileDialog.getOpenFileNames(parent, "Import Articles", str(folder), ARTICLES)
    return [Path(path) for path in chosen]


def ask_folder(parent: QWidget, folder: Path) -> Path | None:
    """Where the tables shall be written."""
    from PySide6.QtWidgets import QFileDialog

    chosen = QFileDialog.getExistingDirectory(parent, "Export Tables to a Folder", str(folder))
    return Path(chosen) if chosen else None


def ask_coder(parent: QWidget, coder: str) -> str | None:
    """The initials that stand in every record made from now on."""
    from PySide6.QtWidgets import QInputDialog, QLineEdit

    initials, accepted = QInputDialog.getText(
        parent, "Coder", "Your initials, as they shall stand in every record:", QLineEdit.EchoMode.Normal, coder
    )
    return initials.strip() or None if accepted else None
