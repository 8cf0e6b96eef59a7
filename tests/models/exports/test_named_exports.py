"""Exports have a name that is unique in the project, and a definition that is read as it was written."""

from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from models.actions.exports import delete_export, make_export, rename_export, replace_export
from models.attributes.comparing import Operator
from models.cli import commands
from models.errors import OnrecordError
from models.exports.lines import Lines
from models.exports.named.definition import Definition, read_export, sorted_by, write_export
from models.exports.options import Options
from models.lines.order import Condition, Order, Sort
from models.named_exports import NamedExports
from tests.example import Example, signed
from tests.models.exports.reading import read_table

ONLY = Order((Sort("value", descending=True),), (Condition("value", Operator.BETWEEN, ("1", "2.5")),), "größe wall")
DEFINITION = Definition("csv", "for R", sorted_by(ONLY, Options(bom=False, codes=True, tables=("statements",))))


@pytest.mark.parametrize("definition", [DEFINITION, Definition()])
def test_an_export_is_read_as_it_was_written(definition: Definition) -> None:
    assert read_export(write_export(definition)) == definition


def test_only_what_differs_from_the_defaults_is_written() -> None:
    assert write_export(Definition()) == '{"format":1}'


def test_the_statements_of_an_export_are_sorted_as_it_says() -> None:
    assert DEFINITION.options.orders == {Lines.STATEMENTS: Order(ONLY.sorts)}
    assert sorted_by(Order(), Options()) == Options()


@pytest.mark.parametrize(
    "text",
    [
        *("", "{}", "[]", '{"format":2}', '{"format":1,"later":1}', '{"format":1,"form":1}'),
        write_export(DEFINITION).replace('"between"', '"sounds like"'),
        write_export(DEFINITION).replace('"bom":false', '"bom":"no"'),
        write_export(DEFINITION).replace('"column":"value",', ""),
    ],
)
def test_an_export_of_a_later_program_is_not_read(text: str) -> None:
    assert read_export(text) is None


def test_a_folder_is_beside_the_project_unless_its_path_is_whole(tmp_path: Path) -> None:
    project = tmp_path / "study.onrecord"
    assert replace(DEFINITION, folder="out").folder_of(project) == tmp_path / "out"
    assert replace(DEFINITION, folder=str(tmp_path / "a" / "b")).folder_of(project) == tmp_path / "a" / "b"


@pytest.mark.parametrize("typed", ["for r", "  For  R\n", "FOR Ŕ"])
def test_two_exports_have_no_name_in_common(typed: str) -> None:
    exports = NamedExports()
    for name in ("For R", "Archive"):
        exports.take(make_export(exports, name, "{}"))
    with pytest.raises(OnrecordError, match="For R"):
        make_export(exports, typed, "{}")
    with pytest.raises(OnrecordError, match="For R"):
        rename_export(exports, exports.in_order()[0], typed)
    assert rename_export(exports, exports.in_order()[1], typed)


def test_an_export_needs_a_name() -> None:
    with pytest.raises(OnrecordError, match="name"):
        make_export(NamedExports(), " \n", "{}")


def test_exports_are_listed_by_their_names_and_follow_edits(example: Example) -> None:
    exports = example.store.exports()
    for name in ("Web", "for R", "Äpfel"):
        edit = signed(make_export(exports, name, "{}"))
        example.store.apply(edit)
        exports.take(edit)
    assert [each.name for each in exports.in_order()] == ["Äpfel", "for R", "Web"]
    for edit in (replace_export(exports.in_order()[2], '{"format":1}'), delete_export(exports.in_order()[0])):
        example.store.apply(signed(edit))
        exports.take(signed(edit))
    assert [(each.name, each.definition) for each in exports.in_order()] == [("for R", "{}"), ("Web", '{"format":1}')]
    assert {*example.store.exports().exports} == {*exports.exports}


def keep(example: Example, definition: Definition) -> list[str]:
    """Keep an export, and return the words that run it without a window."""
    example.store.apply(signed(make_export(NamedExports(), "For R", write_export(definition))))
    example.store.close()
    return ["export", str(example.store.path), "--named", "for r"]


def test_the_command_runs_an_export_by_its_name(example: Example, tmp_path: Path) -> None:
    only = Order((Sort("value"),), (Condition("value", Operator.FILLED),))
    command = keep(example, replace(DEFINITION, folder="for R", options=sorted_by(only, DEFINITION.options)))
    result = CliRunner().invoke(commands, command, catch_exceptions=False)
    assert result.exit_code == 0, result.stderr
    folder = example.store.path.parent / "for R"
    assert [file.name for file in folder.iterdir() if file.suffix == ".csv"] == ["statements.csv"]
    assert not (folder / "statements.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert [row["value"] for row in read_table(folder, "statements")] == ["12", "40000000"]
    assert "2 of " in result.stderr


def test_another_folder_and_other_options_go_before_those_of_the_name(example: Example, tmp_path: Path) -> None:
    command = [*keep(example, Definition(folder="for R")), str(tmp_path / "elsewhere"), "--no-bom"]
    assert CliRunner().invoke(commands, command, catch_exceptions=False).exit_code == 0
    assert not (tmp_path / "elsewhere" / "statements.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert not (example.store.path.parent / "for R").exists()


def test_a_name_that_is_unknown_or_cannot_be_read_is_refused(example: Example, tmp_path: Path) -> None:
    command = keep(example, Definition())
    with pytest.raises(OnrecordError, match="For R"):
        CliRunner().invoke(commands, [*command[:-1], "For Stata"], catch_exceptions=False)
    assert CliRunner().invoke(commands, command[:2]).exit_code == 2


def test_an_export_without_a_folder_asks_for_one(example: Example) -> None:
    with pytest.raises(OnrecordError, match="folder"):
        CliRunner().invoke(commands, keep(example, Definition()), catch_exceptions=False)
