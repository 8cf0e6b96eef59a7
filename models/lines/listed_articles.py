"""The articles that the conditions of a list or a view ask for, and these conditions in words."""

from collections.abc import Iterable, Mapping

from models.codebook.codebook import Codebook
from models.lines.article_line import ArticleLine
from models.lines.criteria import ARTICLE_CRITERIA, SAMPLE, Criterion, criterion_named, in_sample
from models.lines.matching import Matching
from models.lines.order import Order
from models.registry import Registry
from models.sampling.samples import Samples
from models.text.finding import holds, search_words
from models.text.folding import folded
from models.translation import _


def article_criteria(samples: Samples) -> Mapping[str, Criterion]:
    """Return what articles are compared by in a project with some samples, besides variables."""
    return {**ARTICLE_CRITERIA, SAMPLE: in_sample(samples)}


def listed_articles(
    lines: Iterable[ArticleLine], order: Order, codebook: Codebook, registry: Registry, samples: Samples
) -> list[ArticleLine]:
    """Return the articles that an order asks for, in its order. They have to be measured if it is about that."""
    words = search_words(order.text)
    found = [line for line in lines if holds(folded(line.title), words)]
    return Matching(article_criteria(samples), codebook, registry).listed(found, order)


def conditions_in_words(order: Order, codebook: Codebook, registry: Registry, samples: Samples) -> list[str]:
    """Return what articles have to be like to be listed, a part of a sentence for each condition."""
    criteria = article_criteria(samples)
    found = ((criterion_named(each.column, criteria, codebook), each) for each in order.conditions)
    words = [criterion.described(each, registry) for criterion, each in found if criterion]
    return [*words, *(_("the title contains “{word}”").format(word=word) for word in order.text.split())]
