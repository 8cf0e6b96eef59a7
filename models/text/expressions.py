"""What the standard library's regular expressions cannot do: characters as readers see them, and a limit of time."""

from collections.abc import Iterator
from typing import Any

import regex

from models.errors import OnrecordError
from models.text.excerpts import shortened
from models.text.replacing import Found
from models.translation import _

LONGEST = 1.0
"""Seconds that an expression may take for one text."""
MOST_QUOTED = 60
"""Characters of a text that a message quotes."""

_CLUSTER = regex.compile(r"\X")
_GROUP = regex.compile(r"\\\$|\$(\d{1,2})")
"""A group as spreadsheets write it, such as $1, or a dollar sign that is none."""


def clusters(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the bounds of the grapheme clusters of a part of a text, in code points."""
    return (found.span() for found in _CLUSTER.finditer(text, start, end))


class Expression:
    """A regular expression that a coder has typed, with what is put in place of its matches.

    `put` names groups as `\\1` or `$1`; `\\$` is a dollar sign. Case matters if the expression is `exact`. Raises
    OnrecordError if either cannot be understood.
    """

    def __init__(self, typed: str, put: str, *, exact: bool) -> None:
        try:
            self._pattern = regex.compile(typed, 0 if exact else regex.IGNORECASE)
        except (regex.error, RecursionError, OverflowError) as error:
            raise _not_understood(_("This is not a regular expression: {reason}."), error) from error
        self._put = _GROUP.sub(_as_python_writes_it, put)
        try:
            _empty_groups(self._pattern).expand(self._put)
        except (regex.error, IndexError) as error:
            raise _not_understood(_("The replacement cannot be understood: {reason}."), error) from error

    def find_all(self, text: str) -> list[Found]:
        """Return every match in a text. Raises OnrecordError if that takes too long."""
        found: list[Found] = []
        for each in self._within_limit(self._pattern.finditer, text):
            if each.end() > each.start() or not found or each.start() > found[-1].end:  # not once more at the end
                found.append(self._found(each))
        return found

    def match_whole(self, text: str) -> list[Found]:
        """Return the match of the whole text, if there is one. Raises OnrecordError if that takes too long."""
        whole = self._within_limit(lambda *given, **limit: [self._pattern.fullmatch(*given, **limit)], text)
        return [self._found(each) for each in whole if each]

    def _found(self, match: Any) -> Found:
        return Found(match.start(), match.end(), match.expand(self._put))

    @staticmethod
    def _within_limit(match: Any, text: str) -> list[Any]:
        try:
            return list(match(text, timeout=LONGEST))
        except TimeoutError as error:
            raise OnrecordError(
                _("The regular expression takes too long for “{text}”.").format(text=shortened(text, MOST_QUOTED)),
                _("Nothing was changed."),
                _("Make it simpler: a repeat within a repeat, such as (a+)+, can take for ever."),
            ) from error


def _empty_groups(pattern: Any) -> Any:
    """Return a match with the groups of a pattern, each empty, to try a replacement on."""
    names = {number: name for name, number in pattern.groupindex.items()}
    groups = (f"(?P<{names[each]}>)" if each in names else "()" for each in range(1, pattern.groups + 1))
    return regex.match("".join(groups), "")


def _as_python_writes_it(found: Any) -> str:
    return f"\\g<{found[1]}>" if found[1] else "$"


def _not_understood(sentence: str, error: Exception) -> OnrecordError:
    return OnrecordError(sentence.format(reason=error), _("Nothing was changed."))
