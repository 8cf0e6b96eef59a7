"""An article exported by a news database (Nexis, Factiva): it has labelled lines instead of a page around it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from models.articles.dates import read_date
from models.errors import UnreadableArticle
from models.text.text_lines import Line
from models.translation import _

NEXIS = re.compile(
    r"(?i)(?P<label>byline|section|length|load-date|language|publication-type|journal-code|document-type|dateline"
    r"|graphic|series|subject|organization|geographic|country|city|state|person|company|ticker|industry|acc-no|pub-type"
    r"|update|correction-date|highlight|classification|distribution|issn|ressort|rubrik|länge) ?: ?(?P<value>.*)"
)
NEXIS_ALONE = re.compile(
    r"(?i)body|classification|end of document|load-date|copyright \d{4} .*|all rights reserved\.?|\d+ of \d+ documents?"
)
FACTIVA = re.compile(
    r"(?P<label>SE|HD|BY|CR|WC|PD|ET|SN|SC|ED|PG|VOL|LA|CY|LP|TD|CT|RF|CO|IN|NS|RE|IPC|IPD|PUB|AN)"
    r"(?:[ \t]+(?P<value>.*))?"
)
FIRST = re.compile(r"(?i)\d+ of \d+ documents?|HD[ \t].*")
LEAST_NEXIS, LEAST_FACTIVA = 3, 5


@dataclass(frozen=True, slots=True)
class Export:
    """What the labels of an export say, and which lines, by index, are labels; absent is None."""

    labels: frozenset[int] = frozenset()
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published: str | None = None


def read_export(lines: Sequence[Line], named: str) -> Export:
    """Return what the labels say; nothing if there are too few. Raises UnreadableArticle for several articles."""
    for pattern, least in ((NEXIS, LEAST_NEXIS), (FACTIVA, LEAST_FACTIVA)):
        found = {index: match for index, line in enumerate(lines) if (match := pattern.fullmatch(line.text))}
        if len({match["label"].casefold() for match in found.values()}) >= least:
            _refuse_several(lines, named)
            return _export(lines, found)
    return Export()


def _refuse_several(lines: Sequence[Line], named: str) -> None:
    articles = sum(1 for line in lines if FIRST.fullmatch(line.text))
    if articles > 1:
        raise UnreadableArticle(
            _(
                "{name} contains {count} articles from a news database, but only one article can be read from a file."
            ).format(name=named, count=articles),
            _("Nothing was added."),
            _("Save each article in a separate file."),
        )


def _export(lines: Sequence[Line], found: dict[int, re.Match[str]]) -> Export:
    said = {match["label"].upper(): (match["value"] or "").strip() for match in found.values()}
    alone = {index for index, line in enumerate(lines) if NEXIS_ALONE.fullmatch(line.text)}
    headline = {index for index, match in found.items() if match["label"] == "HD"}
    byline = said.get("BYLINE") or said.get("BY")
    return Export(
        labels=frozenset((found.keys() | alone) - headline),
        title=said.get("HD"),
        outlet=said.get("SN"),
        byline=re.sub(r"(?i)^(?:by|von|par|por) ", "", byline) if byline else None,
        published=read_date(said.get("PD", "")),
    )
