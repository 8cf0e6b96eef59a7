"""A table that comes back as it was exported changes nothing, whatever it holds and however it was written."""

from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from models.actions.choices import add_choice
from models.codebook.variables import attribute_of
from models.edits import Edit, changed
from models.entities import Choice
from models.errors import OnrecordError
from models.exports.delivery import export
from models.exports.options import DecimalMark, Options, Separator
from models.returning.comparing_file import compare_file
from models.returning.comparison import Comparison
from models.store import Store
from models.text.typed_text import typed_line, typed_text
from tests.example import Example, opened_copy, put, signed
from tests.models.codebook.nine_kinds import nine_kinds
from tests.models.codebook.study import Study
from tests.thorough import examples

TABLES = ("statements", "claims", "numbers", "speakers")
NASTY = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30),
    st.text("\",;\n\t =+-@'.0123456789 🌊é", min_size=1, max_size=12),
    st.sampled_from(
        [
            *(
                "007",
                "1e5",
                "TRUE",
                "false",
                "=1+1",
                "-5",
                "@x",
                '"',
                '""',
                ",",
                "'",
                "''a",
                "'=1",
                "None",
                "#N/A",
                "5-10",
            ),
            *("1/4", "1.50", "1,5", "1.234", "12345678901234567890", "2015-01-23", "5 May", "50%", "yes", "x" * 33_000),
        ]
    ),
)
LINES = NASTY.map(typed_line).filter(bool)
TEXTS = NASTY.map(typed_text).filter(bool)
VALUES = st.floats(allow_nan=False, allow_infinity=False)
OPTIONS = st.builds(
    Options,
    bom=st.booleans(),
    codes=st.booleans(),
    separator=st.sampled_from(Separator),
    decimal=st.sampled_from(DecimalMark),
    indicators=st.booleans(),
    context=st.booleans(),
    spreadsheet_safe=st.booleans(),
)


def differs(found: Comparison) -> list[object]:
    """Return everything in which a file and a project differ."""
    return [*found.differences, *found.refused, *found.not_taken, *found.unknown, *found.bad, *found.some_lost]


@settings(max_examples=examples(8), deadline=None)
@given(data=st.data(), options=OPTIONS)
def test_a_table_as_it_was_exported_changes_nothing(pattern: Example, data: st.DataObject, options: Options) -> None:
    with TemporaryDirectory() as place, opened_copy(pattern, Path(place) / "copy.onrecord") as copy:
        _fill(nine_kinds(copy), data)
        export(copy.store, Path(place), options=options)
        for table in TABLES:
            found = compare_file(copy.store, Path(place) / f"{table}.csv")
            assert differs(found) == [], table
            assert found.matched == copy_count(copy.store, table)


def copy_count(store: Store, table: str) -> int:
    """Return how many rows a table of a project has."""
    with store.snapshot() as snapshot:
        return snapshot.count(table)


def _fill(study: Study, data: st.DataObject) -> None:
    """Give the records of a study what is hard to write and to read."""
    example = study.example
    for name, several in (("topic", False), ("feelings", True)):
        for label, code in data.draw(st.lists(st.tuples(LINES, LINES), max_size=3)):
            variable = study.variable(name).id
            with suppress(OnrecordError):  # a label or a code that another choice has
                study.do(add_choice(study.codebook, Choice(variable=variable, value=str(code), label=str(label))))
        picked = data.draw(st.sampled_from(study.codebook.choices_of(study.variable(name).id)))
        _answer(study, name, (picked,) if several else picked)
    _answer(study, "term", data.draw(LINES))
    _answer(study, "reason", data.draw(TEXTS))
    _answer(study, "score", data.draw(st.integers(-(10**15) + 1, 10**15 - 1)))
    _answer(study, "weight", data.draw(st.decimals(-(10**9), 10**9, places=3).map(float)))
    _answer(study, "due", data.draw(st.dates().map(str)))
    for record, name, drawn in (
        (example.cost, "summary", LINES),
        (example.lost, "note", TEXTS),
        (example.union, "role", LINES),
        (example.union, "affiliation", LINES),
        (example.union, "outside_id", LINES),
        (example.millions, "unit", LINES),
        (example.millions, "counted", LINES),
        (example.article, "outlet", LINES),
    ):
        example.store.apply(signed(put(record, name, data.draw(drawn))))
    value, upper = data.draw(VALUES), data.draw(st.none() | VALUES)
    example.store.apply(signed(Edit("Value", (changed(example.berths, value=value, upper=upper),))))


def _answer(study: Study, name: str, value: object) -> None:
    kind = attribute_of(study.variable(name), study.codebook)
    study.do(kind.change([study.example.lost], value, study.known))
