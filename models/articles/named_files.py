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
        yield _named(each, path, how, alone=len(first) == 1) if isinstance(each, Draft) else each


def _named(draft: Draft, path: Path, how: HowToRead, *, alone: bool) -> Draft:
    # In an archive, an article has the names of the folders there.
    in_archive = "/" in (draft.file_name or "")
    named = PurePath((draft.file_name or "").partition("#")[0]) if in_archive else path
    parts = how.file_names.read(named) if how.file_names else None
    if parts is None:
        return replace(draft, warnings=(*draft.warnings, _("The name of the file does not fit the pattern.")))
    shared = replace(draft, outlet=parts.outlet or draft.outlet, language=parts.language or draft.language)
    return _completed(shared, parts, how) if alone or in_archive else shared


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
