"""What a coder does in a hundred articles of ten statements: edits made by the actions of the program."""

import random
import re
from collections.abc import Iterator

from models.actions.articles import import_articles
from models.actions.attributing import attribute_claim
from models.actions.claims import mark_claim
from models.actions.numbers import mark_number
from models.articles.draft import Draft
from models.attribution.attribution import Attribution
from models.edits import Edit, changed
from models.entities import Article, Claim
from models.records import ArticleRecords
from models.registry import Registry
from models.store import Store
from tests.benchmarks.writing import AT, CODER, CUES, DONE, PLAIN, THINGS, WHERE

IN_ARTICLE = 10
"""Statements of an article."""
SPEAKERS = ("Ida Brekke", "Tormod Hauge", "Sunniva Lien", "Aksel Sund", "Ragnhild Moen")
OUTLETS = ("The Tide", "Harbour Post", "Coast Weekly", "Evening Lamp")
UNITS = ("", "", "per cent of the ", "tonnes of ", "euros for ")
SUMMARISED, REMARKED = 5, 100
"""One claim of so many gets a summary; one of so many a note."""

TOLD = re.compile(r"^(?P<source>\S+ \S+) (?P<cue>[a-z ]+) that (?P<content>(?P<number>[0-9]+ \S+).+)\.$", re.MULTILINE)


def coders_work(store: Store, articles: int) -> list[Edit]:
    """Import so many articles into an empty project, and record ten statements in each; return the edits."""
    return [*_edits(store, Registry(), random.Random(20261126), articles)]


def _edits(store: Store, registry: Registry, chosen: random.Random, articles: int) -> Iterator[Edit]:
    def do(edit: Edit, *memory: ArticleRecords) -> Edit:
        edit = edit.stamped(CODER, AT)
        store.apply(edit)
        registry.take(edit)
        for each in memory:
            each.take(edit)
        return edit

    imported = do(import_articles([_draft(chosen, number) for number in range(articles)]))
    yield imported
    for article in imported.made(Article):
        records = store.article_records(article.id)
        for told in TOLD.finditer(records.text):
            yield (edit := do(mark_claim(records, *told.span("content")), records))
            (claim,) = edit.made(Claim)
            found = Attribution(told.span("cue"), (told.span("source"),), told["source"])
            yield do(attribute_claim(records, registry, claim, told["source"], found), records)
            yield do(mark_number(records, *told.span("number")), records)
            yield from (do(edit, records) for edit in _afterthoughts(chosen, records.claims[claim.id]))


def _afterthoughts(chosen: random.Random, claim: Claim) -> Iterator[Edit]:
    """Yield what a coder adds to some claims."""
    words = f"{chosen.choice(THINGS)} {chosen.choice(DONE)}"
    if chosen.randrange(SUMMARISED) == 0:
        yield Edit("Change summary", (changed(claim, summary=words),))
    elif chosen.randrange(REMARKED) == 0:
        yield Edit("Change note", (changed(claim, note=f"Ask whether {words}.", discuss=True),))


def _draft(chosen: random.Random, number: int) -> Draft:
    text = "\n\n".join(f"{_told(chosen)}\n{chosen.choice(PLAIN)}" for _ in range(IN_ARTICLE))
    title, published = f"Harbour wall, part {number + 1}", f"2026-02-{number % 28 + 1:02}"
    return Draft(text, title, outlet=chosen.choice(OUTLETS), published=published, language="en")


def _told(chosen: random.Random) -> str:
    """A sentence such as "Ida Brekke said that 214 tonnes of cod were lost in the old harbour."."""
    counted = f"{chosen.randrange(2, 2000)} {chosen.choice(UNITS)}{chosen.choice(THINGS)}"
    return (
        f"{chosen.choice(SPEAKERS)} {chosen.choice(CUES)} that {counted} {chosen.choice(DONE)} {chosen.choice(WHERE)}."
    )
