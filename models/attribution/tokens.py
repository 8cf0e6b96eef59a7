"""Words and signs of a text with their places, as the tagger and the rules of attribution read them."""

from collections.abc import Iterator
from dataclasses import dataclass

from models.suggestions.phrases import Rule

_ABBREVIATED = (
    "Mr Mrs Ms Mx Dr Prof Sens Rep Reps Gov Govs Gen Col Lt Capt Maj Sgt Cpl Cmdr Adm Rev Fr Hon Pres St Jr Sr "
    "Sen Supt Det Insp Messrs Mme Mlle Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Inc Corp Co Ltd No vs Mass "
    "Msgr Conn Calif Fla Ill Ind Mich Minn Tenn Va Wis Ariz Ga Ky La Md Mo Nev Okla Ore Pa Wash Ala Ark Colo Del Kan "
    "Mont Neb"
)
_TOKEN = Rule(
    r"(?P<clitic>n['’]t(?!\w)|['’](?:s|re|ve|ll|d|m)(?!\w))"
    rf"|(?P<word>(?:[A-Z]\.){{2,}}|(?:{'|'.join(_ABBREVIATED.split())})\.|[A-Z]\.(?=\s+[A-Z])"
    r"|[^\W\d_]+?(?=n['’]t(?!\w))|\w+(?:[.,:]\d+)*(?:[-‐‑&.@]\w+|['’](?!(?:s|re|ve|ll|d|m|t)(?!\w))\w+)*)"
    r"|(?P<mark>''|``|\.\.+|--+)|(?P<sign>[^\s\w])"
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word or sign of the text: where it stands (code points, half-open) and how it is written."""

    start: int
    end: int
    text: str

    @property
    def lower(self) -> str:
        """Its letters without capitals, typed apostrophes for printed ones."""
        return self.text.lower().replace("’", "'")

    @property
    def is_word(self) -> bool:
        """Whether it has a letter or digit."""
        return any(map(str.isalnum, self.text))


def tokens(text: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """Yield the words and signs between two offsets: "don't" is two of them, "U.S." and "Mr." are one."""
    for found in _TOKEN.finditer(text, start, end):
        yield Token(found.start(), found.end(), found[0])
