"""Compare the names of newspapers and sites, which pages write in several ways: "detroitnews", "The Detroit News"."""

import re

DOMAIN = re.compile(r"^(?:https?://)?(?:www\.)?|\.[a-z]{2,6}(?:\.[a-z]{2})?/?$")
"""The beginning and the end of the address of a site."""


def plain(words: str) -> str:
    """Return words in the form for comparing: letters and digits only, in lower case."""
    return re.sub(r"\W+", " ", words).casefold().strip()


def compact(name: str) -> str:
    """Return the name of a site in the form for comparing: without "The", the end of an address, and blanks."""
    return re.sub(r"\W", "", DOMAIN.sub("", name.casefold().removeprefix("the ")))
