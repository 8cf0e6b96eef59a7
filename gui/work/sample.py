"""Make the sample project that the window opens: with records in it, in the coder's documents folder."""

from pathlib import Path

from gui.system.folders import documents
from gui.widgets.notice import News
from models.errors import OnrecordError
from models.sample import NAME, make_sample, record_sample
from models.translation import _


def sample_folder() -> Path:
    """Return the folder of the sample."""
    return documents() / _("Onrecord sample")


def coded_sample(folder: Path | None = None) -> Path:
    """Return the sample with its records; without a folder, an existing one with all that was done in it.

    Raises OnrecordError if it cannot be made, or if the given folder already contains one.
    """
    project = made_folder(folder or sample_folder()) / NAME
    if folder is not None or not project.exists():
        make_sample(project)
        record_sample(project)
    return project


def made_folder(folder: Path) -> Path:
    """Return a folder, and create it if it does not exist. Raises OnrecordError if that fails."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OnrecordError(
            _("The folder “{folder}” cannot be made: {strerror}.").format(folder=folder, strerror=error.strerror)
        ) from error
    return folder.resolve()


def welcome(project: Path) -> News:
    """Return the notice about the sample."""
    return News(
        _(
            "This is a sample to try things on, kept as {project}\n"
            "Some of its claims are recorded. For one more, press J until its sentence is selected, then C, then Enter."
        ).format(project=project)
    )
