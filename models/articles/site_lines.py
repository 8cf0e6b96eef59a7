"""The lines that the coder said are boilerplate, or text, in every article of a site."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from models.edits import Edit
from models.entities import SiteLine
from models.ids import Id
from models.text.folding import folded
from models.text.normalising import line_ranges
from models.text.ranges import Range
from models.text.text_lines import compared

if TYPE_CHECKING:
    from models.articles.draft import Draft


def site_of(address: str | None, outlet: str | None) -> str | None:
    """Return the site of an article: the host of its address without "www.", or else its outlet; None without both."""
    return _host(address) or (" ".join(outlet.split()) if outlet else None) or None


def _host(address: str | None) -> str | None:
    written = (address or "").strip()
    try:
        host = urlsplit(written if "://" in written else f"//{written}").hostname or ""
    except ValueError:  # brackets that are no IPv6 address
        return None
    host = host.removeprefix("www.")
    return host if "." in host else None


@dataclass(frozen=True, slots=True)
class Marking:
    """What the remembered lines change in the boilerplate of an article: ranges that go, and ranges that come."""

    gone: tuple[Range, ...] = ()
    made: tuple[Range, ...] = ()


NO_CHANGE = Marking()


def marking(text: str, marked: Collection[Range], rules: Mapping[str, bool]) -> Marking:
    """Return what rules change in the boilerplate of a text, which is `marked`.

    A rule says of a line, in the form for comparing, whether it is boilerplate. Lines are compared as a whole.
    """
    said = {line: rule for line in line_ranges(text) if (rule := rules.get(compared(text[slice(*line)]))) is not None}
    gone = [each for each in marked if any(not rule and _overlap(each, line) for line, rule in said.items())]
    kept = [each for each in marked if each not in gone]
    # Of a range of several lines that goes, the other lines stay marked.
    rest = (line for each in gone for line in line_ranges(text, *each) if said.get(line, True))
    new = (line for line, rule in said.items() if rule and not any(_overlap(each, line) for each in kept))
    return Marking(tuple(gone), tuple(sorted({*rest, *new})))


def _overlap(one: Range, other: Range) -> bool:
    return one[0] < other[1] and other[0] < one[1]


class SiteLines:
    """Every line that is remembered. Actions read it; `take` changes it."""

    def __init__(self, lines: Iterable[SiteLine] = ()) -> None:
        self.lines: Mapping[Id, SiteLine] = {each.id: each for each in lines}

    def take(self, edit: Edit) -> bool:
        """Follow an edit that was applied; return whether it concerned a line."""
        touched = edit.changes_of(SiteLine)
        kept = dict(self.lines)
        for change in touched:
            kept.pop(change.row.id, None)
            if isinstance(change.after, SiteLine):
                kept[change.row.id] = change.after
        self.lines = kept
        return bool(touched)

    def in_order(self) -> Sequence[SiteLine]:
        """Return all lines, by their sites and then by their words."""
        return sorted(self.lines.values(), key=lambda each: (folded(each.site), folded(each.line)))

    def of(self, site: str) -> dict[str, SiteLine]:
        """Return the lines of a site, by their form for comparing."""
        wanted = folded(site)
        return {compared(each.line): each for each in self.lines.values() if folded(each.site) == wanted}

    def marked(self, draft: "Draft") -> "Draft":
        """Return a draft with the boilerplate that the lines of its site say."""
        site = site_of(draft.address, draft.outlet) if self.lines else None
        rules = {line: each.is_boilerplate for line, each in self.of(site).items()} if site else {}
        change = marking(draft.text, draft.boilerplate, rules) if rules else NO_CHANGE
        if change == NO_CHANGE:
            return draft
        kept = (each for each in draft.boilerplate if each not in change.gone)
        return replace(draft, boilerplate=tuple(sorted({*kept, *change.made})))


NO_LINES = SiteLines()
"""Nothing is remembered of any site."""
