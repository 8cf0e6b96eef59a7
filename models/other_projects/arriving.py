"""Find what another project brings that is not here yet, with its records referring to what is here."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain

from models.counts import count_of
from models.edits import Change, changed, made
from models.entities import (
    Anchor,
    Answer,
    Article,
    Boilerplate,
    Choice,
    Claim,
    Number,
    Record,
    Span,
    Speaker,
    Status,
    Variable,
)
from models.ids import Id
from models.other_projects.arriving_codebook import arriving_codebook
from models.other_projects.arriving_speakers import arriving_speakers
from models.other_projects.other_project import OtherArticle, OtherProject, Present
from models.translation import _, counted, ngettext

COUNTED = (Article, Speaker, Variable, Choice, Claim, Number, Answer)
"""The kinds of records that a summary counts, in its order."""


@dataclass(frozen=True, slots=True)
class Arriving:
    """What another project brings: the changes, how many of its records are here already, by their class, and what is
    left out, in sentences.
    """

    changes: tuple[Change, ...]
    known: Counter[type[Record]]
    left_out: tuple[str, ...] = ()

    @property
    def new(self) -> str:
        """Return what is new, in words: "12 articles, 3 speakers"; empty if nothing is."""
        return _in_words(Counter(type(each.row) for each in self.changes if each.before is None))

    @property
    def here(self) -> str:
        """Return what is here already, in the same words."""
        return _in_words(self.known)


def _in_words(counts: Counter[type[Record]]) -> str:
    return ", ".join(count_of(kind, counts[kind]) for kind in COUNTED if counts[kind])


def sentences(found: Arriving, name: str) -> Iterator[str]:
    """Yield what the project with this name brought, what was here already, and what was left out."""
    if found.changes:
        new = found.new or _("nothing new")
        yield _("“{name}” brought {new}.").format(name=name, new=new)
    else:
        yield _("“{name}” has nothing that is not here already.").format(name=name)
    if found.here:
        yield _("Here already: {here}.").format(here=found.here)
    yield from found.left_out


def arriving_articles(other: OtherProject, present: Present) -> Arriving:
    """Return the articles whose texts are not here yet, with their boilerplate and without what is recorded in them."""
    new = [each for each in other.articles if _same_article(each.article, present) is None]
    changes = [made(replace(each.article, status=Status.OPEN, discuss=False)) for each in new]
    known = Counter[type[Record]]({Article: len(other.articles) - len(new)})
    return Arriving((*changes, *map(made, _boilerplate(new))), known, other.left_out)


def _boilerplate(articles: Iterable[OtherArticle]) -> Iterator[Record]:
    return (row for each in articles for row in each.records if isinstance(row, Boilerplate))


def _same_article(article: Article, present: Present) -> Article | None:
    return present.articles.get(article.id) or present.with_text.get(article.content)


def arriving_all(other: OtherProject, present: Present) -> Arriving:
    """Return the articles, speakers, variables and records that are not here yet.

    What is recorded in an article that is here with the same text is added to that article. Raises OnrecordError if a
    variable is of another kind here.
    """
    return _Arrival(other, present).arriving()


class _Arrival:
    """Goes through another project; `known` and `left_out` are as in `Arriving`."""

    def __init__(self, other: OtherProject, present: Present) -> None:
        self.other, self.present = other, present
        self.speakers = arriving_speakers(other.registry, present.registry)
        self.codebook = arriving_codebook(other.codebook, present.codebook)
        self.known = Counter[type[Record]]({Speaker: self.speakers.known, Variable: self.codebook.known})
        self.left_out = [*other.left_out, *self.speakers.remarks]
        self.articles = dict[Id, Id]()
        """The ids here of the articles that have the same text here, or are new."""
        self.there = set[Id]()
        """The claims and numbers of the other project that are here afterwards."""
        self.different = 0
        """The answers that differ from those here."""
        self.answered = dict[tuple[Id, Id], Id]()
        """The variables and records here that get answers, with the record there that these are about."""

    def arriving(self) -> Arriving:
        new = self._articles()
        records = defaultdict[type[Record], list[Change]](list)
        for each in self.other.articles:
            for record in self._records(each):
                records[type(record)].append(made(record))
        answers = [*self._answers()]
        if self.different:
            self.left_out.append(
                counted(
                    "{count:,} answer differs from the one here, which stays.",
                    "{count:,} answers differ from those here, which stay.",
                    self.different,
                )
            )
        changes = chain(
            *(new, map(made, self._new_boilerplate()), self.speakers.changes, self.codebook.changes),
            *(records[Claim], records[Number], records[Span], answers, self._anchors()),
        )
        return Arriving(tuple(changes), self.known, tuple(self.left_out))

    def _articles(self) -> list[Change]:
        """Match every article by its id or its text, and return the changes that bring those that are new.

        An article that is here with another text is left out, with what is recorded in it.
        """
        changes = list[Change]()
        for each in self.other.articles:
            same = _same_article(each.article, self.present)
            if same and same.content != each.article.content:
                self.left_out.append(_another_text(each))
                continue
            self.articles[each.article.id] = same.id if same else each.article.id
            if same is None:
                changes.append(made(each.article))
                continue
            self.known[Article] += 1
            if same.note is None and each.article.note:
                changes.append(changed(same, note=each.article.note))
        return changes

    def _new_boilerplate(self) -> Iterator[Record]:
        new = (each for each in self.other.articles if self._is_new(each.article))
        return _boilerplate(new)

    def _is_new(self, article: Article) -> bool:
        return self.articles.get(article.id) == article.id and article.id not in self.present.articles

    def _records(self, each: OtherArticle) -> Iterator[Record]:
        """Yield the claims, numbers and spans of an article that are not here yet, in this order."""
        article = self.articles.get(each.article.id)
        if article is None:
            return
        new = set[Id]()
        for record in each.records:
            if isinstance(record, Claim | Number):
                self.there.add(record.id)
                if record.id in self.present.records:
                    self.known[type(record)] += 1
                    continue
                new.add(record.id)
            if isinstance(record, Claim):
                yield replace(record, article=article, speaker=self._speaker(record.speaker))
            elif isinstance(record, Number) or (isinstance(record, Span) and (record.claim or record.number) in new):
                yield replace(record, article=article)

    def _speaker(self, speaker: Id | None) -> Id | None:
        return self.speakers.ids[speaker] if speaker else None

    def _answers(self) -> Iterator[Change]:
        """Yield the changes that bring the answers about records that have none here under the same variable."""
        in_articles = (row for each in self.other.articles for row in each.records if isinstance(row, Answer))
        about_speakers = (row for each in self.other.registry.speakers for row in self.other.registry.answers_of(each))
        for answer in chain(in_articles, about_speakers):
            here = self._answer(answer)
            if here is None:
                continue
            known = [each for each in self.present.answers.get(here.subject, ()) if each.variable == here.variable]
            if answer.id in self.present.records or any(_says(each) == _says(here) for each in known):
                self.known[Answer] += 1
            elif known or self.answered.setdefault((here.variable, here.subject), answer.subject) != answer.subject:
                self.different += 1
            else:
                yield made(here)

    def _answer(self, answer: Answer) -> Answer | None:
        """Return an answer with the ids that its record, variable and choice have here; None if the record is not."""
        article = self.articles.get(answer.article) if answer.article else None
        if (answer.article and not article) or not {answer.claim, answer.number} <= {None, *self.there}:
            return None
        return replace(
            answer,
            article=article,
            speaker=self._speaker(answer.speaker),
            variable=self.codebook.variables[answer.variable],
            choice=self.codebook.choices[answer.choice] if answer.choice else None,
            named=self._speaker(answer.named),
        )

    def _anchors(self) -> Iterator[Change]:
        """Yield the changes that bring the examples that the codebook does not have yet."""
        ours = self.present.codebook.anchors
        pinned = {(each.variable, each.choice, each.words) for each in ours.values()}
        for anchor in self.other.codebook.anchors.values():
            here = self._anchor(anchor)
            if anchor.id not in ours and (here.variable, here.choice, here.words) not in pinned:
                yield made(here)

    def _anchor(self, anchor: Anchor) -> Anchor:
        return replace(
            anchor,
            variable=self.codebook.variables[anchor.variable],
            choice=self.codebook.choices[anchor.choice] if anchor.choice else None,
            article=self.articles.get(anchor.article) if anchor.article else None,
            claim=anchor.claim if anchor.claim in self.there else None,
            number=anchor.number if anchor.number in self.there else None,
        )


def _says(answer: Answer) -> tuple[Id | None, Id | None, str | None]:
    return answer.choice, answer.named, answer.value


def _another_text(each: OtherArticle) -> str:
    recorded = sum(isinstance(row, Claim | Number) for row in each.records)
    what = ngettext(
        "“{title}” has another text here, which stays; {count:,} record in the other text is left out.",
        "“{title}” has another text here, which stays; {count:,} records in the other text are left out.",
        recorded,
    )
    return what.format(title=each.article.title, count=recorded)
