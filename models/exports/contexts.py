"""Make the cells of the sentences around claims and numbers."""

from functools import lru_cache

from models.exports.record_lines import ContextOf
from models.store.exported_cells import (
    ArticleCells,
    Cells,
    boilerplate_of,
    claim_parts,
    id_of,
    language_of,
    number_parts,
)
from models.text.context import Sentences
from models.text.ranges import read_ranges


def context_in(article: ArticleCells) -> ContextOf:
    """Return what gives the sentences around the claims and numbers of an article."""
    sentences = Sentences(article.text, language_of(article.article), read_ranges(boilerplate_of(article.article)))

    @lru_cache(maxsize=1)  # the lines of one claim follow each other
    def around(parts: str | None) -> Cells:
        return sentences.around(read_ranges(parts))

    return lambda claim, number: around(claim_parts(claim) if id_of(claim) else number_parts(number))
