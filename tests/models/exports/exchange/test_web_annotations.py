"""A project goes out as W3C Web Annotations: each part of a text by its position and by its words."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft4Validator, FormatChecker
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT4

from models.edits import Edit, made
from models.entities import Claim, Role, Span
from models.errors import NotExported
from models.exports.delivery import export
from models.exports.exchange.web_annotations import WebAnnotations
from models.exports.options import Options
from models.exports.report import File
from models.store import Store
from tests.example import Example, place, put, signed
from tests.models.codebook.nine_kinds import nine_kinds
from tests.models.exports.exchange.any_project import project_of
from tests.models.exports.test_round_trip import Records, projects
from tests.thorough import examples

Json = dict[str, Any]


def exported(store: Store, folder: Path, options: Options | None = None) -> tuple[Json, dict[str, Json]]:
    """Export a project; return the collection, and the articles by their names."""
    export(store, folder, WebAnnotations(), options)
    articles = json.loads((folder / "articles.jsonld").read_text("utf-8"))["@graph"]
    collection = json.loads((folder / "annotations.jsonld").read_text("utf-8"))
    return collection, {each["@id"]: each for each in articles}


def annotations(collection: Json) -> dict[str, Json]:
    """Return the annotations of a collection by their names."""
    return {each["id"]: each for each in collection["first"]["items"]}


def said(annotation: Json, purpose: str) -> list[tuple[str, str]]:
    """Return the texts among the bodies of an annotation that serve a purpose, with their labels."""
    bodies = [each for each in annotation["body"] if each["purpose"] == purpose and each["type"] == "TextualBody"]
    return [(each["label"], each["value"]) for each in bodies]


def selected(annotation: Json, articles: dict[str, Json]) -> list[str]:
    """Return the words of the parts that an annotation is about, by their positions; they are those that are quoted."""
    found = []
    for target in annotation["target"]:
        text = articles[target["source"]]["articleBody"]
        position, quote = target["selector"]
        start, end = position["start"], position["end"]
        assert quote["exact"] == text[start:end]
        assert text[:start].endswith(quote["prefix"])
        assert text[end:].startswith(quote["suffix"])
        found.append(quote["exact"])
    return found


def test_a_claim_has_its_words_speaker_and_answers(example: Example, tmp_path: Path) -> None:
    nine_kinds(example)
    collection, articles = exported(example.store, tmp_path)
    cost, lost = (annotations(collection)[f"urn:uuid:{claim.id}"] for claim in (example.cost, example.lost))
    assert selected(cost, articles) == ["the wall 🌊 would cost “about 40 million crowns” and take two winters"]
    assert cost["body"][1] == {
        "type": "SpecificResource",
        "purpose": "identifying",
        "label": "speaker",
        "source": {"id": f"urn:uuid:{example.mayor.id}", "type": "Person", "name": "Ida Brekke"},
    }
    assert said(lost, "classifying") == [
        *(("role", "claim"), ("mode", "direct"), ("topic", "Storm"), ("feelings", "Hope"), ("feelings", "Fear")),
        ("sure", "yes"),
    ]
    assert ("reason", "Nobody\nasked") in said(lost, "describing")
    assert (cost["creator"]["nickname"], cost["created"]) == ("AB", "2026-03-01T09:00:00Z")


def test_numbers_cues_and_sources_are_linked_to_their_claim(example: Example, tmp_path: Path) -> None:
    collection, articles = exported(example.store, tmp_path)
    linked = [
        (body["source"], dict(said(each, "classifying"))["role"], *selected(each, articles))
        for each in annotations(collection).values()
        for body in each["body"]
        if body["purpose"] == "linking"
    ]
    claim = f"urn:uuid:{example.cost.id}"
    assert sorted(linked) == [
        (claim, "cue", "said"),
        (claim, "number", "about 40 million crowns"),
        (claim, "source", "Ida Brekke"),
    ]


def test_a_claim_in_several_parts_has_a_target_for_each(example: Example, tmp_path: Path) -> None:
    start, end = place("take two winters")
    part = Span(article=example.article.id, role=Role.CONTENT, claim=example.lost.id, position=1, start=start, end=end)
    example.store.apply(signed(Edit("Add", (made(part),))))
    collection, articles = exported(example.store, tmp_path)
    words = selected(annotations(collection)[f"urn:uuid:{example.lost.id}"], articles)
    assert words == ["“We lost nearly 300 metres in one night,”", "take two winters"]


def test_a_claim_without_a_place_is_about_the_whole_article(example: Example, tmp_path: Path) -> None:
    claim = Claim(article=example.other.id)
    example.store.apply(signed(Edit("Make", (made(claim),))))
    collection, _articles = exported(example.store, tmp_path)
    (target,) = annotations(collection)[f"urn:uuid:{claim.id}"]["target"]
    assert target["id"] == f"urn:uuid:{example.other.id}"


def test_notes_are_comments_and_marks_are_tags(example: Example, tmp_path: Path) -> None:
    example.store.apply(signed(put(example.cost, "discuss", True)))
    example.store.apply(signed(put(example.article, "note", "To be read again")))
    collection, _articles = exported(example.store, tmp_path)
    found = annotations(collection)
    assert said(found[f"urn:uuid:{example.cost.id}"], "tagging") == [("claim_to_discuss", "yes")]
    assert [comment for each in found.values() for comment in said(each, "commenting")] == [
        ("article_note", "To be read again"),
        ("number_note", "of 2026"),
    ]


def test_articles_are_described_and_whole(example: Example, tmp_path: Path) -> None:
    _collection, articles = exported(example.store, tmp_path)
    article = articles[f"urn:uuid:{example.article.id}"]
    assert article["articleBody"] == example.records.text
    assert (article["headline"], article["publisher"]["name"]) == (example.article.title, "The Tide")
    assert article["identifier"]["value"] == example.article.content


def test_the_collection_says_how_many_annotations_it_has(example: Example, tmp_path: Path) -> None:
    collection, _articles = exported(example.store, tmp_path)
    # Two articles, two speakers, two claims, two numbers, a cue and a source.
    assert collection["total"] == len(collection["first"]["items"]) == len(annotations(collection)) == 10


def test_choices_are_named_by_their_codes_on_request(example: Example, tmp_path: Path) -> None:
    nine_kinds(example)
    collection, _articles = exported(example.store, tmp_path, Options(codes=True))
    lost = annotations(collection)[f"urn:uuid:{example.lost.id}"]
    assert {("topic", "storm"), ("feelings", "hope")} < {*said(lost, "classifying")}


def test_the_same_project_gives_the_same_bytes(example: Example, tmp_path: Path) -> None:
    nine_kinds(example)
    for folder in ("first", "second"):
        exported(example.store, tmp_path / folder)
    for name in WebAnnotations.names:
        assert (tmp_path / "first" / name).read_bytes() == (tmp_path / "second" / name).read_bytes()


@settings(max_examples=examples(20))
@given(records=projects())
def test_any_project_comes_back_equal(empty_project: Path, records: Records) -> None:
    with project_of(records, empty_project) as (store, folder):
        collection, articles = exported(store, folder)
    found = annotations(collection)
    names = {Role.CONTENT: records.claim.id, Role.NUMBER: records.number.id}
    for role, span in records.spans.items():
        assert selected(found[f"urn:uuid:{names.get(role, span.id)}"], articles) == [records.words(role)]
    text = articles[f"urn:uuid:{records.article.id}"]["articleBody"]
    assert hashlib.sha256(text.encode()).hexdigest() == records.article.content


@pytest.mark.parametrize(
    "damage",
    [
        ("annotations.jsonld", '"end": ', '"end": 1'),
        ("annotations.jsonld", "},\n", "}\n"),
        ("annotations.jsonld", "\n]", ""),
        ("articles.jsonld", "fishermen", "Fishermen"),
        ("articles.jsonld", "\n]}", "\n]"),
    ],
)
def test_a_damaged_file_is_not_published(
    example: Example, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: tuple[str, str, str]
) -> None:
    count = WebAnnotations.count
    name, old, new = damage

    def damaged(target: WebAnnotations, file: File) -> int:
        if file.path.name == name:
            text = file.path.read_text("utf-8")
            assert old in text
            file.path.write_text(text.replace(old, new, 1), "utf-8")
        return count(target, file)

    monkeypatch.setattr(WebAnnotations, "count", damaged)
    with pytest.raises(NotExported):
        exported(example.store, tmp_path / "out")
    assert not [*(tmp_path / "out").iterdir()]


def test_every_annotation_is_valid_by_the_schemas_of_the_standard(
    example: Example, tmp_path: Path, shared: Path
) -> None:
    nine_kinds(example)
    example.store.apply(signed(Edit("Make", (made(Claim(article=example.other.id)),))))
    broken = _broken_rules(shared / "data/standards/web-annotation/tests")
    collection, _articles = exported(example.store, tmp_path)
    every = [{**each, "@context": collection["@context"]} for each in annotations(collection).values()]
    assert [rule for each in every for rule in broken(each)] == []
    wrong = {"source": "urn:uuid:1", "selector": {"type": "TextPositionSelector", "start": -1, "end": 2}}
    assert broken({**every[0], "target": [wrong]}), "the schemas see an error"


def _broken_rules(folder: Path) -> Callable[[Json], list[str]]:
    """Return what finds the rules ("must") of the standard that an annotation breaks."""
    known = [(each.name, json.loads(each.read_text("utf-8"))) for each in (folder / "definitions").glob("*.json")]
    registry: Registry[Any] = Registry().with_resources(
        (name, Resource.from_contents(schema, default_specification=DRAFT4)) for name, schema in known
    )
    rules = json.loads((folder / "annotations/annotationMusts.test").read_text("utf-8"))["assertions"]
    schemas = {rule: json.loads((folder / rule).read_text("utf-8")) for rule in rules}
    validators = {
        rule: Draft4Validator(schema, registry=registry, format_checker=FormatChecker())
        for rule, schema in schemas.items()
    }
    return lambda annotation: [
        rule
        for rule, validator in validators.items()
        if validator.is_valid(annotation) != (schemas[rule]["expectedResult"] == "valid")
    ]
