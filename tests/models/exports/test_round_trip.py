"""Every record is read back from the tables unchanged: no character is lost, and absent is not an empty text."""

import csv
import shutil
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.attributes.cell_kinds import CellKind
from models.edits import Edit, made
from models.entities import Article, Claim, Number, Qualifier, Role, Span, Speaker
from models.exports.delivery import export
from models.exports.options import DecimalMark, Options, Separator
from models.exports.spreadsheets import unsafe
from models.exports.tables import tables
from models.store import Store
from models.text.name_lists import join_names
from tests.example import content, signed
from tests.models.exports.reading import Row, chosen
from tests.thorough import examples

NASTY = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30),
    st.text("\",;\n\r\t =+-@'\\\0\ufeff\u2028\u00a0 🌊é", min_size=1, max_size=12),
    st.sampled_from(
        ["007", "1e5", "TRUE", "=1+1", "-5", "@x", '"', '""', ",", "\n", "\r\n", " ", "None", "\\N", "\x85"]
    ),
)
MAYBE = st.none() | NASTY
OPTIONS = st.builds(
    Options,
    bom=st.booleans(),
    separator=st.sampled_from(Separator),
    decimal=st.sampled_from(DecimalMark),
    context=st.booleans(),
    spreadsheet_safe=st.booleans(),
)
VALUES = st.floats(allow_nan=False, allow_infinity=False)


@dataclass(frozen=True, slots=True)
class Records:
    """One record of each kind."""

    text: str
    article: Article
    speaker: Speaker
    claim: Claim
    number: Number
    spans: dict[Role, Span]

    def words(self, role: Role) -> str:
        """The words of the span of a role."""
        return self.text[self.spans[role].start : self.spans[role].end]


@st.composite
def projects(draw: st.DrawFn) -> Records:
    """Draw a record of each kind, with nasty text wherever text can stand."""
    text = draw(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r"), min_size=1, max_size=40))
    article = Article(
        content=content(text).sha256, title=draw(NASTY), outlet=draw(MAYBE), byline=draw(MAYBE), note=draw(MAYBE)
    )
    speaker = Speaker(name=draw(NASTY), role=draw(MAYBE), affiliation=draw(MAYBE), note=draw(MAYBE))
    claim = Claim(article=article.id, speaker=speaker.id, summary=draw(MAYBE), note=draw(MAYBE))
    value = draw(st.none() | VALUES)
    number = Number(
        article=article.id,
        claim=claim.id,
        value=value,
        qualifier=None if value is None else Qualifier.EXACT,
        upper=None if value is None else draw(st.none() | VALUES),
        unit=draw(MAYBE),
        counted=draw(MAYBE),
        note=draw(MAYBE),
    )
    return Records(
        text, article, speaker, claim, number, {role: draw(spans(role, text, claim, number)) for role in Role}
    )


@st.composite
def spans(draw: st.DrawFn, role: Role, text: str, claim: Claim, number: Number) -> Span:
    """Draw a stretch of a text that plays a role for a claim, or for a number."""
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, len(text)))
    of_number = role is Role.NUMBER
    return Span(
        article=claim.article,
        role=role,
        start=start,
        end=end,
        claim=None if of_number else claim.id,
        number=number.id if of_number else None,
    )


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an empty project, closed."""
    path = tmp_path_factory.mktemp("empty") / "empty.onrecord"
    Store.create(path).close()
    return path


@settings(max_examples=examples(30))
@given(records=projects(), options=OPTIONS)
def test_every_text_and_value_comes_back_as_it_was(empty: Path, records: Records, options: Options) -> None:
    with TemporaryDirectory() as place:
        _export(records, shutil.copy(empty, place), Path(place), options)

        def read_table(folder: Path, name: str) -> list[Row]:
            return _read(folder, name, options)

        (statement,) = chosen(
            read_table(Path(place), "statements"),
            *("title", "outlet", "byline", "speaker_name", "speaker_role", "speaker_affiliation"),
            *("claim_words", "summary", "claim_note", "number_words", "unit", "counted", "number_note"),
        )
        article, speaker, claim, number = records.article, records.speaker, records.claim, records.number
        assert statement == (
            *(article.title, article.outlet, article.byline, speaker.name, speaker.role, speaker.affiliation),
            *(records.words(Role.CONTENT), claim.summary, claim.note),
            *(records.words(Role.NUMBER), number.unit, number.counted, number.note),
        )
        ((cue, source),) = chosen(read_table(Path(place), "claims"), "cue_words", "source_words")
        assert (cue, source) == (records.words(Role.CUE), records.words(Role.SOURCE))
        ((value, upper),) = chosen(read_table(Path(place), "numbers"), "value", "upper")
        assert (_float(value), _float(upper)) == (number.value, number.upper)
        assert chosen(read_table(Path(place), "speakers"), "speaker_name", "speaker_note") == [
            (speaker.name, speaker.note)
        ]
        assert chosen(read_table(Path(place), "articles"), "title", "article_note") == [(article.title, article.note)]
        words = chosen(read_table(Path(place), "spans"), "role", "span_words")
        assert sorted(words) == sorted((role, records.words(role)) for role in Role)


def _read(folder: Path, name: str, options: Options) -> list[Row]:
    """Read a table as its description says: with its separator and decimal mark, and without apostrophes."""
    (table,) = (each for each in tables((), options.context) if each.name == name)
    kinds = {column.name: column.kind for column in table.columns}
    with (folder / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=options.separator, strict=True))
    return [{column: _plain(cell, kinds[column], options) for column, cell in row.items()} for row in rows]


def _plain(cell: str, kind: CellKind, options: Options) -> str | None:
    if kind in (CellKind.TEXT, CellKind.LIST) and options.spreadsheet_safe:
        return unsafe(cell) or None
    return (cell.replace(options.decimal, ".") if kind is CellKind.NUMBER else cell) or None


def _export(records: Records, project: str, folder: Path, options: Options) -> None:
    rows = (records.article, records.speaker, records.claim, records.number, *records.spans.values())
    with Store.open(Path(project)) as store:
        store.apply(signed(Edit("Make", tuple(made(row) for row in rows), (content(records.text),))))
        export(store, folder, options=options)


def _float(cell: str | None) -> float | None:
    return None if cell is None else float(cell)


@given(st.lists(NASTY))
def test_a_list_in_one_cell_can_be_taken_apart(names: list[str]) -> None:
    cell = join_names(names) or None
    with StringIO(cell, newline="") as file:
        apart = list(csv.reader(file, delimiter=";", skipinitialspace=True, strict=True))
    assert apart == ([names] if names else [])
