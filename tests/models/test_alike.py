"""Articles that are alike are found in a project and on import, and records are copied from one to the other."""

import pytest

from models.actions.articles import import_articles
from models.actions.copying import copy_records
from models.actions.numbers import delete_number
from models.alike import KnownTexts, alike_pairs
from models.articles.draft import Draft
from models.correcting.found_again import find_again
from models.errors import Interrupted
from models.records import ArticleRecords
from tests.example import TEXT, Example, signed
from tests.session import Session

COPY = TEXT.replace("Harbour wall", "Wall of the harbour").replace("nearly 300 metres", "some 300 metres")


def with_copy(example: Example, text: str = COPY) -> ArticleRecords:
    edit = signed(import_articles([Draft(text, "Wall of the harbour", outlet="The Gull")]))
    example.store.apply(edit)
    return example.store.article_records(edit.changes[0].row.id)


def test_pairs_are_found_with_how_alike_they_are(example: Example) -> None:
    with_copy(example)
    read = list[int]()
    (pair,) = alike_pairs(example.store.bodies(), read=read.append)
    assert (pair.first.title, pair.other.title) == ("Harbour wall will take two winters", "Wall of the harbour")
    assert 0.8 < pair.share < 1
    assert read == [1, 2, 3]


def test_looking_for_pairs_can_be_cancelled(example: Example) -> None:
    with pytest.raises(Interrupted):
        alike_pairs(example.store.bodies(), lambda: False)


def test_boilerplate_makes_nothing_alike(example: Example) -> None:
    menu = " ".join(f"entry{number}" for number in range(80))
    pages = [
        Draft(f"{menu}\n\n{words}", words, boilerplate=((0, len(menu)),)) for words in ("Fog today", "Rain at last")
    ]
    assert [KnownTexts().alike(pages[0]), KnownTexts().alike(pages[1])] == [(), ()]
    example.store.apply(signed(import_articles(pages)))
    assert alike_pairs(example.store.bodies()) == []


def test_a_draft_is_doubted_for_an_article_of_the_project_and_for_one_before_it(example: Example) -> None:
    doubts = KnownTexts(example.store.bodies())
    (in_project,) = doubts.alike(Draft(COPY, "Wall of the harbour"))
    assert "“Harbour wall will take two winters” in the project" in in_project
    fog = " ".join(f"Fog {number} keeps boat {number} in the harbour." for number in range(20))
    assert doubts.alike(Draft(fog, "Fog")) == ()
    (before,) = doubts.alike(Draft(f"{fog} Said the master.", "More fog"))
    assert "“Fog” (100%)" in before


def test_a_draft_that_is_only_looked_at_is_compared_with_and_compares_nothing(example: Example) -> None:
    known = KnownTexts(example.store.view().bodies())
    known.read()
    for _ in range(2):
        (in_project,) = known.like(Draft(COPY, "Wall of the harbour"))
        assert "in the project" in in_project


def test_records_are_copied_where_their_words_are_the_same(example: Example) -> None:
    target = with_copy(example)
    found = find_again(example.records, target)
    assert [each.id for each in found.missing] == [example.lost.id]
    assert [each.after for each in found.missing_records()] == ["“We lost some 300 metres in one night,”"]
    session = Session(example)
    example.store.apply(signed(copy_records(found)))
    copied = example.store.article_records(target.article.id)
    ((claim,), numbers) = copied.claims.values(), copied.numbers.values()
    assert copied.words(claim.id) == example.records.words(example.cost.id)
    assert (claim.speaker, claim.mode) == (example.mayor.id, example.cost.mode)
    assert len(copied.spans_of(claim.id)) == 3
    assert {(number.value, number.claim) for number in numbers} == {(40e6, claim.id), (12.0, None)}
    assert not {*copied.claims, *copied.numbers} & {*example.records.claims, *example.records.numbers}
    assert find_again(example.records, copied).found == ()
    assert session.store.problems() == []


def test_a_number_is_copied_into_the_claim_that_is_there_already(example: Example) -> None:
    target = with_copy(example)
    example.store.apply(signed(copy_records(find_again(example.records, target))))
    copied = example.store.article_records(target.article.id)
    (millions,) = (each for each in copied.numbers.values() if each.claim)
    example.store.apply(signed(delete_number(copied, millions)))
    copied = example.store.article_records(target.article.id)
    example.store.apply(signed(copy_records(find_again(example.records, copied))))
    again = example.store.article_records(target.article.id)
    assert [each.value for each in again.numbers_of(*again.claims)] == [40e6]
