"""What was lost of a damaged project, in sentences: article after article, then what belongs to none."""

from collections.abc import Callable, Iterator

from models.counts import count_of
from models.entities import ENTITIES, Article, Claim, Number, Record
from models.store.rows import TABLES
from models.store.salvage.losses import ArticleLosses, Counts, Losses, TextFate
from models.text.excerpts import quoted
from models.translation import _, counted

TEXTS = {
    TextFate.MENDED: _("its text was damaged, and is whole again: its hash proves it."),
    TextFate.AGAIN: _("its text was lost, and was read again from the file that it came from: its hash proves it."),
    TextFate.ALTERED: _("its text is not the one that was imported. It is kept, with a note at the article."),
    TextFate.LOST: _("its text is lost. What was recorded in it is kept, with ▒ in the place of the words."),
}
"""What is said of a text that is not as it was."""


FREED: dict[tuple[type[Record], str], Callable[[int], str]] = {
    (Article, "original"): lambda _count: _("the file that it came from is lost."),
    (Claim, "speaker"): lambda count: counted(
        "the speaker of {count:,} claim is lost.", "the speakers of {count:,} claims are lost.", count
    ),
    (Number, "claim"): lambda count: counted(
        "{count:,} number lost its claim, and is a number without a claim now.",
        "{count:,} numbers lost their claims, and are numbers without a claim now.",
        count,
    ),
}
"""What is said of records that stay without what they referred to."""

OTHERS = _("what “{field}” referred to is lost for {records}.")


def sentences(losses: Losses) -> Iterator[str]:
    """Yield what became of each article of which something is lost or doubtful, and then of the rest."""
    for article, found in losses.articles.items():
        if article is not None:
            named = quoted(found.title) if found.title else _("An article without a title")
            yield from (f"{named}: {each}" for each in _of_article(found))
    if rest := losses.articles.get(None):
        yield from _of_records(rest)
    if losses.uncounted:
        tables = ", ".join(TABLES[kind] for kind in ENTITIES if kind in losses.uncounted)
        yield _("More may be lost than is counted here, since these tables cannot be read whole: {tables}.").format(
            tables=tables
        )
    if losses.lost_edits:
        lost = counted(
            "{count:,} edit of the history is lost.", "{count:,} edits of the history are lost.", losses.lost_edits
        )
        yield lost


def summary(losses: Losses) -> str:
    """Return in one sentence what was rescued."""
    kinds = [kind for kind in (Article, Claim, Number) if losses.held[kind]]
    held = ", ".join(count_of(kind, losses.held[kind]) for kind in kinds) or _("no articles")
    edits = counted("{count:,} edit of the history", "{count:,} edits of the history", losses.edits)
    return _("Rescued: {held}, and {edits}.").format(held=held, edits=edits)


def _of_article(found: ArticleLosses) -> Iterator[str]:
    if found.gone:
        yield _("the article is lost.")
    if found.only_text:
        yield _(
            "only its text was found, which is an article again. Whatever else was known of it is lost; it may be one "
            "that was deleted."
        )
    if words := TEXTS.get(found.text):
        yield words
    yield from _of_records(found)


def _of_records(found: ArticleLosses) -> Iterator[str]:
    if lost := _counts(found.lost):
        yield _("lost: {records}.").format(records=lost)
    for (kind, name), count in found.freed.items():
        yield (
            FREED[kind, name](count)
            if (kind, name) in FREED
            else OTHERS.format(field=name, records=count_of(kind, count))
        )
    if brought := _counts(found.from_history):
        yield _("made again from the history: {records}.").format(records=brought)
    if inexact := _counts(found.inexact):
        yield _("brought back with characters that could not be read: {records}.").format(records=inexact)
    yield from found.notes


def _counts(counts: Counts) -> str:
    """Return the counts of records in words; articles are named one by one."""
    kinds = [kind for kind in ENTITIES if counts[kind] and kind is not Article]
    return ", ".join(count_of(kind, counts[kind]) for kind in kinds)
