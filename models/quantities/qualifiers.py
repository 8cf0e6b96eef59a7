"""Read how exactly an amount is meant: the words and signs before it ("nearly") and after it ("or more")."""

import re
from dataclasses import dataclass, replace

from models.entities import Qualifier
from models.text.phrases import any_of, whole

_BEFORE = {
    Qualifier.ABOUT: (
        "about, around, roughly, approximately, approx, approx., circa, c., ca., some, an estimated, estimated, "
        "estimated at, in the region of, in the order of, on the order of, something like, in the neighbourhood of, "
        "in the vicinity of, in the ballpark of, more or less, perhaps, maybe, on average about, ~, ≈"
    ),
    Qualifier.ALMOST: (
        "almost, nearly, close to, just under, just below, just short of, just shy of, a little under, not quite, "
        "approaching, nearing, virtually, practically, shy of, just shy of, close on, close upon, nigh on, well nigh, "
        "getting on for, verging on, bordering on, a shade under, a shade below, a whisker under, not far short of, "
        "not far off, within a whisker of, ≲, ≈<, ~<"
    ),
    Qualifier.MORE_THAN: (
        "more than, over, above, greater than, larger than, bigger than, higher than, longer than, older than, "
        "exceeding, exceeded, exceeds, exceed, topped, topping, tops, surpassed, surpassing, surpasses, surpass, "
        "in excess of, upwards of, upward of, north of, beyond, >"
    ),
    Qualifier.AT_LEAST: (
        "at least, at the very least, at a minimum, not under, no under, not below, a floor of, a minimum of, "
        "minimum of, minimum, as few as, as little as, greater than or equal to, more than or equal to, ≥, >="
    ),
    Qualifier.LESS_THAN: (
        "less than, fewer than, under, below, lower than, smaller than, shorter than, younger than, south of, "
        "not even, short of, sub-, <"
    ),
    Qualifier.AT_MOST: (
        "at most, at the most, up to, as many as, as much as, as high as, as long as, not above, not over, "
        "not exceeding, not to exceed, capped at, limited to, a cap of, a ceiling of, a maximum of, "
        "maximum of, maximum, less than or equal to, fewer than or equal to, ≤, <="
    ),
}
_MORE = "more, greater, larger, bigger, higher, longer, older, later, heavier, taller, faster, further, wider"
_LESS = "less, fewer, lower, smaller, shorter, younger, earlier, lighter, slower, nearer, sooner, narrower"
_DENIED = {
    f"{no} {word} than": meant
    for no in ("no", "not", "never", "not any", "nothing")
    for words, meant in ((_MORE, Qualifier.AT_MOST), (_LESS, Qualifier.AT_LEAST))
    for word in words.split(", ")
}
""""No more than" a value is "at most" that value."""
_COMPARED = {
    f"{word} than": meant
    for words, meant in ((_MORE, Qualifier.MORE_THAN), (_LESS, Qualifier.LESS_THAN))
    for word in words.split(", ")
}
_PLUS_OR_MINUS = "plus or minus, plus-or-minus, plus minus, plus/minus, ±, +/-, +-, -/+, give or take"
"""Words before a margin of error, which has a value and no direction."""
_AFTER = {
    Qualifier.ABOUT: "or so, or thereabouts, odd, ish, more or less, give or take, approximately",
    Qualifier.AT_LEAST: (
        "or more, or above, and above, or over, and over, or greater, or higher, or older, or longer, and more, "
        "and up, and upwards, plus, at least, minimum, and counting"
    ),
    Qualifier.AT_MOST: (
        "or less, or fewer, or below, and below, or under, and under, or lower, or younger, at most, at the most, "
        "maximum, max, tops"
    ),
}
_SOFTENERS = "just, well, slightly, a little, a bit, far, much, significantly, considerably, substantially, barely"
_FILLERS = (
    "the, a total of, total of, another, an additional, additional, a further, further, a record, only, just, exactly, "
    "precisely, a mere, mere, all, all of the, a whopping, a combined, as"
)


@dataclass(frozen=True, slots=True)
class Lead:
    """The words before an amount: their qualifier, where the amount begins, and whether "between" announces two."""

    qualifier: Qualifier
    end: int
    between: bool = False


def _pattern(meanings: dict[str, Qualifier], before: str, after: str) -> re.Pattern[str]:
    words = [phrase for phrase in meanings if phrase[-1].isalpha()]
    signs = [phrase for phrase in meanings if not phrase[-1].isalpha()]
    phrase = rf"(?:{any_of(words)}(?!\w)|{any_of(signs)})" if signs else rf"{any_of(words)}(?!\w)"
    return re.compile(rf"{before}(?P<phrase>{phrase}){after}", re.IGNORECASE)


def _meanings(table: dict[Qualifier, str]) -> dict[str, Qualifier]:
    return {phrase: meant for meant, phrases in table.items() for phrase in phrases.split(", ")}


_LEADING = dict.fromkeys(_PLUS_OR_MINUS.split(", "), Qualifier.EXACT) | _COMPARED | _DENIED | _meanings(_BEFORE)
_TRAILING = _meanings(_AFTER) | {"+": Qualifier.AT_LEAST}
_LEAD = _pattern(_LEADING, rf"(?<!\w)(?:{any_of(_SOFTENERS.split(', '))} +)??", " *")
_TAIL = _pattern(_TRAILING, r"(?: +|-)?", r"(?! +than(?!\w))")
_LAST = re.compile(r"(?<=\w) +(?P<phrase>(?:or|at|and) [a-z ]{2,11})$", re.IGNORECASE)
_FILLER = re.compile(whole(any_of(_FILLERS.split(", "))) + " +", re.IGNORECASE)
_RANGE = re.compile(whole("(?:anywhere +|somewhere +)?(?P<word>between|from)") + " +|(?P<sign>∈) *", re.IGNORECASE)
LEADING_PHRASES = (*_LEADING, *_SOFTENERS.split(", "), "between", "from", "anywhere", "somewhere", "∈")
"""The words and signs before an amount with which a quantity may begin."""


def read_lead(text: str, at: int) -> Lead:
    """Read the words before an amount; without any, the lead is exact and ends where it began."""
    lead = Lead(Qualifier.EXACT, at)
    for _ in range(6):
        if phrase := _LEAD.match(text, lead.end):
            meant = _LEADING.get(_plain(phrase["phrase"]), Qualifier.EXACT)
            lead = replace(lead, qualifier=first_of(lead.qualifier, meant), end=phrase.end())
        elif opening := _RANGE.match(text, lead.end):
            lead = replace(
                lead, end=opening.end(), between=opening["word"] is None or opening["word"].lower() == "between"
            )
        elif lead.end > at and (filler := _FILLER.match(text, lead.end)):
            lead = replace(lead, end=filler.end())
        else:
            break
    return lead


def read_tail(text: str, at: int) -> tuple[Qualifier, int]:
    """Read the qualifier after an amount; if there is none, return exact and `at`."""
    phrase = _TAIL.match(text, at)
    if phrase is None:
        return Qualifier.EXACT, at
    return _TRAILING.get(_plain(phrase["phrase"]), Qualifier.EXACT), phrase.end()


def read_last_words(text: str) -> tuple[Qualifier, int]:
    """Read a qualifier at the end of the text ("50 people or more"); if there is none, return exact and the text's
    length.
    """
    phrase = _LAST.search(text)
    meant = _TRAILING.get(_plain(phrase["phrase"])) if phrase else None
    return (meant, phrase.start()) if phrase and meant else (Qualifier.EXACT, len(text))


def first_of(*qualifiers: Qualifier) -> Qualifier:
    """Return the first qualifier that is not exact; exact if all are."""
    return next((one for one in qualifiers if one is not Qualifier.EXACT), Qualifier.EXACT)


def _plain(phrase: str) -> str:
    return re.sub(" +", " ", phrase.lower())
