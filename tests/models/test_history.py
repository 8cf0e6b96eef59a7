"""Each coder undoes only what the same coder did in the same copy, and the histories of two copies can be merged."""

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from models.actions.articles import import_articles
from models.articles.draft import Draft
from models.edits import Edit, changed, made
from models.entities import Article, Claim, Mode, Number, Qualifier, Role, Span, Speaker
from models.errors import Conflict
from models.store import Store, derived, edit_body
from models.store.opening import connect
from models.store.upcasting import UPCASTERS, Body
from tests.example import AT, CODER, Example, content, put, signed, typed
from tests.snapshots import faults_of, query

OTHER = "CD"
LATER, LATEST = "2026-03-02T09:00:00.000+00:00", "2026-03-03T09:00:00.000+00:00"


def claim(store: Store, example: Example) -> Claim:
    """Return the first claim as the file has it."""
    return store.article_records(example.article.id).claims[example.cost.id]


def undo(store: Store, coder: str, at: str = LATEST) -> None:
    """Take back what the coder did last."""
    line = store.undoable(coder)
    assert line
    store.apply(store.edit(line).inverse.stamped(coder, at))


def label(store: Store, coder: str) -> str | None:
    """Return the words in the Undo menu."""
    line = store.undoable(coder)
    return line.label if line else None


def numbers(path: Path) -> list[tuple[object, ...]]:
    """Return the coder of each origin and the numbers of its edits."""
    return query(
        path,
        """SELECT coder, here, group_concat(seq) FROM (SELECT origin, seq FROM edit ORDER BY origin, seq) AS each
           JOIN origin ON origin.row = each.origin GROUP BY each.origin ORDER BY each.origin""",
    )


def test_each_coder_undoes_only_what_the_same_coder_did(example: Example) -> None:
    store = example.store
    store.apply(signed(typed(example.cost, "note", "by AB"), LATER))
    store.apply(typed(claim(store, example), "summary", "by CD").stamped(OTHER, LATEST))
    assert (label(store, CODER), label(store, OTHER), label(store, "EF")) == ("Change Note", "Change Summary", None)
    undo(store, CODER)
    assert (claim(store, example).note, claim(store, example).summary) == (None, "by CD")
    line = store.redoable(CODER)
    assert line
    store.apply(store.edit(line).inverse.stamped(CODER, LATEST))
    undo(store, OTHER)
    assert (claim(store, example).note, claim(store, example).summary) == ("by AB", None)
    assert store.undoable(OTHER) is None
    assert numbers(store.path) == [(CODER, 1, "1,2,3,4"), (OTHER, 1, "1,2")]


def test_what_one_coder_did_is_not_taken_back_by_another(example: Example) -> None:
    line = example.store.undoable(CODER)
    assert line
    with pytest.raises(Conflict):
        example.store.apply(example.store.edit(line).inverse.stamped(OTHER, LATER))


def test_a_field_that_somebody_changed_since_is_not_undone_and_other_fields_are(example: Example) -> None:
    store = example.store
    store.apply(signed(put(example.cost, "mode", Mode.DIRECT), LATER))
    store.apply(typed(claim(store, example), "note", "by CD").stamped(OTHER, LATEST))
    undo(store, CODER)
    assert (claim(store, example).mode, claim(store, example).note) == (Mode.MIXED, "by CD")
    assert claim(store, example).changed_at == LATEST  # the row was changed after what is undone
    undo(store, OTHER)
    store.apply(signed(put(claim(store, example), "mode", Mode.DIRECT), LATER))
    store.apply(put(claim(store, example), "mode", Mode.INDIRECT).stamped(OTHER, LATEST))
    line = store.undoable(CODER)
    assert line
    with pytest.raises(Conflict, match=f"“{line.label}”"):
        store.edit(line)


def test_an_edit_that_somebody_went_on_from_is_named_when_it_cannot_be_undone(example: Example) -> None:
    store, edit = example.store, signed(Edit("Mark claim", (made(Claim(article=example.article.id)),)))
    store.apply(edit)
    (mine,) = edit.made(Claim)
    number = Number(article=mine.article, claim=mine.id)
    for went_on in (put(mine, "mode", Mode.DIRECT), Edit("Mark number", (made(number),))):
        store.apply(went_on.stamped(OTHER, LATER))
        with pytest.raises(Conflict, match="“Mark claim” cannot be undone"):
            undo(store, CODER)
        undo(store, OTHER)
    undo(store, CODER)
    assert mine.id not in example.records.claims


def test_an_undo_that_was_read_before_somebody_changed_the_field_writes_nothing(example: Example) -> None:
    store = example.store
    store.apply(signed(put(example.cost, "mode", Mode.DIRECT), LATER))
    line = store.undoable(CODER)
    assert line
    mine = store.edit(line).inverse.stamped(CODER, LATEST)
    store.apply(put(claim(store, example), "mode", Mode.INDIRECT).stamped(OTHER, LATEST))
    with pytest.raises(Conflict):
        store.apply(mine)
    assert claim(store, example).mode is Mode.INDIRECT


def test_windows_that_change_different_fields_of_one_record_do_not_hinder_each_other(example: Example) -> None:
    with Store.open(example.store.path) as elsewhere:
        elsewhere.apply(typed(example.cost, "note", "from elsewhere").stamped(OTHER, LATER))
    example.store.apply(signed(put(example.cost, "mode", Mode.DIRECT), LATEST))
    assert (claim(example.store, example).mode, claim(example.store, example).note) == (Mode.DIRECT, "from elsewhere")


def merge(into: Path, other: Path) -> None:
    """Bring what a copy has more, rows and history, into a file by plain SQL; only origins get other numbers."""
    connection = connect(into)
    connection.execute("ATTACH ? AS other", (str(other),))
    connection.execute("BEGIN")
    connection.execute("PRAGMA defer_foreign_keys = ON")
    columns = "id, coder, made_at, changed_at, name"
    connection.execute(f"INSERT OR IGNORE INTO speaker ({columns}) SELECT {columns} FROM other.speaker")
    lacking = "SELECT * FROM other.origin WHERE id NOT IN (SELECT id FROM main.origin)"
    for row, id_, coder, began_at, _here in connection.execute(lacking).fetchall():
        (new,) = connection.execute(
            "INSERT INTO origin (id, coder, began_at, here) VALUES (?, ?, ?, 0) RETURNING row", (id_, coder, began_at)
        ).fetchone()
        columns = "seq, at, kind, label, undoes, gesture, then_undo, then_redo, changes, body"
        edits = f"SELECT id, ?, {columns} FROM other.edit WHERE origin = ? ORDER BY seq"
        connection.execute(f"INSERT INTO edit (id, origin, {columns}) {edits}", (new, row))
    derived.rebuild(connection)
    connection.execute("COMMIT")
    connection.close()


def test_the_histories_of_two_copies_can_be_merged_and_each_goes_on_by_itself(example: Example) -> None:
    mine, theirs = example.store.path, example.store.path.with_name("theirs.onrecord")
    example.store.save_copy(theirs)
    with Store.open(theirs) as copy:
        assert copy.undoable(CODER) is None, "a copy may get into other hands"
        for name in ("Nils Aas", "Vilde Lien"):
            copy.apply(signed(Edit("New speaker", (made(Speaker(name=name)),)), LATER))
        undo(copy, CODER)
        copy.apply(Edit("New speaker", (made(Speaker(name="Odd Moen")),)).stamped(OTHER, LATER))
    example.store.apply(signed(typed(example.cost, "note", "here"), LATER))
    example.store.close()
    merge(mine, theirs)
    assert numbers(mine) == [(CODER, 1, "1,2"), (CODER, 0, "1,2,3"), (OTHER, 0, "1")]
    assert faults_of(mine) == []
    with Store.open(mine) as store:
        assert store.problems() == []
        assert (label(store, CODER), label(store, OTHER)) == ("Change Note", None)
        undo(store, CODER)
        undo(store, CODER)
        names = {speaker.name for speaker in store.registry().speakers.values()}
        assert (store.undoable(CODER), names) == (None, {"Nils Aas", "Odd Moen"})


def test_a_history_takes_no_edit_out_of_turn(example: Example) -> None:
    connection = sqlite3.connect(example.store.path)
    insert = """INSERT INTO edit (id, origin, seq, at, kind, label, gesture, changes, body)
                VALUES (printf('%036d', ?1), 1, ?1, 'now', 'do', 'Set', ?1, 1, '{}')"""
    for seq in (1, 3):
        with pytest.raises(sqlite3.IntegrityError):
            connection.execute(insert, (seq,))
    connection.close()


def bodies(path: Path) -> list[dict[str, object]]:
    """Return what each edit keeps, in order."""
    return [json.loads(str(body)) for (body,) in query(path, "SELECT body FROM edit ORDER BY row")]


def test_the_history_keeps_of_a_changed_row_the_fields_that_differ(example: Example) -> None:
    example.store.apply(signed(typed(example.cost, "note", "ask again"), LATER))
    assert bodies(example.store.path)[-1] == {
        "format": 4,
        "changes": [{"~claim": example.cost.id, "changed_at": [AT], "note": [None, "ask again"]}],
    }


def test_the_history_says_once_what_the_rows_of_an_edit_have_in_common(example: Example) -> None:
    article = Article(content=example.article.content, title="Again")
    claim = Claim(article=article.id)
    number = Number(article=article.id, claim=claim.id, value=12.5, qualifier=Qualifier.EXACT)
    span = Span(article=article.id, role=Role.NUMBER, number=number.id, start=2, end=9)
    other = Claim(article=example.other.id)
    edit = signed(Edit("Again", tuple(map(made, (article, claim, number, span, other)))))
    example.store.apply(edit)
    assert bodies(example.store.path)[-1]["changes"] == [
        {"+article": article.id, "content": article.content, "title": "Again"},
        {"+claim": claim.id, "article": 0},
        {"+number": number.id, "value": 12.5},
        {"+span": span.id, "at": [2, 9]},
        {"+claim": other.id, "article": example.other.id},
    ]
    line = example.store.undoable(CODER)
    assert line
    assert example.store.edit(line).after == edit.after


def test_the_history_names_what_a_row_is_in_unless_it_is_in_the_last_one(example: Example) -> None:
    article = example.other.id
    first, last = Claim(article=article), Claim(article=article)
    inside, alone = Number(article=article, claim=first.id), Number(article=article)
    spans = [
        Span(article=article, role=Role.CUE, claim=last.id, start=2, end=9),
        Span(article=article, role=Role.CONTENT, claim=first.id, start=2, end=9),
        Span(article=article, role=Role.NUMBER, number=inside.id, start=2, end=9),
        Span(article=article, role=Role.NUMBER, number=alone.id, start=2, end=9),
    ]
    edit = signed(Edit("Two claims", tuple(map(made, (first, last, inside, alone, *spans)))))
    example.store.apply(edit)
    written: Any = bodies(example.store.path)[-1]["changes"]
    assert [each.keys() - {"at"} for each in written] == [
        *({"+claim"}, {"+claim"}, {"+number", "claim"}, {"+number", "claim"}),
        *({"+span", "role", "claim"}, {"+span", "claim"}, {"+span", "number"}, {"+span"}),
    ]
    for _way in ("undo", "redo"):
        line = example.store.undoable(CODER)
        assert line
        assert example.store.edit(line).after == edit.after
        undo(example.store, CODER)
        again = example.store.redoable(CODER)
        assert again
        example.store.apply(signed(example.store.edit(again).inverse, LATEST))


def test_before_version_9_a_number_that_named_no_claim_was_in_none(example: Example) -> None:
    claim, number = Claim(article=example.other.id), Number(article=example.other.id)
    example.store.apply(signed(Edit("Both", (made(claim), made(number)))))
    changes = [{"+claim": claim.id}, {"+number": number.id}]
    older = json.dumps({"format": 3, "article": example.other.id, "changes": changes})
    example.store._connection.execute("DROP TRIGGER edit_is_never_changed")
    example.store._connection.execute("UPDATE edit SET body = ? WHERE row = (SELECT max(row) FROM edit)", (older,))
    line = example.store.undoable(CODER)
    assert line
    assert [each.claim for each in example.store.edit(line).made(Number)] == [None]


def test_a_span_that_is_moved_is_named_with_its_record(example: Example) -> None:
    (span,) = example.records.spans_of(example.cost.id)[:1]
    example.store.apply(signed(Edit("Move", (changed(span, end=span.end + 1),))))
    assert bodies(example.store.path)[-1]["changes"] == [
        {"~span": span.id, "claim": example.cost.id, "end": [span.end, span.end + 1]}
    ]
    undo(example.store, CODER)
    assert example.store.article_records(example.article.id).spans[span.id] == span


def test_a_span_that_was_moved_before_version_8_is_found_by_its_id_alone(example: Example) -> None:
    (span,) = example.records.spans_of(example.cost.id)[:1]
    example.store.apply(signed(Edit("Move", (changed(span, end=span.end + 1),))))
    moved = {"changed": "span", "id": span.id, "end": [span.end, span.end + 1]}
    example.store._connection.execute("DROP TRIGGER edit_is_never_changed")
    older = json.dumps({"format": 2, "changes": [moved]})
    example.store._connection.execute("UPDATE edit SET body = ? WHERE row = (SELECT max(row) FROM edit)", (older,))
    undo(example.store, CODER)
    assert example.store.article_records(example.article.id).spans[span.id] == span


def test_the_texts_and_files_that_an_edit_brings_are_named_in_it(example: Example) -> None:
    drafts = [Draft("Fog\n\nNo boats.", "Fog", original=b"<p>Fog</p>"), Draft("Ice\n\nNo boats.", "Ice")]
    edit = signed(import_articles(drafts))
    example.store.apply(edit)
    body = bodies(example.store.path)[-1]
    assert body["contents"] == [content(draft.text).sha256 for draft in drafts]
    article = edit.changes[0].after
    assert body["originals"] == [getattr(article, "original", None)]
    assert example.store.problems() == []


def test_an_older_body_is_read_in_the_newest_format(example: Example, monkeypatch: pytest.MonkeyPatch) -> None:
    store = example.store
    store.apply(signed(typed(example.cost, "note", "ask again"), LATER))

    def louder(body: Body) -> Body:
        changes = [{**each, "note": [None, each["note"][1].upper()]} for each in body["changes"]]
        return {**body, "format": 5, "changes": changes}

    monkeypatch.setattr(edit_body, "UPCASTERS", (*UPCASTERS, louder))
    store._connection.execute("UPDATE claim SET note = 'ASK AGAIN' WHERE note = 'ask again'")
    undo(store, CODER)
    assert claim(store, example).note is None
    assert [body["format"] for body in bodies(store.path)] == [4, 4, 5]
    monkeypatch.undo()
    assert any("edit 3 by AB cannot be read" in said.clause for said in store.problems())


def test_the_label_of_the_last_edit_is_known_without_reading_it(example: Example) -> None:
    store = example.store
    store.apply(signed(typed(example.other, "title", "Ferry"), LATER))
    columns = query(store.path, "SELECT name FROM pragma_table_info('edit')")
    assert columns[-1] == ("body",), "SQLite reads a row up to the last column that is asked for"
    store._connection.set_authorizer(_without_bodies)
    line = store.undoable(CODER)
    assert line
    assert (line.label, line.coder, line.at) == ("Change Title", CODER, LATER)
    with pytest.raises(sqlite3.DatabaseError, match="prohibited"):
        store.edit(line)


def test_how_many_rows_a_gesture_changed_is_known_without_reading_it(example: Example) -> None:
    edit = signed(Edit("New speakers", tuple(made(Speaker(name=name)) for name in ("Nils Aas", "Vilde Lien"))), LATER)
    example.store.apply(edit)
    goes_on = Edit("New speaker", (made(Speaker(name="Odd Moen")),), continues=edit.id)
    example.store.apply(signed(goes_on, LATEST))
    example.store._connection.set_authorizer(_without_bodies)
    line = example.store.undoable(CODER)
    assert line and line.changes == 3


def _without_bodies(_action: int, table: str | None, column: str | None, *_where: str | None) -> int:
    return sqlite3.SQLITE_DENY if (table, column) == ("edit", "body") else sqlite3.SQLITE_OK


def test_the_lanes_of_an_old_copy_do_not_go_on_in_it(example: Example) -> None:
    copy = example.store.path.with_name("copy.onrecord")
    example.store.save_copy(copy)
    with Store.open(copy) as store:
        store.apply(signed(typed(example.cost, "note", "in the copy"), LATER))
        undo(store, CODER)
        assert store.undoable(CODER) is None
    assert [row[:2] for row in numbers(copy)] == [(CODER, 0), (CODER, 1)]
    origins = query(copy, "SELECT id FROM origin")
    assert len(set(origins)) == len(origins)
