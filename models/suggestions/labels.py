"""Figures that name something instead of counting it: years, "Boeing 737", "Chapter 11", "the No. 10"."""

import re

from models.entities import Qualifier
from models.suggestions.measures import Measure
from models.suggestions.phrases import Rule, any_of

_LABELLED = (
    "Boeing, Airbus, Falcon, Highway, Route, Interstate, Motorway, Autobahn, Exit, Junction, Chapter, Article, "
    "Section, Clause, Paragraph, Page, Volume, Figure, Table, Part, Act, Scene, Episode, Season, Series, Level, "
    "Grade, Class, Type, Phase, Stage, Step, Tier, Category, Room, Suite, Gate, Platform, Terminal, Pier, Unit, "
    "Building, Block, Lane, Line, Bus, Flight, Channel, Apollo, Soyuz, Windows, iPhone, iPad, iOS, Android, Galaxy, "
    "Formula, Super Bowl, WrestleMania, World War, Title, Resolution, Proposition, Prop, Amendment, Rule, "
    "Regulation, Directive, Number, No, No., Nr, Nr., Covid, Area, Zone, District, Ward, Region, Sector, Camp, "
    "Studio, Radio, BBC, ITV, Catch, Agenda, Vision, Model, Mark, Version, Generation, Gen, Lot, Item, Case, "
    "Exhibit, Day, Round, Game, Heat, Leg, Fortune, FTSE, Nasdaq, Dax, CAC, Nikkei, Top, Vol, Vol., pp, pp., p., "
    "Ch., Sec., Art., Fig., Psalm, page, chapter, paragraph, section, clause, article, verse, route, highway, "
    "interstate, flight, category, grade, phase, platform, junction, number"
)
_LABEL_BEFORE = Rule(rf"(?<![\w-]){any_of(_LABELLED.split(', '))} +$")
_A_YEAR = "(?:1[7-9]|20)[0-9]{2}"
_ENDS = r"(?![\w%°]|[.,:/']?[0-9]| *(?:million|billion|trillion|thousand|lakh|crore)\b)"
_YEARS = Rule(rf"{_A_YEAR} *(?:-|to|and|or|until|through) *(?:{_A_YEAR}|[0-9]{{2}}){_ENDS}")
_YEAR = Rule(_A_YEAR + _ENDS)
_TELLS_A_YEAR = Rule(
    r"(?<![\w$£€¥])(?:in|since|until|till|during|before|after|by|to|an?|the|its|his|her|their|our|early|late|mid|for|and|"
    r"or|from|through|between|(?:season|class|end|start|beginning|crisis|war|year|act|law|elections?|constitution|"
    r"revolution|recession|outbreak|referendum|pandemic|crash|summer|spring|autumn|winter|fall|half|quarter|part|most|all|"
    r"rest|events|as) +of|summer|spring|autumn|winter|year|fiscal|season|election|[a-z]+'s|im|en|seit|bis|von|depuis|desde|"
    r"del|nel|dal|em|sinds|sedan|jahr|año|anno|année|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|January|February|March|"
    r"April|May|June|July|August|September|October|November|December)[ .,-]+$|[(-]$",
    re.IGNORECASE,
)
_NOT_A_YEAR = Rule(r" +(?:[a-z]+ +){0,2}(?:[a-z-]*[a-rt-z]s|people|men|women|children)(?![\w'])")
_LOOK = 40
"""Characters before a figure among which a word stands that tells what it is."""
_ONE_ELSE = Rule(
    r"(?<!\w)(?:no|any|every|some|each|the|this|that|which|another|only|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|[0-9]+th|other|latter|former|"
    r"bigger|larger|smaller|better|worse|newer|older|younger|longer|shorter|earlier|later|[a-z]{3,}est) +$",
    re.IGNORECASE,
)
_ONE_AND_MORE = Rule(r"(?:-(?:off|offs|on|time|way|sided|upmanship|liner|liners|stop)|(?:'s|self)| +another)(?!\w)", re.IGNORECASE)
_NAME_BEFORE = Rule(r"(?<![\w-])(?P<name>[A-Z][\w'&]*) +$")
_NAME_ENDS = Rule(r" *$|[.,;:!?)\]\"'”’]")
_NAME_BEHIND = Rule(r"-[A-Z][a-z]")
_ORDINARY = frozenset(
    ["a", "an", "the", "in", "at", "on", "by", "for", "with", "from", "to", "of", "and", "or", "but", "as", "if", "so", "all", "some", "only", "just", "nearly", "about", "over", "under", "up", "down", "another", "these", "those", "their", "his", "her", "our", "my", "its", "no", "yes", "when", "while", "after", "before", "since", "until", "than", "that", "which", "who", "is", "are", "was", "were", "has", "have", "had", "at", "least", "most", "between", "around", "almost", "than", "i", "he", "she", "we", "they", "it", "you", "there", "here", "then", "now", "today", "yesterday", "tomorrow", "killed", "kills", "kill", "killing", "injured", "injures", "wounded", "wounds", "arrested", "arrests", "dead", "deaths", "aged", "age", "total", "hits", "hit", "tops", "reaches", "reach", "adds", "cuts", "raises", "loses", "lost", "wins", "won", "falls", "rises", "gains", "drops", "sheds", "hires", "fires", "finds", "sees", "says", "costs", "pays", "spends", "sells", "buys", "worth", "plus", "minus", "more", "less", "fewer", "last", "next", "past", "first", "every", "each", "both", "how", "what", "where", "why", "score", "scored", "made", "makes", "got", "gets", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "pm", "am", "gmt", "than", "exceeds", "exceeded", "claims", "takes", "leaves", "left"]
)


def is_name(text: str, at: int, start: int, low: Measure) -> bool:
    """Tell whether what was read between `start` and its end names something; `at` is where its lead begins."""
    amount = low.amount
    if low.unit is not None or low.money or amount.scale != 1 or amount.share or amount.vague:
        return False
    if text[start : amount.end].lower() == "one" and at == start:
        before = text[max(0, at - _LOOK) : at]
        return _ONE_ELSE.search(before) is not None or _ONE_AND_MORE.match(text, amount.end) is not None
    if not text[start : start + 1].isdigit():
        return _LABEL_BEFORE.search(text[max(0, start - _LOOK) : start]) is not None
    return is_label(text, start) or _NAME_BEHIND.match(text, low.end) is not None or _is_of_name(text, at, start, low)


def _is_of_name(text: str, at: int, start: int, low: Measure) -> bool:
    """Tell whether a bare figure follows a name, and nothing follows that it could count: "Apollo 11", "Pixel 8"."""
    name = _NAME_BEFORE.search(text[max(0, at - _LOOK) : at]) if at == start else None
    if name is None or name["name"].lower() in _ORDINARY or low.qualifier is not Qualifier.EXACT:
        return False
    return "," not in text[start : low.end] and _NAME_ENDS.match(text, low.end) is not None


def is_label(text: str, at: int) -> bool:
    """Tell whether the figure at `at` of the levelled text is a year, or the number in a name."""
    before = text[max(0, at - _LOOK) : at]
    if _LABEL_BEFORE.search(before):
        return True
    return _YEAR.match(text, at) is not None and _is_year(text, at, before)


def _is_year(text: str, at: int, before: str) -> bool:
    if _YEARS.match(text, at):
        return not _NOT_A_YEAR.match(text, at + 4)
    return _TELLS_A_YEAR.search(before) is not None
