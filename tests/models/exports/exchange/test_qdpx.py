"""A project goes out as a `.qdpx` file of REFI-QDA: text, positions, codes and speakers come back as they were."""

from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from lxml import etree

from models.actions.suggestions import record_suggestions
from models.edits import Edit, made
from models.entities import Answer, Claim, Number, Role, Subject
from models.errors import NotExported
from models.exports.delivery import export
from models.exports.exchange.qdpx import Qdpx
from models.exports.exchange.web_annotations import WebAnnotations
from models.exports.lines import Lines
from models.exports.options import Options
from models.exports.report import File, Report
from models.exports.target import Target
from models.lines.order import Order
from models.store import Store
from tests.example import Example, put, signed, typed
from tests.models.codebook.nine_kinds import nine_kinds
from tests.models.codebook.study import Study
from tests.models.exports.exchange.any_project import project_of
from tests.models.exports.exchange.qdpx_reader import Case, Read, Selection, read_as_qualcoder, read_qdpx
from tests.models.exports.test_round_trip import Records, projects
from tests.models.suggestions.found_in_example import PROMISE, found_claim
from tests.thorough import examples

QDPX = "project.qdpx"
COST = "the wall 🌊 would cost “about 40 million crowns” and take two winters"
LOST = "“We lost nearly 300 metres in one night,”"


def exported(store: Store, folder: Path, options: Options | None = None) -> Report:
    """Export a project."""
    return export(store, folder, Qdpx(), options)


def read(example: Example, folder: Path, options: Options | None = None) -> Read:
    """Export the example and read it."""
    exported(example.store, folder, options)
    return read_qdpx(folder / QDPX)


def selection(project: Read, words: str) -> Selection:
    """Return the selection with some words."""
    (found,) = [each for source in project.sources.values() for each in source.selections if each.words == words]
    return found


def test_each_span_is_a_selection_with_its_words_role_and_coder(example: Example, tmp_path: Path) -> None:
    project = read(example, tmp_path)
    spans = example.records.spans
    found = {each.guid: each for each in project.sources[example.article.id].selections}
    assert {guid: (each.start, each.end) for guid, each in found.items()} == {
        span.id: (span.start, span.end) for span in spans.values()
    }
    names = {Role.CONTENT: "Claim", Role.CUE: "Cue", Role.SOURCE: "Source", Role.NUMBER: "Number"}
    assert all(names[span.role] in found[span.id].codes for span in spans.values())
    assert {each.coder for each in found.values()} == {"AB"}
    assert selection(project, COST).codes == {"Claim", "Mode › mixed", "Ida Brekke"}


def test_texts_are_whole_also_beyond_the_basic_multilingual_plane(example: Example, tmp_path: Path) -> None:
    project = read(example, tmp_path)
    assert project.sources[example.article.id].text == example.records.text
    assert "🌊" in selection(project, COST).words


def test_answers_are_codes_and_all_that_is_recorded_is_in_the_comment(example: Example, tmp_path: Path) -> None:
    nine_kinds(example)
    lost = selection(read(example, tmp_path), LOST)
    codes = {"Storm", "Hope", "Fear", "Sure › yes", "Reason", "Term", "Score", "Weight", "Due", "Addressee"}
    assert lost.codes == {"Claim", "Mode › direct", *codes}
    assert lost.comment == (
        "Mode: direct\nTopic: Storm\nFeelings: Hope; Fear\nSure: yes\nReason: Nobody\nasked\nTerm: sea wall\n"
        "Score: 1200\nWeight: 0.5\nDue: 2015-01-23\nAddressee: Nils Aas"
    )


def test_choices_are_named_by_their_codes_on_request(example: Example, tmp_path: Path) -> None:
    nine_kinds(example)
    assert {"storm", "hope", "fear"} < selection(read(example, tmp_path, Options(codes=True)), LOST).codes


def test_an_answer_that_no_longer_fits_is_in_the_comment_alone(example: Example, tmp_path: Path) -> None:
    due = nine_kinds(example).variable("due")
    later = Answer(variable=due.id, article=example.article.id, claim=example.cost.id, value="later")
    example.store.apply(signed(Edit("Answer", (made(later),))))
    cost = selection(read(example, tmp_path), COST)
    assert "Due" not in cost.codes
    assert "Due: later" in (cost.comment or "")


def test_what_is_to_be_discussed_has_a_code(example: Example, tmp_path: Path) -> None:
    example.store.apply(signed(put(example.cost, "discuss", True)))
    assert "To discuss" in selection(read(example, tmp_path), COST).codes


def test_a_speaker_is_a_case_with_what_the_speaker_says(example: Example, tmp_path: Path) -> None:
    study = Study(example, example.store.codebook())
    study.ask("size", "whole_number", Subject.SPEAKER)
    study.answer("size", example.union, "40")
    project = read(example, tmp_path)
    (part,) = example.records.contents(example.cost.id)
    assert project.cases == {
        example.mayor.id: Case(
            "Ida Brekke",
            frozenset([part.id]),
            {"speaker_kind": "person", "speaker_role": "Mayor", "aliases": "Ms Brekke"},
        ),
        example.union.id: Case("Fishermen's union", frozenset(), {"speaker_kind": "organisation", "size": "40"}),
    }


def test_articles_have_their_attributes_as_variables(example: Example, tmp_path: Path) -> None:
    for name, value in {"published": "23 January 2015", "byline": "Kari Moe"}.items():
        example.store.apply(signed(typed(example.records.article, name, value)))
    source = read(example, tmp_path).sources[example.article.id]
    assert source.name == "Harbour wall will take two winters"
    assert source.values == {
        "outlet": "The Tide",
        "byline": "Kari Moe",
        "published": "2015-01-23",
        "status": "open",
    }


def test_cue_source_and_number_are_linked_to_their_claim(example: Example, tmp_path: Path) -> None:
    project = read(example, tmp_path)
    claim = selection(project, COST).guid
    assert project.links == {
        (selection(project, "said").guid, claim, "cue of the claim"),
        (selection(project, "Ida Brekke").guid, claim, "source of the claim"),
        (selection(project, "about 40 million crowns").guid, claim, "number in the claim"),
    }


@settings(max_examples=examples(20))
@given(records=projects())
def test_any_project_comes_back_equal(empty_project: Path, records: Records) -> None:
    with project_of(records, empty_project) as (store, folder):
        exported(store, folder)
        project = read_qdpx(folder / QDPX)
    source = project.sources[records.article.id]
    assert source.text == records.text
    assert {each.guid: (each.start, each.end, each.words) for each in source.selections} == {
        span.id: (span.start, span.end, records.words(role)) for role, span in records.spans.items()
    }
    assert project.cases[records.speaker.id].selections == {records.spans[Role.CONTENT].id}


@settings(max_examples=examples(20))
@given(records=projects())
def test_qualcoder_finds_the_same_words_and_speakers(empty_project: Path, records: Records) -> None:
    with project_of(records, empty_project) as (store, folder):
        exported(store, folder)
        found = read_as_qualcoder(folder / QDPX, folder / "unpacked")
        project = read_qdpx(folder / QDPX)
    article = project.sources[records.article.id].name
    roles = {Role.CONTENT: "Claim", Role.CUE: "Cue", Role.SOURCE: "Source", Role.NUMBER: "Number"}
    assert {(code, words) for code, _source, words, _coder in found.codings if code in roles.values()} == {
        (roles[role], records.words(role)) for role in Role
    }
    speaker = project.cases[records.speaker.id].name
    assert found.case_texts == {(speaker, article, records.words(Role.CONTENT))}


def test_codes_speakers_and_sources_with_the_same_name_are_told_apart(example: Example, tmp_path: Path) -> None:
    study = Study(example, example.store.codebook())
    for name in ("topic", "aim"):
        variable = study.ask(name, "choice")
        study.offer(variable, "Ida Brekke", code="x")
    example.store.apply(signed(typed(example.other, "title", example.article.title)))
    project = read(example, tmp_path)
    names = [name.casefold() for name in project.codes.values()]
    assert len({*names}) == len(names)
    assert {"Topic › Ida Brekke", "Aim › Ida Brekke", "Speakers › Ida Brekke"} < {*project.codes.values()}
    assert [each.name for each in project.sources.values()] == [
        "Harbour wall will take two winters",
        "Harbour wall will take two winters (2)",
    ]


def test_characters_that_xml_cannot_hold_are_replaced_and_counted(example: Example, tmp_path: Path) -> None:
    example.store.apply(signed(put(example.cost, "note", "a\x01b\r\nc")))
    report = exported(example.store, tmp_path)
    assert "Note: a\ufffdb\r\nc" in (selection(read_qdpx(tmp_path / QDPX), COST).comment or "")
    assert any(remark.startswith("1 text has control characters") for remark in report.remarks)


def test_a_record_without_a_place_is_said_to_be_left_out(example: Example, tmp_path: Path) -> None:
    example.store.apply(
        signed(Edit("Make", (made(Claim(article=example.other.id)), made(Number(article=example.other.id)))))
    )
    report = exported(example.store, tmp_path)
    assert "2 claims and numbers without a place in their articles are left out." in report.remarks


def test_the_same_project_gives_the_same_bytes(example: Example, tmp_path: Path) -> None:
    nine_kinds(example)
    for folder in ("first", "second"):
        exported(example.store, tmp_path / folder)
    assert (tmp_path / "first" / QDPX).read_bytes() == (tmp_path / "second" / QDPX).read_bytes()


def test_an_empty_project_has_a_folder_for_sources_and_no_empty_parts(tmp_path: Path) -> None:
    with Store.create(tmp_path / "new.onrecord") as store:
        exported(store, tmp_path)
    with ZipFile(tmp_path / QDPX) as archive:
        assert archive.namelist() == ["sources/", "project.qde"]
        assert {each.tag.rpartition("}")[2] for each in etree.fromstring(archive.read("project.qde"))} == {
            "CodeBook",
            "Variables",
            "Description",
        }


@pytest.mark.parametrize(
    ("old", "new"),
    [(b'endPosition="', b'endPosition="9'), (b"<CodeRef targetGUID=", b"<CodeRef ref="), (b"</Project>", b"")],
)
def test_a_damaged_file_is_not_published(
    example: Example, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, old: bytes, new: bytes
) -> None:
    count = Qdpx.count

    def damaged(target: Qdpx, file: File) -> int:
        _replace_in(file.path, old, new)
        return count(target, file)

    monkeypatch.setattr(Qdpx, "count", damaged)
    with pytest.raises(NotExported):
        exported(example.store, tmp_path / "out")
    assert not (tmp_path / "out" / QDPX).exists()


def _replace_in(path: Path, old: bytes, new: bytes) -> None:
    with ZipFile(path) as archive:
        entries = {each: archive.read(each) for each in archive.namelist()}
    assert old in entries["project.qde"]
    entries["project.qde"] = entries["project.qde"].replace(old, new)
    with ZipFile(path, "w") as archive:
        for name, data in entries.items():
            archive.writestr(name, data)


def test_the_file_is_valid_by_the_schema_of_the_standard(example: Example, tmp_path: Path, shared: Path) -> None:
    study = nine_kinds(example)
    study.ask("seen", "date", Subject.ARTICLE)
    study.answer("seen", example.article, "2015-01-23T10:00")
    exported(example.store, tmp_path)
    schema = etree.XMLSchema(etree.parse(shared / "data/standards/refi-qda/Project.xsd"))
    with ZipFile(tmp_path / QDPX) as archive:
        schema.assertValid(etree.fromstring(archive.read("project.qde")))


def test_positions_are_those_of_atlas_ti(shared: Path) -> None:
    with ZipFile(shared / "data/standards/refi-qda/samples/TestProject.qdpx") as archive:
        root = etree.fromstring(archive.read("Project.qde"))
    found = [each.attrib for each in root.iter("{urn:QDA-XML:project:1.0}PlainTextSelection")]
    lengths = {each["name"]: int(each["endPosition"]) - int(each["startPosition"]) for each in found}
    assert lengths["granola"] == len("granola")
    whole = "Oh, that was great. See you tomorrow? Eleven thirty. Mm."
    assert lengths[whole] == len(whole)


@pytest.mark.parametrize("target", [Qdpx(), WebAnnotations()], ids=["qdpx", "jsonld"])
def test_a_view_is_said_not_to_limit_a_form_without_tables(example: Example, tmp_path: Path, target: Target) -> None:
    orders = {Lines.STATEMENTS: Order(text="berths")}
    report = export(example.store, tmp_path, target, Options(orders=orders))
    assert "A view chooses lines of tables; this form has none, and contains all records." in report.remarks
    assert report.files[0].rows == len(example.records.spans)


def test_how_a_claim_began_is_in_the_comment_if_it_was_suggested_and_no_code(example: Example, tmp_path: Path) -> None:
    example.store.apply(signed(record_suggestions(example.records, example.registry, [found_claim()])))
    project = read(example, tmp_path)
    suggested, by_hand = selection(project, PROMISE), selection(project, LOST)
    assert "Origin: accepted\nRule: verb before" in (suggested.comment or "")
    assert "Origin" not in (by_hand.comment or "")
    assert not any("Origin" in code for code in suggested.codes)
