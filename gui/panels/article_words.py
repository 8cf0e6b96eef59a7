"""What the list of articles says of an article, in words."""

from datetime import datetime
from functools import lru_cache

from PySide6.QtCore import QDate, QLocale

from gui.widgets.tooltips import plain_tooltip
from models.attributes.built_in import TO_DISCUSS
from models.counts import count_of
from models.entities import Claim, Number
from models.lines.active_time import RULE, ActiveTime, in_hours
from models.lines.article_line import ArticleLine, Progress
from models.lines.open_places import OpenPlaces
from models.translation import _, counted

PROGRESS: dict[Progress, str] = {
    Progress.NOT_BEGUN: _("not begun"),
    Progress.BEGUN: _("begun"),
    Progress.DONE: _("done"),
}

NOT_COUNTED = _("Not counted yet: open the article, or choose Count Open Places in the menu Article")

NOBODY_AT_WORK = _("Nothing was recorded in the article, or changed, by itself")


def active_time_in_words(active: ActiveTime) -> str:
    """Return how long each coder was at work on an article, and by what rule that is estimated."""
    each = (_("{coder}: {time}").format(coder=coder, time=in_hours(time)) for coder, time in active.by_coder)
    return "\n".join((_("Active minutes"), *each, RULE))


def open_places_in_words(places: OpenPlaces) -> str:
    """Return how many places of an article have no record, by kind: "2 quotations · 1 number without a record"."""
    kinds = (
        (places.quotations, counted("{count:,} quotation", "{count:,} quotations", places.quotations)),
        (places.verbs, counted("{count:,} reporting verb", "{count:,} reporting verbs", places.verbs)),
        (places.numbers, counted("{count:,} number", "{count:,} numbers", places.numbers)),
    )
    found = " · ".join(words for count, words in kinds if count)
    return _("{places} without a record").format(places=found) if found else _("No open places")


def imprint(line: ArticleLine, without: frozenset[str] = frozenset()) -> str:
    """Return where and when an article appeared, as far as this is known: "The Tide · 23 Jan 2015".

    `without` names the attributes that are shown elsewhere.
    """
    outlet = None if "outlet" in without else line.article.outlet
    published = None if "published" in without else line.article.published
    return " · ".join(part for part in (outlet, short_date(published)) if part)


def recorded(line: ArticleLine) -> str:
    """Return what is recorded in an article: "3 claims · 2 numbers"."""
    counts = [count_of(Claim, line.claims)] * bool(line.claims) + [count_of(Number, line.numbers)] * bool(line.numbers)
    return " · ".join(counts)


def recorded_briefly(line: ArticleLine, without: frozenset[str] = frozenset()) -> str:
    """Return how many claims an article has, or numbers if it has no claims; nothing about what is shown elsewhere."""
    if line.claims:
        return "" if "claims" in without else count_of(Claim, line.claims)
    return count_of(Number, line.numbers) if line.numbers and "numbers" not in without else ""


def tooltip(line: ArticleLine) -> str:
    """Return the whole title and everything known about the article, as text that is never treated as markup."""
    about = [line.title, imprint(line), recorded(line) or _("nothing recorded"), PROGRESS[line.progress]]
    flag = TO_DISCUSS if line.article.discuss else ""
    return plain_tooltip("\n".join(part for part in (*about, flag, line.article.note) if part))


@lru_cache(maxsize=10_000)
def short_date(published: str | None) -> str:
    """Return an ISO 8601 date or time as "23 Jan 2015"; anything else is shown as it is."""
    if not published:
        return ""
    try:
        day = datetime.fromisoformat(published)
    except ValueError:
        return published
    # Not strftime: its months are in the language of the system, and everything else here is in English.
    return QLocale.c().toString(QDate(day.year, day.month, day.day), "d MMM yyyy")
