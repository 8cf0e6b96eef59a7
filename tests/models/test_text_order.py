"""Statements are in one order on the screen, in the lists of the project and in the exported tables."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from models.actions.claims import delete_claim
from models.edits import Edit, made
from models.entities import Claim, Number, Record, Role, Span
from models.exports.lines import Lines, pick
from models.exports.options import Options
from models.exports.source import Source
from models.ids import Id
from models.lines.positions import all_positions, positions_of
from models.store import Store
from tests.example import Example, every_statement, opened_copy, signed
from tests.thorough import examples

Keys = list[tuple[Id | None, Id | None]]
"""The claim and the number of each line."""

STARTS = st.lists(st.integers(0, 4), max_size=2, unique=True)
"""Where the parts of a record begin. Several records begin at one place; a record without parts has no place."""
CLAIMS = st.lists(st.tuples(STARTS, st.lists(STARTS, max_size=3)), max_size=4)
"""Claims, each with its numbers."""
NUMBERS = st.lists(STARTS, max_size=3)
"""Numbers outside of claims."""


def _spans(record: Claim | Number, starts: list[int]) -> list[Span]:
    role, of = (Role.CONTENT, "claim") if isinstance(record, Claim) else (Role.NUMBER, "number")
    places = enumerate(starts)
    return [
        Span(article=record.article, role=role, position=at, start=start, end=start + 1, **{of: record.id})
        for at, start in places
    ]


def _record(example: Example, claims: list[tuple[list[int], list[list[int]]]], numbers: list[list[int]]) -> None:
    """Record claims and numbers in the second article."""
    article, records = example.other.id, list[Record]()
    numbered = [(Number(article=article), each) for each in numbers]
    for starts, of_claim in claims:
        claim = Claim(article=article)
        records += [claim, *_spans(claim, starts)]
        numbered += [(Number(article=article, claim=claim.id), each) for each in of_claim]
    for number, starts in numbered:
        records += [number, *_spans(number, starts)]
    example.store.apply(signed(Edit("Record", tuple(map(made, records)))))


def _bring_back_a_claim(example: Example) -> None:
    """Delete a claim and undo it: its row is the last one now."""
    records = example.store.article_records(example.other.id)
    if records.claims:
        deletion = signed(delete_claim(records, min(records.claims.values(), key=lambda claim: claim.id)))
        example.store.apply(deletion)
        example.store.apply(signed(deletion.inverse))


def _exported(store: Store) -> Keys:
    keys = pick([(Claim, "id"), (Number, "id")])
    with store.snapshot() as snapshot:
        tables = Source(snapshot, Options()).lines()
        return [(claim, number) for table in tables for claim, number in map(keys, table.get(Lines.STATEMENTS, ()))]


def _listed(store: Store) -> Keys:
    return [
        (line.claim.id if line.claim else None, line.number.id if line.number else None)
        for line in every_statement(store)
    ]


@settings(max_examples=examples(20))
@given(claims=CLAIMS, numbers=NUMBERS, brought_back=st.booleans())
def test_the_screen_the_lists_and_the_exports_have_one_order(
    pattern: Example, claims: list[tuple[list[int], list[list[int]]]], numbers: list[list[int]], brought_back: bool
) -> None:
    with TemporaryDirectory() as folder, opened_copy(pattern, Path(folder) / "study.onrecord") as example:
        _record(example, claims, numbers)
        if brought_back:
            _bring_back_a_claim(example)
        articles = [example.store.article_records(each.id) for each in (example.article, example.other)]
        positions = [position for records in articles for position in all_positions(records)]
        one_by_one = [
            sorted(each for group in {*records.claims, *records.numbers} for each in positions_of(records, group))
            for records in articles
        ]
        assert [position for each in one_by_one for position in each] == positions
        on_screen = [(position.claim or None, position.number or None) for position in positions]
        assert _listed(example.store) == on_screen
        assert _exported(example.store) == on_screen
