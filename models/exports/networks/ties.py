"""The ties of a network and their weights, counted from mentions."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from math import hypot

from models.exports.networks.mentions import Mention
from models.exports.networks.settings import NetworkOptions, Normalisation, Relation

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Tie:
    """A tie between two nodes, and its weight.

    `mentions` are those behind it: in two modes the mentions of the row with the column, in one mode the pairs of a
    mention of each node with the same column. In two modes, `agree` counts those that are answered with yes and
    `differ` those with no; in one mode, pairs with the same answer and pairs with opposite ones.
    """

    ends: Pair
    weight: float
    mentions: int
    agree: int
    differ: int


@dataclass(slots=True)
class _Counts:
    """How many mentions there are, and how many of them are answered with yes and with no."""

    all: int = 0
    yes: int = 0
    no: int = 0

    def take(self, affirms: bool | None) -> None:
        self.all += 1
        self.yes += affirms is True
        self.no += affirms is False


def ties(mentions: Iterable[Mention], network: NetworkOptions) -> Iterator[Tie]:
    """Yield the ties of a network, sorted by their ends; those with a weight of 0 too."""
    counts: defaultdict[Pair, _Counts] = defaultdict(_Counts)
    for each in mentions:
        counts[each.row, each.column].take(each.affirms)
    yield from _one_mode(counts, network) if network.one_mode else _two_modes(counts, network)


def _two_modes(counts: Mapping[Pair, _Counts], network: NetworkOptions) -> Iterator[Tie]:
    rows, columns = Counter[str](), Counter[str]()
    for (row, column), count in counts.items():
        rows[row] += count.all
        columns[column] += count.all
    for (row, column), count in sorted(counts.items()):
        weight = float(_of_two_modes(count, network.relation))
        if network.normalisation is Normalisation.ACTIVITY:
            weight /= rows[row]
        elif network.normalisation is Normalisation.PROMINENCE:
            weight /= columns[column]
        yield Tie((row, column), weight, count.all, count.yes, count.no)


def _of_two_modes(count: _Counts, relation: Relation) -> int:
    match relation:
        case Relation.SUBTRACT:
            return count.yes - count.no
        case Relation.COMBINE:
            return bool(count.yes) + 2 * bool(count.no)
    return count.all


@dataclass(slots=True)
class _Shared:
    """What two nodes have in common: pairs of mentions with the same column, by how their answers compare."""

    all: int = 0
    same: int = 0
    opposite: int = 0

    def take(self, one: _Counts, other: _Counts) -> None:
        self.all += one.all * other.all
        self.same += one.yes * other.yes + one.no * other.no
        self.opposite += one.yes * other.no + one.no * other.yes


def _one_mode(counts: Mapping[Pair, _Counts], network: NetworkOptions) -> Iterator[Tie]:
    columns: dict[str, list[tuple[str, _Counts]]] = {}
    for (row, column), count in sorted(counts.items()):
        columns.setdefault(column, []).append((row, count))
    shared: defaultdict[Pair, _Shared] = defaultdict(_Shared)
    for here in columns.values():
        for (one, of_one), (other, of_other) in combinations(here, 2):
            shared[one, other].take(of_one, of_other)
    profiles = _profiles(counts, network)
    for (one, other), both in sorted(shared.items()):
        divisor = _divisor(profiles[one], profiles[other], network.normalisation)
        yield Tie((one, other), _of_one_mode(both, network.relation) / divisor, both.all, both.same, both.opposite)


def _of_one_mode(both: _Shared, relation: Relation) -> int:
    match relation:
        case Relation.CONGRUENCE:
            return both.same
        case Relation.CONFLICT:
            return both.opposite
        case Relation.SUBTRACT:
            return both.same - both.opposite
    return both.all


@dataclass(frozen=True, slots=True)
class _Profile:
    """How often a node mentions each column, or each column with yes and with no; their sum, and their length as a
    vector.
    """

    cells: Mapping[tuple[str, bool | None], int]
    total: int
    length: float


def _profiles(counts: Mapping[Pair, _Counts], network: NetworkOptions) -> dict[str, _Profile]:
    cells: defaultdict[str, dict[tuple[str, bool | None], int]] = defaultdict(dict)
    for (row, column), count in counts.items():
        if network.relation is Relation.ALL:
            cells[row][column, None] = count.all
        else:
            answered = {(column, True): count.yes, (column, False): count.no}
            cells[row] |= {cell: each for cell, each in answered.items() if each}
    return {row: _Profile(own, sum(own.values()), hypot(*own.values())) for row, own in cells.items()}


def _divisor(one: _Profile, other: _Profile, normalisation: Normalisation) -> float:
    match normalisation:
        case Normalisation.AVERAGE:
            return (one.total + other.total) / 2
        case Normalisation.JACCARD:
            return _either(one, other)
        case Normalisation.COSINE:
            return one.length * other.length
    return 1.0


def _either(one: _Profile, other: _Profile) -> int:
    """Return how often either node mentions a cell: by itself, or, as pairs of mentions, where both do."""
    alone = sum(count for cell, count in one.cells.items() if cell not in other.cells)
    alone += sum(count for cell, count in other.cells.items() if cell not in one.cells)
    return alone + sum(count * other.cells[cell] for cell, count in one.cells.items() if cell in other.cells)
