"""The labels that databases print before what they say of an article, by role and whatever the language."""

import re
from dataclasses import dataclass
from functools import cache

from resources import words

LONGEST = 30
"""Code points of a label."""

LABELLED = re.compile(rf"\s*(?P<label>[^\W\d][^:：\n]{{0,{LONGEST}}}?)\s*[:：](?!//)\s*(?P<value>.*)", re.DOTALL)

LENGTH = re.compile(r"[\d.,\s]+\S{0,12}")
"""How long an article is: "512 words"."""

AFTER_BODY = frozenset({"load date", "language", "kind", "update", "graphic", "subject"})
"""The roles of labels that follow the words of an article."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A paragraph that begins with a known label: its role, the label as printed, and the words after it."""

    role: str
    label: str
    value: str


@cache
def roles() -> dict[str, str]:
    """Return the role of each label, in lower case."""
    listed = (line.partition(":") for line in words("database_labels"))
    return {label.strip().casefold(): role for role, _, labels in listed for label in labels.split(",")}


def labelled(text: str) -> Labelled | None:
    """Return what a paragraph says if it begins with a known label."""
    match = LABELLED.match(text)
    role = roles().get(" ".join(match["label"].split()).casefold()) if match else None
    if match is None or role is None:
        return None
    value = " ".join(match["value"].split())
    return Labelled(role, match["label"], value) if role != "length" or LENGTH.fullmatch(value) else None


def is_capital(found: Labelled) -> bool:
    """Return whether a label is printed in capitals, as in older exports."""
    return found.label == found.label.upper()
