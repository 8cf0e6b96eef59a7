"""Any text is read from the file exactly as it was stored, with the same words at the same offsets."""

import sqlite3
from contextlib import closing

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.actions.articles import import_articles
from models.actions.claims import mark_claim
from models.articles.draft import Draft
from models.edits import Change, Edit
from models.entities import Claim, Content, Mode, Number, Qualifier, Record
from models.ids import new_id
from models.store import Store
from models.store.body_writing import body_of
from models.store.edit_body import changes_in
from models.store.reading import part_of_text
from models.store.rows import Row
from models.store.text_at_hand import TextAtHand
from models.text.normalising import normalise
from tests.example import Example, signed, typed
from tests.snapshots import original_of, query
from tests.thorough import examples

MARKS = "🌊\u0301\u200d\u00a0\u2028\u2029\u202e\u0085\ufeff\x0b\x1c\x7f\"'\\\0\ud83c\udf0a{}"
AWKWARD = st.sampled_from([*MARKS, "🇳🇴", "👩‍👩‍👧", "\r\n", "שלום", "ß"])
TEXTS = st.lists(AWKWARD | st.characters(), min_size=1, max_size=40).map("".join)
KEPT = TEXTS.map(normalise).filter(bool)

IN_ONE_FILE = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=examples(30), deadline=None
)


@IN_ONE_FILE
@given(written=TEXTS, data=st.data())
def test_a_stretch_of_any_text_is_the_same_after_reopening(example: Example, written: str, data: st.DataObject) -> None:
    text = f"{normalise(written)} {new_id()}"  # one text is kept once, with the bytes it first came from
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    edit = signed(import_articles([Draft(text, "Any text", original=written.encode("utf-16", "surrogatepass"))]))
    article = edit.changes[0].row.id
    with Store.open(example.store.path) as store:
        store.apply(edit)
        store.apply(signed(mark_claim(store.article_records(article), start, end)))
        (claim,) = store.article_records(article).claims.values()
        store.apply(signed(typed(claim, "note", written)))
    with Store.open(example.store.path) as store:
        records = store.article_records(article)
        (claim,) = records.claims.values()
        assert records.text == text
        assert records.words(claim.id) == text[start:end]
        assert claim.note == (normalise(written).strip() or None)
        assert original_of(store.path, records.article) == written.encode("utf-16", "surrogatepass")


def _of(kind: type[Record], **fields: st.SearchStrategy[object]) -> st.SearchStrategy[Record]:
    return st.builds(kind, id=st.builds(new_id), coder=KEPT, made_at=KEPT, changed_at=KEPT, **fields)


ROWS = _of(
    Number,
    article=KEPT,
    claim=st.none() | KEPT,
    value=st.none() | st.floats(allow_nan=False, allow_infinity=False),
    upper=st.none() | st.floats(allow_nan=False, allow_infinity=False),
    qualifier=st.none() | st.sampled_from(Qualifier),
    unit=st.none() | KEPT,
) | _of(Claim, article=KEPT, mode=st.none() | st.sampled_from(Mode), note=st.none() | KEPT)


@given(data=st.data())
def test_the_history_gives_back_the_very_rows_it_was_given(data: st.DataObject) -> None:
    before, after = data.draw(ROWS), data.draw(ROWS)
    changes = [Change(before, None), Change(None, after)]
    if type(before) is type(after):
        fields = {name: getattr(after, name) for name in after.__dataclass_fields__}
        changes.append(Change(before, type(after)(**{**fields, "id": before.id})))
    edit = Edit("Set", tuple(changes), coder="AB", at="2026-03-02T09:00:00.000+00:00")
    again = changes_in(body_of(edit), edit.coder, edit.at)
    for found, change in zip(again, edit.changes, strict=True):
        assert (found.entity, found.id) == (type(change.row), change.row.id)
        whole = None in (change.before, change.after)
        expect_kept(found.before, change.before, whole=whole)
        expect_kept(found.after, change.after, whole=whole)


def expect_kept(fields: Row | None, record: Record | None, *, whole: bool) -> None:
    """Fail unless the fields are those of the record: the same values, and no text in place of a value of a list."""
    assert (fields is None) == (record is None)
    if fields is not None and record is not None:
        for name, value in fields.items():
            assert (value, type(value)) == (getattr(record, name), type(getattr(record, name)))
        left_out = {name for name in record.__dataclass_fields__ if getattr(record, name) is not None} - {"id", *fields}
        assert not (whole and left_out)


def test_an_emoji_before_a_claim_shifts_nothing_for_other_programs(example: Example) -> None:
    found = query(
        example.store.path,
        """SELECT substr(text, start + 1, "end" - start) FROM span
           JOIN article ON article.id = span.article JOIN content ON sha256 = content WHERE role = 'content'""",
    )
    assert ("the wall 🌊 would cost “about 40 million crowns” and take two winters",) in found
    assert ("“We lost nearly 300 metres in one night,”",) in found


@IN_ONE_FILE
@given(text=KEPT, data=st.data())
def test_a_part_of_any_text_is_read_without_the_rest(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE TABLE content (sha256 TEXT, text TEXT)")
        connection.execute("INSERT INTO content VALUES ('its hash', ?)", (text,))
        assert part_of_text(connection, "its hash", start, end) == text[start:end]


def test_a_text_is_kept_for_the_next_part_of_it_unless_it_is_damaged() -> None:
    kept, text = Content.of("The ferry is late 🌊."), TextAtHand()
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE TABLE content (sha256 TEXT, text TEXT)")
        rows = [(kept.sha256, kept.text), ("another hash", "A ferry is late.")]
        connection.executemany("INSERT INTO content VALUES (?, ?)", rows)
        assert text.part(connection, kept.sha256, 18, 20) == "🌊."
        assert text.part(connection, "another hash", 2, 7) == "ferry"
        connection.execute("UPDATE content SET text = 'The fairy is late.' WHERE sha256 = 'another hash'")
        assert text.part(connection, "another hash", 4, 9) == "fairy"
        assert text.part(connection, kept.sha256, 4, 9) == "ferry"
        connection.execute("DELETE FROM content")
        assert text.part(connection, kept.sha256, 0, 3) == "The"
