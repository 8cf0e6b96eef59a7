"""What a change of the codebook does to answers is counted before it is done."""

import pytest

from models.actions.choices import add_choice, delete_choice
from models.actions.codebook import change_kind
from models.codebook.files.drafts import drafts_of, expect_sound
from models.entities import Answer, Choice
from tests.example import Example
from tests.models.codebook.study import Study, coded


def test_records_and_articles_with_a_changed_answer_are_counted_and_named(example: Example) -> None:
    study, view = coded(example), example.store.view()
    gone = study.codebook.with_those_below(study.choice("sea"))
    answers = view.answers_under(study.variable("topic").id, [each.id for each in gone])
    reach = view.reach_of(delete_choice(study.codebook, study.choice("sea"), answers, keep_answers=False))
    assert (reach.records, reach.cleared, reach.articles) == (1, 1, 1)
    assert reach.titles == ((example.article.title, 1),)
    assert reach.names == (example.records.words(example.lost.id),)
    view.close()


def test_answers_roll_up_to_the_choices_above(example: Example) -> None:
    study, view = coded(example), example.store.view()
    counts = view.answer_counts()
    rolled_up = counts.rolled_up(study.variable("topic").id, study.codebook)
    assert (rolled_up[study.choice("sea").id], rolled_up[study.choice("storm").id]) == (1, 1)
    assert counts.of_variables[study.variable("topic").id] == 2
    view.close()


def test_answers_that_another_kind_cannot_read_are_kept_in_words_or_deleted(example: Example) -> None:
    study = coded(example)
    depth, answers = study.variable("depth"), study.answers("depth")
    for keep, left in ((True, {"12", "deep"}), (False, {"12"})):
        edit = change_kind(study.codebook, depth, "whole_number", answers, study.known, keep_answers=keep)
        after = {change.row.id: change.after for change in edit.changes_of(Answer)}
        rows = [after.get(answer.id, answer) for answer in answers]
        assert {row.value for row in rows if isinstance(row, Answer)} == left


def test_a_codebook_whose_variable_lost_its_choices_can_be_imported_again(example: Example) -> None:
    study = coded(example)
    topic = study.variable("topic")
    study.do(change_kind(study.codebook, topic, "text", study.answers("topic"), study.known))
    assert study.codebook.choices_of(topic.id)
    freed = [each for each in drafts_of(study.codebook) if each.name == "topic"]
    assert expect_sound(freed)[0].choices == []


def test_a_variable_that_waits_for_a_choice_is_always_asked_once_that_cannot_be_answered(example: Example) -> None:
    study, view = coded(example), example.store.view()
    topic = study.variable("topic")
    edit = change_kind(study.codebook, topic, "text", study.answers("topic"), study.known)
    assert view.reach_of(edit).freed == ("Depth",)
    view.close()
    study.do(edit)
    depth = study.variable("depth")
    assert (depth.shown_if, depth.shown_for) == (None, None)
    assert example.store.codebook().variables == study.codebook.variables


def test_a_choice_that_nobody_was_coded_with_is_not_deleted_unseen_if_a_variable_waits_for_it(example: Example) -> None:
    study, view = coded(example), example.store.view()
    study.do(delete_choice(study.codebook, study.choice("storm"), study.answers_with("storm"), keep_answers=False))
    reach = view.reach_of(delete_choice(study.codebook, study.choice("sea"), [], keep_answers=False))
    assert (bool(reach), reach.records, reach.freed) == (True, 0, ("Depth",))
    view.close()


@pytest.mark.parametrize(
    ("before", "after", "waits_for", "then"),
    [
        ("choice", "choices", "sea", "sea"),
        ("choice", "yes_no", "agreed", "yes"),
        ("choice", "yes_no", "sea", None),
        ("yes_no", "choice", "yes", "agreed"),
        ("yes_no", "choice", "unclear", None),
        ("yes_no", "text", "yes", None),
        ("text", "long_text", "any words", "any words"),
    ],
)
def test_a_condition_follows_to_the_same_answer_of_another_kind(
    study: Study, before: str, after: str, waits_for: str, then: str | None
) -> None:
    topic = study.ask("topic", before)
    study.offer(topic, "Sea")
    study.offer(topic, "Yes", code="agreed")
    study.ask("depth", "text", shown_if=topic.id, shown_for=waits_for)
    study.ask("other", "text", shown_if=topic.id)
    study.do(change_kind(study.codebook, topic, after, [], study.known))
    depth = study.variable("depth")
    assert (depth.shown_if, depth.shown_for) == (topic.id if then else None, then)
    assert study.variable("other").shown_if == topic.id


def test_a_choice_comes_after_all_others_also_where_one_of_them_was_deleted(study: Study) -> None:
    topic = study.ask("topic", "choice")
    for label in ("Sea", "Wall", "Fish"):
        study.offer(topic, label)
    study.do(delete_choice(study.codebook, study.choice("sea"), [], keep_answers=False))
    study.do(add_choice(study.codebook, Choice(variable=topic.id, value="fog", label="Fog")))
    assert [each.label for each in study.codebook.choices_of(topic.id)] == ["Wall", "Fish", "Fog"]
    assert study.choice("fog").position == 4
