"""Decide whether a mark ends a sentence, from what comes before and after it."""

import re
from functools import cache

from models.text.abbreviations import abbreviations
from models.text.months import english_months
from resources import words

TOKEN = re.compile(r"(?<!\w)[^\W\d_]+(?:\.[^\W\d_]+)*$")
"""The word before a full stop, with the stops inside it: "Ms", "U.S", "a.m"."""

LONGEST_TOKEN = 24
"""Code points before a full stop that are examined for an abbreviation."""

LONGEST_PART = 3
"""Characters between the stops of an abbreviation with several: "U.S", "Ph.D", "m.in"."""

AHEAD = 120
"""Code points after a mark that are examined."""

LABEL = re.compile(r"[“\"(\[]?(?:\d{1,3}|[^\W\d_]|[IVXivx]{1,4})")
"""Labels that number an item of a list, or mark a question or an answer, at the beginning of a sentence: "2.", "A."."""

OPENING = re.compile(r"^[\s\"'“”‘„‚«»‹›(\[{¿¡]+")
DASH = re.compile(r"\s*(?:[–—]|--?(?!\w))")
SMALL_NAME = re.compile(r"[a-z]{1,2}[A-Z]\w")
"""A name that begins with a small letter: eBay, iPhone."""

WORD = re.compile(r"[^\W\d_]+")
CLOCK = re.compile(r"\b[ap]\.\s?m$", re.IGNORECASE)
ORDINAL = re.compile(r"(?<![\w.,])(?:\d{1,3}|[IVX]{1,5})$")
WITH_ORDINALS = frozenset(
    {"de", "da", "nb", "no", "nn", "cs", "sk", "pl", "fi", "hu", "hr", "sr", "sl", "et", "lv", "tr"}
)
"""Languages that write a full stop after the figure of an ordinal: "im 19. Jahrhundert"."""

QUOTE_MARK = re.compile("[\"'”’“‘»«›」』]")
SAID_IN_CHINESE = re.compile(r"[，、,]|と|って|[^。！？\n]{0,12}?(?:说|說|表示|称|稱|问|問|答|喊|指出|认为|認為)")
"""How the sentence goes on after a quotation in Japanese and Chinese: 」と述べた, ”他说."""


def ends_sentence(line: str, start: int, mark: re.Match[str], language: str) -> bool:
    """Return whether a mark, with what closes after it, ends the sentence of the line that begins at `start`."""
    after = line[mark.end() : mark.end() + AHEAD]
    if not after.strip():
        return True
    if not any(letter.isalnum() for letter in line[max(start, mark.start() - LONGEST_TOKEN) : mark.start()]):
        return False
    if mark["wide"]:
        return not (QUOTE_MARK.search(mark["wide"]) and SAID_IN_CHINESE.match(after))
    if _in_dashes(line, start, mark, after):
        return False
    first = _first(after)
    if first[:1].islower():
        return bool(SMALL_NAME.match(first)) and mark["sign"] == "." and not _abbreviated(line, start, mark, language)
    return _ends_before_capital(line, start, mark, language)


def _ends_before_capital(line: str, start: int, mark: re.Match[str], language: str) -> bool:
    """Return whether a sentence ends where what follows may begin one."""
    if QUOTE_MARK.search(mark["closers"]):
        after = line[mark.end() : mark.end() + AHEAD]
        return mark["sign"] == "." or not _somebody_says(after, language)
    if mark["sign"] == ".":
        return not _abbreviated(line, start, mark, language)
    # "He (what a man!) Hill": an exclamation in brackets does not end a sentence that began before them.
    return not mark["closers"].startswith((")", "]")) or line[start] in "(["


def _in_dashes(line: str, start: int, mark: re.Match[str], after: str) -> bool:
    """Return whether the mark is in a clause between dashes: "it was – alas! – too late"."""
    if not DASH.match(after):
        return False
    return _first(after.lstrip("–—- "))[:1].islower() or (
        mark["sign"] != "." and DASH.search(line, start, mark.start()) is not None
    )


def _first(after: str) -> str:
    """Return what comes after a mark, without blanks and opening marks."""
    return OPENING.sub("", after, count=1)


def _abbreviated(line: str, start: int, mark: re.Match[str], language: str) -> bool:
    """Return whether a full stop belongs to an abbreviation, a label or an ordinal, so that the sentence goes on."""
    stop = mark.start()
    before, first = line[max(start, stop - LONGEST_TOKEN) : stop], _first(line[mark.end() : mark.end() + AHEAD])
    if LABEL.fullmatch(line, start, stop):
        return True
    if CLOCK.search(before):
        return bool(_day_or_zone().match(first))
    known = abbreviations(language)
    begins = WORD.match(first)
    may_go_on = begins is None or begins[0] not in known.begins
    if language in WITH_ORDINALS and ORDINAL.search(before):
        return may_go_on
    token = TOKEN.search(before)
    return token is not None and (
        token[0] in known.titles
        or (token[0] in known.before_figures and _figure().match(first) is not None)
        or (may_go_on and (token[0] in known.others or _of_initials(token[0])))
    )


@cache
def _figure() -> re.Pattern[str]:
    return re.compile(rf"[#§]?[A-Z]{{0,3}}[$£€¥₹]?\d|{_month()}")


@cache
def _day_or_zone() -> re.Pattern[str]:
    """Return a pattern for what follows a time of day in the same sentence: "at 3 p.m. Sunday"."""
    return re.compile(
        r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:Eastern|Central|Pacific|Mountain|London|local)\b"
        rf"|(?:GMT|UTC|BST|CET|CEST|EST|EDT|ET|PT|CT|IST|HKT|SGT|AEST)\b|{_month()}"
    )


def _month() -> str:
    return rf"(?:{'|'.join(english_months())})\.? \d"


def _of_initials(token: str) -> bool:
    """Return whether a word is an initial, or made of short parts separated by stops."""
    return len(token) == 1 or ("." in token and all(len(part) <= LONGEST_PART for part in token.split(".")))


def _somebody_says(after: str, language: str) -> bool:
    """Return whether a name and a reporting verb follow: “Why now?” Ann Field asked."""
    match = _name_and_verb().match(after)
    return match is not None and (match["first"] == "I" or match["first"] not in abbreviations(language).begins)


@cache
def _name_and_verb() -> re.Pattern[str]:
    verbs = {form for line in words("en/reporting_verbs") for form in line.split(", ")}
    any_verb = "|".join(map(re.escape, sorted(verbs, key=len, reverse=True)))
    name = r"[^\W\d_a-zß-öø-ÿ][\w’'.-]*"
    return re.compile(
        rf"\s+(?P<first>[^\W\d_a-zß-öø-ÿ]\w*)[\w’'.-]*(?:\s+(?:(?:de|van|von|der|al|bin)\s+)*{name}){{0,4}}"
        rf"(?:,\s[^.!?,“”\"]{{1,60}},)?\s+(?:\w+ly\s+)?(?:{any_verb})\b"
    )
