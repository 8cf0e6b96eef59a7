"""Lines that several databases print in their records."""

import re

RESERVED = "all rights reserved|alle rechte vorbehalten|alle rechten voorbehouden|tous droits réservés"
LEGAL = rf"copyright\b.*|\(c\).*|©.*|.*\b(?:{RESERVED})\W*|rights reserved\W*"
COPYRIGHT = re.compile(LEGAL, re.IGNORECASE | re.DOTALL)

BY = re.compile(r"^(?:by|von|par|por|door|di|av|af)\s+(?=\S)", re.IGNORECASE)
"""What comes before the name of an author."""

NO_TITLE = re.compile(r"no headline(?: in original)?|no title|kein titel|sans titre|\[untitled\]", re.IGNORECASE)
"""What is printed in place of a title that is missing."""


def without_by(words: str | None) -> str | None:
    """Return the names in a line that names authors: "Ann Rowe" for "By Ann Rowe"; None if there are none."""
    return BY.sub("", words or "", count=1) or None
