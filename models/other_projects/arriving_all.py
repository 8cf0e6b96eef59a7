"""Find everything that another project brings, with its records referring to what is here."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from models.edits import Change, changed, made
from models.entities import Anchor, Answer, Article, Claim, Dismissed, Number, Record, Span, Speaker, Variable
from models.ids import Id
from models.other_projects.arriving import Arriving, boilerplate_of, same_article
from models.other_projects.arriving_codebook import arriving_codebook
from models.other_projects.arriving_speakers import arriving_speakers
from models.other_projects.carrying_records import carried_records
from models.other_projects.other_project import OtherArticle, OtherProject, Present
from models.translation import _, counted


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
        """The ids here of all articles."""
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
            *(records[Dismissed], self._words()),
        )
        return Arriving(tuple(changes), self.known, tuple(self.left_out))

    def _articles(self) -> list[Change]:
        """Match every article by its id or its text, and return the changes that bring those that are new."""
        changes = list[Change]()
        for each in self.other.articles:
            same = same_article(each.article, self.present)
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
        return boilerplate_of(new)

    def _is_new(self, article: Article) -> bool:
        return self.articles.get(article.id) == article.id and article.id not in self.present.articles

    def _records(self, each: OtherArticle) -> Iterator[Record]:
        """Yield the claims, numbers and spans of an article that are not here yet, and what was dismissed there."""
        article, new = self.articles[each.article.id], set[Id]()
        for record in self._placed(each):
            if isinstance(record, Claim | Number):
                self.there.add(record.id)
                if record.id in self.present.records:
                    self.known[type(record)] += 1
                    continue
                new.add(record.id)
            if isinstance(record, Claim):
                yield replace(record, article=article, speaker=self._speaker(record.speaker))
            elif (
                isinstance(record, Number)
                or (isinstance(record, Span) and (record.claim or record.number) in new)
                or (isinstance(record, Dismissed) and record.id not in self.present.records)
            ):
                yield replace(record, article=article)

    def _placed(self, each: OtherArticle) -> Sequence[Record]:
        """Return what is recorded in an article, with its places in the text here, which may be another one."""
        text = self.present.corrected.get(each.article.id)
        if text is None:
            return each.records
        placed = [*carried_records(each.records, each.text, text)]
        kept = {row.id for row in placed}
        new = [row for row in placed if isinstance(row, Claim | Number) and row.id not in self.present.records]
        lost = [row for row in each.records if isinstance(row, Claim | Number) and row.id not in kept]
        self._note_corrected(each, sum(row.discuss for row in new), len(lost))
        return placed

    def _note_corrected(self, each: OtherArticle, doubtful: int, lost: int) -> None:
        if doubtful or lost:
            words = _(
                "“{title}” has another text here: of what is recorded in the other text, {doubtful} are marked to be "
                "discussed because their words differ, and {lost} are left out because their words are gone."
            )
            self.left_out.append(words.format(title=each.article.title, doubtful=doubtful, lost=lost))

    def _words(self) -> Iterator[Change]:
        """Yield the changes that bring the words of that project's own which this one has not added."""
        for word in self.other.own_words.in_order():
            if self.present.own_words.find(word.language, word.list, word.words) is None:
                yield made(word)

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
        if any(each and each not in self.there for each in (answer.claim, answer.number)):
            return None
        return replace(
            answer,
            article=self.articles[answer.article] if answer.article else None,
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
