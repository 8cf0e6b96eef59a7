"""Write a project as a `.qdpx` file of REFI-QDA, which ATLAS.ti, MAXQDA, NVivo, QualCoder and others read.

The rules of these programs were looked up: https://github.com/ccbogel/QualCoder (refi.py) for names, positions and line
ends, and the samples of ATLAS.ti. A text is UTF-8 without a byte order mark, and only a line feed ends its lines.
"""

from itertools import islice
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from models.exports.beginning import FIRST, Beginning, FirstLines, Heading
from models.exports.exchange.first_codes import first_codes
from models.exports.exchange.qdpx_reading import count_selections, count_sources
from models.exports.exchange.refi_project import Gathered, RefiProject
from models.exports.exchange.whole_project import remarks_on_views
from models.exports.report import Counted, File
from models.exports.source import Source
from models.exports.target import Written
from models.translation import _, counted

SOME_DAY = (2000, 1, 1, 0, 0, 0)
"""The time of every file in the archive, so that the same data give the same bytes."""


class Qdpx:
    """A target: the project as one file. Its selections are compared with the spans of the project."""

    names: tuple[str, ...] = ("project.qdpx",)

    def write(self, source: Source, place: Path) -> Written:
        """Write the texts first, and then the file that refers to them. Raises OSError if the disk refuses."""
        path, gathered, articles = place / self.names[0], Gathered(), 0
        with ZipFile(path, "w") as archive:
            archive.writestr(_entry("sources/"), b"")
            for article in source.articles():
                articles += 1
                gathered.take(article)
                archive.writestr(_entry(f"sources/{article.article.id}.txt"), article.text.encode())
            project = RefiProject(source, gathered)
            with archive.open(_entry("project.qde"), "w", force_zip64=True) as file:
                project.write(file)
        remarks = (*remarks_on_views(source), *_remarks(source.missing.places, project.xml.altered))
        files = (
            File(path, "spans", project.selections, counted=Counted.SELECTIONS),
            File(path, "articles", articles, counted=Counted.ARTICLES),
        )
        return Written(files, remarks)

    def first(self, source: Source) -> Beginning:
        """Return the first codes, and the first texts with the number of their selections."""
        project = RefiProject(source, Gathered())
        texts = tuple((title, f"{selections:,}") for title, selections in islice(project.texts(), FIRST))
        headings = Heading(_("Text")), Heading(_("Selections"))
        about = _("The texts of the articles, with a selection for each span.")
        listed = FirstLines(self.names[0], _("texts"), about, headings, texts, source.counts["articles"])
        return Beginning((first_codes(self.names[0], project.codes()), listed), _remarks(0, 0))

    def count(self, file: File) -> int:
        """Read the file and return how many articles or selections it has.

        Raises OSError, and ValueError if a selection does not fit its text or codes.
        """
        return (count_sources if file.table == "articles" else count_selections)(file.path)


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, SOME_DAY)
    entry.compress_type = ZIP_DEFLATED
    return entry


def _remarks(unplaced: int, altered: int) -> tuple[str, ...]:
    """Return what the file does not say, or says differently, as the standard asks of every export."""
    without = _("REFI-QDA has no place for boilerplate, the history of edits and the files that articles came from.")
    no_place = counted(
        "{count:,} claim or number without a place in its article is left out.",
        "{count:,} claims and numbers without a place in their articles are left out.",
        unplaced,
    )
    replaced = counted(
        "{count:,} text has control characters, which XML cannot hold; they are replaced by “�”.",
        "{count:,} texts have control characters, which XML cannot hold; they are replaced by “�”.",
        altered,
    )
    return (without, *([no_place] if unplaced else []), *([replaced] if altered else []))
