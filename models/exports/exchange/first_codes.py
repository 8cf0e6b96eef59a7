"""Show the beginning of a tree of codes as a table."""

from collections.abc import Iterable, Iterator

from models.exports.beginning import FirstLines, Heading
from models.exports.exchange.code_tree import Code
from models.translation import _

MOST = 200
"""How many codes are shown: a tree is understood only as a whole."""

INDENT = "\N{EM SPACE}" * 2
"""Comes before a code for each code above it."""


def first_codes(file: str, codes: Iterable[Code]) -> FirstLines:
    """Return the first codes of a file, each below the one that it belongs to."""
    rows = [*_rows(codes, 0)]
    headings = (
        Heading(_("Code")),
        Heading(_("Used for"), _("Some codes only hold others together.")),
        Heading(_("Memo")),
    )
    about = _("The codes, each below the one that it belongs to.")
    return FirstLines(file, _("codes"), about, headings, tuple(rows[:MOST]), len(rows))


def _rows(codes: Iterable[Code], depth: int) -> Iterator[tuple[str, ...]]:
    for code in codes:
        used = _("coding") if code.codable else _("holding codes together")
        yield INDENT * depth + code.name, used, code.description
        yield from _rows(code.below, depth + 1)
