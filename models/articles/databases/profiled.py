"""Split an export into articles by the profile of its database."""

from collections.abc import Sequence
from itertools import pairwise

from models.articles.database_profile import NUMBER, Profile
from models.articles.databases.counting import MissingArticles, missing_numbers
from models.articles.databases.database import Database, Records
from models.articles.databases.profiled_record import record_of
from models.articles.documents.document import Document
from models.errors import UnreadableArticle
from models.translation import _

LEAST = 2
"""Articles that a document has at least if the profile has no labels."""

MOST = 100_000
"""The largest number that is taken for a number of articles."""

LEAST_SHARE = 0.6
"""The least share of articles that have labels of the profile."""


def database_of(profile: Profile) -> Database:
    """Return the database that a profile describes."""
    return Database(
        profile.name,
        lambda document: _is_of(document, profile),
        lambda document, named: split(document, profile, named),
    )


def _is_of(document: Document, profile: Profile) -> bool:
    """Return whether a document has the separators of a profile, and most of its articles the labels."""
    lines = lines_of(document)
    if not any(profile.numbers(line) is not None for line in lines):
        return False
    found = _parts(lines, profile)
    labelled = sum(_has_labels(part, profile) for part in found)
    return bool(found) and (labelled >= LEAST_SHARE * len(found) if profile.roles else len(found) >= LEAST)


def split(document: Document, profile: Profile, named: str) -> Records:
    """Yield the records of a document, why a part of it is none, and what it announces but does not hold."""
    lines = lines_of(document)
    count = 0
    for part in _parts(lines, profile):
        if profile.roles and not _has_labels(part, profile):
            beginning = next(line for line in part if line.strip()).strip()[:60]
            what = _("A part of {name} has none of the labels of the profile. It begins: {beginning}")
            yield UnreadableArticle(what.format(name=named, beginning=beginning), _("It was left out."))
        else:
            count += 1
            yield record_of(part, profile)
    numbers = [found for line in lines if (found := profile.numbers(line))]
    announced = max((each[1] for each in numbers if len(each) > 1 and max(each) <= MOST), default=0)
    if announced > count:
        yield MissingArticles(named, announced, count, missing_numbers({each[0] for each in numbers}, announced))


def lines_of(document: Document) -> list[str]:
    """Return the lines, with a blank one between paragraphs; in a plain text each line is a paragraph."""
    is_plain = any(not each.text.strip() for each in document.paragraphs)
    gap = () if is_plain else ("",)
    return [line for each in document.paragraphs for line in (*each.text.split("\n"), *gap)]


def _parts(lines: Sequence[str], profile: Profile) -> list[Sequence[str]]:
    """Return the parts between separators that are not blank, without a cover page before the first."""
    places = [at for at, line in enumerate(lines) if profile.numbers(line) is not None]
    parts = [lines[start + 1 : end] for start, end in pairwise((-1, *places, len(lines)))]
    shown = [part for part in parts if any(map(str.strip, part))]
    # Separators are before the articles if the last part has words; then the first part is none.
    is_cover = len(shown) > 1 and shown[0] is parts[0] and shown[-1] is parts[-1]
    return shown[1:] if is_cover and not _is_article(parts[0], profile) else shown


def _is_article(part: Sequence[str], profile: Profile) -> bool:
    """Return whether the part before the first separator is an article too, as if separators were between them."""
    return _has_labels(part, profile) if profile.roles else NUMBER not in profile.separator


def _has_labels(part: Sequence[str], profile: Profile) -> bool:
    return any((found := profile.labelled(line)) and found[0] != "end" for line in part)
