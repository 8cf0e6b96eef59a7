"""A network that is exported as GraphML is read by networkx and igraph, with its nodes, ties and types."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import igraph
import networkx
import pytest
from click.testing import CliRunner

from models.cli import commands
from models.codebook.codebook import Codebook
from models.edits import Edit, changed, made
from models.entities import Claim, Speaker, Subject
from models.errors import OnrecordError
from models.exports.delivery import export, tables_in
from models.exports.lines import Lines
from models.exports.networks.graphml import GraphMl
from models.exports.networks.settings import Duplicates, Relation, Unit
from models.exports.options import Options
from models.lines.order import Order
from tests.example import Example
from tests.models.codebook.study import Study

HARMLESS = "<Ms> & \x01 “Ø” 🌊"
"""A name with what XML escapes, and one character that it cannot hold."""


@pytest.fixture
def study(example: Example) -> Study:
    """Return the example with topics, a yes-or-no question, a party of speakers, and six more claims.

    The mayor says yes to the wall twice and no to the ferry; the union says no to the wall; Ø says yes to the wall and
    the ferry at once. One more claim has no topic.
    """
    study = Study(example, Codebook())
    topic = study.ask("topic", "choices")
    for label in ("Wall", "Ferry"):
        study.offer(topic, label)
    study.ask("agrees", "yes_no")
    odd = Speaker(name=HARMLESS)
    study.do(Edit("make", (made(odd), *_dated(study))))
    mayor, union = example.mayor.id, example.union.id
    said = ((mayor, "Wall", "yes"), (mayor, "Wall", "yes"), (mayor, "Ferry", "no"), (union, "Wall", "no"))
    for speaker, topics, agrees in (*said, (odd.id, "Wall; Ferry", "yes"), (union, "", "")):
        claim = Claim(article=example.article.id, speaker=speaker)
        study.do(Edit("make", (made(claim),)))
        if topics:
            study.answer("topic", claim, topics)
            study.answer("agrees", claim, agrees)
    return study


def _dated(study: Study) -> list[Any]:
    return [changed(study.example.article, published="2015-01-23")]


def written(study: Study, folder: Path, **options: Any) -> "networkx.Graph[str]":
    """Export a network and return it as networkx reads it."""
    export(study.example.store, folder, GraphMl(), Options(**options))
    return networkx.read_graphml(folder / "network.graphml")


def edges(graph: "networkx.Graph[str]", attribute: str = "weight") -> dict[frozenset[str], float]:
    """Return an attribute of each tie by the labels of its ends."""
    label = graph.nodes(data="label")
    return {frozenset((label[one], label[other])): value for one, other, value in graph.edges(data=attribute)}


ODD = HARMLESS.replace("\x01", "\ufffd")
TWO_MODES = {
    frozenset(("Ida Brekke", "Wall")): 2,
    frozenset(("Ida Brekke", "Ferry")): 1,
    frozenset(("Fishermen's union", "Wall")): 1,
    frozenset((ODD, "Wall")): 1,
    frozenset((ODD, "Ferry")): 1,
}


def test_speakers_are_tied_to_the_choices_that_their_claims_have(study: Study, tmp_path: Path) -> None:
    graph = written(study, tmp_path)
    assert edges(graph) == TWO_MODES
    assert networkx.is_bipartite(graph)
    sides = {data["label"]: (data["side"], data["type"], data["mentions"]) for _node, data in graph.nodes(data=True)}
    assert sides == {
        "Ida Brekke": ("speaker", False, 3),
        "Fishermen's union": ("speaker", False, 1),
        ODD: ("speaker", False, 2),
        "Wall": ("topic", True, 4),
        "Ferry": ("topic", True, 2),
    }


def test_igraph_reads_the_same_with_types_that_it_knows(study: Study, tmp_path: Path) -> None:
    export(study.example.store, tmp_path, GraphMl(), Options(judged_by="agrees", relation=Relation.SUBTRACT))
    graph = igraph.Graph.Read_GraphML(str(tmp_path / "network.graphml"))
    assert not graph.is_directed()
    names = graph.vs["name"]
    found = {frozenset((names[tie.source], names[tie.target])): tie["weight"] for tie in graph.es}
    assert found == {
        frozenset(("Ida Brekke", "Wall")): 2.0,
        frozenset(("Ida Brekke", "Ferry")): -1.0,
        frozenset(("Fishermen's union", "Wall")): -1.0,
        frozenset((ODD, "Wall")): 1.0,
        frozenset((ODD, "Ferry")): 1.0,
    }
    assert graph.is_bipartite()
    assert dict(zip(names, graph.vs["type"], strict=True)) == {
        **{"Ida Brekke": False, "Fishermen's union": False, ODD: False},
        **{"Wall": True, "Ferry": True},
    }
    assert dict(zip(names, graph.vs["speaker_kind"], strict=True))["Ida Brekke"] == "person"
    assert all(isinstance(count, float | int) for count in graph.vs["mentions"])


def test_congruence_and_conflict_are_attributes_of_every_tie_between_speakers(study: Study, tmp_path: Path) -> None:
    graph = written(study, tmp_path, one_mode=True, judged_by="agrees")
    mayor_union, mayor_odd = frozenset(("Ida Brekke", "Fishermen's union")), frozenset(("Ida Brekke", ODD))
    union_odd = frozenset(("Fishermen's union", ODD))
    assert edges(graph, "congruence") == {mayor_union: 0, mayor_odd: 2, union_odd: 0}
    assert edges(graph, "conflict") == {mayor_union: 2, mayor_odd: 1, union_odd: 1}
    assert edges(graph) == {mayor_union: 2, mayor_odd: 3, union_odd: 1}


def test_a_pair_that_agrees_as_often_as_not_has_no_tie_but_both_nodes(study: Study, tmp_path: Path) -> None:
    study.answer("agrees", study.example.lost, "yes")
    report = export(
        study.example.store,
        tmp_path,
        GraphMl(),
        Options(rows="topic", columns="speaker", one_mode=True, judged_by="agrees", relation=Relation.SUBTRACT),
    )
    graph = networkx.read_graphml(tmp_path / "network.graphml")
    # Wall and ferry: the mayor's two yes against one no, and Ø's yes with yes.
    assert edges(graph) == {frozenset(("Wall", "Ferry")): -1}
    assert "1 tie has a negative weight; most layouts and many measures expect positive ones." in report.remarks


def test_no_node_is_empty_and_what_is_left_out_is_said(study: Study, tmp_path: Path) -> None:
    report = export(study.example.store, tmp_path, GraphMl(), Options(columns="topic"))
    graph = networkx.read_graphml(tmp_path / "network.graphml")
    assert all(label and label.strip() for _node, label in graph.nodes(data="label"))
    assert "1 claim without “speaker”: in no network." in report.remarks
    assert "2 claims without “topic”: in no network." in report.remarks
    assert "2 claims without “topic”: in no network." in (tmp_path / "network.txt").read_text("utf-8")


def test_rare_nodes_and_repeated_mentions_are_left_out_and_said(study: Study, tmp_path: Path) -> None:
    graph = written(study, tmp_path / "rare", least_mentions=2)
    assert set(edges(graph)) == {
        frozenset(("Ida Brekke", "Wall")),
        *(set(TWO_MODES) - {frozenset(("Fishermen's union", "Wall")), frozenset(("Ida Brekke", "Wall"))}),
    }
    graph = written(study, tmp_path / "once", duplicates=Duplicates.ARTICLE)
    assert set(edges(graph).values()) == {1}


def test_speakers_are_tied_to_claims_where_the_codebook_has_no_choices(example: Example, tmp_path: Path) -> None:
    graph = written(Study(example, Codebook()), tmp_path)
    (tie,) = edges(graph)
    assert tie == {"Ida Brekke", "the wall 🌊 would cost “about 40 million crowns” and take two winters"}


def test_attributes_of_speakers_and_articles_can_be_nodes(study: Study, tmp_path: Path) -> None:
    graph = written(study, tmp_path, rows="speaker_kind", columns="outlet")
    assert edges(graph) == {frozenset(("person", "The Tide")): 4, frozenset(("organisation", "The Tide")): 2}


def test_what_cannot_be_nodes_or_answers_is_refused_with_what_can(study: Study, tmp_path: Path) -> None:
    for options in (Options(rows="colour"), Options(judged_by="topic"), Options(columns="speaker_note")):
        with pytest.raises(OnrecordError):
            export(study.example.store, tmp_path / "out", GraphMl(), options)
    assert not list((tmp_path / "out").iterdir())


def test_each_period_has_a_file_and_claims_without_a_date_are_said(study: Study, tmp_path: Path) -> None:
    other = study.example.other
    study.do(Edit("make", (claim := made(Claim(article=other.id, speaker=study.example.union.id)),)))
    assert isinstance(claim.row, Claim)
    study.answer("topic", claim.row, "Ferry")
    options = Options(period=Unit.MONTH)
    report = export(study.example.store, tmp_path, GraphMl(), options)
    assert [file.path.name for file in report.files] == ["network 2015-01.graphml", "network.txt"]
    assert "1 claim in articles without a date: in no network." in report.remarks
    study.do(Edit("date", (changed(other, published="2015-03-01T10:00"),)))
    export(study.example.store, tmp_path, GraphMl(), replace(options, isolates=True))
    assert [path.name for path in tables_in(tmp_path, GraphMl())] == [
        *("network 2015-01.graphml", "network 2015-03.graphml", "network.txt"),
    ]
    march = networkx.read_graphml(tmp_path / "network 2015-03.graphml")
    assert (len(march.nodes), len(march.edges)) == (5, 1)


def test_only_claims_of_the_time_count(study: Study, tmp_path: Path) -> None:
    assert len(written(study, tmp_path, since="2015", until="2015-01").edges) == len(TWO_MODES)
    assert not written(study, tmp_path, since="2015-02").edges


def test_only_the_claims_of_a_view_count(study: Study, tmp_path: Path) -> None:
    graph = written(study, tmp_path, orders={Lines.STATEMENTS: Order(text="brekke")}, columns="article")
    assert {frozenset(("Ida Brekke", study.example.article.title)): 4} == edges(graph)


def test_the_same_project_gives_the_same_bytes(study: Study, tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    written(study, first, one_mode=True)
    written(study, second, one_mode=True)
    assert (first / "network.graphml").read_bytes() == (second / "network.graphml").read_bytes()


def test_a_variable_with_the_name_of_an_attribute_of_every_node_does_not_replace_it(
    study: Study, tmp_path: Path
) -> None:
    study.ask("label", "text", Subject.SPEAKER)
    study.answer("label", study.example.mayor, "incumbent")
    nodes = {data["label"]: data for _node, data in written(study, tmp_path).nodes(data=True)}
    assert nodes["Ida Brekke"]["label_"] == "incumbent"


def test_the_command_writes_a_network(study: Study, tmp_path: Path) -> None:
    asked = ["export", str(study.example.store.path), str(tmp_path / "out"), "--format", "graphml"]
    asked += [
        "--rows",
        "topic",
        "--columns",
        "speaker",
        "--one-mode",
        "--judged-by",
        "agrees",
        "--relation",
        "conflict",
    ]
    result = CliRunner().invoke(commands, asked, catch_exceptions=False)
    assert result.exit_code == 0, result.stderr
    assert edges(networkx.read_graphml(tmp_path / "out" / "network.graphml")) == {frozenset(("Wall", "Ferry")): 2}
