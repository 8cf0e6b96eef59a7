"""The forms in which a project can be published, in the order in which they are offered.

A form is loaded when it is asked for, since the libraries that some need are large. Those of an optional extra may be
missing.
"""

from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec

from models.errors import OnrecordError
from models.exports.description.described_csv import DescribedCsv
from models.exports.target import Target
from models.translation import _


@dataclass(frozen=True, slots=True)
class Format:
    """A form: its name in commands, what people call it, what it is good for, and what loads and makes its target.

    `libraries` are those that it needs of the optional `extra`.
    """

    name: str
    label: str
    description: str
    maker: Callable[[], Target]
    extra: str = ""
    libraries: tuple[str, ...] = ()

    @property
    def missing(self) -> tuple[str, ...]:
        """Return the libraries that the form needs and that are not installed."""
        return tuple(each for each in self.libraries if find_spec(each) is None)

    def make(self) -> Target:
        """Return a target of this form. Raises OnrecordError if a library that it needs is not installed."""
        if missing := self.missing:
            what = _("“{form}” needs what is not installed: {libraries}.")
            do = _("Run “uv sync --extra {extra}” in the folder of Onrecord, or “pip install {libraries}”.")
            raise OnrecordError(
                what.format(form=self.label, libraries=", ".join(missing)),
                _("Nothing was written."),
                do.format(extra=self.extra, libraries=" ".join(missing)),
            )
        return self.maker()


def _xlsx() -> Target:
    from models.exports.typed_files.workbook import Xlsx

    return Xlsx()


def _parquet() -> Target:
    from models.exports.typed_files.parquet_files import Parquet

    return Parquet()


def _spss() -> Target:
    from models.exports.typed_files.labelled_files import Labelled
    from models.exports.typed_files.spss import SPSS

    return Labelled(SPSS)


def _stata() -> Target:
    from models.exports.typed_files.labelled_files import Labelled
    from models.exports.typed_files.stata import STATA

    return Labelled(STATA)


def _qdpx() -> Target:
    from models.exports.exchange.qdpx import Qdpx

    return Qdpx()


def _qdc() -> Target:
    from models.exports.exchange.qdc import Qdc

    return Qdc()


def _web_annotations() -> Target:
    from models.exports.exchange.web_annotations import WebAnnotations

    return WebAnnotations()


def _graphml() -> Target:
    from models.exports.networks.graphml import GraphMl

    return GraphMl()


def _html() -> Target:
    from models.exports.pages.html_pages import HtmlPages

    return HtmlPages()


def _events() -> Target:
    from models.exports.networks.events import Events

    return Events()


def _remarks() -> Target:
    from models.exports.remark_list import RemarkList

    return RemarkList()


FORMATS: tuple[Format, ...] = (
    Format(
        "csv",
        _("CSV tables"),
        _("One file for each table, with a codebook, and scripts that read them in R, Stata, SPSS and pandas."),
        DescribedCsv,
    ),
    Format("xlsx", _("Excel workbook"), _("One file with a sheet for each table, for Excel and LibreOffice."), _xlsx),
    Format(
        "parquet",
        _("Parquet tables"),
        _("One file for each table, small and typed, for pandas, R, DuckDB and other programs for data."),
        _parquet,
        "parquet",
        ("pyarrow",),
    ),
    Format(
        "spss",
        _("SPSS files"),
        _("One .sav file for each table, with labels of variables and values."),
        _spss,
        "statistics",
        ("pyreadstat", "pandas"),
    ),
    Format(
        "stata",
        _("Stata files"),
        _("One .dta file for each table, with labels of variables and values."),
        _stata,
        "statistics",
        ("pyreadstat", "pandas"),
    ),
    Format(
        "qdpx",
        _("REFI-QDA project"),
        _("Texts with everything recorded in them, for ATLAS.ti, MAXQDA, NVivo, QualCoder and others."),
        _qdpx,
    ),
    Format("qdc", _("REFI-QDA codebook"), _("The codebook alone, for coding in one of these programs."), _qdc),
    Format(
        "jsonld",
        _("Web Annotations"),
        _("Web Annotations (W3C) in JSON-LD, with the texts."),
        _web_annotations,
    ),
    Format(
        "graphml",
        _("Network (GraphML)"),
        _("Speakers and what they claim as nodes and ties, for Gephi, visone, igraph and networkx."),
        _graphml,
    ),
    Format(
        "events",
        _("List of events"),
        _("Time, speaker, variable and value of each answer about a claim, as CSV, such as for rDNA."),
        _events,
    ),
    Format(
        "html",
        _("Articles (HTML)"),
        _("Each article with its records marked, as a page to read in a browser and to print."),
        _html,
    ),
    Format("remarks", _("Remarks"), _("Every note and every record that is to be discussed, as CSV."), _remarks),
)


def format_named(name: str) -> Format:
    """Return the form with this name. Raises OnrecordError if there is none."""
    for each in FORMATS:
        if each.name == name:
            return each
    known = ", ".join(f"{each.name} ({each.label})" for each in FORMATS)
    raise OnrecordError(
        _("There is no form “{name}”.").format(name=name),
        _("Nothing was written."),
        _("The forms are: {known}.").format(known=known),
    )
