"""Keep how long each coder was at work on each article: derived from the history by the rule in
`models.lines.active_time`, and kept with every edit, since the whole history would take seconds to read.
"""

import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Collection

from models.ids import Id
from models.lines.active_time import ActiveTime, ActiveTotal, counted_before

ADD = """INSERT INTO active_time (article, origin, time) SELECT row, ?, ? FROM history_article WHERE id = ?
         ON CONFLICT (article, origin) DO UPDATE SET time = time + excluded.time"""

IN_ONE = "SELECT edit, min(article) FROM edit_in_article GROUP BY edit HAVING count(*) = 1"
IN_ORDER = "SELECT row, origin, at FROM edit ORDER BY origin, seq"

OF_ARTICLES = """SELECT history_article.id, origin.coder, sum(time) FROM active_time
                 JOIN history_article ON history_article.row = active_time.article
                 JOIN main.origin ON origin.row = active_time.origin {where} GROUP BY 1, 2"""
TOTAL = """SELECT coalesce(sum(time), 0), count(DISTINCT article) FROM active_time
           WHERE (?1 IS NULL OR article = (SELECT row FROM history_article WHERE id = ?1))
           AND (?2 IS NULL OR origin IN (SELECT row FROM main.origin WHERE coder = ?2))"""
AMONG = "WHERE history_article.id IN (SELECT value FROM json_each(?))"


def add(connection: sqlite3.Connection, origin: int, before: str | None, at: str, articles: Collection[Id]) -> None:
    """Add the time before an edit, which has just been written, to its article; if it is about one alone.

    `before` is the time of the edit before it, if there is one.
    """
    if len(articles) != 1:
        return
    (article,) = articles
    connection.execute(ADD, (origin, counted_before(at, before), article))


def rebuild(connection: sqlite3.Connection) -> None:
    """Keep it of the whole history again."""
    connection.execute("DELETE FROM active_time")
    times = [(article, origin, time) for (article, origin), time in sorted(_every(connection).items())]
    connection.executemany("INSERT INTO active_time (article, origin, time) VALUES (?, ?, ?)", times)


def fits(connection: sqlite3.Connection) -> bool:
    """Return whether exactly what follows from the history is kept."""
    kept = {(article, origin): time for article, origin, time in connection.execute("SELECT * FROM active_time")}
    return kept == _every(connection)


def _every(connection: sqlite3.Connection) -> Counter[tuple[int, int]]:
    """Return the milliseconds of each article and origin, by their rows."""
    article_of = dict(connection.execute(IN_ONE))
    times = Counter[tuple[int, int]]()
    last: dict[int, str] = {}
    for row, origin, at in connection.execute(IN_ORDER):
        if row in article_of:
            times[article_of[row], origin] += counted_before(at, last.get(origin))
        last[origin] = at
    return times


def active_total(connection: sqlite3.Connection, article: Id | None, coder: str | None) -> ActiveTotal:
    """Return how long coders were at work on how many articles: all of them, or one, or only those of a coder."""
    return ActiveTotal(*connection.execute(TOTAL, (article, coder)).fetchone())


def active_times(connection: sqlite3.Connection, among: Collection[Id] | None = None) -> dict[Id, ActiveTime]:
    """Return the active time on each article that anybody worked on, also of those that are gone; or only of some."""
    query = OF_ARTICLES.format(where=AMONG if among is not None else "")
    found = connection.execute(query, (json.dumps([*among]),) if among is not None else ())
    coders = defaultdict[Id, list[tuple[str, int]]](list)
    for article, coder, time in found:
        coders[article].append((coder, time))
    return {article: ActiveTime.of(times) for article, times in coders.items()}
