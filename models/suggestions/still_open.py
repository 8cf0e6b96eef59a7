"""What is open of everything that was found in an article, kept in step by edits: each costs what is near its rows."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from models.edits import Edit
from models.entities import Boilerplate, Dismissed, Span
from models.ids import Id
from models.lines.open_places import OpenPlaces
from models.properties import Assistance
from models.records import ArticleRecords
from models.suggestions.found import Found
from models.suggestions.learned import Learned, dismissed_words
from models.suggestions.offered import Offered, offered
from models.suggestions.open import open_suggestions
from models.suggestions.parts import Part
from models.suggestions.places import Place, PlaceKind, counted, open_places
from models.text.in_order import InOrder
from models.text.ranges import Range


@dataclass(frozen=True, slots=True)
class Difference:
    """What is open now and was not before: suggestions that are `gone`, and those that are new or other than they were;
    and whether other places are open.
    """

    gone: tuple[Id, ...] = ()
    put: tuple[Offered, ...] = ()
    places: bool = False

    def __bool__(self) -> bool:
        return bool(self.gone or self.put or self.places)


class StillOpen:
    """The open suggestions of one article as the coder has them, and the open places, both in text order."""

    def __init__(self, records: ArticleRecords, learned: Learned, assistance: Collection[Assistance]) -> None:
        self.records, self._learned, self._assistance = records, learned, assistance
        self.suggestions = InOrder[Offered](lambda each: each.found_at)
        self.places = InOrder[Place](lambda each: each.range[0])
        self._of_kind = Counter[PlaceKind]()
        self._parts = InOrder[Part](lambda each: each.range[0])
        self._by_id: dict[Id, Offered] = {}
        self._own: dict[Id, Offered] = {}
        """The suggestions that the coder has changed."""

    def with_id(self, id_: Id) -> Offered | None:
        """Return an open suggestion by its id."""
        return self._by_id.get(id_)

    def overlapping(self, place: Range) -> list[Offered]:
        """Return the open suggestions with words in a range, in text order."""
        near = {each.id: each for part in self._overlapping(place) for each in self.suggestions.within(part.range)}
        moved = {id_: each for id_, each in self._own.items() if id_ in self._by_id}
        here = (each for each in {**near, **moved}.values() if each.range[0] < place[1] and place[0] < each.range[1])
        return sorted(here, key=lambda each: each.found_at)

    @property
    def counted(self) -> OpenPlaces:
        """How many places of each kind are open."""
        return counted(self._of_kind)

    def take(self, found: Sequence[tuple[Range, Sequence[Part]]]) -> Difference:
        """Take what was found in some ranges of the text, instead of what was found there before."""
        for range_, parts in found:
            self._parts.put(range_, parts)
        return self._compare(found)

    def want(self, assistance: Collection[Assistance]) -> Difference:
        """Offer what is wanted now."""
        self._assistance = assistance
        return self._compare([((0, len(self.records.text) + 1), [*self._parts])])

    def follow(self, edit: Edit) -> Difference:
        """Compare again what was found near the rows of an edit, and numbers with words that it has dismissed."""
        near = [part for place in self._places_of(edit) for part in self._overlapping(place)]
        if words := dismissed_words(edit):
            near += [part for part in self._parts if not words.isdisjoint(part.number_words)]
        return self._compare_parts(near)

    def put_own(self, own: Offered) -> Difference:
        """Keep a suggestion as the coder has changed it."""
        before, self._own[own.id] = self._by_id[own.id], own
        return self._compare_parts(part for each in (before, own) for part in self._overlapping(each.range))

    def _places_of(self, edit: Edit) -> Iterator[Range]:
        for change in edit.within(self.records.article.id):
            for row in (change.before, change.after):
                if isinstance(row, Span | Boilerplate | Dismissed):
                    yield row.start, row.end

    def _overlapping(self, place: Range) -> Iterator[Part]:
        at = self._parts.first_from(place[1])
        while at > 0 and self._parts[at - 1].range[1] > place[0]:
            at -= 1
            yield self._parts[at]

    def _compare_parts(self, parts: Iterable[Part]) -> Difference:
        return self._compare([(part.range, (part,)) for part in {part.range: part for part in parts}.values()])

    def _compare(self, some: Sequence[tuple[Range, Sequence[Part]]]) -> Difference:
        """Compare what was found in some ranges with what is recorded there, and return what differs from before."""
        before = {each.id: each for range_, _parts in some for each in self.suggestions.within(range_)}
        for id_ in before:
            del self._by_id[id_]
        now = [(range_, self._offered(range_, parts)) for range_, parts in some]
        self._by_id.update((each.id, each) for _range, found in now for each in found)
        put = self._put(now, before)
        places = [self._open(range_, parts) for range_, parts in some]
        return Difference(tuple(each for each in before if each not in self._by_id), put, any(places))

    def _offered(self, range_: Range, parts: Sequence[Part]) -> list[Offered]:
        """Return what is open in a range, as the coder has it."""
        claims = tuple(each for part in parts for each in part.found.claims)
        numbers = tuple(each for part in parts for each in part.found.numbers)
        whole = _whole(range_, parts)
        left = open_suggestions(Found(claims, numbers), self.records, self._learned, self._assistance, whole)
        return [*{each.id: self._own.get(each.id, each) for each in map(offered, left.in_order())}.values()]

    def _put(self, now: Iterable[tuple[Range, Sequence[Offered]]], before: Mapping[Id, Offered]) -> tuple[Offered, ...]:
        """Offer this, but numbers that the coder has taken into a claim only there; return what was not so before."""
        own = [each for each in self._own.values() if each.has_own_boundaries and each.id in self._by_id]
        inside = {number.span for each in own for number in each.numbers}
        put: list[Offered] = []
        for range_, found in now:
            alone = [each for each in found if not each.is_claim and each.range in inside]
            for each in alone:
                del self._by_id[each.id]
            kept = [each for each in found if each.id in self._by_id]
            self.suggestions.put(range_, kept)
            put += [each for each in kept if before.get(each.id) != each]
        return tuple(put)

    def _open(self, range_: Range, parts: Sequence[Part]) -> bool:
        """Note which places are open in a range; return whether others were before."""
        found, wanted = (each for part in parts for each in part.places), Assistance.PLACES in self._assistance
        now = open_places(found, self.records, _whole(range_, parts)) if wanted else []
        before = self.places.put(range_, now)
        self._of_kind.subtract(each.kind for each in before)
        self._of_kind.update(each.kind for each in now)
        return before != now


def _whole(range_: Range, parts: Sequence[Part]) -> Range:
    """Return a range with all of the parts that begin in it."""
    return (range_[0], max(range_[1], parts[-1].range[1])) if parts else range_
