"""Write raised figures in a line of plain text, so that "$11⁹⁹" never becomes 1199 nor "5 km²" 52."""

import re

RAISED = str.maketrans("0123456789+-−–()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁽⁾ⁿ")

UNIT = re.compile(r"(?:^|[\s\d/(])(?:[kcdmµn]?m|ft|in|yd|mi|mile|s|sec)$", re.IGNORECASE)
PRICE = re.compile(r"(?:[$£€¥]|\b[A-Z]{3}) ?\d[\d,. ]*$")
POWER = re.compile(r"(?:^|[^\d.,$£€¥])\d{1,2}$")
FIGURE = re.compile(r"\d$")
DIGITS = re.compile(r"[+−–-]?\d{1,3}$")
NOTE = re.compile(r"[\[(]?(?:\d{1,3}(?:\s*[,–-]\s*\d{1,3})*|[a-z]|[*†‡§#]+)[\])]?$")


def raised(words: str, before: str, after: str) -> str:
    """Return what replaces a raised word between other words."""
    if after.lstrip()[:1] in ("/", "⁄"):
        # "1<sup>1</sup>/<sub>2</sub>" is one and a half.
        return f" {words}" if FIGURE.search(before) else words
    if DIGITS.match(words) and (UNIT.search(before) or POWER.search(before)):
        return words.translate(RAISED)
    if not NOTE.match(words):
        return words
    if PRICE.search(before) and len(words) == 2 and words.isdigit() and not re.search(r"[.,]\d\d$", before):
        return f".{words}"
    # After a figure, anything else is the number of a note.
    return "" if FIGURE.search(before) or words[0] in "[(" else words.translate(RAISED)
