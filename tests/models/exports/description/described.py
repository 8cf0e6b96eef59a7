"""A study with variables of all kinds, exported with its description, for tests."""

from pathlib import Path

from models.exports.delivery import export
from models.exports.description.described_csv import DescribedCsv
from models.exports.options import DecimalMark, Options, Separator
from models.exports.report import Report
from tests.example import Example
from tests.models.codebook.nine_kinds import nine_kinds
from tests.models.codebook.study import Study

GERMAN = Options(
    bom=False,
    codes=True,
    separator=Separator.SEMICOLON,
    decimal=DecimalMark.COMMA,
    indicators=True,
    context=True,
    spreadsheet_safe=True,
)
"""Everything other than by default."""

NASTY = 'a "b" `c` $d \\e {f} | <g> 🌊 é'
"""A text with what programs take for more than text."""


def study_of(example: Example) -> Study:
    """Return the example with a codebook of all kinds, an example and a choice that is hard to quote."""
    study = nine_kinds(example)
    study.offer(study.variable("topic"), NASTY, code="nasty")
    study.answer("topic", example.cost, "nasty")
    return study


def exported(study: Study, folder: Path, options: Options | None = None) -> Report:
    """Export a study with its description."""
    return export(study.example.store, folder, DescribedCsv(), options)
