"""Write projects of any size: made-up articles that name speakers, claims and numbers, and the records of these.

Always the same for the same sizes, but for ids. A claim has five spans and two numbers, so two statements.
"""

import hashlib
import random
from collections.abc import Iterator
from dataclasses import dataclass

from models.edits import Change, Edit, made
from models.entities import Article, Claim, Content, Mode, Number, Qualifier, Record, Role, Span, Speaker, SpeakerKind
from models.ids import Id
from models.store import Store

CODER, AT = "AB", "2026-03-01T09:00:00.000+00:00"
SPANS_A_CLAIM, STATEMENTS_A_CLAIM = 5, 2
CLAIMS_AN_ARTICLE = 50
ARTICLES_AN_EDIT = 20
SENTENCES_A_PARAGRAPH = 4

FIRST = ("Ida", "Tormod", "Sunniva", "Aksel", "Ragnhild", "Eskil", "Vilde", "Odd")
LAST = ("Brekke", "Hauge", "Lien", "Sund", "Moen", "Tveit", "Aas", "Nesse", "Øvrum")
CUES = ("said", "warned", "estimated", "told reporters", "wrote", "insisted")
THINGS = ("berths", "fishing boats", "tonnes of cod", "metres of quay", "permits", "ferry crossings")
DONE = ("were lost", "had been moved", "would be needed", "stood empty", "were promised", "could be saved")
WHERE = ("along the outer wall", "in the old harbour", "north of the lighthouse", "between the two islands")
PLAIN = (
    "The wind turned before noon and the ferry stayed where it was, with its ramp down and its lamps lit.",
    "Nobody in the village could remember a winter in which the ice had come as far as the church.",
    "A meeting that was called for the evening was put off, since the hall had no heating left.",
    "“Ask the sea,” an old man answered 🌊, and went on mending his nets under the roof of the boathouse.",
)

TITLE = "The harbour wall and its berths, part {number}"

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence that reports a claim, and where its parts stand in it."""

    sentence: str
    speaker: Speaker
    source: Range
    cue: Range
    content: Range
    numbers: tuple[Range, Range]
    values: tuple[int, int]


def page(number: int) -> str:
    """Write the file of an article of 3,000 letters, which differs from every other."""
    chosen = random.Random(number)
    paragraphs = ("\n".join(chosen.choices(PLAIN, k=SENTENCES_A_PARAGRAPH)) for _ in range(7))
    return f"Harbour wall, page {number}\n\n" + "\n\n".join(paragraphs) + "\n"


class Writer:
    """Writes articles with their records into an empty project."""

    def __init__(self, store: Store, speakers: int) -> None:
        self._store = store
        self._random = random.Random(20260301)
        self._speakers = tuple(_speakers(speakers))
        self._count = 0
        self._apply(Edit("Add speakers", tuple(made(speaker) for speaker in self._speakers)))

    def write_article(self, letters: int, spans: int) -> Id:
        """Write one article of so many letters, of which claims spread over it have so many spans."""
        made_article = self._article(letters, spans // SPANS_A_CLAIM)
        self._apply(_edit([made_article]))
        return made_article[0].id

    def write_statements(self, statements: int) -> None:
        """Write articles of usual length until there are so many statements more."""
        claims = statements // STATEMENTS_A_CLAIM
        waiting = []
        while claims > 0:
            here = min(claims, CLAIMS_AN_ARTICLE)
            waiting.append(self._article(here * 200, here))
            claims -= here
            if len(waiting) == ARTICLES_AN_EDIT or claims <= 0:
                self._apply(_edit(waiting))
                waiting = []

    def _apply(self, edit: Edit) -> None:
        self._store.apply(edit.stamped(CODER, AT))

    def _article(self, letters: int, claims: int) -> tuple[Article, Content, list[Record]]:
        """An article, its text, and what is recorded in it."""
        self._count += 1
        title = TITLE.format(number=self._count)
        written = list(self._sentences(letters - len(title), claims))
        text = title + "".join(sentence for sentence, _ in written)
        content = Content(hashlib.sha256(text.encode()).hexdigest(), text)
        article = Article(content=content.sha256, title=title, outlet="The Tide", published="2026-03-01", language="en")
        records: list[Record] = []
        at = len(title)
        for sentence, told in written:
            if told:
                records += self._records(article, told, at + len(sentence) - len(told.sentence))
            at += len(sentence)
        return article, content, records

    def _sentences(self, letters: int, claims: int) -> Iterator[tuple[str, Told | None]]:
        """Sentences with what parts them from the one before, until there are letters enough; claims at even steps."""
        length = number = done = 0
        while length < letters or done < claims:
            due = length * claims >= letters * done
            told = self._told() if due and done < claims else None
            done += told is not None
            words = told.sentence if told else self._random.choice(PLAIN)
            sentence = ("\n\n" if number % SENTENCES_A_PARAGRAPH == 0 else " ") + words
            yield sentence, told
            length += len(sentence)
            number += 1

    def _told(self) -> Told:
        """A sentence such as "Ida Brekke said that 214 berths and 31 permits were lost in the old harbour."."""
        choose, count = self._random.choice, self._random.randrange
        speaker = choose(self._speakers)
        values = count(2, 2000), count(2, 2000)
        parts = [speaker.name, " ", choose(CUES), " that ", f"{values[0]}", f" {choose(THINGS)} and ", f"{values[1]}"]
        parts += [f" {choose(THINGS)} {choose(DONE)} {choose(WHERE)}", "."]
        ends = [sum(map(len, parts[: place + 1])) for place in range(len(parts))]
        spots = [(end - len(part), end) for part, end in zip(parts, ends, strict=True)]
        return Told(
            "".join(parts), speaker, spots[0], spots[2], (spots[4][0], spots[7][1]), (spots[4], spots[6]), values
        )

    def _records(self, article: Article, told: Told, at: int) -> Iterator[Record]:
        claim = Claim(article=article.id, speaker=told.speaker.id, mode=Mode.INDIRECT)
        yield claim
        for role, place in ((Role.CONTENT, told.content), (Role.CUE, told.cue), (Role.SOURCE, told.source)):
            yield Span(article=article.id, role=role, claim=claim.id, start=at + place[0], end=at + place[1])
        for value, (start, end) in zip(told.values, told.numbers, strict=True):
            number = Number(
                article=article.id, claim=claim.id, value=float(value), qualifier=Qualifier.EXACT, counted="berths"
            )
            yield number
            yield Span(article=article.id, role=Role.NUMBER, number=number.id, start=at + start, end=at + end)


def _speakers(count: int) -> Iterator[Speaker]:
    """Speakers with names of two words; after all pairs are used, of three."""
    for number in range(count):
        first, rest = FIRST[number % len(FIRST)], number // len(FIRST)
        last, again = LAST[rest % len(LAST)], rest // len(LAST)
        middle = f" {_letters(again)}" if again else ""
        yield Speaker(name=f"{first}{middle} {last}", kind=SpeakerKind.PERSON, role="Harbour office")


def _letters(number: int) -> str:
    """A number as a short name: 1 is "Ba", 27 is "Bb"."""
    return f"{chr(65 + number % 26)}{chr(97 + number // 26 % 26)}"


def _edit(articles: list[tuple[Article, Content, list[Record]]]) -> Edit:
    changes: list[Change] = []
    for article, _, records in articles:
        changes += map(made, (article, *records))
    return Edit("Write articles", tuple(changes), tuple(content for _, content, _ in articles))
