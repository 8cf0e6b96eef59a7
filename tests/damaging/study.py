"""A project as a coder leaves it: recorded edit by edit, with some of it undone, changed and deleted."""

from pathlib import Path

from models.actions.articles import import_articles
from models.edits import Edit, made
from models.entities import (
    Alias,
    Answer,
    Article,
    Claim,
    Number,
    Qualifier,
    Record,
    Role,
    Span,
    Speaker,
    Subject,
    Variable,
)
from models.intake import take_in
from models.store import Store
from tests.example import put, signed

SENTENCE = (
    "{name} said that {count} berths north of the lighthouse would be lost before the winter of the {year}th ferry."
)
NAMES = ("Ida Brekke", "Tormod Hauge", "Sunniva Lien", "Aksel Sund")


def make_study(path: Path, articles: int = 6, claims: int = 8) -> None:
    """Make a project of so many articles with so many claims in each, one edit for each claim."""
    speakers = [Speaker(name=name) for name in NAMES]
    stance = Variable(subject=Subject.CLAIM, name="stance", label="Stance", kind="text")
    with Store.create(path) as store:
        _do(store, "Add speakers", [*speakers, Alias(speaker=speakers[0].id, name="Ms Brekke"), stance])
        for number in range(articles):
            _write_article(store, number, claims, speakers, stance)


def _write_article(store: Store, number: int, claims: int, speakers: list[Speaker], stance: Variable) -> None:
    sentences = [
        SENTENCE.format(name=NAMES[each % 4], count=17 * each + number, year=each + 2) for each in range(claims)
    ]
    title = f"Harbour wall, part {number}"
    file = store.path.with_name(f"part {number}.txt")
    file.write_text(f"{title}\n\n" + "\n\n".join(sentences) + "\n", encoding="utf-8")
    (batch,) = take_in([file], lambda _text: None)
    file.unlink()
    edit = import_articles(batch.drafts())
    _apply(store, edit)
    (article,), text = edit.made(Article), batch.drafts()[0].text
    for place, sentence in enumerate(sentences):
        at = text.index(sentence)
        claim = Claim(article=article.id, speaker=speakers[place % 4].id)
        count = str(17 * place + number)
        value = Number(article=article.id, claim=claim.id, value=float(count), qualifier=Qualifier.EXACT)
        start = at + sentence.index(count)
        span = Span(article=article.id, role=Role.CONTENT, claim=claim.id, start=start, end=at + len(sentence))
        printed = Span(article=article.id, role=Role.NUMBER, number=value.id, start=start, end=start + len(count))
        _do(store, "Mark claim", [claim, span, value, printed])
        _do(store, "Answer", [Answer(variable=stance.id, article=article.id, claim=claim.id, value=f"for {place}")])
        if place % 3 == 0:
            _apply(store, put(store.article_records(article.id).claims[claim.id], "summary", f"Lost: {count}"))


def _do(store: Store, label: str, records: list[Record]) -> None:
    _apply(store, Edit(label, tuple(made(record) for record in records)))


def _apply(store: Store, edit: Edit) -> None:
    store.apply(signed(edit))
