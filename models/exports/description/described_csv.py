"""Write the tables as CSV with everything that describes them: the default form of a publication."""

from collections.abc import Callable
from pathlib import Path

from models.exports.beginning import Beginning, FirstText
from models.exports.csv_files import Csv
from models.exports.description.codebook_markdown import codebook_as_markdown
from models.exports.description.codebook_page import codebook_as_page
from models.exports.description.contents import Contents
from models.exports.description.data_package import data_package
from models.exports.description.describing import contents_of
from models.exports.description.readme import readme
from models.exports.description.scripts.pandas_script import pandas_script
from models.exports.description.scripts.r_script import r_script
from models.exports.description.scripts.spss_script import spss_script
from models.exports.description.scripts.stata_script import stata_script
from models.exports.report import File
from models.exports.source import Source
from models.exports.target import Written
from models.translation import _

DESCRIPTIONS: dict[str, Callable[[Contents], str]] = {
    "README.txt": readme,
    "codebook.html": codebook_as_page,
    "codebook.md": codebook_as_markdown,
    "datapackage.json": data_package,
    "read_tables.R": r_script,
    "read_tables.py": pandas_script,
    "read_tables.do": stata_script,
    "read_tables.sps": spss_script,
}
"""What is written beside the tables, by the names of the files."""


ABOUT: dict[str, str] = {
    "README.txt": _("What the folder contains, and how to cite it."),
    "codebook.html": _("The codebook, to read and to print: every table, column, variable and choice."),
    "codebook.md": _("The same codebook as text (Markdown)."),
    "datapackage.json": _("The tables and their columns for programs (Frictionless Data Package)."),
    "read_tables.R": _("Reads the tables into R, with types and labels."),
    "read_tables.py": _("Reads the tables into pandas, with types and labels."),
    "read_tables.do": _("Reads the tables into Stata, with types and labels."),
    "read_tables.sps": _("Reads the tables into SPSS, with types and labels."),
}
"""What each description is for. A preview says only this: they describe what the tables contain once written."""


class DescribedCsv:
    """A target: the tables as CSV, a codebook, a data package, and scripts that read the tables."""

    names = (*Csv.names, *DESCRIPTIONS)

    def __init__(self) -> None:
        self._csv = Csv()

    def write(self, source: Source, place: Path) -> Written:
        """Write every table, look at each file once more, and describe them. Raises OSError if the disk refuses."""
        written = self._csv.write(source, place)
        contents = contents_of(source, written)
        for name, describe in DESCRIPTIONS.items():
            (place / name).write_text(describe(contents), "utf-8", newline="\n")
        described = (File(place / name) for name in DESCRIPTIONS)
        return Written((*written.files, *described), written.remarks)

    def first(self, source: Source) -> Beginning:
        """Return the first rows of every table, and what describes them."""
        described = (FirstText(name, "", ABOUT[name], "") for name in DESCRIPTIONS)
        return Beginning((*self._csv.first(source).parts, *described))

    def count(self, file: File) -> int:
        """Read a table and return how many rows it has. Raises OSError, and ValueError if it is no table."""
        return self._csv.count(file)
