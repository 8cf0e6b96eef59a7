"""One earlier edit is reverted alone if nothing done since goes on from it; otherwise the later edits are named."""

from contextlib import closing

import pytest

from models.actions.articles import delete_articles
from models.actions.claims import delete_claim, mark_claim
from models.actions.correcting import correct_text
from models.correcting.correction import correct
from models.edits import Edit, changed, deleted, made
from models.entities import Answer, Claim, Mode, Number, Origin, Speaker, Variable
from models.errors import Interrupted
from models.lines.edit_line import Reversal
from models.store import Store, later_edits
from models.store import reverting as reversing
from models.store.edit_body import RowChange, changes_in
from models.store.in_the_way import LaterEdit, in_effect, stands_in_the_way
from models.store.opening import connect
from tests.example import CODER, Example, put, signed, typed
from tests.session import Session, last_edit
from tests.snapshots import faults_of, query

OTHER = "CD"


def do(example: Example, edit: Edit, coder: str = CODER) -> int:
    """Write an edit, a minute after the one before, and return its row in the history."""
    ((row,),) = query(example.store.path, "SELECT max(row) + 1 FROM edit")
    assert isinstance(row, int)
    example.store.apply(edit.stamped(coder, f"2026-03-02T09:{row:02}:00.000+00:00"))
    return row


def cost(example: Example) -> Claim:
    """Return the first claim as the file has it."""
    return example.records.claims[example.cost.id]


def reversal(store: Store, row: int) -> Reversal:
    """Ask what reverts an edit."""
    view = store.view()
    found = view.reversal(row)
    view.close()
    return found


def revert(example: Example, row: int) -> None:
    """Revert an edit, undo that, and do it again; whatever was there is there each time, in memory as in the file."""
    found = reversal(example.store, row)
    assert found.edit
    session = Session(example)
    before = session.memory()
    session.do(found.edit)
    session.expect_memory_as_in_file()
    after = session.memory()
    session.undo()
    assert session.memory() == before
    session.redo()
    assert session.memory() == after
    assert faults_of(example.store.path) == []


def in_the_way(example: Example, row: int) -> list[str]:
    """Return the labels of the later edits that stand in the way of a reversal."""
    found = reversal(example.store, row)
    assert found.edit is None
    return [line.done for line in found.in_the_way]


def test_a_field_is_reverted_alone_though_others_of_its_row_were_changed_since(example: Example) -> None:
    summary = do(example, typed(example.cost, "summary", "forty"))
    do(example, typed(cost(example), "note", "check"), OTHER)
    revert(example, summary)
    assert (cost(example).summary, cost(example).note) == (None, "check")


def test_a_field_that_was_changed_again_is_not_reverted_and_who_changed_it_is_named(example: Example) -> None:
    summary = do(example, typed(example.cost, "summary", "forty"))
    do(example, typed(cost(example), "note", "check"))
    do(example, typed(cost(example), "summary", "fifty"), OTHER)
    assert in_the_way(example, summary) == ["Change Summary"]


def test_a_change_that_was_taken_back_since_stands_in_nobodys_way(example: Example) -> None:
    summary = do(example, typed(example.cost, "summary", "forty"))
    do(example, typed(cost(example), "summary", "fifty"))
    do(example, last_edit(example.store).inverse)
    revert(example, summary)
    assert cost(example).summary is None


def test_an_edit_that_was_undone_is_not_reverted_again(example: Example) -> None:
    summary = do(example, typed(example.cost, "summary", "forty"))
    undo = do(example, last_edit(example.store).inverse)
    assert in_the_way(example, summary) == ["Undo: Change Summary"]
    revert(example, undo)
    assert cost(example).summary == "forty"


def test_a_record_is_reverted_with_its_whole_gesture(example: Example) -> None:
    records = example.records
    mark = signed(mark_claim(records, 0, 4))
    row = do(example, mark)
    (claim,) = mark.made(Claim)
    now = example.records.claims[claim.id]
    do(example, Edit("Name", (changed(now, speaker=example.mayor.id),), continues=mark.id))
    revert(example, row)
    assert claim.id not in example.records.claims


def test_what_others_recorded_in_a_claim_stands_in_the_way_of_its_reversal(example: Example) -> None:
    records = example.records
    start = records.text.index("12 new berths")
    mark = signed(mark_claim(records, start - 10, start + 13))
    row = do(example, mark)
    (claim,) = mark.made(Claim)
    do(example, put(example.records.claims[claim.id], "mode", Mode.DIRECT), OTHER)
    assert in_the_way(example, row) == ["Change Mode"]


def test_a_speaker_who_was_named_since_stands_in_the_way_until_nobody_is(example: Example) -> None:
    new = Speaker(name="Nils Aas")
    row = do(example, Edit("New speaker", (made(new),)))
    do(example, Edit("Name", (changed(cost(example), speaker=new.id),)), OTHER)
    assert in_the_way(example, row) == ["Name"]
    do(example, Edit("Name", (changed(cost(example), speaker=None),)), OTHER)
    revert(example, row)


def test_of_a_long_history_only_edits_that_can_be_in_the_way_are_read(
    example: Example, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = Speaker(name="Nils Aas")
    row = do(example, Edit("New speaker", (made(new),)))
    for count in range(20):
        now = example.store.article_records(example.other.id).article
        do(example, typed(now, "note", f"look {count}"))
    do(example, Edit("Name", (changed(cost(example), speaker=new.id),)), OTHER)
    read: list[str] = []

    def read_changes(body: str, coder: str, at: str) -> list[RowChange]:
        read.append(body)
        return changes_in(body, coder, at)

    monkeypatch.setattr(later_edits, "changes_in", read_changes)
    assert in_the_way(example, row) == ["Name"]
    assert len(read) == 1


def test_looking_for_what_is_in_the_way_ends_as_soon_as_nobody_wants_to_know(example: Example) -> None:
    row = do(example, typed(example.cost, "summary", "forty"))
    do(example, typed(cost(example), "summary", "fifty"))

    def stop() -> None:
        raise Interrupted

    with closing(connect(example.store.path)) as connection, pytest.raises(Interrupted):
        reversing.reversal(connection, row, stop)


def test_no_more_edits_in_the_way_are_counted_than_make_a_difference(
    example: Example, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reversing, "MOST_COUNTED", 3)
    first = do(example, typed(example.cost, "summary", "first"))
    for count in range(5):
        do(example, typed(cost(example), "summary", f"{count}"))
    found = reversal(example.store, first)
    assert (found.count, found.more) == (3, True)


def test_a_deleted_record_comes_back_as_it_was_with_its_coder(example: Example) -> None:
    records = example.records
    row = do(example, delete_claim(records, example.lost), OTHER)
    do(example, typed(cost(example), "note", "check"))
    revert(example, row)
    assert example.records.claims[example.lost.id] == records.claims[example.lost.id]


def test_a_record_does_not_come_back_to_a_speaker_or_article_that_is_gone(example: Example) -> None:
    speaker = Speaker(name="Nils Aas")
    do(example, Edit("New speaker", (made(speaker),)))
    do(example, Edit("Name", (changed(cost(example), speaker=speaker.id),)))
    clear = do(example, Edit("Clear", (changed(cost(example), speaker=None),)))
    now = example.registry.speakers[speaker.id]
    do(example, Edit("Delete speaker", (deleted(now),)), OTHER)
    assert in_the_way(example, clear) == ["Delete speaker"]
    gone = do(example, delete_claim(example.records, example.lost))
    do(example, delete_articles([example.records.article], example.records.rows()), OTHER)
    assert in_the_way(example, gone) == ["Delete article"]


def test_an_accepted_record_that_was_changed_is_accepted_again_unless_it_was_changed_otherwise(
    example: Example,
) -> None:
    do(example, Edit("Accept", (changed(example.millions, origin=Origin.ACCEPTED, rule="number"),)))

    def millions() -> Number:
        return example.records.numbers[example.millions.id]

    unit = do(example, put(millions(), "unit", "NOK"))
    assert millions().origin is Origin.CHANGED
    revert(example, unit)
    assert millions().origin is Origin.ACCEPTED
    unit = do(example, put(millions(), "unit", "NOK"))
    do(example, put(millions(), "counted", "cost"), OTHER)
    revert(example, unit)
    assert millions().origin is Origin.CHANGED


def test_no_place_comes_back_into_another_text(example: Example) -> None:
    gone = do(example, delete_claim(example.records, example.lost))
    text = example.records.text
    correction = do(example, correct_text(correct(example.records, text.replace("about 40", "some 40"))), OTHER)
    assert in_the_way(example, gone) == ["Correct text"]
    start = example.records.text.index("12 new berths")
    do(example, mark_claim(example.records, start, start + 13))
    assert in_the_way(example, correction) == ["Mark claim"]
    do(example, last_edit(example.store).inverse)
    revert(example, correction)
    revert(example, gone)
    assert example.records.text == text


def test_a_variable_does_not_get_its_former_kind_under_later_answers() -> None:
    kind = RowChange(Variable, "topic", {"kind": "text"}, {"kind": "choice"})
    answer = RowChange(Answer, "answer", None, {"variable": "topic", "claim": "claim", "value": "x"})
    assert stands_in_the_way([kind], [answer])
    label = RowChange(Variable, "topic", {"label": "Topic"}, {"label": "Theme"})
    assert not stands_in_the_way([label], [answer])


def test_an_edit_and_what_took_it_back_do_not_count() -> None:
    def rows(*edits: tuple[int, int | None], gestures: dict[int, int] | None = None) -> list[int]:
        """Return which edits count, given their numbers and what they undo, where these are later edits too."""
        known = {number for number, _undoes in edits}

        def taken(edit: LaterEdit) -> range | None:
            last = edit.undoes
            return range((gestures or {}).get(last, last), last + 1) if last in known else None

        latest_first = [LaterEdit(number, 1, number, undoes, ()) for number, undoes in reversed(edits)]
        return [each.row for each in in_effect(latest_first, taken)]

    assert rows((1, None), (2, None), (3, 2), (4, None), gestures={2: 1}) == [4]
    assert rows((1, None), (2, 1), (3, 2)) == [1]
    assert rows((3, 2), (4, None)) == [4, 3], "what it took back came before"


def test_what_goes_on_from_a_change_stands_in_its_way() -> None:
    def change(**fields: object) -> RowChange:
        return RowChange(Claim, "claim", dict.fromkeys(fields), fields)

    assert stands_in_the_way([change(summary="a")], [change(summary="b")])
    assert not stands_in_the_way([change(summary="a", changed_at="1")], [change(note="b", changed_at="2")])
    assert not stands_in_the_way([change(summary="a", origin="changed")], [change(note="b", origin="changed")])
    assert stands_in_the_way([change(summary="a")], [RowChange(Claim, "claim", {"article": "x"}, None)])
    speaker = RowChange(Speaker, "speaker", None, {"name": "Nils Aas"})
    assert stands_in_the_way([speaker], [change(speaker="speaker")])
    assert not stands_in_the_way([speaker], [change(speaker="other")])
