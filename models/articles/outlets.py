"""Tell the newspaper or site of a pasted page by what its lines say about it: who owns it, what it is called."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from models.articles.outlet_mentions import Mention, is_owner, mentions
from models.articles.own_addresses import handles_in, mail_sites, sites_in, written
from models.articles.site_names import compact
from models.text.text_lines import LOOK, Line

TELLING = {"owner", "owned", "site", "label", "consent", "opening"}
"""The kinds of lines of which one must name a site before it counts that others mention the name; a line of another
kind, if the name has a line alone too, or is no common word: it has several words, or capitals only.
"""

OFTEN, VERY_OFTEN = 3, 5
"""In how many lines a name is mentioned often, and often enough for that of a company alone."""

ENOUGH = 2
"""The least that the lines must say together."""

ADDRESS, HANDLE, MAIL, OFTEN_COUNTS = 1.5, 1.0, 2.0, 1.0
"""How much it says that an address of the site, or its name on other sites, has the name; that an address for mail has
it, where the page writes it in words too; and that the name is mentioned often.
"""


@dataclass(slots=True)
class _Candidate:
    """A name, with how much each kind of line says for it, and the lines that do."""

    name: str
    weights: dict[str, float] = field(default_factory=dict)
    lines: set[int] = field(default_factory=set)

    def add(self, mention: Mention) -> None:
        self.weights[mention.kind] = max(mention.weight, self.weights.get(mention.kind, 0))
        # The name as people write it, rather than as an address.
        self.name = min(self.name, mention.name, key=lambda name: ("." in name, -name.count(" ")))
        self.lines.add(mention.line)

    @property
    def total(self) -> float:
        return sum(self.weights.values())

    @property
    def rank(self) -> tuple[float, bool, bool, int]:
        """What decides between names: how much the lines say, an address, a line of copyright; of two owners the last
        on the page is its own, of two others the first.
        """
        is_owner = "owner" in self.weights
        return self.total, "site" in self.weights, is_owner, max(self.lines) if is_owner else -min(self.lines)

    @property
    def is_named(self) -> bool:
        """Return whether it counts that the name is mentioned often."""
        kinds = self.weights.keys()
        return bool(
            TELLING & kinds or ("alone" in kinds and len(kinds) > 1) or (not kinds <= {"alone"} and self._is_telling)
        )

    @property
    def _is_telling(self) -> bool:
        return " " in self.name or (self.name.isupper() and len(self.name) > 1)


def outlet(lines: Sequence[Line], beside: Sequence[int]) -> str | None:
    """Return the newspaper or site that the lines beside the article name, by index; None if they say too little."""
    found = [each for each in _candidates(lines, beside) if each.total >= ENOUGH]
    best = max(found, key=lambda each: each.rank, default=None)
    if best is None:
        return None
    # Of "CTV" and "CTV News" the longer is the name, if the lines say enough for it.
    longer = [each for each in found if each.name.startswith(f"{best.name} ")]
    return max(longer, key=lambda each: each.total, default=best).name


def _candidates(lines: Sequence[Line], beside: Sequence[int]) -> list[_Candidate]:
    found: dict[str, _Candidate] = {}
    for mention in (*mentions(lines, beside), *_by_mail(lines, beside)):
        found.setdefault(compact(mention.name), _Candidate(mention.name)).add(mention)
    page = _Page({index: lines[index].text[:LOOK] for index in beside})
    for key, candidate in found.items():
        if "mail" not in candidate.weights and page.has_address(key, candidate):
            candidate.weights["site"] = ADDRESS
        if candidate.total < ENOUGH and key in page.handles and not candidate.weights.keys() <= {"alone"}:
            candidate.weights["handle"] = HANDLE
        is_company = "company" in candidate.weights and candidate.weights.keys() <= {"company", "alone"}
        least = VERY_OFTEN if is_company else OFTEN
        if (is_company or candidate.is_named) and page.mentions(candidate.name) >= least:
            candidate.weights["often"] = OFTEN_COUNTS
    return list(found.values())


@dataclass(frozen=True)
class _Page:
    """The lines beside an article by their index, with what they say about any name."""

    texts: Mapping[int, str]

    @cached_property
    def handles(self) -> set[str]:
        return {handle for text in self.texts.values() for handle in handles_in(text)}

    @cached_property
    def _whole_addresses(self) -> dict[str, set[int]]:
        return self._addresses(bare=False)

    @cached_property
    def _every_address(self) -> dict[str, set[int]]:
        return self._addresses(bare=True)

    def _addresses(self, *, bare: bool) -> dict[str, set[int]]:
        """Return the lines of each site, by the form of its name for comparing."""
        found: dict[str, set[int]] = {}
        for at, text in self.texts.items():
            for site in sites_in(text, bare=bare):
                found.setdefault(site, set()).add(at)
        return found

    def has_address(self, key: str, candidate: _Candidate) -> bool:
        """Return whether an address has the name, in another line than the only one that names it."""
        found = self._whole_addresses if "." in candidate.name else self._every_address
        lines = found.get(key, set()) | found.get(f"the{key}", set())
        return any({at} != candidate.lines for at in lines)

    def mentions(self, name: str) -> int:
        whole = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)
        return sum(1 for text in self.texts.values() if whole.search(text))


def _by_mail(lines: Sequence[Line], beside: Sequence[int]) -> Iterator[Mention]:
    """Yield the sites of addresses for mail, where the page writes them as people do: "hexleymercury" with blanks."""
    for site in mail_sites([lines[index] for index in beside]):
        if (name := written(site, lines)) and not is_owner(name):
            yield Mention(beside[-1], "mail", MAIL, name)
