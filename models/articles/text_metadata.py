"""What the lines around an article say of it: headline, byline, agency, outlet, date. Only what is plain."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from models.articles.dates import read_date
from models.text.text_lines import UNSPACED, WORDS, Line
from resources import words

LONGEST_TITLE = 200
"""Code points of a line that can be a headline; an article without one is called by so much of its first line."""

ABOVE = 30
"""How many lines above the first paragraph may hold the headline."""

NEAR = 12
"""How many lines above the first paragraph, and four behind, say who wrote it and when."""

SIGNATURE = 80
"""Code points at the end of a paragraph among which an agency may sign."""

SHARED_BY = 8
"""How many paragraphs at the beginning take up the words of the headline."""

MOST_SHARED = 6
"""More shared words than these do not make a line more of a headline: a long caption shares more."""

TELLING_LETTERS = 4
"""Letters from which a word tells what an article is about."""

CAPITAL = "[A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĖĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŲŹŻŽΑ-ΩА-ЯЁІЇЄҐЎ]"
PARTICLES = "(?:(?:de|del|della|der|den|van|von|zu|la|le|bin|al|el|dos|da|di) )*"
NAME = rf"{CAPITAL}[\w’'.-]*(?: {PARTICLES}{CAPITAL}[\w’'.-]*){{1,4}}"
NAMES = rf"{NAME}(?:(?:, | and | und | et | & ){NAME})*"
LABELS = "author|byline|autor|autora|auteur|autore|auteurs|autoren|reporter|words|text|автор|текст|автори"
BYLINE = re.compile(
    rf"(?i:by|von|par|por|di|door|av|af|od|przez|story by|written by|words by|text|(?:{LABELS}) ?:(?: (?:by|von|par))?)"
    rf" +(?P<names>{NAMES})(?P<rest>.*)"
)
DATED_NAME = re.compile(rf"(?P<names>{NAMES})(?: ?[-–—|,·•] ?)(?=.*\b(?:19|20)\d{{2}}\b)")

OUTLET_LABEL = re.compile(r"(?i:published (?:by|in)|source|quelle) ?: ?(?P<name>[^.!?:]{2,40})")
OUTLET_CONSENT = re.compile(
    rf"(?i:agree|consent|personal data|unsubscribe)[^.!?]*?\b"
    rf"(?P<name>(?:The )?{CAPITAL}[\w’&-]*(?: {CAPITAL}[\w’&-]*){{0,3}}) newsletters?\b"
)
OUTLET_OWNER = re.compile(
    rf"(?:©|\(c\)|(?i:copyright)) *©? *(?:\d{{4}}(?: ?[-–] ?\d{{4}})?)[,.]? *(?:(?i:by) )?"
    rf"(?P<name>(?:The )?{CAPITAL}[\w’&.-]*(?: (?:of|and|&|{CAPITAL})[\w’&-]*){{0,4}})"
)
NO_OUTLET = re.compile(r"(?i)(?:all rights.*|getty.*|shutterstock.*|our|the|daily|weekly|email)$")
COMPANY = re.compile(r"[, ]+(?i:ltd|limited|inc|llc|plc|gmbh|all|group|media|corp|corporation|company|co)\b.*$")


def headline(lines: Sequence[Line], prose: range, boilerplate: set[int]) -> int | None:
    """The index of the headline: of the fitting lines above the first paragraph, the one whose words it takes up most.

    A caption, a teaser of another story and the name of a section stand there too; None if nothing fits.
    """
    begins = next((index for index in prose if index not in boilerplate and lines[index].is_prose), prose.start)
    above = [
        index for index in range(min(begins + 1, len(lines) - 1)) if index not in boilerplate and lines[index].words
    ]
    taken_up = set().union(*(_telling(line) for line in lines[begins + 1 : begins + 1 + SHARED_BY]))

    def fit(index: int) -> tuple[float, int]:
        telling = _telling(lines[index])
        shared = len(telling & (taken_up | (_telling(lines[begins]) if index != begins else set())))
        fits = min(shared, MOST_SHARED) - 0.5 * (len(telling) - shared)
        # Of two that fit alike the first is the headline and the second a caption; of two that do not fit, the nearer.
        return fits, -index if fits > 0 else index

    return max((index for index in above[-ABOVE:] if _can_be_title(lines[index])), key=fit, default=None)


def byline(lines: Sequence[Line], prose: range) -> str | None:
    """Who wrote it, with the agency that signs it: "Jane Doe", "AP", "Jane Doe, AP"."""
    return signed(next(filter(None, map(_author, _near_heading(lines, prose))), None), lines, prose)


def signed(author: str | None, lines: Sequence[Line], prose: range) -> str | None:
    """An author with the agency that signs the article, unless the author is that agency."""
    agency = _agency(lines, prose) or next(filter(None, map(_agency_by, _near_heading(lines, prose))), None)
    if author and any(part in _agencies() for part in re.split(r", | and |/", author)):
        return author
    return ", ".join(part for part in (author, agency) if part) or None


def published(lines: Sequence[Line], prose: range) -> str | None:
    """When it was published, if the short lines around the headline say so in full and do not contradict each other."""
    dates = [found for line in _near_heading(lines, prose) if (found := read_date(line.text))]
    if not dates and (placed := _agency_patterns()[1].match(lines[prose.start].text)):
        return read_date(placed[0])
    days = {found[:10] for found in dates}
    if len(days) == 1:
        return max(dates, key=len)
    # Two days are "published" and "updated"; the first is the day it appeared if it is named so.
    named = [
        found
        for line in _near_heading(lines, prose)
        if re.search(r"(?i)publi|posted|erschienen", line.text) and (found := read_date(line.text))
    ]
    return named[0] if named else None


def outlet(lines: Sequence[Line], boilerplate: set[int]) -> str | None:
    """The newspaper or site, where the boilerplate names it in so many words."""
    for pattern in (OUTLET_LABEL, OUTLET_CONSENT, OUTLET_OWNER):
        for index in sorted(boilerplate):
            if match := pattern.search(lines[index].text):
                name = COMPANY.sub("", match["name"].strip()).strip(" ,.")
                if name and not NO_OUTLET.match(name):
                    return name
    return None


def shortened(text: str) -> str:
    """A text as the name of an article that has no headline: its first words."""
    if len(text) <= LONGEST_TITLE // 2:
        return text
    return text[: LONGEST_TITLE // 2].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + " …"


def is_about_article(line: Line) -> bool:
    """Whether a short line says who wrote the article or when; it is kept, since it tells of this article."""
    return line.words <= 25 and not line.is_prose and bool(_author(line) or read_date(line.text))


def _telling(line: Line) -> set[str]:
    """The words that tell what a line is about; pairs of signs in scripts that write words together."""
    if UNSPACED.search(line.text):
        return {one + two for one, two in pairwise(line.plain)}
    return {word.removesuffix("’s") for word in WORDS.findall(line.plain) if len(word) >= TELLING_LETTERS}


def _can_be_title(line: Line) -> bool:
    if line.is_item or line.words < 3 or len(line.text) > LONGEST_TITLE or is_about_article(line):
        return False
    if "://" in line.text or _agency_patterns()[1].match(line.text):  # a place line opens the first paragraph
        return False
    return line.text.endswith("...") or not line.text.endswith((".", ",", ":", ";"))


def _near_heading(lines: Sequence[Line], prose: range) -> Iterator[Line]:
    """The short lines from above the headline to the first paragraphs."""
    for line in lines[max(0, prose.start - NEAR) : prose.start + 4]:
        if line.words <= 25 and not line.is_prose:
            yield line


def _author(line: Line) -> str | None:
    match = (BYLINE.match(line.text) or DATED_NAME.match(line.text)) if line.words <= 25 else None
    return persons(match["names"].strip(" ,.")) if match else None


def persons(names: str) -> str | None:
    """The names of persons in a byline, without job titles, desks and agencies; None if none is left."""
    kept = []
    for part in re.split(r", (?!and )", names):
        name = re.sub(r" is (?:a|an|the) .*", "", part)
        agency = next((each for each in _agencies() if name.endswith(f" {each}") and name not in _agencies()), "")
        person = name.removesuffix(f" {agency}").strip(" /|–-") if agency else name
        if person and _jobs().isdisjoint(word.casefold() for word in WORDS.findall(person)):
            kept.append(person)
    return ", ".join(kept) or None


@cache
def _jobs() -> frozenset[str]:
    return frozenset(words("jobs"))


def _agency_by(line: Line) -> str | None:
    """The agency in "By AFP", on a line of its own."""
    match = _agency_patterns()[2].fullmatch(line.text)
    return match["name"] if match else None


@cache
def _agencies() -> tuple[str, ...]:
    """The names of agencies, the longest first."""
    return tuple(sorted(words("agencies"), key=len, reverse=True))


def _agency(lines: Sequence[Line], prose: range) -> str | None:
    """The agency that signs behind the last sentence, on a line of its own, or in the place line of the first."""
    ending, placed, _ = _agency_patterns()
    for line in reversed(lines[prose.start : prose.stop + 2]):
        if match := ending.search(line.text[-SIGNATURE:]):
            return match["name"]
        if line.is_prose and line.words > 20:
            break
    match = placed.match(lines[prose.start].text)
    return match["name"] if match else None


@cache
def _agency_patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """An agency behind the last sentence, in the place line of the first, and on a line that says it wrote."""
    names = "|".join(map(re.escape, _agencies()))
    one = rf"(?P<name>(?:{names})(?: ?[/,] ?(?:{names}))*)"
    ending = rf"(?:^|[.!?…][”\"’')]* +)(?:[—–-] ?)?[(\[]?(?i:(?:source|with|quelle): )?{one}[)\]]?\.?$"
    return (
        re.compile(ending),
        re.compile(rf"(?:[^\W\d_][^!?]{{1,60}})?\({one}\) ?[—–-]"),
        re.compile(rf"(?i:by|von|par|por|di|door|source:|quelle:) {one}\.?"),
    )
