"""Find who makes each claim of an article: a known speaker or a new one, from the words before in the same reading."""

from collections.abc import Iterator
from dataclasses import replace

from models.attribution.coreference import NEAR
from models.attribution.known_names import KnownNames, Names
from models.attribution.passage import Passage
from models.attribution.resolving import Meant, meaning
from models.suggestions.following import Placed
from models.suggestions.reading import Reading


class Speakers:
    """The speakers of an article that has been read."""

    def __init__(self, reading: Reading, names: Names) -> None:
        self._reading, self._names = reading, KnownNames(names)

    def of(self, placed: Placed) -> Meant:
        """Return who makes a claim; nobody if no words name a source."""
        source = placed.draft.source
        if source is None:
            return Meant()
        return meaning(placed.paragraph.passage, source, self._before(placed, source[0]), self._names)

    def _before(self, placed: Placed, source: int) -> Iterator[Passage]:
        """Yield the passages before a claim and its source, the nearest first."""
        passage = placed.paragraph.passage
        first = min(source, placed.draft.parts[0][0])
        yield replace(passage, words=passage.words[:first])
        start = passage.words[source].start
        for at in range(placed.at - 1, -1, -1):
            if self._reading.end(at) < start - NEAR:
                return
            yield self._reading.paragraph(at).passage
