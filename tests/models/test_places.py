"""The place where an edit can be seen, to which undo and redo go."""

from models.actions.articles import delete_articles, import_articles, toggle_boilerplate
from models.actions.claims import delete_claim, mark_claim, mark_cue
from models.actions.deleting import delete_records
from models.actions.speakers import add_speaker, delete_speakers
from models.actions.suggestions import nothing_here
from models.articles.draft import Draft
from models.places import Place, place_of
from tests.example import Example, place, typed


def test_what_is_recorded_is_seen_at_its_claim_or_number(example: Example) -> None:
    edit = mark_claim(example.records, *place("nobody would have to move"))
    assert place_of(edit) == Place(example.article.id, edit.changes[0].row.id)
    assert place_of(mark_cue(example.records, example.lost, *place("added"))) == Place(
        example.article.id, example.lost.id
    )


def test_a_cue_that_is_taken_away_is_seen_at_its_claim(example: Example) -> None:
    edit = mark_cue(example.records, example.lost, *place("added"))
    assert place_of(edit.inverse) == Place(example.article.id, example.lost.id)


def test_what_is_deleted_is_seen_at_its_words_and_in_its_place_when_it_is_back(example: Example) -> None:
    edit = mark_claim(example.records, *place("nobody would have to move"))
    assert place_of(edit.inverse) == Place(example.article.id, range=place("nobody would have to move"))
    deleted = delete_claim(example.records, example.lost)
    assert place_of(deleted) == Place(example.article.id, range=place("“We lost nearly 300 metres in one night,”"))
    assert place_of(deleted.inverse) == Place(example.article.id, example.lost.id)


def test_several_claims_that_are_deleted_are_seen_in_their_article(example: Example) -> None:
    edit = delete_records([(example.records, example.lost), (example.records, example.cost)])
    assert place_of(edit) == Place(example.article.id)


def test_what_was_dismissed_is_seen_at_its_words_when_it_is_suggested_again(example: Example) -> None:
    words = place("nobody would have to move")
    assert place_of(nothing_here(example.records, *words).inverse) == Place(example.article.id, range=words)


def test_boilerplate_is_seen_in_its_article(example: Example) -> None:
    edit = toggle_boilerplate(example.records, *place("Subscribe to the evening letter"))
    assert place_of(edit) == place_of(edit.inverse) == Place(example.article.id, None)


def test_what_is_said_of_an_article_is_seen_there(example: Example) -> None:
    assert place_of(typed(example.article, "note", "read twice")) == Place(example.article.id, None)
    assert place_of(delete_articles([example.records.article], example.records.rows())) == Place(
        example.article.id, None
    )
    edit = import_articles([Draft("Fog", "Fog")])
    assert place_of(edit) == Place(edit.changes[0].row.id, None)


def test_the_registry_alone_is_in_no_article(example: Example) -> None:
    assert place_of(add_speaker(example.registry, "Nils Aas")) is None


def test_a_speaker_who_is_deleted_is_seen_at_a_claim(example: Example) -> None:
    edit = delete_speakers(example.registry, [example.mayor], [example.cost])
    assert place_of(edit) == Place(example.article.id, example.cost.id)
