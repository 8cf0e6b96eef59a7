"""The registry goes into a CSV file and comes back from whatever a spreadsheet has made of it."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.actions.cells import Written
from models.actions.importing_speakers import import_speakers
from models.cli import commands
from models.codebook.codebook import Codebook
from models.edits import Edit, made
from models.entities import Alias, Speaker, SpeakerKind, Subject
from models.known import Known
from models.registry import Registry
from models.speaker_lists.speakers_csv import SpeakersRefused, read_speakers, write_speakers
from models.text.folding import spelling
from models.text.typed_text import typed_line, typed_text
from tests.example import Example, put, signed
from tests.models.codebook.study import Study
from tests.thorough import examples


def known(registry: Registry) -> Known:
    """Return what attributes ask about a registry."""
    return Known(registry, lambda _record: ())


def read(example: Example, text: str | bytes, codebook: Codebook | None = None) -> Written:
    """Return what an import of a file does."""
    data = text if isinstance(text, bytes) else text.encode()
    return import_speakers(read_speakers(data, codebook or example.store.codebook()), known(example.registry))


def changes(written: Written) -> list[tuple[int, str, str, str]]:
    """Return what a preview lists: the line, the column, the old and the new text."""
    return [(each.cell.row + 1, each.cell.column, each.cell.text, each.text) for each in written.changed]


def refusals(written: Written) -> list[tuple[int, str]]:
    """Return the lines and columns that are refused."""
    return [(each.cell.row + 1, each.cell.column) for each in written.refused]


def study_of(example: Example) -> Study:
    """Return the example with variables of several kinds about speakers, and answers."""
    study = Study(example, Codebook())
    party = study.ask("party", "choice", Subject.SPEAKER)
    for label in ("Left", "Right"):
        study.offer(party, label, code=label[0].lower())
    study.ask("size", "whole_number", Subject.SPEAKER)
    study.ask("ally", "speaker", Subject.SPEAKER)
    study.answer("party", example.mayor, "Left")
    study.answer("size", example.union, "40")
    study.answer("ally", example.union, example.mayor.name)
    return study


TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=12)
LINES = TEXTS.map(typed_line)


@st.composite
def registries(draw: st.DrawFn) -> Registry:
    """Make speakers with any texts; no two names are alike, as the registry demands."""
    names = draw(st.lists(LINES.filter(bool), min_size=1, max_size=8, unique_by=lambda name: spelling(name or "")))
    records: list[Speaker | Alias] = []
    for number, name in enumerate(names):
        if number % 2 and draw(st.booleans()):
            records.append(Alias(speaker=records[-1].id if isinstance(records[-1], Speaker) else "", name=name or ""))
            continue
        speaker = Speaker(
            name=name or "",
            kind=draw(st.none() | st.sampled_from(SpeakerKind)),
            role=draw(LINES),
            affiliation=draw(LINES),
            outside_id=f"Q{number}" if draw(st.booleans()) else None,
            note=draw(st.text(max_size=20).map(typed_text)),
        )
        records.append(speaker)
    return Registry(record for record in records if not isinstance(record, Alias) or record.speaker)


@settings(max_examples=examples(30), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(registries(), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_a_list_that_is_read_back_changes_nothing_and_makes_the_same_speakers_elsewhere(
    registry: Registry, encoding: str
) -> None:
    text = write_speakers(known(registry), Codebook())
    listed = read_speakers(text.encode(encoding), Codebook())
    again = import_speakers(listed, known(registry))
    assert (again.edit.changes, again.refused) == ((), ())
    elsewhere = Registry()
    copied = import_speakers(listed, known(elsewhere))
    assert copied.refused == ()
    elsewhere.take(copied.edit)
    assert write_speakers(known(elsewhere), Codebook()) == text


@pytest.mark.parametrize("codes", [False, True], ids=["labels", "codes"])
def test_answers_go_out_and_come_back_by_labels_or_codes(example: Example, codes: bool) -> None:
    study = study_of(example)
    text = write_speakers(known(example.registry), study.codebook, codes=codes)
    assert text.splitlines()[0] == "name,kind,role,affiliation,aliases,outside_id,note,party,size,ally"
    assert (",l," if codes else ",Left,") in text
    assert read(example, text).edit.changes == ()
    written = read(example, text.replace(",l," if codes else ",Left,", ",r," if codes else ",Right,"))
    assert changes(written) == [(3, "Party", "Left", "Right")]


def test_new_speakers_come_and_known_ones_change_only_where_a_cell_says_something(example: Example) -> None:
    written = read(
        example,
        "name,role,affiliation,ally\nNils Aas,Mate,,x\nms brekke,,Aldersund,\nFishermen’s  union,,,\n",
    )
    assert changes(written) == [
        (2, "New speaker", "", "Nils Aas"),
        (2, "Role", "", "Mate"),
        (3, "Affiliation", "", "Aldersund"),
    ]
    assert written.refused == ()
    before = example.registry
    example.store.apply(signed(written.edit))
    after = example.registry
    assert {each.name for each in after.speakers.values()} == {
        *(each.name for each in before.speakers.values()),
        "Nils Aas",
    }
    assert after.speakers[example.mayor.id].role == example.mayor.role


def test_the_outside_id_comes_before_the_name_and_is_set_where_there_was_none(example: Example) -> None:
    example.store.apply(signed(put(example.mayor, "outside_id", "Q1")))
    written = read(example, "name,outside_id\nIda M. Brekke,Q1\nFishermen's union,Q2\n")
    assert changes(written) == [(2, "Name", "Ida Brekke", "Ida M. Brekke"), (3, "Outside id", "", "Q2")]
    assert refusals(read(example, "name,outside_id\nIda Brekke,Q9\n")) == [(2, "Row")]


def test_what_is_ambiguous_doubled_or_unreadable_is_refused_with_its_line_and_the_rest_goes_in(
    example: Example,
) -> None:
    for speaker in (example.mayor, example.union):
        example.store.apply(signed(Edit("alias", (made(Alias(speaker=speaker.id, name="The harbour")),))))
    written = read(
        example,
        "name,kind,role\n"
        "The harbour,,Two have this alias\n"
        "Ida Brekke,no kind,Mayor of Aldersund\n"
        "ida brekke,,again\n"
        ",,nobody\n"
        '"Nils\nAas",,Mate,one too many\n'
        "Jon Dahl,person,\n",
    )
    assert refusals(written) == [(2, "Row"), (3, "Kind"), (4, "Row"), (5, "Row"), (6, "Row")]
    assert changes(written) == [
        (3, "Role", "Mayor", "Mayor of Aldersund"),
        (8, "New speaker", "", "Jon Dahl"),
        (8, "Kind", "", "person"),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t", "sep=;"])
def test_files_are_read_as_spreadsheets_write_them(example: Example, encoding: str, separator: str) -> None:
    comma = separator[-1]
    rows = [["Name", "Role", "Outside ID"], ["Åse Østby", "Fischhändlerin für Öl", "Q7"], ["Søren Bøe", "", ""]]
    text = "\r\n".join(comma.join(row) for row in rows) + "\r\n"
    written = read(example, (f"{separator}\r\n{text}" if len(separator) > 1 else text).encode(encoding))
    assert [each[2:] for each in changes(written)] == [
        ("", "Åse Østby"),
        ("", "Fischhändlerin für Öl"),
        ("", "Q7"),
        ("", "Søren Bøe"),
    ]


@pytest.mark.parametrize(
    "text",
    ["role,kind\nMayor,person\n", "name,role,Name\na,b,c\n", 'name,role\n"a,b\n', "", "name\n\x00\x01\x02\xff\n"],
)
def test_what_is_no_list_of_speakers_is_refused(example: Example, text: str) -> None:
    with pytest.raises(SpeakersRefused):
        read_speakers(text.encode("latin-1"), example.store.codebook())


def test_an_exported_table_is_known_by_its_columns_and_ids(example: Example) -> None:
    text = f"speaker_id,speaker_name,speaker_role,claims\n{example.mayor.id},Ida M. Brekke,Mayor,4\n"
    listed = read_speakers(text.encode(), example.store.codebook())
    assert listed.remarks == ("These columns are not read: “claims”.",)
    assert changes(import_speakers(listed, known(example.registry))) == [(2, "Name", "Ida Brekke", "Ida M. Brekke")]


def test_the_command_writes_previews_and_reads_a_list(example: Example, tmp_path: Path) -> None:
    study_of(example)
    project, file = str(example.store.path), tmp_path / "speakers.csv"
    run = CliRunner().invoke
    assert run(commands, ["speakers", project]).output.startswith("name,kind,")
    assert run(commands, ["speakers", project, str(file)]).exit_code == 0
    assert file.read_bytes().startswith(b"\xef\xbb\xbfname,kind,")
    text = file.read_text("utf-8-sig").replace("Left", "Right") + "Nils Aas,person,,,,,,Nowhere,,\n"
    file.write_text(text, "utf-8")
    before = example.registry.speakers
    previewed = run(commands, ["speakers", project, str(file), "--preview"])
    assert (previewed.exit_code, "Party: Left → Right" in previewed.output) == (1, True)
    assert "Nowhere" in previewed.output
    assert example.registry.speakers == before
    done = run(commands, ["speakers", project, str(file), "--import"])
    assert (done.exit_code, done.output) == (1, previewed.output)
    assert "Nils Aas" in {each.name for each in example.registry.speakers.values()}
    assert run(commands, ["speakers", project, "--import"]).exit_code == 2
    again = run(commands, ["speakers", project, str(file), "--import"])
    assert "0 cells change." in again.output


def test_ten_thousand_speakers_are_changed_by_one_edit() -> None:
    registry = Registry(Speaker(name=f"Speaker {number}", role="x") for number in range(10_000))
    text = write_speakers(known(registry), Codebook()).replace(",x,", ",y,")
    written = import_speakers(read_speakers(text.encode(), Codebook()), known(registry))
    assert (written.count, len(written.edit.changes), written.refused) == (10_000, 10_000, ())
