"""Read and write a codebook in the form that the suffix of its file names."""

from collections.abc import Callable, Iterable
from pathlib import Path

from models.codebook.files.csv_form import read_csv, write_csv
from models.codebook.files.drafts import CodebookRefused, Problem, VariableDraft
from models.codebook.files.page import write_page
from models.codebook.files.toml_form import read_toml, write_toml
from models.errors import NotSaved, OnrecordError
from models.files import complete, give_name
from models.translation import _

WRITERS: dict[str, Callable[[list[VariableDraft]], str]] = {
    ".csv": lambda drafts: "\N{BYTE ORDER MARK}" + write_csv(drafts),  # the mark by which Excel knows UTF-8
    ".toml": write_toml,
    ".html": write_page,
}
READERS: dict[str, Callable[[str], list[VariableDraft]]] = {".csv": read_csv, ".toml": read_toml}
"""By the suffix of a file, in lower case."""


def write(path: Path, drafts: list[VariableDraft]) -> None:
    """Write a codebook, complete before the file gets its name. Raises OnrecordError."""
    form = WRITERS.get(path.suffix.lower())
    if form is None:
        raise _unknown(path, WRITERS)
    safe = _("The project was not changed.")
    with complete(path, safe) as part:
        part.write_text(form(drafts), encoding="utf-8", newline="")
        give_name(part, path, replace=True)


def read(path: Path) -> list[VariableDraft]:
    """Read a codebook. Raises OnrecordError, and CodebookRefused with lines and reasons."""
    form = READERS.get(path.suffix.lower())
    if form is None:
        raise _unknown(path, READERS)
    try:
        return form(path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError as error:
        raise CodebookRefused([Problem(0, _("The file is not in UTF-8."))]) from error
    except OSError as error:
        raise NotSaved(str(error.strerror), _("Nothing was imported.")) from error


def _unknown(path: Path, forms: Iterable[str]) -> OnrecordError:
    return OnrecordError(
        _("“{name}” cannot be the file of a codebook.").format(name=path.name),
        do=_("Choose a name that ends in one of: {suffixes}.").format(suffixes=", ".join(forms)),
    )
