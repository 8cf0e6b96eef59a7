"""Write the tables as CSV with everything that describes them: the default form of a publication."""

from collections.abc import Callable
from pathlib import Path

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

    def count(self, file: File) -> int:
        """Read a table and return how many rows it has. Raises OSError, and ValueError if it is no table."""
        return self._csv.count(file)
