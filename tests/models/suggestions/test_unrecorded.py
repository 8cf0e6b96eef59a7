"""The next number to record depends on the caret and the selected claim."""

from models.actions.suggestions import dismiss, nothing_here
from models.edits import Edit, made
from models.entities import Article, Boilerplate, Claim, Number, Role, Span
from models.records import ArticleRecords
from models.suggestions.found import FoundNumber
from models.suggestions.unrecorded import next_unrecorded, previous_unrecorded

TEXT = "Over 30 readers\nHe saw 12 swans. She said 14 geese and 9 ducks flew to 2 ponds. They ate 50 buns."


def place(words: str) -> tuple[int, int]:
    """Return where words stand."""
    return TEXT.index(words), TEXT.index(words) + len(words)


def article() -> tuple[ArticleRecords, Claim]:
    """Return an article with one claim, one line of boilerplate and no number."""
    row = Article(title="Birds", content="none")
    claim = Claim(article=row.id)
    start, end = place("14 geese and 9 ducks flew to 2 ponds")
    span = Span(article=row.id, role=Role.CONTENT, claim=claim.id, start=start, end=end)
    return ArticleRecords(row, TEXT, [claim, span, Boilerplate(article=row.id, start=0, end=15)]), claim


def record(records: ArticleRecords, words: str) -> None:
    """Record a number of these words."""
    start, end = place(words)
    number = Number(article=records.article.id)
    span = Span(article=number.article, role=Role.NUMBER, number=number.id, start=start, end=end)
    records.take(Edit("Mark number", (made(number), made(span))))


def test_the_chosen_claim_comes_first_and_then_the_text() -> None:
    records, claim = article()
    caret = place(". They")[0]
    assert next_unrecorded(records, caret, claim) == place("14 geese")
    record(records, "14 geese")
    assert next_unrecorded(records, place(" and 9")[0], claim) == place("9 ducks")
    record(records, "9 ducks")
    record(records, "2 ponds")
    assert next_unrecorded(records, place("flew to")[0], claim) == place("50 buns")


def test_a_number_that_was_passed_over_does_not_come_back() -> None:
    records, claim = article()
    assert next_unrecorded(records, place("9 ducks")[1], claim) == place("2 ponds")
    assert previous_unrecorded(records, place("9 ducks")[0], claim) == place("14 geese")
    assert previous_unrecorded(records, place("14 geese")[0], claim) == place("12 swans")


def test_the_number_in_which_the_caret_stands_is_the_next_in_both_directions() -> None:
    records, claim = article()
    caret = place("eese")[0]
    assert next_unrecorded(records, caret, claim) == previous_unrecorded(records, caret, claim) == place("14 geese")
    caret = place("uns")[0]
    assert next_unrecorded(records, caret) == previous_unrecorded(records, caret) == place("50 buns")


def test_boilerplate_and_recorded_numbers_are_left_out() -> None:
    records, _ = article()
    assert next_unrecorded(records, 0) == place("12 swans")
    record(records, "12 swans")
    assert next_unrecorded(records, 0) == place("14 geese")
    assert previous_unrecorded(records, place("She")[0]) is None


def test_after_the_last_number_there_is_none() -> None:
    records, _ = article()
    assert next_unrecorded(records, len(TEXT)) is None


def test_numbers_that_were_dismissed_are_passed_and_so_is_where_nothing_is_to_be_recorded() -> None:
    records, claim = article()
    geese, ducks = place("14 geese"), place("and 9 ducks")
    for edit in (dismiss(records, FoundNumber(geese, None, "number")), nothing_here(records, *ducks)):
        records.take(edit)
    assert next_unrecorded(records, 0, claim) == place("2 ponds")
    assert previous_unrecorded(records, place("2 ponds")[0]) == place("12 swans")
