"""The same seed draws the same articles, whatever their order; each method draws as many as it says."""

import hashlib
import random
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.entities import Article, Sample, SampleMethod
from models.sampling.definition import definition_of, read_definition, write_definition
from models.sampling.drawing import draw, hash_of
from models.sampling.plan import Outcome, Plan
from models.sampling.reporting import report
from models.sampling.strata import proportional

SEED = 48213
FIRST = date(2015, 1, 1)


def article(number: int, outlet: str | None = None, day: int | None = None) -> Article:
    published = None if day is None else (FIRST + timedelta(days=day)).isoformat()
    return Article(
        id=f"article-{number:04}", content="0" * 64, title=f"No. {number}", outlet=outlet, published=published
    )


PAPERS = [article(n, ("The Tide", "THE TIDE", "Coast", None)[n % 4], n % 300 if n % 7 else None) for n in range(400)]


def plan(method: SampleMethod, size: int, **more: object) -> Plan:
    return replace(Plan(method, size, SEED), **more)  # type: ignore[arg-type]  # fields of a plan


@pytest.mark.parametrize("method", sorted(SampleMethod))
def test_the_order_of_the_articles_does_not_matter(method: SampleMethod) -> None:
    shuffled = random.Random(1).sample(PAPERS, len(PAPERS))
    wanted = plan(method, 2 if method is SampleMethod.CONSTRUCTED_WEEK else 50)
    assert draw(PAPERS, wanted) == draw(shuffled, wanted)


@pytest.mark.parametrize("method", sorted(SampleMethod))
def test_another_seed_draws_others(method: SampleMethod) -> None:
    wanted = plan(method, 3)
    assert draw(PAPERS, wanted).drawn != draw(PAPERS, replace(wanted, seed=SEED + 1)).drawn


@pytest.mark.parametrize("method", sorted(SampleMethod))
def test_a_larger_draw_has_everything_that_a_smaller_one_has(method: SampleMethod) -> None:
    for size in range(1, 12):
        smaller, larger = draw(PAPERS, plan(method, size)), draw(PAPERS, plan(method, size + 1))
        assert {*smaller.drawn} <= {*larger.drawn}


def test_the_articles_with_the_lowest_lots_are_drawn_in_their_order() -> None:
    lots = {hashlib.sha256(f"{SEED}:{each.id}".encode()).hexdigest(): each.id for each in PAPERS}
    assert draw(PAPERS, plan(SampleMethod.RANDOM, 5)).drawn == tuple(lots[each] for each in sorted(lots)[:5])


def test_what_a_seed_draws_never_changes() -> None:
    drawn = draw(PAPERS, plan(SampleMethod.RANDOM, 5)).drawn
    assert drawn == ("article-0014", "article-0160", "article-0379", "article-0366", "article-0373")


def test_an_article_that_comes_later_replaces_at_most_one() -> None:
    wanted = plan(SampleMethod.RANDOM, 100)
    before, after = draw(PAPERS, wanted), draw([*PAPERS, article(999)], wanted)
    assert len({*before.drawn} - {*after.drawn}) <= 1


def test_every_article_is_drawn_equally_often() -> None:
    few = PAPERS[:10]
    counts = Counter(each for seed in range(2000) for each in draw(few, Plan(SampleMethod.RANDOM, 3, seed)).drawn)
    assert all(abs(count - 600) < 100 for count in counts.values())  # 4.9 standard deviations


def test_outlets_are_drawn_in_proportion_with_those_without_one() -> None:
    outcome = draw(PAPERS, plan(SampleMethod.BY_OUTLET, 40))
    assert [(each.name, each.population, each.drawn) for each in outcome.strata] == [
        ("Coast", 100, 10),
        ("THE TIDE", 200, 20),
        (None, 100, 10),
    ]
    assert len(outcome.drawn) == 40


def test_articles_without_an_outlet_can_be_left_out() -> None:
    outcome = draw(PAPERS, plan(SampleMethod.BY_OUTLET, 30, unknown=False))
    assert (outcome.left_out, len(outcome.population)) == (100, 300)
    assert [each.name for each in outcome.strata] == ["Coast", "THE TIDE"]


def test_equally_many_are_drawn_of_each_month_as_far_as_there_are() -> None:
    few = [*(article(n, day=n) for n in range(31)), article(31, day=31), article(32)]
    outcome = draw(few, plan(SampleMethod.BY_MONTH, 4, equal=True))
    assert [(each.name, each.drawn) for each in outcome.strata] == [("2015-01", 4), ("2015-02", 1), (None, 1)]


def test_constructed_weeks_have_each_day_of_the_week_equally_often() -> None:
    outcome = draw(PAPERS, plan(SampleMethod.CONSTRUCTED_WEEK, 3))
    days = [each.name or "" for each in outcome.strata]
    assert len({*days}) == 21
    assert Counter(date.fromisoformat(each).weekday() for each in days) == dict.fromkeys(range(7), 3)
    there = {each.id for each in PAPERS if each.published in days}
    assert {*outcome.drawn} == there
    assert outcome.left_out == sum(each.published is None for each in PAPERS)


def test_of_each_date_some_articles_can_be_drawn_and_dates_for_each_outlet() -> None:
    wanted = plan(SampleMethod.CONSTRUCTED_WEEK, 1, of_a_day=1, each_outlet=True)
    outcome = draw(PAPERS, wanted)
    assert all(each.drawn == min(each.population, 1) for each in outcome.strata)
    assert Counter(each.outlet for each in outcome.strata) == {"Coast": 7, "THE TIDE": 7, None: 7}
    days = {outlet: {each.name for each in outcome.strata if each.outlet == outlet} for outlet in ("Coast", "THE TIDE")}
    assert days["Coast"] != days["THE TIDE"]


def test_a_period_can_be_given_and_can_be_too_short() -> None:
    wanted = plan(SampleMethod.CONSTRUCTED_WEEK, 2, first="2015-01-05", last="2015-01-13")
    outcome = draw(PAPERS, wanted)
    assert outcome.short == 5
    assert "The period is 5 dates too short for so many weeks." in report(definition_of(outcome, "1.0"))


def test_nothing_is_drawn_from_nothing() -> None:
    for method in SampleMethod:
        assert draw([], plan(method, 3)).drawn == ()


@given(st.lists(st.integers(1, 40), min_size=1, max_size=8), st.integers(0, 200))
def test_proportions_fill_the_sample_and_never_ask_for_more_than_there_is(sizes: list[int], wanted: int) -> None:
    total = min(wanted, sum(sizes))
    counts = proportional(sizes, total)
    assert sum(counts) == total
    assert all(0 <= count <= size for count, size in zip(counts, sizes, strict=True))


def test_the_hash_of_a_population_is_that_of_its_sorted_ids() -> None:
    assert hash_of(["b", "a"]) == hashlib.sha256(b"a\nb\n").hexdigest()


def kept(outcome: Outcome) -> Sample:
    written = write_definition(definition_of(outcome, "1.0", ["Outlet is Coast"], "{}", [30]))
    of = outcome.plan
    return Sample(name="Pilot", method=of.method, seed=of.seed, population=len(outcome.population), definition=written)


@pytest.mark.parametrize("method", sorted(SampleMethod))
def test_a_definition_is_read_as_it_was_written(method: SampleMethod) -> None:
    outcome = draw(PAPERS, plan(method, 3))
    assert read_definition(kept(outcome)) == definition_of(outcome, "1.0", ["Outlet is Coast"], "{}", [30])


def test_a_definition_of_a_later_program_is_not_read() -> None:
    sample = replace(kept(draw(PAPERS, plan(SampleMethod.RANDOM, 3))), definition='{"format":2}')
    assert read_definition(sample) is None


REPORTS = {
    SampleMethod.RANDOM: "A simple random sample of 3 of 400 articles (seed 48213).",
    SampleMethod.BY_OUTLET: "A stratified random sample of 3 of 400 articles by outlet, in proportion (seed 48213; "
    "2 outlets; articles without an outlet are one more stratum).",
    SampleMethod.BY_MONTH: "A stratified random sample of 3 of 400 articles by month, in proportion (seed 48213; "
    "10 months; articles without a date are one more stratum).",
    SampleMethod.CONSTRUCTED_WEEK: "3 constructed weeks from 2015-01-01 to 2015-10-27 (seed 48213): for each day of "
    "the week, 3 dates were drawn at random without replacement. All articles of these dates are in the sample, ",
}


@pytest.mark.parametrize("method", sorted(SampleMethod))
def test_a_method_section_says_what_was_drawn_from_what(method: SampleMethod) -> None:
    definition = read_definition(kept(draw(PAPERS, plan(method, 3))))
    assert definition
    said = report(definition)
    assert said.startswith(REPORTS[method])
    assert "that meet these conditions: Outlet is Coast." in said
    assert "It was enlarged from 30 articles, with the same seed." in said
    assert said.endswith(
        "Drawn with Onrecord 1.0, by the SHA-256 of the seed and the id of each article: the lowest are drawn."
    )
