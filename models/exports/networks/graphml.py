"""Publish a network as GraphML, with a page of text that says what its nodes and ties are."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from xml.etree import ElementTree

from models.exports.beginning import Beginning, FirstText
from models.exports.networks.about import ABOUT, about
from models.exports.networks.first_graph import first_nodes_and_ties
from models.exports.networks.graphs import Graphs, GraphSize
from models.exports.networks.mentions import Mention, MentionReader
from models.exports.networks.selecting import Period, frequent, periods, without_duplicates
from models.exports.networks.settings import NetworkOptions
from models.exports.report import Counted, File
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
        found = _Network(source)
        written = [
            (path := place / f"{period.name}.graphml", found.graphs.write(path, period.mentions, found.always))
            for period in found.periods
        ]
        remarks = (*found.left_out(), *_remarks([graph for _path, graph in written]))
        text = place / "network.txt"
        text.write_text(about(found.mentions, source.options, remarks), encoding="utf-8")
        files = (File(path, "ties", graph.ties, counted=Counted.TIES) for path, graph in written)
        return Written((*files, File(text)), remarks)

    def first(self, source: Source) -> Beginning:
        """Return the first nodes and ties of each network, and the text about them; all of the project is read."""
        found = _Network(source)
        made = [(f"{each.name}.graphml", *found.graphs.make(each.mentions, found.always)) for each in found.periods]
        parts = [part for name, graph, _size in made for part in first_nodes_and_ties(name, graph)]
        remarks = (*found.left_out(), *_remarks([size for _name, _graph, size in made]))
        text = FirstText("network.txt", "", ABOUT, about(found.mentions, source.options, remarks))
        return Beginning((*parts, text), remarks)

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


class _Network:
    """The mentions that the options ask for, by the period in which they are, and what makes graphs of them.

    Raises OnrecordError if the project cannot have such a network.
    """

    def __init__(self, source: Source) -> None:
        network = source.options
        self.mentions = MentionReader(source, network).read()
        unrepeated = without_duplicates(self.mentions.found, network)
        kept = frequent(unrepeated, network.least_mentions)
        self._repeated, self._rare = len(self.mentions.found) - len(unrepeated), len(unrepeated) - len(kept)
        self.graphs = Graphs(self.mentions, network, source.codebook, Known(source.registry, lambda _record: ()))
        self.always = kept if network.isolates else ()
        self.periods = _graphs(kept, network)

    def left_out(self) -> Iterator[str]:
        """Yield a sentence for each reason why claims and mentions are not in the network."""
        yield from self.mentions.sentences()
        yield from _not_counted(self._repeated, self._rare)


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
