"""Views have a name that is unique for their table, and a definition that is read as it was written."""

from dataclasses import replace

import pytest

from models.actions.views import delete_view, make_view, rename_view, replace_view
from models.attributes.comparing import Operator
from models.entities import View
from models.errors import OnrecordError
from models.lines.order import Condition, Order, Sort
from models.views.definition import Definition, read_view, write_layout, write_view
from models.views.layout import ColumnPlace, Layout
from models.views.named_views import NamedViews
from tests.example import Example, signed

LAYOUT = Layout(
    (ColumnPlace("claim", 240), ColumnPlace("value", hidden=True)), chosen=True, sorts=(Sort("value", True),)
)
DEFINITION = Definition(
    LAYOUT,
    (Condition("value", Operator.BETWEEN, ("1", "2.5")), Condition("variable:x", Operator.EMPTY)),
    "größe “wall”",
    "unit",
)


@pytest.mark.parametrize("definition", [DEFINITION, Definition()])
def test_a_view_is_read_as_it_was_written(definition: Definition) -> None:
    assert read_view(write_view(definition)) == definition


def test_a_view_that_was_kept_before_views_had_groups_has_none() -> None:
    before = write_view(replace(DEFINITION, grouped_by=""))
    assert "grouped_by" not in before
    assert read_view(before) == replace(DEFINITION, grouped_by="")


def test_a_view_lists_the_lines_that_its_table_would_list() -> None:
    assert DEFINITION.order == Order(LAYOUT.sorts, DEFINITION.conditions, "größe “wall”")


@pytest.mark.parametrize(
    "text",
    [
        *("", "{}", write_layout(LAYOUT), write_view(DEFINITION).replace('"format":1', '"format":2')),
        write_view(DEFINITION).replace('"between"', '"sounds like"'),
        write_view(DEFINITION).replace('"2.5"', "2.5"),
        write_view(DEFINITION).replace('"unit"', "1"),
    ],
)
def test_a_view_of_a_later_program_is_not_read(text: str) -> None:
    assert read_view(text) is None


def made(name: str, shows: str = "statements") -> View:
    """Return a view."""
    return View(shows=shows, name=name, definition=write_view(Definition()))


@pytest.mark.parametrize("typed", ["by topic", "  By  Topic\n", "BY TÓPIC"])
def test_two_views_of_a_table_have_no_name_in_common(typed: str) -> None:
    views = NamedViews([made("By topic"), made("Open places")])
    with pytest.raises(OnrecordError, match="By topic"):
        make_view(views, "statements", typed, "{}")
    with pytest.raises(OnrecordError, match="By topic"):
        rename_view(views, views.of("statements")[1], typed)
    assert make_view(views, "numbers", typed, "{}").changes
    assert rename_view(views, views.of("statements")[0], typed)


def test_a_view_needs_a_name() -> None:
    with pytest.raises(OnrecordError, match="name"):
        make_view(NamedViews(), "statements", " \n", "{}")


def test_views_are_listed_by_their_names_and_follow_edits(example: Example) -> None:
    views = example.store.views()
    for name in ("Wall", "open places", "Äpfel"):
        edit = signed(make_view(views, "statements", name, write_view(DEFINITION)))
        example.store.apply(edit)
        assert views.take(edit)
    assert [view.name for view in views.of("statements")] == ["Äpfel", "open places", "Wall"]
    for edit in (replace_view(views.of("statements")[2], "{}"), delete_view(views.of("statements")[0])):
        example.store.apply(signed(edit))
        views.take(signed(edit))
    assert [(view.name, view.definition) for view in views.of("statements")] == [
        ("open places", write_view(DEFINITION)),
        ("Wall", "{}"),
    ]
    assert {*example.store.views().views} == {*views.views}


def test_a_name_that_another_program_has_taken_meanwhile_is_refused(example: Example) -> None:
    example.store.apply(signed(make_view(NamedViews(), "statements", "Wall", "{}")))
    with pytest.raises(OnrecordError):
        example.store.apply(signed(make_view(NamedViews(), "statements", "Wall", "{}")))
