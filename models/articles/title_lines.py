"""Which lines may be a headline at all, and what of a line is the headline."""

import re

from models.articles.agencies import place_line
from models.articles.page_line import PageLine
from models.articles.picture_credits import is_credit_in_brackets
from models.text.text_lines import WORDS, Line, line_at

LONGEST_TITLE = 200
"""Code points of a line that can be a headline; an article without one is named by that much of its first line."""

AGO = re.compile(
    r"(?:\d+|an?|one) (?:second|minute|min|hour|hr|day|week|month|year)s? ago|(?:vor|hace|il y a) \d+ \w+",
    re.IGNORECASE,
)
"""How long ago, which is no headline."""

CAPTION = 12
"""The fewest words of a caption; a shorter headline may end with "(Photos)"."""

WHERE = re.compile(r"You are here\b|Home ?[>»›→/|]|.*\S ?[>»›→/] ?\S.* [>»›→/] ?\S")
"""The beginning of a line that says where on the site one is: "News > Local > Harbour"."""

CODE = re.compile(r"[={}]|<-|->|\(\)")
"""Signs of which a line is a piece of a program."""

CELLS = re.compile(r"\s{10,}")
"""What is between two columns of a page on one line."""

TELLING_LENGTH = 4
"""The fewest characters of a word that shows what an article is about."""


def title_of(line: Line) -> str:
    """Return the headline in its line, without what is in another column of the page."""
    return CELLS.split(line.text)[0]


def may_be_headline(line: PageLine) -> bool:
    """Return whether a line is written as headlines are, and is no byline, date, caption, path or place line."""
    if line.is_item or line.words < 2 or len(title_of(line)) > LONGEST_TITLE or line.is_about_article:
        return False
    if len(title_of(line).split()) >= CAPTION and is_credit_in_brackets(line_at(0, title_of(line))):
        return False
    # A place line opens the first paragraph.
    if (
        "://" in line.text
        or WHERE.match(line.text)
        or CODE.search(line.text)
        or AGO.fullmatch(line.text)
        or place_line(line)
    ):
        return False
    return line.text.endswith("...") or not line.text.endswith((".", ",", ":", ";")) or _is_capitalised(line)


def _is_capitalised(line: Line) -> bool:
    """Return whether nearly all words have a capital, as in headlines of two sentences: "Bridge Closed. What Next."."""
    spaced = [word for word in WORDS.findall(line.text) if len(word) >= TELLING_LENGTH]
    return line.text.endswith(".") and all(word[0].isupper() for word in spaced)
