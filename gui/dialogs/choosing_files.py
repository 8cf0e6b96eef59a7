"""Ask which file to read, or where to write one, by the dialogs of the system; None if that is cancelled."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from gui.system.folders import documents
from models.files import PROJECT_SUFFIX
from models.translation import _

PROJECTS = _("Onrecord projects (*{suffix})").format(suffix=PROJECT_SUFFIX)
SPREADSHEET = _("CSV, for a spreadsheet (*.csv)")


def ask_project(parent: QWidget, folder: Path) -> Path | None:
    """Ask which project to open."""
    return _to_read(parent, _("Open Project"), folder, f"{PROJECTS};;" + _("All files (*)"))


def ask_articles(parent: QWidget, folder: Path) -> list[Path]:
    """Ask which files to import; the filter shows files with the suffix of a known format."""
    from models.articles.formats import SUFFIXES

    patterns = " ".join(f"*{suffix}" for suffix in (*SUFFIXES, PROJECT_SUFFIX))
    kinds = _("Articles and projects ({patterns});;All files (*)").format(patterns=patterns)
    chosen, _filter = QFileDialog.getOpenFileNames(parent, _("Import Articles"), str(folder), kinds)
    return [Path(path) for path in chosen]


def ask_codebook(parent: QWidget, folder: Path) -> Path | None:
    """Ask which codebook to import: a file, or another project."""
    kinds = _("Codebooks and projects ({patterns})").format(patterns=f"*.toml *.csv *{PROJECT_SUFFIX}")
    return _to_read(parent, _("Import Codebook"), folder, kinds)


def ask_table(parent: QWidget, folder: Path) -> Path | None:
    """Ask for an exported table that was edited."""
    kinds = _("Tables ({patterns});;All files (*)").format(patterns="*.csv *.tsv *.txt *.xlsx *.xlsm")
    return _to_read(parent, _("Import Edited Table"), folder, kinds)


def ask_profile(parent: QWidget) -> Path | None:
    """Ask for a file with the profile of a database."""
    kinds = _("Profiles ({patterns});;All files (*)").format(patterns="*.toml")
    return _to_read(parent, _("Open Profile"), None, kinds)


def ask_file_to_describe(parent: QWidget, folder: Path) -> Path | None:
    """Ask for an export or a table by which its database or its columns are described."""
    return _to_read(parent, _("Describe an Export or a Table"), folder)


def ask_speakers(parent: QWidget, folder: Path) -> Path | None:
    """Ask for a list of speakers to import."""
    kinds = _("Lists of speakers ({patterns});;All files (*)").format(patterns="*.csv *.tsv *.txt")
    return _to_read(parent, _("Import Speakers"), folder, kinds)


def ask_new_project(parent: QWidget, folder: Path) -> Path | None:
    """Ask for the file of a new project."""
    return _to_write(parent, _("New Project"), folder / f"study{PROJECT_SUFFIX}", {PROJECTS: PROJECT_SUFFIX})


def ask_copy(parent: QWidget, project: Path) -> Path | None:
    """Ask for the file of a copy of a project."""
    suggestion = project.with_stem(_("{name} copy").format(name=project.stem))
    return _to_write(parent, _("Save a Copy"), suggestion, {PROJECTS: PROJECT_SUFFIX})


def ask_restored(parent: QWidget, suggestion: Path) -> Path | None:
    """Ask for the new file that a backup is restored into."""
    return _to_write(parent, _("Restore into a New File"), suggestion, {PROJECTS: PROJECT_SUFFIX})


def ask_rescued(parent: QWidget, suggestion: Path) -> Path | None:
    """Ask for the new file that a damaged project is rescued into."""
    return _to_write(parent, _("Rescue into a New File"), suggestion, {PROJECTS: PROJECT_SUFFIX})


def ask_codebook_file(parent: QWidget, project: Path) -> Path | None:
    """Ask for the file to write a codebook into."""
    forms = {
        _("TOML, to read and to keep (*.toml)"): ".toml",
        SPREADSHEET: ".csv",
        _("A page to print (*.html)"): ".html",
    }
    suggestion = project.with_name(_("{name} codebook").format(name=project.stem)).with_suffix(".toml")
    return _to_write(parent, _("Export Codebook"), suggestion, forms)


def ask_new_profile(parent: QWidget, name: str) -> Path | None:
    """Ask for the file to write the profile of a database into."""
    forms = {_("Profiles ({patterns})").format(patterns="*.toml"): ".toml"}
    return _to_write(parent, _("Save Profile"), Path(f"{name or _('Database')}.toml"), forms)


def ask_speakers_file(parent: QWidget, project: Path) -> Path | None:
    """Ask for the file to write the speakers into."""
    suggestion = project.with_name(_("{name} speakers").format(name=project.stem)).with_suffix(".csv")
    return _to_write(parent, _("Export Speakers"), suggestion, {SPREADSHEET: ".csv"})


def ask_findings_file(parent: QWidget, project: Path) -> Path | None:
    """Ask for the file to write the findings of a check into."""
    suggestion = project.with_name(_("{name} check").format(name=project.stem)).with_suffix(".csv")
    return _to_write(parent, _("Save List"), suggestion, {SPREADSHEET: ".csv"})


def ask_report_file(parent: QWidget) -> Path | None:
    """Ask for the file to write the report of an import into."""
    forms = {SPREADSHEET: ".csv", _("Text (*.txt)"): ".txt"}
    return _to_write(parent, _("Save Report"), documents() / _("import report.csv"), forms)


def _to_read(parent: QWidget, title: str, folder: Path | None, kinds: str = "") -> Path | None:
    chosen, _filter = QFileDialog.getOpenFileName(parent, title, str(folder) if folder else "", kinds)
    return Path(chosen) if chosen else None


def _to_write(parent: QWidget, title: str, suggestion: Path, forms: Mapping[str, str]) -> Path | None:
    """Ask for a file in one of some forms, each with its suffix; a name without a suffix gets that of its form."""
    chosen, form = QFileDialog.getSaveFileName(parent, title, str(suggestion), ";;".join(forms))
    path = Path(chosen) if chosen else None
    return path if path is None or path.suffix else path.with_suffix(forms.get(form, next(iter(forms.values()))))
