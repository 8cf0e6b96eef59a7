"""Complete drafts with what the names of their files say, by the pattern that the coder gave."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain, islice
from pathlib import Path, PurePath

from models.articles.draft import Draft
from models.articles.how_to_read import HowToRead
from models.articles.name_pattern import NameParts
from models.errors import UnreadableArticle
from models.translation import _

DOES_NOT_FIT = _("The name of the file does not fit the pattern.")


def with_names(
    found: Iterable[Draft | UnreadableArticle], path: Path, how: HowToRead
) -> Iterator[Draft | UnreadableArticle]:
    """Yield what was found in a file, completed by its name.

    What the name says goes before what was read, and what it does not say stays as it was read. Of a file with several
    articles the name says only the outlet and the language, which they have in common.
    """
    if how.file_names is None:
        yield from found
        return
    rest = iter(found)
    first = list(islice(rest, 2))
    for each in chain(first, rest):
        yield named_draft(each, path, how, alone=len(first) == 1) if isinstance(each, Draft) else each


def named_draft(draft: Draft, path: Path, how: HowToRead, *, alone: bool) -> Draft:
    """Return a draft completed by the name of its file; `alone` says that the file has no other article."""
    named = named_as(draft, path)
    parts = how.file_names.read(named) if how.file_names else None
    if parts is None:
        return replace(draft, warnings=(*(each for each in draft.warnings if each != DOES_NOT_FIT), DOES_NOT_FIT))
    shared = replace(draft, outlet=parts.outlet or draft.outlet, language=parts.language or draft.language)
    return _completed(shared, parts, how) if alone or named is not path else shared


def named_as(draft: Draft, path: Path) -> PurePath:
    """Return the name by which an article in a file is read; in an archive it has the names of the folders there."""
    is_in_archive = draft.file_name is not None and "/" in draft.file_name
    return PurePath(str(draft.file_name).partition("#")[0]) if is_in_archive else path


def _completed(draft: Draft, parts: NameParts, how: HowToRead) -> Draft:
    day = parts.day(how.day_first)
    if day and day[:10] == (draft.published or "")[:10]:
        day = draft.published  # which may have the time too
    is_open = parts.words is not None and (draft.published is None if day is None else parts.is_ambiguous)
    return replace(
        draft,
        title=parts.title or draft.title,
        byline=parts.byline or draft.byline,
        published=day or draft.published,
        published_words=parts.words if is_open else None if day else draft.published_words,
    )
