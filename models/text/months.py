"""The names of the months, in full and shortened, and of the days, in the languages that articles come in."""

from collections.abc import Iterable
from functools import cache

from resources import words

LANGUAGES = (
    *("en", "en_GB", "de", "de_AT", "fr", "es", "it", "pt", "nl", "sv", "da", "nb", "pl", "cs", "sk", "ru", "uk"),
    *("el", "fi", "tr", "hu", "ro"),
)
"""Croatian is not among them: its "listopada" is October, and the Polish one is November."""


@cache
def months() -> dict[str, int]:
    """Return the number of each month by its names, in lower case and casefolded, without a final full stop."""
    listed = (line.partition(":") for line in words("months"))
    return _named(LANGUAGES) | {name: int(number) for number, _, names in listed for name in names.split()}


@cache
def english_months() -> tuple[str, ...]:
    """Return the names of the months in English, capitalised, the longest first."""
    return tuple(map(str.title, sorted(_named(("en", "en_GB")), key=len, reverse=True)))


@cache
def weekdays() -> frozenset[str]:
    """Return the names of the days of the week in full, casefolded."""
    from babel import Locale  # as for the months

    days = (Locale.parse(language).days["format"]["wide"].values() for language in LANGUAGES)
    return frozenset(name.casefold() for names in days for name in names)


def _named(languages: Iterable[str]) -> dict[str, int]:
    from babel import Locale  # loaded with the first date, not with the window: it takes a tenth of a second

    return {
        form.rstrip("."): number
        for language in languages
        for context in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
        for number, name in Locale.parse(language).months[context][width].items()
        for form in (name.lower(), name.casefold())
    }
