"""The text of an article is corrected after coding has begun, and nothing that is recorded gets lost unsaid."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.actions.articles import import_articles, toggle_boilerplate
from models.actions.claims import mark_claim
from models.actions.correcting import correct_text
from models.actions.suggestions import dismiss, nothing_here
from models.articles.draft import Draft
from models.attributes.comparing import Operator
from models.correcting.correction import correct
from models.entities import Mode, Offer, Role
from models.errors import Conflict, OnrecordError
from models.intake import Duplicate, tell_apart
from models.lines.order import Condition, Order
from models.records import owner
from models.text.carrying import Fate
from tests.example import AT, TEXT, Example, listed, place, signed, typed
from tests.models.suggestions.found_in_example import found_claim, found_number
from tests.session import Session
from tests.snapshots import faults_of, is_derived
from tests.thorough import examples


def fates_in(example: Example, text: str) -> dict[str, tuple[str, Fate]]:
    """Return what a text makes of the words of each claim and number."""
    return {each.before: (each.after, each.fate) for each in correct(example.records, text).carried_records()}


def test_a_number_that_was_misprinted_is_read_again_and_needs_a_look(example: Example) -> None:
    text = TEXT.replace("at least 12 new", "at least 15 new")
    assert fates_in(example, text)["at least 12 new berths"] == ("at least 15 new berths", Fate.CHANGED)
    session = Session(example)
    session.do(correct_text(correct(example.records, text)))
    assert session.records.text == text
    assert session.records.numbers[example.berths.id].value == 15
    assert session.records.words(example.berths.id) == "at least 15 new berths"
    session.undo()
    assert session.records.text == TEXT
    assert session.records.numbers[example.berths.id].value == 12


def test_a_value_that_the_coder_typed_is_kept(example: Example) -> None:
    session = Session(example)
    session.do(typed(example.millions, "value", "41 million"))
    session.do(correct_text(correct(example.records, TEXT.replace("about 40", "about 45"))))
    assert session.records.numbers[example.millions.id].value == 41e6
    assert session.records.words(example.millions.id) == "about 45 million crowns"


def test_words_that_differ_at_the_same_place_are_found_by_filters(example: Example) -> None:
    session = Session(example)
    session.do(correct_text(correct(example.records, TEXT.replace("nearly 300", "almost 300"))))
    assert {each.start for each in session.records.spans.values()} == {
        each.start for each in example.records.spans.values()
    }
    assert is_derived(session.path)
    wanted = Order(conditions=(Condition("claim", Operator.CONTAINS, ("almost 300",)),))
    assert [line.claim.id for line in listed(session.store, wanted) if line.claim] == [example.lost.id]


def test_a_claim_whose_words_are_gone_is_listed_and_deleted_and_its_other_numbers_stay(example: Example) -> None:
    text = TEXT.replace("“We lost nearly 300 metres in one night,” Ms Brekke added. ", "")
    assert fates_in(example, text)["“We lost nearly 300 metres in one night,”"] == ("", Fate.GONE)
    session = Session(example)
    session.do(correct_text(correct(example.records, text)))
    assert {*session.records.claims} == {example.cost.id}
    assert {*session.records.numbers} == {example.millions.id, example.berths.id}
    assert faults_of(session.path) == []
    session.undo()
    assert session.records.words(example.lost.id) == "“We lost nearly 300 metres in one night,”"
    assert session.store.problems() == []


def test_a_cue_that_is_gone_leaves_its_claim_which_needs_a_look(example: Example) -> None:
    text = TEXT.replace("Ida Brekke, said the wall", "Ida Brekke: the wall")
    (cost,) = (each for each in correct(example.records, text).carried_records() if each.record.id == example.cost.id)
    assert cost.fate is Fate.CHANGED
    assert cost.before == cost.after
    session = Session(example)
    session.do(correct_text(correct(example.records, text)))
    assert session.records.spans_of(example.cost.id, Role.CUE) == []
    assert session.records.words(example.cost.id) == cost.after


def test_the_mode_is_read_again_from_words_that_differ(example: Example) -> None:
    session = Session(example)
    text = TEXT.replace(
        "“We lost nearly 300 metres in one night,” Ms Brekke added", "We lost nearly 300 metres, she added"
    )
    session.do(correct_text(correct(example.records, text)))
    assert session.records.claims[example.lost.id].mode is Mode.INDIRECT


def test_boilerplate_stays_with_its_lines(example: Example) -> None:
    session = Session(example)
    session.do(toggle_boilerplate(session.records, *place("Subscribe to the evening letter")))
    text = "An extra line\n" + TEXT.replace("Skip to the article", "Skip to article").replace(
        "evening letter\n", "evening\nletter\n"
    )
    session.do(correct_text(correct(session.records, text)))
    lines = sorted((row.start, row.end) for row in session.records.boilerplate.values())
    assert [text[start:end] for start, end in lines] == ["Skip to article", "Subscribe to the evening", "letter"]


def test_what_was_dismissed_stays_so_unless_it_is_a_number_with_other_words(example: Example) -> None:
    session = Session(example)
    for edit in (
        dismiss(session.records, found_claim()),
        dismiss(session.records, found_number("two winters")),
        dismiss(session.records, found_number("at least 12 new berths")),
        nothing_here(session.records, *place("It wants at least 12 new berths.")),
    ):
        session.do(edit)
    text = "Corrected\n\n" + TEXT.replace("would have to move", "will have to move").replace("12 new", "14 new")
    session.do(correct_text(correct(session.records, text)))
    assert [(each.kind, text[each.start : each.end]) for each in session.records.dismissed.values()] == [
        (Offer.CLAIM, "nobody will have to move"),
        (Offer.NUMBER, "two winters"),
        (Offer.PLACE, "It wants at least 14 new berths."),
    ]
    session.expect_memory_as_in_file()
    session.undo()
    assert len(session.records.dismissed) == 4
    session.expect_memory_as_in_file()


def test_a_text_of_blanks_is_refused(example: Example) -> None:
    with pytest.raises(OnrecordError):
        correct(example.records, " \n")


def test_the_same_text_changes_nothing(example: Example) -> None:
    assert correct_text(correct(example.records, TEXT.replace("\n", "\r\n"))).changes == ()


def test_an_article_is_known_by_the_text_that_it_was_imported_with(example: Example) -> None:
    session = Session(example)
    session.do(correct_text(correct(example.records, "Another text.")))
    titles = [each.title for each in session.store.articles_of_content(example.article.content)]
    assert titles == [example.article.title]
    (found,) = tell_apart([Draft(TEXT, "Again")], lambda sha256: session.store.articles_of_content(sha256)[0].title)
    assert isinstance(found, Duplicate)


def test_another_article_with_the_same_text_keeps_it(example: Example) -> None:
    edit = signed(import_articles([Draft(TEXT, "The same once more")]))
    example.store.apply(edit)
    other = edit.changes[0].row.id
    session = Session(example)
    session.do(correct_text(correct(session.records, f"News\n{TEXT}")))
    assert session.store.article_records(other).text == TEXT
    assert session.store.problems() == []


def test_a_place_is_not_put_back_into_a_text_that_another_coder_corrected(example: Example) -> None:
    session = Session(example)
    session.do(mark_claim(session.records, *place("nobody would have to move")))
    session.undo()
    by_other = correct_text(correct(session.records, f"News\n{TEXT}")).stamped("CD", AT)
    session.store.apply(by_other)
    with pytest.raises(Conflict):
        session.redo()


def test_an_old_text_is_not_put_back_below_what_another_coder_recorded(example: Example) -> None:
    session = Session(example)
    session.do(correct_text(correct(session.records, f"News\n{TEXT}")))
    session.store.apply(mark_claim(session.records, 0, 4).stamped("CD", AT))
    with pytest.raises(Conflict):
        session.undo()


PIECES = [TEXT[start : start + 23] for start in range(0, len(TEXT), 23)]
EDITED = st.lists(st.sampled_from([*PIECES, "🌊", "e\u0301", "\n", "x"]), min_size=1, max_size=40).map("".join)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=examples(30), deadline=None)
@given(text=EDITED | st.integers(0, len(TEXT)).map(lambda at: f"{TEXT[:at]} and so {TEXT[at + 5 :]}"))
def test_any_other_text_keeps_every_record_in_it_or_says_that_it_is_gone(example: Example, text: str) -> None:
    if not text.strip():
        return
    correction = correct(example.records, text)
    edit = correct_text(correction)
    records = example.records
    records.take(edit)
    assert records.text == correction.text
    ranges = [(row.start, row.end) for row in records.spans.values()]
    ranges += [(row.start, row.end) for row in records.boilerplate.values()]
    assert all(0 <= start < end <= len(records.text) for start, end in ranges)
    for each in correction.carried_records():
        assert (each.record.id in records) == (each.fate is not Fate.GONE)
        if each.record.id in records:
            assert records.words(each.record.id) == each.after
    for span in records.spans.values():
        assert owner(span) in records
    before = example.records
    before.take(edit)
    before.take(edit.inverse)
    assert (before.text, before.spans, before.boilerplate) == (TEXT, example.records.spans, example.records.boilerplate)
