"""What a project holds, one class for each table of the file; field names are the column names.

Offsets are code points into the article's text, half-open. Absent is None, never an empty string.
"""

import hashlib
from dataclasses import dataclass, field
from enum import Enum, StrEnum
from typing import Annotated

from models.ids import Id, new_id


class Mode(StrEnum):
    """How a claim is reported: in quotation marks, in the article's own words, or both."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Role(StrEnum):
    """What a span does for the claim or number it belongs to."""

    CONTENT = "content"
    CUE = "cue"
    SOURCE = "source"
    NUMBER = "number"


class Qualifier(StrEnum):
    """How exactly a number is meant."""

    EXACT = "exact"
    ABOUT = "about"
    ALMOST = "almost"
    MORE_THAN = "more than"
    AT_LEAST = "at least"
    LESS_THAN = "less than"
    AT_MOST = "at most"


class SpeakerKind(StrEnum):
    """What sort of thing a speaker is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    GROUP = "group"
    UNNAMED = "unnamed"


class Status(StrEnum):
    """Whether the coder has finished an article; "begun" is seen from its records, not stored."""

    OPEN = "open"
    DONE = "done"


class SampleMethod(StrEnum):
    """How the articles of a sample are drawn."""

    RANDOM = "random"
    BY_OUTLET = "by outlet"
    BY_MONTH = "by month"
    CONSTRUCTED_WEEK = "constructed week"


class Origin(StrEnum):
    """How a record began: by hand, or as a suggestion that was accepted, as it was or with changes."""

    BY_HAND = "by hand"
    ACCEPTED = "accepted"
    CHANGED = "changed"


class Offer(StrEnum):
    """What the program offers a coder: a claim or number that it found, or a place where nothing is recorded."""

    CLAIM = "claim"
    NUMBER = "number"
    PLACE = "place"


class Subject(StrEnum):
    """What kind of record a variable is about."""

    CLAIM = "claim"
    NUMBER = "number"
    SPEAKER = "speaker"
    ARTICLE = "article"


class OnDelete(Enum):
    """What happens to a record when the one it refers to is deleted."""

    CASCADE = "it is deleted too"
    CLEAR = "it stays, and refers to nothing"
    REFUSE = "it cannot happen: what it refers to is kept for good"


@dataclass(frozen=True, slots=True)
class Refers:
    """Marks a field that holds the key of a row of another class, or of the same class if `to` is None."""

    to: "type[Record | Content | Original] | None"
    on_delete: OnDelete


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A row of the file that an edit can write."""

    id: Id = field(default_factory=new_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed(Record):
    """A record that names who made it, and when it was made and last changed (ISO 8601, UTC)."""

    coder: str | None = None
    made_at: str | None = None
    changed_at: str | None = None


@dataclass(frozen=True, slots=True)
class Content:
    """The text of an article: kept once, never changed, never deleted.

    `sha256` is that of the text in UTF-8, and names the row; edits refer to it and need not carry it.
    """

    sha256: str
    text: str

    @classmethod
    def of(cls, text: str) -> "Content":
        """Return a text with its hash."""
        return cls(hashlib.sha256(text.encode()).hexdigest(), text)

    @property
    def whole(self) -> bool:
        """Return whether the text has the hash it was stored under."""
        return Content.of(self.text) == self


@dataclass(frozen=True, slots=True)
class Original:
    """The bytes of the file an article came from, kept as a `Content` is; `sha256` is that of the bytes."""

    sha256: str
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Article(Signed):
    """One text with what is known about it; the text is the `Content`, its file the `Original` that are named here.

    `encoding` is how the bytes of that file were understood. `published_words` is the date as it is printed, if it was
    not read with certainty.
    """

    content: Annotated[str, Refers(Content, OnDelete.REFUSE)]
    original: Annotated[str | None, Refers(Original, OnDelete.REFUSE)] = None
    title: str
    outlet: str | None = None
    byline: str | None = None
    published: str | None = None
    published_words: str | None = None
    address: str | None = None
    language: str | None = None
    file_name: str | None = None
    encoding: str | None = None
    status: Status = Status.OPEN
    note: str | None = None
    discuss: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker(Signed):
    """Someone or something that claims; one entry for the whole project.

    `outside_id` is that of the speaker in a list of other people, such as Wikidata.
    """

    name: str
    kind: SpeakerKind | None = None
    role: str | None = None
    affiliation: str | None = None
    outside_id: str | None = None
    note: str | None = None
    discuss: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias(Signed):
    """Another name under which a speaker appears in the articles."""

    speaker: Annotated[Id, Refers(Speaker, OnDelete.CASCADE)]
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(Signed):
    """What a speaker is reported to have said; its words are the spans of role content.

    A claim that began as a suggestion, and no other, names the `rule` by which it was found.
    """

    article: Annotated[Id, Refers(Article, OnDelete.CASCADE)]
    speaker: Annotated[Id | None, Refers(Speaker, OnDelete.CLEAR)] = None
    mode: Mode | None = None
    summary: str | None = None
    note: str | None = None
    discuss: bool = False
    origin: Origin = Origin.BY_HAND
    rule: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Number(Signed):
    """A quantity as printed, with its scaled value; a range has an upper value too.

    A number has a qualifier exactly when it has a value, and a `rule` as a claim has one.
    """

    article: Annotated[Id, Refers(Article, OnDelete.CASCADE)]
    claim: Annotated[Id | None, Refers(Claim, OnDelete.CASCADE)] = None
    value: float | None = None
    upper: float | None = None
    qualifier: Qualifier | None = None
    unit: str | None = None
    counted: str | None = None
    note: str | None = None
    discuss: bool = False
    origin: Origin = Origin.BY_HAND
    rule: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Span(Record):
    """A part of an article that plays one role for one claim or one number; that record names the coder.

    `position` orders the parts of one claim.
    """

    article: Annotated[Id, Refers(Article, OnDelete.CASCADE)]
    role: Role
    claim: Annotated[Id | None, Refers(Claim, OnDelete.CASCADE)] = None
    number: Annotated[Id | None, Refers(Number, OnDelete.CASCADE)] = None
    position: int = 0
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Boilerplate(Record):
    """A line of an article that belongs to the page and not to the article."""

    article: Annotated[Id, Refers(Article, OnDelete.CASCADE)]
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Dismissed(Signed):
    """A suggestion that was dismissed for good, or a place of which the coder said that there is nothing to record.

    Of a number, and of nothing else, the `words` are kept as they are printed: what is dismissed again and again is
    not suggested any more.
    """

    article: Annotated[Id, Refers(Article, OnDelete.CASCADE)]
    kind: Offer
    start: int
    end: int
    words: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Variable(Signed):
    """An attribute that the project's codebook adds to the claims, numbers, speakers or articles.

    `kind` is the name of an entry in `models.codebook.kinds`. `offered` is an answer that is offered but never written
    by itself, as it is typed. `open_ended` says that a choice can be added while coding. The variable is asked only if
    the variable `shown_if` has the answer `shown_for` (the value of a choice, or "yes"), or any answer if that is None.
    """

    subject: Subject
    name: str
    label: str
    kind: str
    definition: str | None = None
    instruction: str | None = None
    required: bool = False
    open_ended: bool = False
    offered: str | None = None
    shown_if: Annotated[Id | None, Refers(None, OnDelete.CLEAR)] = None
    shown_for: str | None = None
    position: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(Signed):
    """One of the values of a variable; its `parent` is the choice one level above. `value` is its code in exports.

    `colour` is written as "#rrggbb", and `position` orders the choices of one parent.
    """

    variable: Annotated[Id, Refers(Variable, OnDelete.CASCADE)]
    parent: Annotated[Id | None, Refers(None, OnDelete.CASCADE)] = None
    value: str
    label: str
    definition: str | None = None
    colour: str | None = None
    position: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer(Signed):
    """What a coder said of one record under one variable; several choices are several answers.

    It is about exactly one record: a claim, a number, a speaker, or the article if it is about none of these; the
    article of a claim or number is given too. It says exactly one of a choice, a speaker who is `named`, or a `value`:
    a text, an ISO 8601 date, a number with a point for decimals, or "yes", "no" and "unclear". An answer that no longer
    fits its variable is kept as a value.
    """

    variable: Annotated[Id, Refers(Variable, OnDelete.CASCADE)]
    article: Annotated[Id | None, Refers(Article, OnDelete.CASCADE)] = None
    claim: Annotated[Id | None, Refers(Claim, OnDelete.CASCADE)] = None
    number: Annotated[Id | None, Refers(Number, OnDelete.CASCADE)] = None
    speaker: Annotated[Id | None, Refers(Speaker, OnDelete.CASCADE)] = None
    choice: Annotated[Id | None, Refers(Choice, OnDelete.CASCADE)] = None
    named: Annotated[Id | None, Refers(Speaker, OnDelete.CASCADE)] = None
    value: str | None = None

    @property
    def subject(self) -> Id:
        """Return the id of the record that it is about."""
        subject = self.claim or self.number or self.speaker or self.article
        assert subject is not None
        return subject


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor(Signed):
    """An example that is shown with the definition of a variable or of one of its choices.

    `words` are those of a claim or number, and `place` names its article in words, so that an example can go to another
    project with its codebook. The record itself is referred to as long as it is in the project.
    """

    variable: Annotated[Id, Refers(Variable, OnDelete.CASCADE)]
    choice: Annotated[Id | None, Refers(Choice, OnDelete.CASCADE)] = None
    words: str
    place: str | None = None
    article: Annotated[Id | None, Refers(Article, OnDelete.CLEAR)] = None
    claim: Annotated[Id | None, Refers(Claim, OnDelete.CLEAR)] = None
    number: Annotated[Id | None, Refers(Number, OnDelete.CLEAR)] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class View(Signed):
    """A way of showing a table of the window, under a name that is unique for that table.

    `shows` names the table; `definition` is what `models.views.definition` writes and reads.
    """

    shows: str
    name: str
    definition: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Export(Signed):
    """An export under a name that is unique in the project; `models.exports.named.definition` writes and reads its
    `definition`.
    """

    name: str
    definition: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteLine(Signed):
    """A line that is boilerplate, or is text, in every article of a site.

    `site` is the host of the addresses of its articles, or the outlet of articles without an address.
    """

    site: str
    line: str
    is_boilerplate: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample(Signed):
    """Articles that were drawn at random, under a name that is unique in the project.

    `population` is the number of articles that could be drawn; the same `seed` draws the same articles from them.
    `definition` has the rest of what is needed to report and repeat the draw, as JSON with a format number.
    """

    name: str
    method: SampleMethod
    seed: int
    population: int
    definition: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn(Record):
    """An article of a sample; `position` is its place in the order in which the articles were drawn."""

    sample: Annotated[Id, Refers(Sample, OnDelete.CASCADE)]
    article: Annotated[Id, Refers(Article, OnDelete.CASCADE)]
    position: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Property(Signed):
    """A fact about the whole project that belongs to its data, under a name that is unique (`models.properties`)."""

    name: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Word(Signed):
    """Words that the project adds to a list of words of a language (ISO 639-1), such as its reporting verbs.

    `list` is the name of the file in `resources/words`; `words` are an entry as it is written there.
    """

    language: str
    list: str
    words: str


ENTITIES: tuple[type[Record], ...] = (
    *(Article, Speaker, Alias, Claim, Number, Span, Boilerplate),
    *(Variable, Choice, Answer, Anchor, View, Export),
    *(SiteLine, Sample, Drawn),
    *(Dismissed, Property, Word),
)
"""Every class whose rows an edit can write; each refers only to classes before it, or to itself."""

SUBJECTS: dict[Subject, type[Record]] = {
    Subject.CLAIM: Claim,
    Subject.NUMBER: Number,
    Subject.SPEAKER: Speaker,
    Subject.ARTICLE: Article,
}
"""The class of the records that a variable is about."""


Remarked = Article | Speaker | Claim | Number
"""What can have a note or be marked to be discussed."""


def is_remarked(record: Remarked) -> bool:
    """Return whether a record is to be discussed or has a note."""
    return record.discuss or record.note is not None


def article_of(record: Record) -> Id | None:
    """Return the article that a row is or belongs to; None for a row of no article, such as a speaker."""
    return record.id if isinstance(record, Article) else getattr(record, "article", None)
