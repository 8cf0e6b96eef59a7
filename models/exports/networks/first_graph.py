"""Show the beginning of a graph: its strongest ties, and the nodes with the most mentions."""

from collections.abc import Iterator, Mapping
from heapq import nlargest

import networkx

from models.exports.beginning import FIRST, FirstLines, Heading
from models.quantities.writing import plain
from models.translation import _

Facts = Mapping[str, object]
"""The attributes of a node or a tie, by their names."""


def first_nodes_and_ties(file: str, graph: networkx.Graph) -> Iterator[FirstLines]:
    """Yield the first ties and the first nodes of a graph, each with all that its file says of them."""
    nodes: dict[str, Facts] = dict(graph.nodes(data=True))
    ties = nlargest(FIRST, graph.edges(data=True), key=lambda tie: abs(tie[2]["weight"]))
    named = [
        {_("node"): nodes[one]["label"], _("tied to"): nodes[other]["label"]} | facts for one, other, facts in ties
    ]
    about = _("The ties, beginning with the strongest.")
    yield FirstLines(file, _("ties"), about, *_table(named), graph.number_of_edges())
    first = nlargest(FIRST, graph.nodes, key=lambda node: graph.nodes[node]["mentions"])
    about = _("The nodes, beginning with those that have the most mentions.")
    yield FirstLines(file, _("nodes"), about, *_table([nodes[node] for node in first]), len(nodes))


def _table(facts: list[Facts]) -> tuple[tuple[Heading, ...], tuple[tuple[str, ...], ...]]:
    names = [*dict.fromkeys(name for each in facts for name in each)]
    rows = tuple(tuple(_words(each.get(name)) for name in names) for each in facts)
    return tuple(map(Heading, names)), rows


def _words(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return str(cell).lower()
    return plain(cell) if isinstance(cell, int | float) else str(cell)
