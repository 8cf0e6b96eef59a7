"""The coder turns lines into boilerplate, or into text again."""

from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import replace

from models.articles.draft import Draft
from models.articles.site_lines import Marking
from models.text.normalising import line_ranges
from models.text.ranges import Range


def toggled(text: str, marked: Collection[Range], start: int, end: int) -> Marking:
    """Return what changes in the boilerplate of a text, which is `marked`, if the lines are toggled that a range
    touches: they become boilerplate, or text again if all of them are boilerplate. Ranges of `marked` do not overlap.
    """
    begin = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", max(start, end - 1))
    lines = list(line_ranges(text, begin, stop if stop >= 0 else None))
    in_order = sorted(marked)
    bare = tuple(line for line in lines if not _is_within(line, in_order))
    if bare or not lines:
        return Marking(made=bare)
    return Marking(gone=tuple(each for each in in_order if each[0] < lines[-1][1] and lines[0][0] < each[1]))


def _is_within(line: Range, marked: Sequence[Range]) -> bool:
    place = bisect_right(marked, line[0], key=lambda each: each[0]) - 1
    return place >= 0 and line[1] <= marked[place][1]


def toggled_draft(draft: Draft, start: int, end: int) -> Draft:
    """Return a draft with the lines toggled that a range touches."""
    change = toggled(draft.text, draft.boilerplate, start, end)
    kept = (each for each in draft.boilerplate if each not in change.gone)
    return replace(draft, boilerplate=tuple(sorted((*kept, *change.made))))
