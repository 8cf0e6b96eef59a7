"""What exports write differently is known before a choice is renamed, recoded or moved."""

from models.actions.choices import change_choice, move_choice
from models.codebook.exported_differences import Difference, exported_differences
from models.edits import Edit
from tests.example import Example
from tests.models.codebook.nine_kinds import nine_kinds
from tests.models.codebook.study import Study


def differences(study: Study, name: str, edit: Edit) -> list[tuple[str, bool, str | None, str | None]]:
    """Return the differences of a variable, each as a row."""
    found = exported_differences(study.codebook, edit, study.variable(name).id)
    return [(each.column, each.codes, each.before, each.after) for each in found]


def test_another_label_differs_in_every_column_of_the_choice_and_of_those_below_it(example: Example) -> None:
    study = nine_kinds(example)
    assert differences(study, "topic", change_choice(study.codebook, study.choice("sea"), label="Water")) == [
        ("topic", False, "Sea", "Water"),
        ("topic_path", False, "Sea", "Water"),
        ("topic_path", False, "Sea › Storm", "Water › Storm"),
        ("topic_level_1", False, "Sea", "Water"),
    ]


def test_another_code_differs_only_where_codes_are_exported(example: Example) -> None:
    study = nine_kinds(example)
    assert differences(study, "feelings", change_choice(study.codebook, study.choice("hope"), value="joy")) == [
        ("feelings", True, "hope", "joy")
    ]


def test_a_move_differs_in_the_path_and_in_the_levels(example: Example) -> None:
    study = nine_kinds(example)
    found = differences(study, "topic", move_choice(study.codebook, study.choice("storm"), study.choice("wall"), 0))
    assert ("topic_path", False, "Sea › Storm", "Wall › Storm") in found
    assert ("topic_level_1", True, "sea", "wall") in found
    assert all(column != "topic" for column, *_rest in found)


def test_a_label_that_becomes_ambiguous_differs_for_both_choices(example: Example) -> None:
    study = nine_kinds(example)
    edit = change_choice(study.codebook, study.choice("wall"), label="Storm")
    found = exported_differences(study.codebook, edit, study.variable("topic").id)
    assert Difference("topic", False, "Storm", "Sea › Storm") in found


def test_definitions_and_order_change_no_cell(example: Example) -> None:
    study = nine_kinds(example)
    assert differences(study, "topic", change_choice(study.codebook, study.choice("sea"), definition="Deep")) == []
    assert differences(study, "topic", move_choice(study.codebook, study.choice("wall"), None, 0)) == []
