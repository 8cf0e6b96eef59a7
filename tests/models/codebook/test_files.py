"""A codebook goes to CSV and TOML and back; one that contradicts itself is refused with its line."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from models.actions.importing_codebook import import_codebook
from models.cli import commands
from models.codebook.codebook import Codebook
from models.codebook.files import codebook_file
from models.codebook.files.csv_form import read_csv, write_csv
from models.codebook.files.drafts import CodebookRefused, VariableDraft, drafts_of, expect_sound
from models.codebook.files.page import write_page
from models.codebook.files.toml_form import read_toml, write_toml
from models.errors import OnrecordError
from models.store import Store
from tests.example import CODER, Example
from tests.models.codebook.study import Study, coded

HEAD = "variable,choice,label,about,kind,parent,shown_if,shown_for,required,example\n"

REFUSED = {
    "a name twice": ("a,,A,claim,text,,,,,\na,,A,claim,text,,,,,\n", 3),
    "an unknown kind": ("a,,A,claim,topic,,,,,\n", 2),
    "an unknown subject": ("a,,A,sentence,text,,,,,\n", 2),
    "a name that cannot be one": ("A b,,A,claim,text,,,,,\n", 2),
    "a name that exports use": ("summary,,A,claim,text,,,,,\n", 2),
    "a choice without a variable": ("a,,A,claim,choice,,,,,\nb,x,X,,,,,,,\n", 3),
    "a choice of a text": ("a,,A,claim,text,,,,,\na,x,X,,,,,,,\n", 2),
    "a code twice": ("a,,A,claim,choice,,,,,\na,x,X,,,,,,,\na,x,Y,,,,,,,\n", 4),
    "a parent that is not there": ("a,,A,claim,choice,,,,,\na,x,X,,,y,,,,\n", 3),
    "a circle of levels": ("a,,A,claim,choice,,,,,\na,x,X,,,y,,,,\na,y,Y,,,x,,,,\n", 3),
    "a circle of conditions": ("a,,A,claim,text,,b,,,\nb,,B,claim,text,,a,,,\n", 2),
    "a condition on nothing": ("a,,A,claim,text,,b,,,\n", 2),
    "a condition on no choice": ("a,,A,claim,choice,,,,,\na,x,X,,,,,,,\nb,,B,claim,text,,a,z,,\n", 4),
    "a condition on another kind of record": ("a,,A,claim,text,,,,,\nb,,B,number,text,,a,,,\n", 3),
    "neither yes nor no": ("a,,A,claim,text,,,,maybe,\n", 2),
    "an example of no choice": ("a,,A,claim,choice,,,,,\na,x,,,,,,,,the words\n", 3),
}


@pytest.mark.parametrize(("write", "read"), [(write_csv, read_csv), (write_toml, read_toml)], ids=["csv", "toml"])
def test_a_codebook_is_read_back_as_it_was_written(example: Example, write: object, read: object) -> None:
    drafts = drafts_of(coded(example).codebook)
    again = read(write(drafts))  # type: ignore[operator]
    assert write(again) == write(drafts)  # type: ignore[operator]
    assert [each.name for each in expect_sound(again)] == ["topic", "depth"]


@pytest.mark.parametrize(("rows", "line"), REFUSED.values(), ids=REFUSED)
def test_a_codebook_that_contradicts_itself_is_refused_with_its_line(rows: str, line: int) -> None:
    with pytest.raises(CodebookRefused) as refused:
        import_codebook(Codebook(), read_csv(HEAD + rows))
    assert refused.value.problems[0].line == line


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ('[[variable.choice]]\nvalue = "x"\ncolour = "blue"', "is not a colour"),
        ('[[variable.choice]]\nlabel = "x"', "has no code"),
        ('[[variable.example]]\nplace = "The Tide"', "has no words"),
    ],
)
def test_a_choice_or_example_that_no_project_can_hold_is_refused(table: str, words: str) -> None:
    with pytest.raises(CodebookRefused, match=words):
        expect_sound(read_toml(f'[[variable]]\nname = "a"\nabout = "claim"\nkind = "choice"\n\n{table}\n'))


def test_toml_names_the_line_of_what_is_wrong() -> None:
    text = (
        '[[variable]]\nname = "a"\nabout = "claim"\nkind = "choice"\n\n[[variable.choice]]\nvalue = "x"\nparent = "y"\n'
    )
    with pytest.raises(CodebookRefused) as refused:
        expect_sound(read_toml(text))
    assert refused.value.problems[0].line == 6
    with pytest.raises(CodebookRefused):
        read_toml("[[variable]]\nname = 3\n")
    with pytest.raises(CodebookRefused):
        read_toml("name = [")


def test_an_import_into_another_project_gives_the_same_codebook_and_again_nothing(study: Study, tmp_path: Path) -> None:
    coded(study.example)
    study.codebook = study.example.store.codebook()
    drafts = drafts_of(study.codebook)
    with Store.create(tmp_path / "other.onrecord") as store:
        store.apply(import_codebook(store.codebook(), drafts).stamped(CODER, "2026-03-01T09:00:00.000+00:00"))
        assert write_toml(drafts_of(store.codebook())) == write_toml(drafts)
        assert import_codebook(store.codebook(), drafts).changes == ()


def test_a_variable_of_another_kind_is_refused(study: Study) -> None:
    study.ask("level", "text")
    with pytest.raises(OnrecordError):
        import_codebook(study.codebook, [VariableDraft(name="level", subject="claim", kind="date", label="Level")])


def test_a_page_has_every_definition_choice_and_example_and_no_markup_of_theirs(example: Example) -> None:
    study = coded(example)
    page = write_page([*drafts_of(study.codebook), VariableDraft(name="x", subject="claim", kind="text", label="<b>&")])
    assert "<b>" not in page
    assert "&lt;b&gt;&amp;" in page
    for words in ("Storm", "Wall", example.records.words(example.cost.id).splitlines()[0][:20]):
        assert words in page


def test_the_command_writes_and_reads_each_form(example: Example, tmp_path: Path) -> None:
    coded(example)
    example.store.close()
    printed = CliRunner().invoke(commands, ["codebook", str(example.store.path)])
    assert 'name = "topic"' in printed.output
    for suffix in (".csv", ".toml", ".html"):
        file = tmp_path / f"codebook{suffix}"
        assert CliRunner().invoke(commands, ["codebook", str(example.store.path), str(file)]).exit_code == 0
        if suffix == ".html":
            continue
        Store.create(tmp_path / f"new{suffix}.onrecord").close()
        project = str(tmp_path / f"new{suffix}.onrecord")
        assert CliRunner().invoke(commands, ["codebook", project, str(file), "--import"]).exit_code == 0
        assert CliRunner().invoke(commands, ["codebook", project]).output == printed.output
    between = CliRunner().invoke(commands, ["codebook", project, str(example.store.path), "--import", "--coder", "CD"])
    assert between.exit_code == 0


def test_a_file_of_another_suffix_or_encoding_is_refused(tmp_path: Path) -> None:
    for name, data in (("codebook.doc", b""), ("codebook.csv", b"\xff\xfe\x00")):
        (tmp_path / name).write_bytes(data)
        with pytest.raises(OnrecordError):
            codebook_file.read(tmp_path / name)
