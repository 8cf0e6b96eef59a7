"""Publish the remarks of the coders: every record that has a note or is to be discussed."""

from pathlib import Path
from typing import NamedTuple

from models.attributes.cell_kinds import CellKind
from models.attributes.kinds import YES
from models.entities import Article
from models.exports.beginning import FIRST, Beginning
from models.exports.columns import Column
from models.exports.csv_files import Csv, CsvFile, first_rows
from models.exports.lines import Lines
from models.exports.records import IDS
from models.exports.report import File
from models.exports.signatures import signed
from models.exports.source import Source
from models.exports.spreadsheets import sentences
from models.exports.table import Table
from models.exports.target import Written
from models.ids import Id
from models.lines.remark import Remark
from models.translation import _


class RemarkLine(NamedTuple):
    """A remark, with the record that it is about in words."""

    about: str
    record: Id
    words: str
    discuss: str | None
    note: str | None
    article: Id | None
    title: str | None
    coder: str | None
    made_at: str | None
    changed_at: str | None


REMARKS = Table(
    "remarks",
    _("A claim, number, speaker or article that has a note or is to be discussed."),
    ("record_id",),
    Lines.REMARKS,
    (
        Column(
            "about",
            CellKind.CHOICE,
            _("The kind of record."),
            (RemarkLine, "about"),
            ("claim", "number", "speaker", "article"),
            required=True,
        ),
        Column("record_id", CellKind.ID, _("The id of the record."), (RemarkLine, "record"), required=True),
        Column(
            "words",
            CellKind.TEXT,
            _("The words of the claim or number, the name of the speaker, or the title of the article."),
            (RemarkLine, "words"),
        ),
        Column(
            "to_discuss",
            CellKind.CHOICE,
            _("Whether the record is to be discussed with others."),
            (RemarkLine, "discuss"),
            (YES,),
        ),
        Column("note", CellKind.TEXT, _("The coder's note."), (RemarkLine, "note")),
        Column("article_id", CellKind.ID, IDS[Article], (RemarkLine, "article"), refers="articles"),
        Column("title", CellKind.TEXT, _("The article's headline."), (RemarkLine, "title")),
        *signed(RemarkLine, "record"),
    ),
)


class RemarkList:
    """A target: `remarks.csv`."""

    names: tuple[str, ...] = ("remarks.csv",)

    def write(self, source: Source, place: Path) -> Written:
        """Write the remarks of each article, and then those on speakers. Raises OSError if the disk refuses."""
        path = place / "remarks.csv"
        encoding = "utf-8-sig" if source.options.bom else "utf-8"
        with path.open("w", encoding=encoding, newline="") as opened:
            file = CsvFile(REMARKS, opened, source.options)
            file.write(map(_line, source.remarks()))
        return Written((File(path, "remarks", file.count),), tuple(sentences(file.risks)))

    def first(self, source: Source) -> Beginning:
        """Return the first remarks."""
        lines = map(_line, source.remarks()[:FIRST])
        return Beginning((first_rows(REMARKS, "remarks.csv", lines, source.counts["remarks"], source.options),))

    def count(self, file: File) -> int:
        """Read the list and return how many remarks it has. Raises ValueError if it is no table."""
        return Csv().count(file)


def _line(remark: Remark) -> RemarkLine:
    about, article = remark.about, remark.article
    return RemarkLine(
        *(type(about).__name__.lower(), about.id, remark.words, YES if about.discuss else None, about.note),
        *(article.id if article else None, remark.title),
        *(about.coder, about.made_at, about.changed_at),
    )
