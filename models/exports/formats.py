"""The forms in which a project can be published, in the order in which they are offered."""

from collections.abc import Callable
from dataclasses import dataclass

from models.errors import OnrecordError
from models.exports.description.described_csv import DescribedCsv
from models.exports.target import Target
from models.translation import _


@dataclass(frozen=True, slots=True)
class Format:
    """A form: its name in commands, what people call it, what it is good for, and what makes its target."""

    name: str
    label: str
    description: str
    make: Callable[[], Target]


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
        _("Annotations of texts by the standard of the W3C, in JSON-LD, and the texts."),
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
