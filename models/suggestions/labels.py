"""Figures that name something instead of counting it: years, "Boeing 737", "Chapter 11", "the No. 10"."""

import re

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
_A_YEAR = "(?:1[5-9]|20)[0-9]{2}"
_ENDS = r"(?![\w%°]|[.,:/']?[0-9]| *(?:million|billion|trillion|thousand|lakh|crore)\b)"
_YEARS = Rule(rf"{_A_YEAR} *(?:-|to|and|or|until|through) *(?:{_A_YEAR}|[0-9]{{2}}){_ENDS}")
_YEAR = Rule(_A_YEAR + _ENDS)
_TELLS_A_YEAR = Rule(
    r"(?<![\w$£€¥])(?:in|since|until|till|during|before|after|by|to|an?|the|its|his|her|their|our|early|late|mid|for|and|"
    r"or|of|from|through|between|summer|spring|autumn|winter|year|fiscal|season|election|[a-z]+'s|Jan|Feb|Mar|Apr|Jun|"
    r"Jul|Aug|Sept?|Oct|Nov|Dec|January|February|March|April|May|June|July|August|September|October|November|December)"
    r"[ .,-]+$|[(-]$",
    re.IGNORECASE,
)
_NOT_A_YEAR = Rule(r" +(?:[a-z]+ +){0,2}(?:[a-z-]*[a-rt-z]s|people|men|women|children)(?![\w'])")
_LOOK = 40


def is_label(text: str, at: int) -> bool:
    """Tell whether the figure at `at` of the levelled text is a year, or the number in a name."""
    before = text[max(0, at - _LOOK) : at]
    if _LABEL_BEFORE.search(before):
        return True
    return _YEAR.match(text, at) is not None and _is_year(text, at, before)


def _is_year(text: str, at: int, before: str) -> bool:
    if _YEARS.match(text, at):
        return not _NOT_A_YEAR.match(text, at + 4)
    told = _TELLS_A_YEAR.search(before)
    return told is not None and (told[0].strip().lower() != "of" or not _NOT_A_YEAR.match(text, at + 4))
