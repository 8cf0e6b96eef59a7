"""The columns of statements: the claim's, which are as high as all its lines, and those of each number."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from gui.tables.columns import ASKED, Column, Look, WordsColumn, attribute_column
from models.attributes.attribute import Attribute
from models.attributes.built_in import attribute, attributes_of
from models.entities import Article, Claim, Number, Record, Speaker
from models.lines.statement import Statement
from models.translation import _

NOTHING = "–"
NO_CLAIM = _("This row has no claim. To record one, select its words in the text and press C.")
NO_NUMBER = _("This row has no number yet. To record one, select it in the text and press N; its value is read there.")
BOUNDARIES = _("A claim has the words of the article. To choose others, press Enter here, select them, and press B.")

LOOKS: dict[str, Look] = {
    "speaker": Look(96, 1, wraps=True, ink="speaker"),
    "claim": Look(124, 8, wraps=True),
    "value": Look(112, 2, fits=160, right=True, bold=True, ink="number"),
    "unit": Look(52, 1, fits=80),
    "counted": Look(96, 2, fits=104, wraps=True),
    "qualifier": Look(84, needs=ASKED, ink="muted"),
    "summary": Look(130, 3, wraps=True, needs=ASKED),
    "mode": Look(70, needs=ASKED, ink="muted"),
    "note": Look(130, 3, wraps=True, needs=ASKED),
}
"""By the name of a column, from left to right. Any other attribute of claims and numbers comes after these."""
PLAIN = Look(100, 2, wraps=True, needs=ASKED)

MISSING: dict[str, Callable[[Statement], str]] = {
    "speaker": lambda line: _("who?") if line.claim else NOTHING,
    "claim": lambda line: "" if line.claim else NOTHING,
    "value": lambda line: _("value?") if line.number else "",
}
ABOUT: dict[str, type[Record]] = {"speaker": Speaker, "value": Number}
"""The columns of attributes that have the marks of a record."""
WHY_NOT: dict[type[Record], str] = {Claim: NO_CLAIM, Number: NO_NUMBER}


def _words_of_claim(line: Statement) -> str:
    return " ".join((line.claim_words or "").split())


def _words_of_number(line: Statement) -> str:
    return " ".join((line.number_words or "").split())


def _about_speaker(line: Statement) -> str:
    speaker = line.speaker
    return ", ".join(each for each in (speaker.name, speaker.role, speaker.affiliation) if each) if speaker else ""


def _about_article(line: Statement) -> str:
    return "\n".join(each for each in (line.article.title, line.article.outlet) if each)


TIPS: dict[str, Callable[[Statement], str]] = {"speaker": _about_speaker, "value": _words_of_number}

CLAIM_WORDS: Column[Statement] = WordsColumn(
    name="claim",
    title=_("Claim"),
    look=LOOKS["claim"],
    about=Claim,
    of_claim=True,
    words=_words_of_claim,
    exported=lambda line: line.claim_words or "",
    missing=MISSING["claim"],
    why_not=lambda line: BOUNDARIES if line.claim else NO_CLAIM,
)
NUMBER_WORDS: Column[Statement] = WordsColumn(
    name="words",
    title=_("As printed"),
    look=Look(86, 3, wraps=True, ink="muted"),
    words=_words_of_number,
    exported=lambda line: line.number_words or "",
)


def _article(**look: Any) -> Column[Statement]:
    return attribute_column(
        attribute(Article, "title"),
        name="article",
        title=_("Article"),
        look=Look(70, 3, wraps=True, ink="muted", **look),
        about=Article,
        tip=_about_article,
        editable=False,
    )


PUBLISHED: Column[Statement] = attribute_column(
    attribute(Article, "published"), look=Look(94, needs=720, ink="muted"), editable=False
)


def _by_name(*kinds: type[Record]) -> dict[str, Column[Statement]]:
    """Return a column for each attribute of some classes of records; those of the same name share one."""
    found: dict[str, tuple[Attribute[Any, Any], ...]] = {}
    for each in (each for kind in kinds for each in attributes_of(kind)):
        found[each.name] = (*found.get(each.name, ()), each)
    return {name: _column(name, attributes) for name, attributes in found.items()}


def _column(name: str, attributes: tuple[Attribute[Any, Any], ...]) -> Column[Statement]:
    looks: Mapping[str, Any] = {"look": LOOKS.get(name, PLAIN), "about": ABOUT.get(name)}
    given: dict[str, Any] = {"missing": MISSING.get(name), "tip": TIPS.get(name)}
    why_not = WHY_NOT[attributes[0].of]
    if any(each.editable for each in attributes):
        given["why_not"] = lambda _line: why_not
    return attribute_column(*attributes, **looks, **{key: value for key, value in given.items() if value})


def statement_columns() -> tuple[Column[Statement], ...]:
    """Return the columns of the statements: one for each attribute of claims and numbers, and the claim's words."""
    columns = {CLAIM_WORDS.name: CLAIM_WORDS, **_by_name(Claim, Number)}
    return tuple(columns[name] for name in [*LOOKS, *(name for name in columns if name not in LOOKS)])


def number_columns() -> tuple[Column[Statement], ...]:
    """Return the columns of the numbers: one for each attribute of numbers, and what they are compared by."""
    of_claim, of_number = _by_name(Claim), _by_name(Number)
    first = [of_number.pop(name) for name in ("value", "unit", "counted")]
    # A list of statements compares what claims and numbers both have by the claim, unless it is named so.
    others = [
        replace(column, name=attribute(Number, name).column) if name in of_claim else column
        for name, column in of_number.items()
    ]
    return (*first, NUMBER_WORDS, of_claim["speaker"], _article(), PUBLISHED, *others)


STATEMENT_VARIABLES: dict[type[Record], bool] = {Claim: True, Number: True, Speaker: False, Article: False}
"""The classes whose variables statements show, and whether they show these unasked."""
NUMBER_VARIABLES: dict[type[Record], bool] = {Number: True, Claim: False, Speaker: False, Article: False}
STATEMENT_COLUMNS = statement_columns()
ALL_STATEMENT_COLUMNS = (*STATEMENT_COLUMNS, _article(needs=560), PUBLISHED)
NUMBER_COLUMNS = number_columns()
