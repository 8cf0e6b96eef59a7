"""Author and day in a list of facts beside an article, each with a label before it."""

import re
from collections.abc import Iterator

from models.articles.bylines import is_short, name_alone
from models.articles.date_lines import published_in, undated
from models.articles.page_reading import PageReading
from models.text.text_lines import BULLET, WORDS, line_at

AUTHOR = re.compile(r"(?:author|autor|autorin|autora|auteur|autore|written by|автор)s?\b:?", re.IGNORECASE)
DAY = re.compile(
    r"(?:date|datum|fecha|data|(?:first )?published(?: on)?|publication date|erschienen|publié le|publicado)\b:?",
    re.IGNORECASE,
)


def labelled_author(page: PageReading) -> str | None:
    """Return the author whom a label gives, if all labels give the same."""
    return _only([name_alone(line_at(0, words)) for words in _told(page, AUTHOR)])


def labelled_day(page: PageReading) -> str | None:
    """Return the day that a label gives, if all labels give the same: YYYY-MM-DD, with its time if there is one."""
    return _only([published_in(words) for words in _told(page, DAY) if not WORDS.search(undated(words))])


def _told(page: PageReading, label: re.Pattern[str]) -> Iterator[str]:
    """Yield what is behind a label above or below the text, or on the line after it."""
    for at in (*range(page.prose.start), *range(page.prose.stop, len(page.lines))):
        words = BULLET.sub("", page.lines[at].text)
        if is_short(page.lines[at]) and (match := label.match(words)):
            yield words[match.end() :].strip() or (page.lines[at + 1].text if at + 1 < len(page.lines) else "")


def _only(found: list[str | None]) -> str | None:
    said = {each for each in found if each}
    return said.pop() if len(said) == 1 else None
