"""Publish a network as GraphML, with a page of text that says what its nodes and ties are."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from xml.etree import ElementTree

from models.exports.networks.about import about
from models.exports.networks.graphs import Graphs, GraphSize
from models.exports.networks.mentions import Mention, MentionReader
from models.exports.networks.selecting import Period, frequent, periods, without_duplicates
from models.exports.networks.settings import NetworkOptions
from models.exports.report import File
from models.exports.source import Source
from models.exports.target import Written
from models.known import Known
from models.translation import _, counted

PREFIX = "{http://graphml.graphdrawing.org/xmlns}"


class GraphMl:
    """A target: a network as `network.graphml`, or one file for each period, and `network.txt` about it."""

    names: tuple[str, ...] = ("network*.graphml", "network.txt")

    def write(self, source: Source, place: Path) -> Written:
        """Write the network that the options ask for. Raises OnrecordError if the project cannot have it."""
        network = source.options
        mentions = MentionReader(source, network).read()
        unrepeated = without_duplicates(mentions.found, network)
        counted_ones = frequent(unrepeated, network.least_mentions)
        graphs = Graphs(mentions, network, source.codebook, Known(source.registry, lambda _record: ()))
        always = counted_ones if network.isolates else ()
        written = [
            (path := place / f"{period.name}.graphml", graphs.write(path, period.mentions, always))
            for period in _graphs(counted_ones, network)
        ]
        remarks = (
            *mentions.sentences(),
            *_not_counted(len(mentions.found) - len(unrepeated), len(unrepeated) - len(counted_ones)),
            *_remarks([graph for _path, graph in written]),
        )
        text = place / "network.txt"
        text.write_text(about(mentions, network, remarks), encoding="utf-8")
        files = (File(path, "ties", graph.ties) for path, graph in written)
        return Written((*files, File(text)), remarks)

    def count(self, file: File) -> int:
        """Read a graph and return how many ties it has between its nodes.

        Raises ValueError if it is none, or if a node has no label.
        """
        nodes: set[str | None] = set()
        found = 0
        try:
            for _event, element in ElementTree.iterparse(file.path):
                if element.tag == f"{PREFIX}node":
                    if not element.findtext(f"{PREFIX}data[@key='label']"):
                        raise ValueError(f"node {element.get('id')} has no label")
                    nodes.add(element.get("id"))
                elif element.tag == f"{PREFIX}edge":
                    found += {element.get("source"), element.get("target")} <= nodes
                    element.clear()
        except ElementTree.ParseError as error:
            raise ValueError(str(error)) from error
        return found


def _graphs(mentions: Sequence[Mention], network: NetworkOptions) -> Iterator[Period]:
    """Yield the mentions of each graph, with the name of its file: of all time, or of each period."""
    if network.period is None:
        yield Period("network", mentions)
        return
    for each in periods(mentions, network.period, network.periods):
        yield Period(f"network {each.name}", each.mentions)


def _not_counted(repeated: int, rare: int) -> Iterator[str]:
    """Yield sentences about mentions that repeat others, and about those of nodes that have too few."""
    if repeated:
        yield counted(
            "{count:,} mention repeats another and was not counted.",
            "{count:,} mentions repeat others and were not counted.",
            repeated,
        )
    if rare:
        yield counted(
            "{count:,} mention of a node that has too few was not counted.",
            "{count:,} mentions of nodes that have too few were not counted.",
            rare,
        )


def _remarks(graphs: Sequence[GraphSize]) -> Iterator[str]:
    """Yield sentences about weights that other programs may not expect."""
    if balanced := sum(each.balanced for each in graphs):
        yield counted(
            "{count:,} pair has no tie, because its weight would be 0.",
            "{count:,} pairs have no tie, because their weights would be 0.",
            balanced,
        )
    if negative := sum(each.negative for each in graphs):
        yield counted(
            "{count:,} tie has a negative weight; most layouts and many measures expect positive ones.",
            "{count:,} ties have negative weights; most layouts and many measures expect positive ones.",
            negative,
        )
    if not sum(each.nodes for each in graphs):
        yield _("The network is empty.")
