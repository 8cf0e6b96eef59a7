"""The history lists what was done, newest first, in words, and filtered by article, coder and kind of record."""

from contextlib import closing

import pytest

from models.actions.articles import delete_articles
from models.actions.claims import delete_claim, mark_claim
from models.actions.correcting import correct_text
from models.correcting.correction import correct
from models.edits import Edit, changed, made
from models.entities import Claim, Speaker
from models.lines.edit_line import Concern, EditFilter, EditLine
from models.places import Place
from models.store import Store, edit_lines
from models.text.finding import search_words
from tests.example import AT, CODER, TEXT, Example, signed, typed
from tests.snapshots import faults_of

OTHER = "CD"
LATER = "2026-03-02T09:00:00.000+00:00"


def listed(store: Store, **wanted: object) -> list[EditLine]:
    """Return the edits that a filter finds."""
    view = store.view()
    rows = view.edit_list(EditFilter(**wanted)).rows  # type: ignore[arg-type]
    lines = [line for line in view.edit_lines(rows) if line]
    view.close()
    assert len(lines) == len(rows)
    return lines


def test_edits_are_listed_newest_first_with_the_words_of_their_records(example: Example) -> None:
    store = example.store
    store.apply(signed(typed(example.cost, "note", "check"), LATER))
    store.apply(Edit("New speaker", (made(Speaker(name="Nils Aas")),)).stamped(OTHER, LATER))
    speaker, note, *_before = listed(store)
    assert (speaker.done, speaker.about, speaker.coder, speaker.at) == ("New speaker", "Nils Aas", OTHER, LATER)
    assert (note.done, note.about, note.coder) == ("Change Note", example.records.words(example.cost.id), CODER)
    assert (note.title, note.place) == (example.article.title, Place(example.article.id, example.cost.id))


def test_edits_are_filtered_by_article_coder_and_kind_of_record(example: Example) -> None:
    store = example.store
    store.apply(signed(typed(example.cost, "note", "check"), LATER))
    store.apply(typed(example.other, "note", "short").stamped(OTHER, LATER))
    newest, *_before = listed(store, article=example.other.id)
    assert (newest.about, newest.title) == ("", example.other.title)
    assert [line.coder for line in listed(store, coder=OTHER)] == [OTHER]
    assert listed(store, article=example.article.id, coder=OTHER) == []
    assert listed(store, concern=Concern.CLAIMS, coder=OTHER) == []
    assert listed(store, concern=Concern.CLAIMS)[0].done == "Change Note"
    assert listed(store, concern=Concern.ARTICLES)[0].coder == OTHER
    assert listed(store, concern=Concern.CLAIMS, coder=CODER, article=example.article.id)[0].done == "Change Note"
    assert listed(store, concern=Concern.CODEBOOK) == []


def test_an_edit_that_was_undone_says_so_until_it_is_done_again(example: Example) -> None:
    store = example.store
    store.apply(signed(typed(example.cost, "note", "check"), LATER))
    line = store.undoable(CODER)
    assert line
    store.apply(store.edit(line).inverse.stamped(CODER, LATER))
    undo, note, *_before = listed(store)
    assert (undo.done, undo.taken_back, note.taken_back) == ("Undo: Change Note", False, True)
    again = store.redoable(CODER)
    assert again
    store.apply(store.edit(again).inverse.stamped(CODER, LATER))
    redo, undo, note, *_before = listed(store)
    assert (redo.done, undo.taken_back, note.taken_back) == ("Redo: Change Note", True, False)


def test_a_gesture_that_was_undone_is_marked_whole(example: Example) -> None:
    store, first = example.store, signed(mark_claim(example.records, 0, 4))
    store.apply(first)
    (claim,) = first.made(Claim)
    store.apply(signed(Edit("Name", (changed(claim, speaker=example.mayor.id),), continues=first.id)))
    line = store.undoable(CODER)
    assert line
    store.apply(store.edit(line).inverse.stamped(CODER, LATER))
    undo, name, mark, *_before = listed(store)
    assert (undo.taken_back, name.taken_back, mark.taken_back) == (False, True, True)
    assert mark.about == example.records.text[:4], "its words are known, though it is gone"
    assert mark.place == Place(example.article.id, range=(0, 4)), "its words are still there"


def test_the_edits_of_an_article_that_is_gone_are_still_found(example: Example) -> None:
    store = example.store
    store.apply(signed(typed(example.article, "outlet", "The Evening Tide")))
    store.apply(signed(delete_articles([example.records.article], example.records.rows())))
    (gone, note, *_before) = listed(store, article=example.article.id)
    assert (note.title, note.place) == (example.article.title, None)
    assert (gone.done, gone.title, gone.place) == ("Delete article", example.article.title, None)
    assert faults_of(store.path) == []


def test_every_coder_can_be_asked_for(example: Example) -> None:
    example.store.apply(typed(example.other, "note", "short").stamped(OTHER, AT))
    view = example.store.view()
    assert view.edit_list(EditFilter()).coders == (CODER, OTHER)
    view.close()


def found(store: Store, typed: str) -> list[str]:
    """Return what was done in the edits that are about some words, the latest first."""
    with closing(store.view()) as view:
        rows = view.edits_about(view.edit_list(EditFilter()).rows, search_words(typed))
        return [line.done for line in view.edit_lines(rows) if line]


def test_edits_are_found_by_their_labels_by_what_was_typed_and_by_the_words_of_their_records(example: Example) -> None:
    store = example.store
    store.apply(signed(typed(example.cost, "note", "Ask Überlingen again"), LATER))
    store.apply(
        signed(Edit("Name", (changed(example.records.claims[example.lost.id], speaker=example.union.id),)), LATER)
    )
    assert found(store, "change note") == ["Change Note"]
    assert found(store, "uberlingen")[0] == "Change Note"
    assert "Change Note" in found(store, "40 million crowns")
    assert found(store, "union small")[:1] != ["Change Note"]
    assert found(store, example.union.name)[0] == "Name"
    assert found(store, "harbour wall")[:2] == ["Name", "Change Note"], "the title of the article"
    assert found(store, "zeppelin") == []


def test_an_edit_is_found_by_the_words_of_a_record_that_is_gone(example: Example) -> None:
    store = example.store
    store.apply(signed(delete_claim(example.records, example.lost), LATER))
    assert found(store, "nearly 300 metres")[0].startswith("Delete claim")


def test_articles_are_found_by_words_of_their_titles(example: Example) -> None:
    with closing(example.store.view()) as view:
        assert view.titles(search_words("again FERRY"), 20) == [(example.other.id, example.other.title)]
        assert [title for _id, title in view.titles((), 20)] == [example.other.title, example.article.title]
        assert len(view.titles((), 1)) == 1


def test_the_words_of_a_record_that_is_gone_are_not_looked_for_in_another_text(example: Example) -> None:
    store = example.store
    (content,) = example.records.contents(example.lost.id)
    store.apply(signed(delete_claim(example.records, example.lost), LATER))
    assert listed(store)[0].place == Place(example.article.id, range=(content.start, content.end))
    store.apply(signed(correct_text(correct(example.records, TEXT.replace("Harbour wall", "Wall"))), LATER))
    assert listed(store)[1].place == Place(example.article.id)


def test_very_many_changes_are_told_by_kind(example: Example, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(edit_lines, "FEW", 3)
    (made_all,) = listed(example.store)
    assert made_all.about == "2 articles, 2 speakers, 2 claims, 2 numbers"
    assert (made_all.title, made_all.place) == ("", None)
    example.store.apply(signed(delete_articles([example.article], example.records.rows()), LATER))
    assert listed(example.store)[0].title == example.article.title
    monkeypatch.setattr(edit_lines, "LINES", edit_lines.LINES.replace("20000", "3"))
    assert listed(example.store)[1].about.endswith(" changes")
