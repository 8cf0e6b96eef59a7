"""A small project of our own writing, that tests build on: two articles, two speakers, two claims and two numbers."""

import hashlib
import shutil
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from models.attributes.built_in import attribute
from models.edits import Edit, made
from models.entities import (
    Alias,
    Article,
    Boilerplate,
    Claim,
    Content,
    Mode,
    Number,
    Qualifier,
    Record,
    Role,
    Span,
    Speaker,
    SpeakerKind,
)
from models.ids import Id
from models.lines.order import Order
from models.lines.statement import Statement
from models.records import ArticleRecords
from models.registry import Registry
from models.store import Store
from models.store.view import StoreView

CODER = "AB"
AT = "2026-03-01T09:00:00.000+00:00"

TEXT = """Skip to the article

Harbour wall will take two winters

Subscribe to the evening letter

The mayor of Aldersund, Ida Brekke, said the wall 🌊 would cost “about 40 million crowns” and take two winters.

“We lost nearly 300 metres in one night,” Ms Brekke added. She promised that nobody would have to move.

The fishermen's union called the plan too small. It wants at least 12 new berths.
"""

OTHER_TEXT = """Ferry to run again

The ferry will run again in May, its owners said on Tuesday.
"""


@dataclass(frozen=True, slots=True)
class Example:
    """The rows of the example project by name; `store` holds them."""

    store: Store
    article: Article
    other: Article
    mayor: Speaker
    alias: Alias
    union: Speaker
    cost: Claim
    lost: Claim
    millions: Number
    berths: Number

    @property
    def records(self) -> ArticleRecords:
        """The first article as the file has it now."""
        return self.store.article_records(self.article.id)

    @property
    def registry(self) -> Registry:
        """The speakers as the file has them now."""
        return self.store.registry()


def place(words: str, text: str = TEXT) -> tuple[int, int]:
    """Where some words stand in a text, which must hold them: code points, half-open."""
    start = text.index(words)
    return start, start + len(words)


def every_statement(store: Store) -> list[Statement]:
    """Return every line of the statements of a project, in text order."""
    return listed(store, Order())


def listed(store: Store, order: Order) -> list[Statement]:
    """Return every line that an order lets through."""
    with closing(StoreView(store.path)) as view:
        return viewed(view, order)


def viewed(view: StoreView, order: Order) -> list[Statement]:
    """Return every line that an order lets through, as a view that is open lists them."""
    made_list = view.make_list(None, order)
    return [line for line in view.lines(made_list, 0, made_list.count) if line]


def claims_of(store: Store, speaker: Id) -> list[Claim]:
    """Return every claim of a speaker, as the writer of a long edit reads them."""
    with closing(store.long_write()) as write:
        return write.claims_of(speaker)


def signed(edit: Edit, at: str = AT) -> Edit:
    """The edit as the window would hand it to the store."""
    return edit.stamped(CODER, at)


def content(text: str) -> Content:
    """A text as it is kept."""
    return Content(hashlib.sha256(text.encode()).hexdigest(), text)


def make_example(path: Path) -> Example:
    """Make the example project at a path, and leave it open."""
    texts = content(TEXT), content(OTHER_TEXT)
    article = Article(content=texts[0].sha256, title="Harbour wall will take two winters", outlet="The Tide")
    other = Article(content=texts[1].sha256, title="Ferry to run again")
    mayor = Speaker(name="Ida Brekke", kind=SpeakerKind.PERSON, role="Mayor")
    union = Speaker(name="Fishermen's union", kind=SpeakerKind.ORGANISATION)
    alias = Alias(speaker=mayor.id, name="Ms Brekke")
    cost = Claim(article=article.id, speaker=mayor.id, mode=Mode.MIXED)
    lost = Claim(article=article.id, mode=Mode.DIRECT)
    millions = Number(
        article=article.id, claim=cost.id, value=40e6, qualifier=Qualifier.ABOUT, counted="crowns", note="of 2026"
    )
    berths = Number(article=article.id, value=12.0, qualifier=Qualifier.AT_LEAST, counted="new berths")
    spans = (
        _span(article, cost, Role.CONTENT, "the wall 🌊 would cost “about 40 million crowns” and take two winters"),
        _span(article, cost, Role.CUE, "said"),
        _span(article, cost, Role.SOURCE, "Ida Brekke"),
        _span(article, lost, Role.CONTENT, "“We lost nearly 300 metres in one night,”"),
        _span(article, millions, Role.NUMBER, "about 40 million crowns"),
        _span(article, berths, Role.NUMBER, "at least 12 new berths"),
    )
    start, end = place("Skip to the article")
    boilerplate = Boilerplate(article=article.id, start=start, end=end)
    rows = (article, other, mayor, union, alias, cost, lost, millions, berths, *spans, boilerplate)
    example = Example(Store.create(path), article, other, mayor, alias, union, cost, lost, millions, berths)
    edit = signed(Edit("Make the example", tuple(made(row) for row in rows), texts))
    example.store.apply(edit)
    kept: dict[str, Any] = {change.row.id: change.row for change in edit.changes}
    names = [field.name for field in fields(example) if field.name != "store"]
    return replace(example, **{name: kept[getattr(example, name).id] for name in names})


@contextmanager
def opened_copy(pattern: Example, path: Path) -> Iterator[Example]:
    """Copy the file of an example to a path and yield it, open."""
    shutil.copyfile(pattern.store.path, path)
    with Store.open(path) as store:
        yield replace(pattern, store=store)


def _span(article: Article, of: Claim | Number, role: Role, words: str) -> Span:
    start, end = place(words)
    span = Span(article=article.id, role=role, start=start, end=end, number=of.id if isinstance(of, Number) else None)
    return replace(span, claim=of.id) if isinstance(of, Claim) else span


def typed(of: Record | Sequence[Record], name: str, text: str, registry: Registry | None = None) -> Edit:
    """Return the edit of typing a text into an attribute of one or several records."""
    records = [of] if isinstance(of, Record) else of
    return attribute(type(records[0]), name).write(records, text, registry or Registry())


def put(of: Record | Sequence[Record], name: str, value: object, registry: Registry | None = None) -> Edit:
    """Return the edit that gives an attribute of one or several records a value."""
    records = [of] if isinstance(of, Record) else of
    return attribute(type(records[0]), name).change(records, value, registry or Registry())
