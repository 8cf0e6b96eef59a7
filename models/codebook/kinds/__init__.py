"""The kinds of variables, in the order in which they are offered. A new kind is one class, and one entry here."""

from models.codebook.kinds.answer_kind import AnswerKind
from models.codebook.kinds.choices import OneChoice, SeveralChoices
from models.codebook.kinds.dates import DateAnswer
from models.codebook.kinds.figures import Decimal, WholeNumber
from models.codebook.kinds.named import NamedSpeaker
from models.codebook.kinds.texts import LongText, ShortText
from models.codebook.kinds.yes_no import YesNo

KINDS: dict[str, type[AnswerKind]] = {
    kind.name: kind
    for kind in (
        *(OneChoice, SeveralChoices, YesNo, ShortText, LongText, WholeNumber, Decimal, DateAnswer),
        NamedSpeaker,
    )
}
"""Every kind by its name, which a variable holds."""
