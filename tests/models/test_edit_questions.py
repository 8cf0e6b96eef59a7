"""Views can tell at once from an edit whether it concerns them."""

from models.actions.claims import delete_claim, mark_claim
from models.actions.speakers import add_speaker
from models.edits import Edit
from models.entities import Article, Claim, Number, Record, Span, Speaker
from tests.example import Example


def test_an_edit_names_the_kinds_and_the_articles_that_it_changes(example: Example) -> None:
    edit = mark_claim(example.records, 0, 5)
    assert edit.kinds == {Claim, Span} and edit.articles == {example.article.id}
    assert edit.concerns(Claim, Speaker) and edit.concerns(Record) and not edit.concerns(Speaker, Article)
    assert not add_speaker(example.registry, "A newcomer").articles and not Edit("Nothing", ()).kinds


def test_an_edit_tells_what_it_makes_and_what_it_deletes(example: Example) -> None:
    edit = delete_claim(example.records, example.lost)
    assert [row.id for row in edit.gone(Claim)] == [example.lost.id] and edit.made(Claim) == ()
    assert [row.id for row in edit.inverse.made(Claim)] == [example.lost.id] and edit.inverse.gone(Record) == ()
    assert {type(change.row) for change in edit.changes_of(Claim, Number)} == edit.kinds & {Claim, Number}


def test_an_edit_tells_what_it_changes_within_an_article(example: Example) -> None:
    edit = delete_claim(example.records, example.lost)
    assert edit.within(example.article.id) == edit.changes
    assert edit.within("another") == ()


def test_an_edit_has_each_row_as_it_is_afterwards(example: Example) -> None:
    edit = delete_claim(example.records, example.lost)
    assert edit.after == {change.row.id: None for change in edit.changes}
    assert edit.inverse.after == {change.row.id: change.before for change in edit.changes}
    assert edit.changes_of(Record) == edit.changes
