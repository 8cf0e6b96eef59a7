"""A check finds what is damaged or contradictory in a project, and what is still missing."""

import sqlite3
from collections.abc import Callable
from contextlib import closing

import pytest

from models.actions.articles import finish_articles
from models.actions.claims import mark_claim
from models.actions.properties import set_assistance
from models.checks import Finding, check, faults
from models.edits import Edit, changed, made
from models.entities import Property, Subject
from models.errors import NotAProject, ReadOnly
from models.places import Place
from models.store import Store
from models.text.excerpts import quoted
from tests.example import TEXT, Example, place, put, signed, typed
from tests.models.codebook.nine_kinds import nine_kinds
from tests.models.codebook.study import addressed

Spoil = Callable[[str], None]


@pytest.fixture
def spoil(example: Example) -> Spoil:
    """Change the file behind the program's back, as another program or a bad disk would."""

    def run(statement: str) -> None:
        with closing(sqlite3.connect(example.store.path)) as connection, connection:
            connection.execute("PRAGMA ignore_check_constraints = ON")
            connection.execute(statement)

    return run


def wrong(store: Store) -> list[str]:
    """What is wrong in a project, without what is only missing."""
    return [finding.sentence for finding in check(store) if finding.wrong]


TITLE = "“Harbour wall will take two winters”"


def test_what_is_missing_is_found_and_is_not_wrong(example: Example) -> None:
    example.store.apply(signed(put(example.berths, "value", None)))
    assert list(check(example.store)) == [
        Finding(f"{TITLE}: the claim “‘We lost nearly 300 metres in one night,’” has no speaker.", faults.NO_SPEAKER),
        Finding(f"{TITLE}: the number “at least 12 new berths” has no value.", faults.NO_VALUE),
        Finding("The speaker “Fishermen's union” has no claim.", faults.NO_CLAIM),
    ]


def test_a_speaker_without_a_claim_is_not_missed_if_an_answer_names_it(example: Example) -> None:
    addressed(example)
    assert not [each.sentence for each in check(example.store) if "has no claim" in each.sentence]


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("“We lost,” he said", "“‘We lost,’ he said”"),
        ("We lost.”", "“We lost.”"),
        ("“We lost.", "“We lost.”"),
        ('"We lost," he said. "Badly', "“‘We lost,’ he said. Badly”"),
        ("„Nein“, sagte er", "“‘Nein’, sagte er”"),
        ("it’s “over” now”", "“it’s ‘over’ now”"),
        ("“" + "word " * 20 + "end”", "“" + "word " * 10 + "word …”"),
        (None, "“”"),
    ],
)
def test_marks_inside_of_quoted_words_come_in_pairs(words: str | None, shown: str) -> None:
    assert quoted(words) == shown


def test_of_a_complete_project_nothing_is_said(example: Example) -> None:
    example.store.apply(signed(put(example.lost, "speaker", example.union, example.registry)))
    assert list(check(example.store)) == []


def test_an_article_that_is_done_without_a_record_is_missing_something(example: Example) -> None:
    example.store.apply(signed(finish_articles(example.other)))
    sentence = "“Ferry to run again” is marked as done, but nothing is recorded in it."
    assert Finding(sentence, faults.DONE_EMPTY) in list(check(example.store))


def test_what_is_recorded_twice_at_one_place_is_said(example: Example) -> None:
    start, end = place("two winters", TEXT)
    for _ in range(2):
        example.store.apply(signed(mark_claim(example.records, start, end)))
    assert Finding(f"{TITLE}: “two winters” is recorded twice.", faults.TWICE) in list(check(example.store))


def test_long_words_are_cut_at_a_word(example: Example) -> None:
    start, end = place(TEXT.split("\n")[6], TEXT)
    example.store.apply(signed(mark_claim(example.records, start, end)))
    sentences = [finding.sentence for finding in check(example.store)]
    assert any("the claim “The mayor of Aldersund, Ida Brekke, said the wall 🌊 would …” has" in s for s in sentences)


def test_a_text_that_is_not_the_one_imported_is_found(example: Example, spoil: Spoil) -> None:
    spoil("DROP TRIGGER content_is_never_changed")
    spoil("UPDATE content SET text = replace(text, '300', '900')")
    lists, text = wrong(example.store)
    assert text == f"{TITLE}: its text is not the one that was imported."
    assert "lists" in lists


@pytest.mark.parametrize(
    ("statement", "sentence"),
    [
        ("""UPDATE span SET "end" = 9999 WHERE role = 'cue'""", " is outside the text."),
        ("""UPDATE span SET "end" = 9999 WHERE role = 'number'""", " is outside the text."),
        ('UPDATE boilerplate SET "end" = 9999', ": boilerplate is outside its text."),
        (
            """INSERT INTO dismissed (id, coder, made_at, changed_at, article, kind, start, "end")
               SELECT id, coder, made_at, changed_at, id, 'place', 0, 9999 FROM article LIMIT 1""",
            ": what was dismissed is outside its text.",
        ),
        (
            "INSERT INTO coverage VALUES (99, 1, 1, 1, 1)",
            "the lists do not match the records, so a list may lack rows.",
        ),
        ("DELETE FROM span WHERE role = 'content'", ": one claim has no place in the text."),
        ("DELETE FROM span WHERE role = 'number'", ": one number has no place in the text."),
        ("UPDATE number SET upper = value - 1", "has an upper value below its value."),
        ("UPDATE article SET published = 'yesterday'", ": its date “yesterday” is not a date."),
        ("UPDATE number SET article = (SELECT max(id) FROM article)", "is in a claim of another article."),
        ("DELETE FROM speaker", "row 1 of claim refers to a row of speaker that is missing."),
        ("UPDATE article SET title = ''", "CHECK constraint failed in article."),
    ],
)
def test_what_cannot_be_is_wrong(example: Example, spoil: Spoil, statement: str, sentence: str) -> None:
    spoil(statement)
    found = wrong(example.store)
    assert any(each.endswith(sentence) for each in found), found


def test_a_property_of_a_later_version_is_told_and_is_not_wrong(example: Example) -> None:
    example.store.apply(signed(Edit("Change", (made(Property(name="assistance_charts", value="off")),))))
    example.store.apply(signed(set_assistance(example.store.properties(), ())))
    told = [finding for finding in check(example.store) if "does not know" in finding.sentence]
    assert [(finding.wrong, "assistance_charts" in finding.sentence) for finding in told] == [(False, True)]


def test_a_text_that_is_missing_is_found_and_nothing_is_said_of_what_is_recorded_in_it(
    example: Example, spoil: Spoil
) -> None:
    spoil("DELETE FROM content WHERE sha256 = (SELECT content FROM article ORDER BY id LIMIT 1)")
    found = [(each.sentence, each.place) for each in check(example.store) if each.fault is faults.MISSING_TEXT]
    assert found == [(f"{TITLE}: its text is missing from the file.", Place(example.article.id))]
    assert not [each for each in check(example.store) if "claim “" in each.sentence or "number “" in each.sentence]
    with pytest.raises(NotAProject, match="Harbour wall"):
        example.store.article_records(example.article.id)
    with pytest.raises(ReadOnly, match="Harbour wall"):
        example.store.apply(signed(typed(example.cost, "note", "more")))


def test_an_edit_that_cannot_be_read_and_one_that_is_not_there_are_found(example: Example, spoil: Spoil) -> None:
    for title in ("Wall", "The wall", "A wall"):
        example.store.apply(signed(typed(example.store.article_records(example.article.id).article, "title", title)))
    for trigger in ("edit_is_never_changed", "edit_is_never_deleted"):
        spoil(f"DROP TRIGGER {trigger}")
    spoil("UPDATE edit SET body = '[{' WHERE row = 4")
    spoil("DELETE FROM edit WHERE row = 2")
    assert [number for number in range(1, 5) if any(f"edit {number}" in said for said in wrong(example.store))] == [
        3,
        4,
    ]


def test_spans_of_one_id_are_found(example: Example, spoil: Spoil) -> None:
    spoil("""INSERT INTO span SELECT id, article, 'cue', (SELECT max(id) FROM claim), NULL, 0, start, "end"
             FROM span WHERE claim = (SELECT min(id) FROM claim) LIMIT 1""")
    assert "In the file: 1 id belongs to several spans." in wrong(example.store)


def test_an_answer_that_does_not_fit_is_wrong_and_names_its_variable(example: Example) -> None:
    study = nine_kinds(example)
    study.do(Edit("kind", (changed(study.variable("term"), kind="whole_number"),)))
    lost = "“‘We lost nearly 300 metres in one night,’”"
    assert wrong(example.store) == [f"{TITLE}: {lost} has an answer that does not fit under “Term”: “sea wall”."]
    (finding,) = (each for each in check(example.store) if each.wrong)
    assert finding.place == Place(example.article.id, example.lost.id)


def test_required_answers_are_missing_only_once_an_article_is_done(example: Example) -> None:
    study = nine_kinds(example)
    study.answer("topic", example.lost, "")
    assert not [each for each in check(example.store) if "Topic" in each.sentence]
    study.do(finish_articles(example.records.article))
    lost = "“‘We lost nearly 300 metres in one night,’”"
    sentence = f"{TITLE}: {lost} has no answer under “Topic”, which is required."
    (finding,) = (each for each in check(example.store) if "Topic" in each.sentence)
    assert (finding.sentence, finding.wrong) == (sentence, False)
    assert finding.place == Place(example.article.id, example.lost.id)


def test_what_is_not_asked_is_not_missing(example: Example) -> None:
    study = nine_kinds(example)
    study.do(Edit("required", (changed(study.variable("reason"), required=True),)))
    study.answer("reason", example.lost, "")
    study.do(finish_articles(example.records.article))
    reasons = [each for each in check(example.store) if "Reason" in each.sentence]
    assert [each.place for each in reasons] == [Place(example.article.id, example.lost.id)]
    study.answer("sure", example.lost, "no")
    assert not [each for each in check(example.store) if "Reason" in each.sentence]


def test_required_answers_about_speakers_are_missing_at_any_time(example: Example) -> None:
    study = nine_kinds(example)
    study.ask("age", "whole_number", Subject.SPEAKER, required=True)
    found = [each for each in check(example.store) if "Age" in each.sentence]
    names = {example.registry.speakers[each.place.record].name for each in found if each.place and each.place.record}
    assert names == {"Ida Brekke", "Fishermen's union", "Nils Aas"}


def test_speakers_that_share_an_outside_id_are_found_and_are_not_wrong(example: Example) -> None:
    for speaker in (example.mayor, example.union):
        example.store.apply(signed(put(speaker, "outside_id", "Q7")))
    found = [each for each in check(example.store) if "Q7" in each.sentence]
    assert [(each.wrong, each.place) for each in found] == [(False, Place(None, example.union.id))]
    assert "“Ida Brekke” and “Fishermen's union”" in found[0].sentence
