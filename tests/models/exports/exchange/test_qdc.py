"""The codebook goes out as a `.qdc` file of REFI-QDA: the same tree of codes, with definitions and colours."""

from pathlib import Path

from lxml import etree

from models.actions.codebook import pin_example
from models.entities import Subject
from models.exports.delivery import export
from models.exports.exchange.qdc import Qdc
from models.exports.options import Options
from models.store import Store
from tests.example import Example
from tests.models.codebook.nine_kinds import nine_kinds

NAMESPACE = {"": "urn:QDA-XML:codebook:1.0"}


def codes(store: Store, folder: Path, options: Options | None = None) -> dict[str, "etree._Element"]:
    """Export the codebook, and return its codes by their names."""
    export(store, folder, Qdc(), options)
    root = etree.parse(folder / "codebook.qdc").getroot()
    return {each.attrib["name"]: each for each in root.iterfind(".//Code", NAMESPACE)}


def test_variables_hold_their_choices_at_every_level(example: Example, tmp_path: Path) -> None:
    nine_kinds(example)
    found = codes(example.store, tmp_path)
    assert [each.attrib["name"] for each in found["Topic"].iterfind("Code", NAMESPACE)] == ["Sea", "Wall"]
    assert [each.attrib["name"] for each in found["Sea"].iterfind("Code", NAMESPACE)] == ["Storm"]
    assert {name: found[name].attrib["isCodable"] for name in ("Topic", "Sea", "Term", "Sure", "Sure › yes")} == {
        **{"Topic": "false", "Sea": "true", "Term": "true", "Sure": "false", "Sure › yes": "true"}
    }


def test_definitions_instructions_examples_and_colours_are_kept(example: Example, tmp_path: Path) -> None:
    study = nine_kinds(example)
    topic, sea = study.variable("topic"), study.choice("sea")
    study.offer(topic, "Harbour", colour="#ff8800")
    study.do(pin_example(topic, sea, example.cost, "the wall", "The Tide"))
    found = codes(example.store, tmp_path)
    assert found["Topic"].findtext("Description", None, NAMESPACE) == "What the claim is about.\n\nTake the main topic."
    assert found["Sea"].findtext("Description", None, NAMESPACE) == "Open water.\n\nExample: “the wall” (The Tide)"
    assert found["Harbour"].attrib["color"] == "#ff8800"


def test_variables_about_speakers_and_articles_are_there_too(example: Example, tmp_path: Path) -> None:
    study = nine_kinds(example)
    study.offer(study.ask("side", "choice", Subject.SPEAKER), "Left")
    assert {"Side", "Left"} <= codes(example.store, tmp_path).keys()


def test_a_project_without_variables_has_the_built_in_codes(example: Example, tmp_path: Path) -> None:
    found = codes(example.store, tmp_path)
    assert {"Claim", "Cue", "Source", "Number", "Mode", "Mode › direct"} <= found.keys()


def test_the_file_is_valid_by_the_schema_of_the_standard(example: Example, tmp_path: Path, shared: Path) -> None:
    nine_kinds(example)
    codes(example.store, tmp_path)
    schema = etree.XMLSchema(etree.parse(shared / "data/standards/refi-qda/Codebook.xsd"))
    schema.assertValid(etree.parse(tmp_path / "codebook.qdc"))
