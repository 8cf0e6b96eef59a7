"""Read the claims of a project as mentions: each brings together a row, such as a speaker, and a column, such as a
topic.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import Enum, auto
from typing import Any

from models.attributes.attribute import Attribute
from models.codebook.kinds.yes_no import Judgement
from models.entities import Claim
from models.exports.lines import Lines
from models.exports.networks.settings import NetworkOptions, Relation, expect_possible
from models.exports.networks.sides import Node, Side, default_columns, judgement_named, side_named
from models.exports.source import Source
from models.ids import Id
from models.known import Known
from models.records import ArticleRecords
from models.translation import _, counted


@dataclass(frozen=True, slots=True)
class Mention:
    """A row and a column that one claim brings together, by the keys of their nodes.

    `affirms` is the answer to the yes-or-no variable, or None without a clear one. `day` is the date of the article.
    """

    row: str
    column: str
    affirms: bool | None
    day: date | None
    article: Id


class LeftOut(Enum):
    """Why a claim is in no network."""

    NO_ROW = auto()
    NO_COLUMN = auto()
    NO_ANSWER = auto()
    NO_DATE = auto()
    OTHER_TIME = auto()


@dataclass(slots=True)
class Mentions:
    """The mentions of a project in the order of its articles, the nodes of both sides by their keys, and how many
    claims are left out, by the reason.
    """

    rows: Side
    columns: Side
    found: list[Mention] = field(default_factory=list)
    row_nodes: dict[str, Node] = field(default_factory=dict)
    column_nodes: dict[str, Node] = field(default_factory=dict)
    left_out: Counter[LeftOut] = field(default_factory=Counter)

    def sentences(self) -> Iterator[str]:
        """Yield a sentence for each reason why claims are in no network."""
        said = {
            LeftOut.NO_ROW: (_("{claims} without “{name}”: in no network."), self.rows.name),
            LeftOut.NO_COLUMN: (_("{claims} without “{name}”: in no network."), self.columns.name),
            LeftOut.NO_ANSWER: (_("{claims} answered neither with yes nor with no: in no network."), ""),
            LeftOut.NO_DATE: (_("{claims} in articles without a date: in no network."), ""),
            LeftOut.OTHER_TIME: (_("{claims} of another time: in no network."), ""),
        }
        for reason, (words, name) in said.items():
            if count := self.left_out[reason]:
                claims = counted("{count:,} claim", "{count:,} claims", count)
                yield words.format(claims=claims, name=name)


class MentionReader:
    """Reads the mentions of a network. Raises OnrecordError if the project lacks what the network is made of."""

    def __init__(self, source: Source, network: NetworkOptions) -> None:
        expect_possible(network)
        codebook = source.codebook
        self._source, self._network = source, network
        self._mentions = Mentions(
            side_named(network.rows, codebook),
            side_named(network.columns or default_columns(codebook), codebook),
        )
        self._judgement = judgement_named(network.judged_by, codebook) if network.judged_by else None

    def read(self) -> Mentions:
        """Read every claim that is exported. Raises NotAProject when a text is missing."""
        listed = self._source.listed(Lines.STATEMENTS)
        wanted = None if listed is None else {claim for claim, _number in listed}
        for records in self._source.articles():
            known = Known(self._source.registry, records.answers_of)
            for claim in sorted(records.claims.values(), key=lambda each: records.place(each.id)):
                if wanted is None or claim.id in wanted:
                    self._take(claim, records, known)
        return self._mentions

    def _take(self, claim: Claim, records: ArticleRecords, known: Known) -> None:
        kept, day = self._mentions, day_of(records.article.published)
        rows, columns = (list(side.nodes(claim, records, known)) for side in (kept.rows, kept.columns))
        affirms = _affirms(claim, self._judgement, known)
        reason = self._reason(day, rows, columns, affirms)
        if reason is not None:
            kept.left_out[reason] += 1
            return
        kept.row_nodes |= {node.key: node for node in rows}
        kept.column_nodes |= {node.key: node for node in columns}
        kept.found += (
            Mention(row.key, column.key, affirms, day, records.article.id) for row in rows for column in columns
        )

    def _reason(self, day: date | None, rows: list[Node], columns: list[Node], affirms: bool | None) -> LeftOut | None:
        """Return why a claim is left out; None if it is not."""
        network = self._network
        if day is None and (network.since or network.until or network.period):
            return LeftOut.NO_DATE
        if day is not None and not _within(day, network.since, network.until):
            return LeftOut.OTHER_TIME
        if not rows:
            return LeftOut.NO_ROW
        if not columns:
            return LeftOut.NO_COLUMN
        return LeftOut.NO_ANSWER if affirms is None and network.relation is not Relation.ALL else None


def day_of(published: str | None) -> date | None:
    """Return the day of an ISO 8601 date or date and time; None if it is no whole day."""
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


def _within(day: date, since: str | None, until: str | None) -> bool:
    """Return whether a day is within a time whose ends are years, months or days."""
    written = day.isoformat()
    return (since or "") <= written and (until is None or written[: len(until)] <= until)


def _affirms(claim: Claim, judgement: Attribute[Any, Any] | None, known: Known) -> bool | None:
    answer = judgement.read(claim, known) if judgement else None
    return {Judgement.YES: True, Judgement.NO: False}.get(answer) if isinstance(answer, Judgement) else None
