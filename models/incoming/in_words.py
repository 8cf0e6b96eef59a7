"""What was found and what is to be asked about it, in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from models.articles.printed_dates import days_of
from models.incoming.entry import Entry
from models.incoming.incoming import Incoming
from models.translation import _, counted, ngettext


@dataclass(frozen=True, slots=True)
class Asked:
    """A question about many articles, and the words of its answers."""

    question: str
    answers: tuple[str, str]


def found_in_words(entries: Sequence[Entry]) -> str:
    """Return how many articles were found, and what is to be known of them, in sentences."""
    articles = [each for each in entries if each.draft]
    said = [counted("{count:,} article was found.", "{count:,} articles were found.", len(articles))]
    if warned := sum(bool(each.warnings) for each in articles):
        said.append(counted("{count:,} has a warning.", "{count:,} have warnings.", warned))
    if undated := sum(each.is_undated for each in articles):
        said.append(counted("{count:,} has no date.", "{count:,} have no date.", undated))
    if known := sum(each.reason is not None for each in articles):
        said.append(
            counted("{count:,} has the same text as another.", "{count:,} have the same text as others.", known)
        )
    if refused := len(entries) - len(articles):
        said.append(counted("{count:,} cannot be read.", "{count:,} cannot be read.", refused))
    return " ".join(said)


def ambiguous_dates(incoming: Incoming) -> Asked | None:
    """Return the question that settles every ambiguous date, with the days that the first may be; None if all are
    clear.
    """
    places = incoming.ambiguous
    draft = incoming.entries[places[0]].draft if places else None
    if draft is None:
        return None
    day, month = days_of(draft)
    answers = _("Day first: {day}").format(day=day), _("Month first: {day}").format(day=month)
    return Asked(_question(draft.published_words or "", len(places) - 1), answers)


def _question(words: str, others: int) -> str:
    if not others:
        return _("“{words}” may be two days: is the day first?").format(words=words)
    return ngettext(
        "“{words}” and {others:,} other may be two days: is the day first?",
        "“{words}” and {others:,} others may be two days: is the day first?",
        others,
    ).format(words=words, others=others)


def guessed_encoding(incoming: Incoming) -> str | None:
    """Return the question whether a guessed encoding is right, of all files that were read in it; None if there is
    none.
    """
    encoding = incoming.guess
    if encoding is None:
        return None
    entries = [incoming.entries[place] for place in incoming.guessed(encoding)]
    files = list(dict.fromkeys(each.path.name for each in entries if each.path))
    if len(files) < 2:
        words = _("“{file}” was read as {encoding}, which is a guess: are its accented letters right?")
        return words.format(file="".join(files), encoding=encoding)
    return ngettext(
        "“{file}” and {others:,} other were read as {encoding}, which is a guess: are their accented letters right?",
        "“{file}” and {others:,} others were read as {encoding}, which is a guess: are their accented letters right?",
        len(files) - 1,
    ).format(file=files[0], others=len(files) - 1, encoding=encoding)
