"""What can be done with the lines that are remembered of a site."""

from collections.abc import Iterable, Mapping, Sequence

from models.articles.site_lines import SiteLines, marking, site_of
from models.edits import Change, Edit, changed, deleted, made
from models.entities import Boilerplate, SiteLine
from models.errors import OnrecordError
from models.records import ArticleRecords
from models.text.normalising import line_ranges
from models.text.ranges import Range
from models.text.text_lines import compared
from models.translation import _, counted

NOTHING_CHANGED = _("Nothing was changed.")


def lines_at(records: ArticleRecords, start: int, end: int) -> list[Range]:
    """Return the lines that a range of an article touches: code points, half-open, without blanks around them."""
    begin = records.text.rfind("\n", 0, start) + 1
    stop = records.text.find("\n", max(start, end - 1))
    return list(line_ranges(records.text, begin, stop if stop >= 0 else None))


def are_boilerplate(records: ArticleRecords, start: int, end: int) -> bool:
    """Return whether all lines that a range touches are marked as boilerplate."""
    marked = [(row.start, row.end) for row in records.boilerplate.values()]
    lines = lines_at(records, start, end)
    return bool(lines) and all(any(a <= line[0] and line[1] <= b for a, b in marked) for line in lines)


def remember_lines(
    known: SiteLines, records: ArticleRecords, at: Range, others: Iterable[ArticleRecords], *, boilerplate: bool
) -> Edit:
    """Remember the lines that a range touches for the site of their article, as boilerplate or as text; and mark the
    same lines so in this article and in `others`, those of the site that are in the project.

    A line with a claim or a number on it stays text in its article. Raises OnrecordError if the article has neither an
    address nor an outlet, or if there is no line.
    """
    site = site_of(records.article.address, records.article.outlet)
    lines = [records.text[slice(*line)] for line in lines_at(records, *at)]
    if site is None or not lines:
        raise OnrecordError(
            _("This article has neither an address nor an outlet by which others of its site could be found."),
            NOTHING_CHANGED,
            _("Give it one in the details."),
        )
    rules = {compared(line): boilerplate for line in lines}
    changes = [*_remembered(known, site, lines, boilerplate), *_marked(records, rules)]
    for each in others:
        if each.article.id != records.article.id and not each.altered:
            changes += _marked(each, rules)
    label = _("Always boilerplate on {site}") if boilerplate else _("Always text on {site}")
    return Edit(label.format(site=site), tuple(changes))


def _remembered(known: SiteLines, site: str, lines: Sequence[str], boilerplate: bool) -> Iterable[Change]:
    """Yield the changes that remember lines; what is remembered of the same lines is replaced."""
    there = known.of(site)
    for line in {compared(each): " ".join(each.split()) for each in lines}.values():
        before = there.get(compared(line))
        if before is None:
            yield made(SiteLine(site=site, line=line, is_boilerplate=boilerplate))
        else:
            yield changed(before, is_boilerplate=boilerplate)


def _marked(records: ArticleRecords, rules: Mapping[str, bool]) -> Iterable[Change]:
    """Yield the changes that mark the boilerplate of an article by rules, but no line with a claim or number on it."""
    rows = {(row.start, row.end): row for row in records.boilerplate.values()}
    change = marking(records.text, rows, rules)
    spans = [(span.start, span.end) for span in records.spans.values()]
    yield from (deleted(rows[each]) for each in change.gone)
    for start, end in change.made:
        if not any(start < stop and begin < end for begin, stop in spans):
            yield made(Boilerplate(article=records.article.id, start=start, end=end))


def forget_lines(lines: Sequence[SiteLine]) -> Edit:
    """Forget lines; in the articles that are in the project they stay marked as they are."""
    label = counted("Forget line of a site", "Forget {count:,} lines of sites", len(lines))
    return Edit(label, tuple(deleted(each) for each in lines))
