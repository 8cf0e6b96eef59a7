"""Which backups are kept: all of two days, then one of each day, week and month, within a size."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from datetime import datetime, timedelta

from models.backups.backup import Backup

ALL = timedelta(days=2)
DAILY = timedelta(days=31)
WEEKLY = timedelta(days=183)
"""Ages up to which all backups are kept, the last of each day, and the last of each week; then the last of a month."""


def kept(backups: Iterable[Backup], now: datetime, most: int) -> list[Backup]:
    """Return the backups to keep, newest first: together at most this many bytes, except that the newest one stays."""
    newest_first = sorted(backups, key=lambda backup: backup.at, reverse=True)
    return _within(_last_of_each(newest_first, now), now, most)


def _last_of_each(newest_first: Sequence[Backup], now: datetime) -> list[Backup]:
    last: dict[Hashable, Backup] = {}
    for backup in newest_first:
        last.setdefault(_period(now - backup.at)(backup.at), backup)
    return list(last.values())


def _period(age: timedelta) -> Callable[[datetime], Hashable]:
    """Return what names the period of a backup of this age. Days make up weeks and weeks make up months, so that
    nothing that stands for a month is lost with its week: a week begins on the 1st, 8th, 15th, 22nd or 29th.
    """
    if age <= ALL:
        return lambda at: at
    if age <= DAILY:
        return lambda at: ("day", at.date())
    if age <= WEEKLY:
        return lambda at: ("week", at.year, at.month, (at.day - 1) // 7)
    return lambda at: ("month", at.year, at.month)


def _within(newest_first: list[Backup], now: datetime, most: int) -> list[Backup]:
    """Leave out backups until they take no more than this many bytes: first those without which the gap is smallest,
    measured by its age. The newest and the oldest go last, so what is left reaches far back, densest near today.
    """
    left = list(newest_first)
    size = sum(backup.size for backup in left)
    while size > most and len(left) > 1:
        between = range(1, len(left) - 1)
        place = min(between, key=lambda place: _gap(left[place - 1], left[place + 1], now)) if between else 1
        size -= left.pop(place).size
    return left


def _gap(newer: Backup, older: Backup, now: datetime) -> float:
    """Return the time between two backups as a share of their age."""
    return (newer.at - older.at).total_seconds() / max((now - older.at).total_seconds(), 1.0)
