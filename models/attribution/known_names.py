"""Match the names in a text with those of the speakers who are known already."""

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from models.attribution.people import first_names, titles
from models.ids import Id
from models.text.folding import folded_words

Names = Sequence[tuple[Id, str]]
"""All known names and aliases, each with the id of its speaker."""


class KnownNames:
    """The known names, folded and sorted by surname."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self._whole: dict[str, Id] = {}
        self._by_surname: defaultdict[str, list[tuple[Id, str]]] = defaultdict(list)
        for speaker, name in names:
            bare = _bare(name)
            self._whole.setdefault(bare, speaker)
            if " " in bare:
                self._by_surname[bare.rsplit(" ", 1)[1]].append((speaker, name))

    def known(self, name: str, pronoun: str | None = None) -> Id | None:
        """Return the speaker with this name, or the only one with this surname whom `pronoun` can mean."""
        wanted = _bare(name)
        if not wanted or wanted in self._whole:
            return self._whole.get(wanted) if wanted else None
        found = self.bearers(name, pronoun) if " " not in wanted else ()
        return next(iter(found)) if len(found) == 1 else None

    def bearers(self, surname: str, pronoun: str | None = None) -> set[Id]:
        """Return the speakers with this surname whom `pronoun` can mean."""
        *_, last = _bare(surname).split() or [""]
        wanted = f" {_bare(surname)}"
        return {
            speaker
            for speaker, name in self._by_surname.get(last, ())
            if _bare(name).endswith(wanted) and fits(name, pronoun)
        }

    def name_of(self, speaker: Id | None) -> str | None:
        """Return the first name of a speaker, or None if nobody known is meant."""
        return next((name for known, name in self.names if known == speaker), None) if speaker else None


@lru_cache(maxsize=50_000)
def _bare(name: str) -> str:
    """Return a name folded, without an article or a title of address before it."""
    words = folded_words(name).split()
    while len(words) > 1 and (words[0] == "the" or words[0] in titles()):
        words = words[1:]
    return " ".join(words)


def fits(name: str, pronoun: str | None) -> bool:
    """Return whether a pronoun can mean somebody with this name."""
    theirs = pronoun_of(name)
    return pronoun is None or theirs is None or theirs == pronoun


def pronoun_of(name: str) -> str | None:
    """Return "he" or "she" if the first name shows it."""
    words = name.split()
    return first_names().get(words[0].lower()) if len(words) > 1 else None
