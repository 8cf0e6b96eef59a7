"""Publish what speakers say as a list of events: the time, the speaker, a variable and its value, as rDNA has them."""

from bisect import insort
from collections.abc import Collection, Iterator
from io import TextIOWrapper
from operator import itemgetter
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, NamedTuple

from models.attributes.built_in import attribute
from models.attributes.cell_kinds import CellKind
from models.entities import Article, Claim, Speaker
from models.exports.beginning import FIRST, Beginning
from models.exports.columns import Column
from models.exports.csv_files import Csv, CsvFile, first_rows
from models.exports.lines import Lines, SomeLines, pick
from models.exports.records import IDS
from models.exports.related_lines import AnswerLine
from models.exports.report import File
from models.exports.signatures import coder_of_claim
from models.exports.source import Source
from models.exports.spreadsheets import sentences
from models.exports.table import Table
from models.exports.target import Written
from models.ids import Id
from models.store.exported_cells import Cells
from models.translation import _


class Event(NamedTuple):
    """An answer about a claim, with when and by whom the claim was made."""

    time: str | None
    speaker: str | None
    variable: str
    value: str | None
    event: Id
    claim: Id
    speaker_id: Id | None
    article: Id
    title: str
    outlet: str | None
    coder: str | None


EVENTS = Table(
    "events",
    _(
        "An answer about a claim: when it was published, who made the claim, and what was answered. Several choices "
        "are several events. They are in the order of time; those without a date come last."
    ),
    ("event_id",),
    Lines.EVENTS,
    (
        Column("time", CellKind.DATE, attribute(Article, "published").description, (Event, "time")),
        Column("speaker", CellKind.TEXT, attribute(Speaker, "name").description, (Event, "speaker")),
        Column("variable", CellKind.TEXT, _("The name of the variable."), (Event, "variable"), required=True),
        Column("value", CellKind.TEXT, _("What was answered."), (Event, "value"), required=True),
        Column("event_id", CellKind.ID, _("The id of the answer."), (Event, "event"), refers="answers", required=True),
        Column("claim_id", CellKind.ID, IDS[Claim], (Event, "claim"), refers="claims", required=True),
        Column("speaker_id", CellKind.ID, IDS[Speaker], (Event, "speaker_id"), refers="speakers"),
        Column("article_id", CellKind.ID, IDS[Article], (Event, "article"), refers="articles", required=True),
        Column("title", CellKind.TEXT, attribute(Article, "title").description, (Event, "title"), required=True),
        Column("outlet", CellKind.TEXT, attribute(Article, "outlet").description, (Event, "outlet")),
        coder_of_claim(Event),
    ),
)

claim_of = pick(
    [
        *((Claim, "id"), (Speaker, "id"), (Speaker, "name")),
        *((Article, name) for name in ("published", "id", "title", "outlet")),
    ]
)
"""Picks what an event has of the line of its claim."""

UNDATED = "~"
"""Comes after every date."""


class Events:
    """A target: `events.csv`."""

    names: tuple[str, ...] = ("events.csv",)

    def write(self, source: Source, place: Path) -> Written:
        """Write the events, sorted by time. Raises OSError if the disk refuses.

        Those of each article wait in a file until the dates of all are known.
        """
        blocks: list[tuple[str, int, int]] = []
        path = place / "events.csv"
        with TemporaryFile(dir=place) as raw, path.open("wb") as events:
            waiting = TextIOWrapper(raw, "utf-8", newline="")
            file = CsvFile(EVENTS, waiting, source.options)
            first = start = _end(waiting, raw)
            for time, some in _articles(source):
                file.write(some)
                blocks.append((time, start, _end(waiting, raw)))
                start = blocks[-1][-1]
            raw.seek(0)
            events.write(b"\xef\xbb\xbf" * source.options.bom + raw.read(first))
            for _time, begin, end in sorted(blocks):
                raw.seek(begin)
                events.write(raw.read(end - begin))
            waiting.detach()
        return Written((File(path, "events", file.count),), tuple(sentences(file.risks)))

    def first(self, source: Source) -> Beginning:
        """Return the first events, for which the time of all of them is read."""
        blocks: list[tuple[str, list[Event]]] = []
        count = 0
        for time, some in _articles(source):
            count += len(some)
            insort(blocks, (time, some[:FIRST]), key=itemgetter(0))
            del blocks[FIRST:]  # each has an event or more
        lines = [event for _time, some in blocks for event in some][:FIRST]
        return Beginning((first_rows(EVENTS, "events.csv", lines, count, source.options),))

    def count(self, file: File) -> int:
        """Read the list and return how many events it has. Raises ValueError if it is no table."""
        return Csv().count(file)


def _articles(source: Source) -> Iterator[tuple[str, list[Event]]]:
    """Yield the events of each article that has any, with the time of all of them."""
    listed = source.listed(Lines.STATEMENTS)
    wanted = None if listed is None else {claim for claim, _number in listed}
    for some in source.lines():
        found = [*_events(some, wanted, codes=source.options.codes)]
        if found:
            yield found[0].time or UNDATED, found


def _events(some: SomeLines, wanted: Collection[Id | None] | None, *, codes: bool) -> Iterator[Event]:
    """Yield the events of an article: those of one claim after those of another, in text order."""
    claims: dict[Id, Cells] = {(picked := claim_of(line))[0]: picked for line in some.get(Lines.CLAIMS, ())}
    answers: dict[Id, list[AnswerLine]] = {claim: [] for claim in claims if wanted is None or claim in wanted}
    for answer in some.get(Lines.ANSWERS, ()):
        if isinstance(answer, AnswerLine) and answer.claim in answers:
            answers[answer.claim].append(answer)
    for claim, here in answers.items():
        _id, speaker_id, speaker, time, article, title, outlet = claims[claim]
        for each in here:
            value = each.code if codes and each.code else each.answer
            event = each.id, claim, speaker_id, article, title, outlet, each.coder
            yield Event(time, speaker, each.variable, value, *event)


def _end(file: TextIOWrapper, below: IO[bytes]) -> int:
    """Return how many bytes have been written to a file of text, given the file of bytes below it."""
    file.flush()
    return below.tell()
