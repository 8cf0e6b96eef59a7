"""Make graphs of mentions and write them as GraphML, with attributes of types that Gephi, visone and igraph read."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import networkx

from models.codebook.codebook import Codebook
from models.exports.networks.mentions import Mention, Mentions
from models.exports.networks.settings import NetworkOptions
from models.exports.networks.sides import Cell, Node, Side, facts
from models.exports.networks.ties import Tie, ties
from models.known import Known
from models.text.xml_characters import xml_text

OWN = (
    *("label", "name", "side", "type", "mentions", "key"),
    *("weight", "claims", "pairs", "yes", "no", "congruence", "conflict"),
)
"""The attributes of all nodes and ties, whose names GraphML wants to be different. A variable with one of these names,
or one of TAKEN, gets an underscore.
"""

TAKEN = ("id", "x", "y", "z", "size", "color", "colour", "r", "g", "b", "alpha", "shape", "width", "height")
"""Names that Gephi, visone or igraph take for the look of a node."""


@dataclass(frozen=True, slots=True)
class GraphSize:
    """How many nodes and ties a graph has, and how many of its ties have negative weights or were left out for a weight
    of 0.
    """

    nodes: int
    ties: int
    negative: int
    balanced: int


class Graphs:
    """Writes the graphs of a network, one for each period."""

    def __init__(self, kept: Mentions, network: NetworkOptions, codebook: Codebook, known: Known) -> None:
        self._network, self._codebook, self._known = network, codebook, known
        self._sides = [(kept.rows, kept.row_nodes)]
        if not network.one_mode:
            self._sides.append((kept.columns, kept.column_nodes))

    def write(self, path: Path, mentions: Sequence[Mention], always: Iterable[Mention] = ()) -> GraphSize:
        """Write the graph of some mentions, with the nodes of those that are `always` shown."""
        graph, size = self.make(mentions, always)
        networkx.write_graphml(graph, path, named_key_ids=True)
        return size

    def make(self, mentions: Sequence[Mention], always: Iterable[Mention] = ()) -> tuple[networkx.Graph, GraphSize]:
        """Return the graph of some mentions, with the nodes of those that are `always` shown."""
        graph = networkx.Graph()
        ids: list[dict[str, str]] = []
        for place, (side, nodes) in enumerate(self._sides):
            counts = Counter(_end(each, place) for each in mentions)
            shown = {*counts, *(_end(each, place) for each in always)}
            ordered = sorted(shown, key=lambda key: (nodes[key].label, key))
            ids.append({key: f"n{number}" for number, key in enumerate(ordered, len(graph) + 1)})
            for key, node in ids[place].items():
                graph.add_node(node, **self._attributes(side, nodes[key], place, counts[key]))
        found = list(ties(mentions, self._network))
        for tie in found:
            if tie.weight:
                graph.add_edge(ids[0][tie.ends[0]], ids[-1][tie.ends[1]], **self._counts(tie))
        return graph, GraphSize(
            graph.number_of_nodes(),
            graph.number_of_edges(),
            sum(each.weight < 0 for each in found),
            sum(not each.weight for each in found),
        )

    def _attributes(self, side: Side, node: Node, place: int, count: int) -> dict[str, Cell]:
        own: dict[str, Cell] = {"label": node.label, "name": node.label, "side": side.name, "mentions": count}
        if node.stands_for:
            own["key"] = node.key
        if not self._network.one_mode:
            own["type"] = bool(place)  # by which igraph knows the two sides
        named = ((_free(name), cell) for name, cell in facts(node, self._codebook, self._known))
        return {name: xml_text(cell) if isinstance(cell, str) else cell for name, cell in (*own.items(), *named)}

    def _counts(self, tie: Tie) -> dict[str, Cell]:
        """Return the attributes of a tie."""
        one_mode = self._network.one_mode
        counts: dict[str, Cell] = {"weight": tie.weight, "pairs" if one_mode else "claims": tie.mentions}
        if self._network.judged_by:
            agree, differ = ("congruence", "conflict") if one_mode else ("yes", "no")
            counts |= {agree: tie.agree, differ: tie.differ}
        return counts


def _end(mention: Mention, place: int) -> str:
    return mention.column if place else mention.row


def _free(name: str) -> str:
    return f"{name}_" if name in OWN or name in TAKEN else name
