"""What a change of the codebook does to answers is counted before it is done."""

from models.actions.choices import delete_choice
from models.actions.codebook import change_kind
from models.codebook.files.drafts import drafts_of, expect_sound
from models.entities import Answer
from tests.example import Example
from tests.models.codebook.study import coded


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
