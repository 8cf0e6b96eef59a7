"""Each repair mends what a check found, says so in words, and is taken back by one undo."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace

import pytest

from models.actions.cells import Written
from models.actions.claims import delete_claim, mark_claim
from models.actions.correcting import correct_text
from models.checks import Finding, check, faults
from models.checks.faults import FAULTS, Fault
from models.checks.mending import Mending
from models.checks.repairing import REBUILT, repair
from models.checks.repairs import IN_ARTICLES, OF_SPEAKERS
from models.correcting.correction import correct
from models.edits import Change, Edit, changed, made
from models.entities import Alias, Answer, Boilerplate, Dismissed, Offer, Record, Role, Span, Speaker
from models.store import Store, replaying
from tests.example import CODER, TEXT, Example, place, signed
from tests.models.codebook.study import coded
from tests.models.test_rescue import history_open
from tests.snapshots import history_of, rows_of

Spoiled = Callable[[Example], list[Change]]


def spoil(example: Example, changes: list[Change]) -> None:
    """Change rows as no gesture does."""
    example.store.apply(signed(Edit("Spoil", tuple(changes))))


def found(store: Store, fault: Fault) -> list[Finding]:
    return [finding for finding in check(store) if finding.fault is fault]


def repaired(example: Example, fault: Fault) -> Written:
    """Repair all findings of a kind."""
    written = repair(example.store, found(example.store, fault))
    example.store.apply(signed(written.edit))
    return written


def _span(example: Example, of: Record, role: Role) -> Span:
    return example.records.spans_of(of.id, role)[0]


def _wrong_numbers(example: Example) -> list[Change]:
    return [changed(example.berths, value=40.0, upper=12.0)]


def _half_quotation(example: Example) -> list[Change]:
    span = _span(example, example.lost, Role.CONTENT)
    return [changed(span, end=span.end - 1)]


def _parts_that_overlap(example: Example) -> list[Change]:
    start, end = place("nearly 300 metres in one night,” Ms Brekke", TEXT)
    part = Span(article=example.article.id, claim=example.lost.id, role=Role.CONTENT, start=start, end=end, position=1)
    return [made(part)]


def _copy_of_a_number(example: Example) -> list[Change]:
    copy = replace(example.berths, id="f" * 36, note=None)
    span = _span(example, example.berths, Role.NUMBER)
    return [made(copy), made(replace(span, id="e" * 36, number=copy.id))]


def _two_topics(example: Example) -> list[Change]:
    study = coded(example)
    answers = study.answers("topic")
    other = next(each for each in ("sea", "wall", "storm") if study.choice(each).id != answers[0].choice)
    return [made(replace(answers[0], id="f" * 36, choice=study.choice(other).id))]


SPOILED: dict[str, tuple[Spoiled, str, str]] = {
    faults.OUTSIDE.name: (
        lambda e: [changed(_span(e, e.berths, Role.NUMBER), end=9999)],
        "at least 12 new berths",
        "at least 12 new berths",
    ),
    faults.LINES_OUTSIDE.name: (
        lambda e: [
            made(Boilerplate(article=e.article.id, start=len(TEXT) - 9, end=9999)),
            made(Dismissed(article=e.article.id, kind=Offer.PLACE, start=9000, end=9999)),
        ],
        "berths.",
        "berths.",
    ),
    faults.NOT_A_DATE.name: (lambda e: [changed(e.article, published="soon")], "soon", ""),
    faults.COVERED.name: (
        lambda e: [made(Boilerplate(article=e.article.id, start=place("It wants")[0], end=len(TEXT)))],
        "It wants at least 12",
        "is deleted",
    ),
    faults.OVERLAPPING.name: (_parts_that_overlap, "nearly 300 metres", "is deleted"),
    faults.UNCLOSED.name: (_half_quotation, "one night,", "one night,”"),
    faults.TWICE.name: (_copy_of_a_number, "at least 12 new berths", "is deleted"),
    faults.NO_VALUE.name: (lambda e: [changed(e.berths, value=None, qualifier=None)], "", "12"),
    faults.OTHER_VALUE.name: (lambda e: [changed(e.berths, value=17.0)], "17", "12"),
    faults.UPPER_BELOW.name: (_wrong_numbers, "40", "12"),
    faults.UNKNOWN_UNIT.name: (lambda e: [changed(e.berths, unit="per cent")], "per cent", "%"),
    faults.OTHER_CLAIM.name: (lambda e: [changed(e.millions, article=e.other.id)], "", ""),
    faults.CONTRADICTORY.name: (_two_topics, "", "is deleted"),
    faults.SAME_NAME.name: (lambda e: [made(Speaker(name="IDA BREKKE"))], "IDA BREKKE", "is deleted"),
    faults.SAME_ID.name: (
        lambda e: [changed(e.mayor, outside_id="Q7"), changed(e.union, outside_id="Q7")],
        "Fishermen's union",
        "is deleted",
    ),
    faults.NEEDLESS_ALIAS.name: (
        lambda e: [made(Alias(speaker=e.union.id, name="Fishermen’s Union"))],
        "Fishermen’s Union",
        "is deleted",
    ),
    faults.NO_CLAIM.name: (lambda e: [], "Fishermen's union", "is deleted"),
}
"""By the name of a kind of finding: how it comes about, and words of a line of its preview, now and afterwards."""


def test_every_repair_by_an_edit_is_tried_here() -> None:
    edits = {
        each.name for each in FAULTS.values() if each.can_be_repaired and each not in faults.MENDED
    } - REBUILT.keys()
    elsewhere = {faults.UNEXPLAINED.name, faults.UNFIT.name, faults.REFERENCE.name}
    assert edits == SPOILED.keys() | elsewhere
    assert edits == IN_ARTICLES.keys() | OF_SPEAKERS.keys() | elsewhere


def test_what_cannot_be_repaired_says_what_to_do() -> None:
    assert [fault.name for fault in FAULTS.values() if not (fault.repair or fault.advice)] == []


@pytest.mark.parametrize("name", SPOILED)
def test_a_repair_mends_what_was_found_and_is_undone_at_once(example: Example, name: str) -> None:
    spoiled, now, becomes = SPOILED[name]
    spoil(example, spoiled(example))
    before = {finding.sentence for finding in check(example.store)}
    assert len(found(example.store, FAULTS[name])) in (1, 2)
    written = repaired(example, FAULTS[name])
    assert any(now in line.cell.text and becomes in line.text for line in written.changed), written.changed
    assert found(example.store, FAULTS[name]) == []
    assert not written.refused
    line = example.store.undoable(CODER)
    assert line
    example.store.apply(signed(example.store.edit(line).inverse))
    assert {finding.sentence for finding in check(example.store)} == before


def test_a_span_with_nothing_left_in_the_text_is_left_to_the_coder(example: Example) -> None:
    spoil(example, [changed(_span(example, example.berths, Role.NUMBER), start=9000, end=9999)])
    written = repair(example.store, found(example.store, faults.OUTSIDE))
    assert not written.edit.changes
    (refusal,) = written.refused
    assert refusal.cell.article == example.article.title


def test_two_records_at_one_place_that_say_different_things_both_stay(example: Example) -> None:
    for _ in range(2):
        spoil(example, [*mark_claim(example.records, *place("two winters")).changes])
    (twice,) = found(example.store, faults.TWICE)
    assert twice.place
    spoil(example, [changed(example.records.claims[twice.place.record or ""], note="not the same")])
    written = repair(example.store, [twice])
    assert (written.edit.changes, len(written.refused)) == ((), 1)


def test_merging_speakers_of_one_name_leaves_no_alias_behind_that_is_the_same_name(example: Example) -> None:
    spoil(example, [made(Speaker(name="IDA BREKKE"))])
    repaired(example, faults.SAME_NAME)
    assert not found(example.store, faults.NEEDLESS_ALIAS)


def test_one_finding_is_repaired_alone(example: Example) -> None:
    spoil(example, [changed(example.berths, value=17.0), changed(example.millions, value=50e6)])
    first, _second = found(example.store, faults.OTHER_VALUE)
    example.store.apply(signed(repair(example.store, [first]).edit))
    assert len(found(example.store, faults.OTHER_VALUE)) == 1


def test_a_row_that_another_program_changed_is_put_back_as_the_history_has_it(example: Example) -> None:
    with closing(sqlite3.connect(example.store.path)) as connection, connection:
        connection.execute("UPDATE claim SET note = 'from elsewhere' WHERE id = ?", (example.lost.id,))
        connection.execute("DELETE FROM boilerplate")
    assert len(found(example.store, faults.UNEXPLAINED)) == 2
    written = repaired(example, faults.UNEXPLAINED)
    assert {("from elsewhere", ""), ("", "(0-19)")} <= {
        (line.cell.text, line.text.strip()[-6:]) for line in written.changed
    }
    assert found(example.store, faults.UNEXPLAINED) == []
    assert len(example.records.boilerplate) == 1


# References to nothing


def delete_behind(example: Example, statement: str) -> None:
    """Delete rows as a shell of SQLite does, which lets references dangle."""
    with closing(sqlite3.connect(example.store.path)) as connection, connection:
        connection.execute(statement)


@pytest.mark.parametrize(
    "statement",
    ["DELETE FROM speaker WHERE name = 'Ida Brekke'", "DELETE FROM article WHERE row = 1", "DELETE FROM claim"],
)
@pytest.mark.parametrize("places_first", [True, False])
def test_what_is_missing_is_put_back_with_what_belongs_to_it(
    example: Example, statement: str, places_first: bool
) -> None:
    before = rows_of(example.store.path)
    delete_behind(example, statement)
    assert found(example.store, faults.REFERENCE)
    if places_first:
        example.store.rebuild(REBUILT[faults.LEFT_OVER.name])
    written = repaired(example, faults.REFERENCE)
    example.store.rebuild(REBUILT[faults.LEFT_OVER.name])
    example.store.rebuild(REBUILT[faults.LISTS.name])
    assert written.changed
    if "claim" not in statement:
        assert not [finding for finding in check(example.store) if finding.wrong]
        assert rows_of(example.store.path) == before
    assert not {faults.REFERENCE, faults.LEFT_OVER, faults.SPANS} & {each.fault for each in check(example.store)}


def test_places_of_a_claim_that_is_gone_never_become_those_of_a_new_one(example: Example) -> None:
    delete_behind(example, "DELETE FROM claim WHERE row = (SELECT max(row) FROM claim)")
    example.store.apply(signed(mark_claim(example.records, *place("two winters"))))
    (claim,) = example.records.claims.keys() - {example.cost.id}
    assert example.records.words(claim) == "two winters"
    assert not found(example.store, faults.LEFT_OVER)


def test_a_reference_to_what_nobody_knows_stands_empty_and_an_alias_of_nobody_goes(example: Example) -> None:
    with closing(sqlite3.connect(example.store.path)) as connection, history_open(connection):
        connection.execute("UPDATE claim SET speaker = ?", ("0" * 36,))
        connection.execute("UPDATE alias SET speaker = ?", ("0" * 36,))
        connection.execute('UPDATE edit SET body = replace(body, \'"format"\', \'"forgotten":1,"format"\')')
    written = repaired(example, faults.REFERENCE)
    assert not written.refused
    assert {claim.speaker for claim in example.records.claims.values()} == {None}
    assert not example.registry.aliases_of(example.mayor.id)
    assert not found(example.store, faults.REFERENCE)


def test_a_row_that_no_edit_made_is_told(example: Example) -> None:
    with closing(sqlite3.connect(example.store.path)) as connection, connection:
        columns = "coder, made_at, changed_at"
        copied = f"SELECT replace(id, '-', '+'), {columns}, 'Nils Aas' FROM speaker LIMIT 1"
        connection.execute(f"INSERT INTO speaker (id, {columns}, name) {copied}")
    (finding,) = found(example.store, faults.ADDED)
    assert finding.sentence == "1 speaker was added without an edit."


def test_a_history_that_was_undone_redone_and_corrected_explains_every_row(example: Example) -> None:
    example.store.apply(signed(correct_text(correct(example.records, TEXT.replace("at least 12", "at most 15")))))
    for _ in range(3):
        line = example.store.undoable(CODER) or example.store.redoable(CODER)
        assert line
        example.store.apply(signed(example.store.edit(line).inverse))
    assert len(history_of(example.store.path)) > 3
    assert not found(example.store, faults.UNEXPLAINED) + found(example.store, faults.ADDED)


def test_the_history_is_replayed_alike_whatever_is_written_at_once(
    example: Example, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(replaying, "MOST", 1)
    spoil(example, [changed(example.berths, value=17), changed(example.lost, note="once")])
    spoil(example, [changed(example.records.claims[example.lost.id], note="twice")])
    example.store.apply(signed(delete_claim(example.records, example.records.claims[example.lost.id])))
    assert not found(example.store, faults.UNEXPLAINED) + found(example.store, faults.ADDED)
    with closing(sqlite3.connect(example.store.path)) as connection, connection:
        connection.execute("UPDATE number SET value = 18 WHERE id = ?", (example.berths.id,))
    (finding,) = found(example.store, faults.UNEXPLAINED)
    assert finding.change
    assert finding.change.after == replace(example.records.numbers[example.berths.id], value=17.0)
    assert finding.sentence == "A number was changed without an edit: Number."


@pytest.mark.parametrize(
    ("name", "statement"),
    [
        (faults.LISTS.name, "DELETE FROM statement"),
        (faults.LISTS.name, "DELETE FROM filter_text"),
        (faults.LISTS.name, "DELETE FROM edit_of_kind"),
        (faults.LISTS.name, "INSERT INTO coverage VALUES (99, 1, 1, 1, 1)"),
    ],
)
def test_what_is_derived_is_made_again_without_an_edit(example: Example, name: str, statement: str) -> None:
    with closing(sqlite3.connect(example.store.path)) as connection, connection:
        connection.execute(statement)
    edits = len(history_of(example.store.path))
    assert found(example.store, FAULTS[name])
    example.store.rebuild(REBUILT[name])
    assert not [finding for finding in check(example.store) if finding.fault.name in REBUILT]
    assert len(history_of(example.store.path)) == edits


def test_an_index_without_its_entries_is_built_again(example: Example) -> None:
    with closing(sqlite3.connect(example.store.path)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        sql = "CREATE INDEX claim_by_speaker ON claim (article)"
        connection.execute("UPDATE sqlite_schema SET sql = ? WHERE name = 'claim_by_speaker'", (sql,))
        connection.commit()
    with closing(sqlite3.connect(example.store.path)) as connection:
        connection.execute("REINDEX claim_by_speaker")
        connection.execute("PRAGMA writable_schema = ON")
        sql = "CREATE INDEX claim_by_speaker ON claim (speaker)"
        connection.execute("UPDATE sqlite_schema SET sql = ? WHERE name = 'claim_by_speaker'", (sql,))
        connection.commit()
    example.store.close()
    with Store.open(example.store.path) as store:
        assert found(store, faults.INDEXES)
        store.rebuild(REBUILT[faults.INDEXES.name])
        assert not found(store, faults.INDEXES)


def test_an_answer_that_fits_again_is_read_again(example: Example) -> None:
    study = coded(example)
    answer = study.answers("topic")[0]
    words = study.codebook.choices[answer.choice or ""].label
    spoil(example, [changed(answer, choice=None, value=words)])
    repaired(example, faults.UNFIT)
    (now,) = (each for each in study.answers("topic") if each.id == answer.id)
    assert isinstance(now, Answer)
    assert now.choice == answer.choice


def test_very_many_texts_that_no_backup_has_are_counted_and_not_named() -> None:
    assert Mending((), ("Quay", "Pier")).words == "No backup has the text of “Quay”. No backup has the text of “Pier”."
    assert Mending((), ("Quay",) * 1200).words == "No backup has the texts of 1,200 articles."
