"""All backups of two days are kept, then one of each day, week and month, and together they take a limited size."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from models.backups.backup import Backup
from models.backups.thinning import ALL, DAILY, WEEKLY, kept

NOW = datetime(2026, 11, 26, 18, 44, tzinfo=UTC)
ENDLESS = 10**18

ages = st.lists(st.integers(0, 3 * 365 * 24 * 3600), unique=True, max_size=40).map(sorted)


def backup(at: datetime, size: int = 1) -> Backup:
    return Backup(Path(f"{at.timestamp()}"), at, size)


def made(seconds: list[int], size: int = 1) -> list[Backup]:
    return [backup(NOW - timedelta(seconds=age), size) for age in seconds]


@given(ages)
def test_what_is_kept_was_there_and_keeping_again_changes_nothing(seconds: list[int]) -> None:
    there = made(seconds)
    left = kept(there, NOW, ENDLESS)
    assert set(left) <= set(there)
    assert left == sorted(left, key=lambda each: each.at, reverse=True)
    assert kept(left, NOW, ENDLESS) == left


@given(ages)
def test_all_of_two_days_stay_and_so_does_the_last_of_each_day_and_month(seconds: list[int]) -> None:
    there = made(seconds)
    left = set(kept(there, NOW, ENDLESS))
    assert {each for each in there if NOW - each.at <= ALL} <= left
    assert {max(there, key=lambda each: each.at)} <= left if there else not left
    older = [each for each in there if ALL < NOW - each.at <= DAILY]
    for day in {each.at.date() for each in older}:
        assert sum(each in left for each in older if each.at.date() == day) == 1
    oldest = [each for each in there if NOW - each.at > WEEKLY]
    for month in {(each.at.year, each.at.month) for each in oldest}:
        assert sum(each in left for each in oldest if (each.at.year, each.at.month) == month) == 1


@given(st.lists(st.integers(60, 20 * 24 * 3600), min_size=1, max_size=60))
def test_thinned_each_time_every_month_that_had_a_backup_still_has_one(steps: list[int]) -> None:
    at, left, months = datetime(2024, 1, 31, 22, tzinfo=UTC), list[Backup](), set[tuple[int, int]]()
    for seconds in steps:
        at += timedelta(seconds=seconds)
        months.add((at.year, at.month))
        left = kept([*left, backup(at)], at, ENDLESS)
    assert {(each.at.year, each.at.month) for each in left} == months


@given(ages, st.integers(1, 30))
def test_within_a_size_the_newest_stays_whatever_it_takes(seconds: list[int], most: int) -> None:
    there = made(seconds, 2)
    left = kept(there, NOW, most)
    assert sum(each.size for each in left) <= most or len(left) == 1
    assert left[:1] == kept(there, NOW, ENDLESS)[:1]


def test_what_fits_into_a_size_reaches_back_and_is_densest_near_today() -> None:
    left = kept(made([days * 24 * 3600 for days in range(30)]), NOW, 6)
    days = [(NOW - each.at).days for each in left]
    assert days[0] == 0
    assert days[-1] == 29
    gaps = [older - newer for newer, older in pairwise(days)]
    assert gaps[0] < gaps[-1]
