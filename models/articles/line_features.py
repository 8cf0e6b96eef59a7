"""Describe each line of a page by figures from 0 to about 1, from which `article_lines` tells article from boilerplate.

No feature is a word of an article: they say how long a line is, how it is written, where it is and what is around it.
"""

import math
import re
from collections import Counter
from collections.abc import Sequence

from models.articles.dates import read_date
from models.articles.page_line import PageLine
from models.articles.picture_credits import NAMED_PLACE, is_credit, is_credit_in_brackets
from models.text.text_lines import Line

SHORT, LONG = 9, 60
"""Words below which a line is short, and the most that count as prose around a line."""

NEAR = 3
"""How many lines on either side are looked at."""

STEP = 3
"""The most blanks by which a paragraph may be indented more than the others of its article."""

HEADING = 8
"""How many lines below the headline may say who wrote the article and when."""

ADDRESS = re.compile(r"https?://|www\.|\S@\S|(?:^|\s)@\w")
NUMBERED = re.compile(r"#?\d{1,2}[.):] ?\D")
TWO_IN_ONE = re.compile(r"[a-zß-öø-ÿ?!][A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]+ ")
"""A headline and a teaser without a blank between them: "Best Spots For DessertsNeed more"."""

Features = dict[str, float]


def features_of(lines: Sequence[PageLine], known: set[int], prose: range, title: int | None) -> list[Features]:
    """Return the features of every line, from the lines that are known boilerplate, those of the prose, and the
    headline, all by index.
    """
    weights = [min(line.words, LONG) / LONG if line.is_prose and not line.is_item else 0.0 for line in lines]
    indent = _indent_of(lines, prose)
    heading = prose.start if title is None else title
    return [
        _written(line)
        | _placed(index, line, prose, heading)
        | _around(index, lines, weights)
        | _indented(line, indent)
        | {"known": float(index in known)}
        for index, line in enumerate(lines)
    ]


def _written(line: PageLine) -> Features:
    """Return how a line is written."""
    spaced = line.text.split()
    capitals = sum(1 for word in spaced if word[:1].isupper()) / max(1, len(spaced))
    return {
        "always": 1.0,
        "words": math.log1p(line.words) / 3,
        "prose": float(line.is_prose),
        "prose in an item": float(line.is_prose and line.is_item),
        "item": float(line.is_item and line.words > 0),
        "no words": float(not line.words),
        "short": float(line.words < SHORT),
        "sentence ends": float(line.text[-1] in '.!?”"…。」'),
        "quotation": float(line.text[0] in '“"„«‘「'),
        "capitals": capitals if line.words else 0.0,
        "date": float(line.words <= 25 and read_date(line.text) is not None),
        "author": float(line.author is not None),
        "credit": float(is_credit(line)),
        "named place": float(NAMED_PLACE.search(line.text) is not None),
        "credit in brackets": float(is_credit_in_brackets(line)),
        "address": float(ADDRESS.search(line.text) is not None),
        "numbered": float(NUMBERED.match(line.text) is not None),
        "two in one": float(TWO_IN_ONE.search(line.text) is not None),
        "bar": float("|" in line.text),
    }


def _placed(index: int, line: Line, prose: range, heading: int) -> Features:
    """Return where a line is, by the prose and the headline."""
    return {
        "inside": float(index in prose),
        "above": float(index < prose.start),
        "below": float(index >= prose.stop),
        "headline": float(index == heading),
        "above headline": float(index < heading),
        "below headline": float(heading < index <= heading + HEADING and not line.is_prose),
        "first": float(prose.start <= index <= prose.start + 1),
        "last": float(prose.stop - 2 <= index < prose.stop),
    }


def _around(index: int, lines: Sequence[Line], weights: Sequence[float]) -> Features:
    """Return what is before and after a line; `weights` say how much prose each line has."""
    before, after = weights[max(0, index - NEAR) : index], weights[index + 1 : index + 1 + NEAR]
    beside = (*lines[max(0, index - 1) : index], *lines[index + 1 : index + 2])
    following = lines[index + 1 : index + 2]
    return {
        "prose before": before[-1] if before else 0.0,
        "prose after": after[0] if after else 0.0,
        "more prose before": sum(before) / NEAR,
        "more prose after": sum(after) / NEAR,
        "items beside": sum(line.is_item for line in beside) / 2,
        "credit after": float(any(line.words < SHORT and is_credit(line) for line in following)),
    }


def _indented(line: Line, indent: int | None) -> Features:
    """Return how a line is indented, where programs that copy pages show by blanks what is within what."""
    if indent is None:
        return {}
    more = line.indent - indent
    return {
        "indented alike": float(not more),
        "indented a little": float(0 < more <= STEP),
        "indented more": float(more > STEP),
        "indented less": float(more < 0),
        "prose indented alike": float(not more and line.is_prose),
        "prose indented otherwise": float(bool(more) and line.is_prose),
    }


def _indent_of(lines: Sequence[Line], prose: range) -> int | None:
    """Return by how many blanks the prose is indented; None if all lines are alike."""
    if len({line.indent for line in lines}) == 1:
        return None
    indents: Counter[int] = Counter()
    for index in prose:
        if lines[index].is_prose and not lines[index].is_item:
            indents[lines[index].indent] += min(lines[index].words, LONG)
    return indents.most_common(1)[0][0] if indents else None
