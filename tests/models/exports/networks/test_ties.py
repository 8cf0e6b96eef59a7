"""The ties of small networks, worked out by hand.

The claims are these; a sign says whether a claim is answered with yes or no, and each is about a topic:

    Ann   wall+ wall+ ferry-
    Bob   wall- wall+ ferry-
    Cleo  wall- tolls+
"""

from datetime import date
from math import sqrt

import pytest

from models.errors import OnrecordError
from models.exports.networks.mentions import Mention
from models.exports.networks.selecting import frequent, periods, without_duplicates
from models.exports.networks.settings import (
    Duplicates,
    NetworkOptions,
    Normalisation,
    Relation,
    Unit,
    expect_possible,
)
from models.exports.networks.ties import ties

SAID = {"Ann": "wall+ wall+ ferry-", "Bob": "wall- wall+ ferry-", "Cleo": "wall- tolls+"}
MENTIONS = [
    Mention(speaker, topic[:-1], topic[-1] == "+", None, "article")
    for speaker, topics in SAID.items()
    for topic in topics.split()
]


def mention(
    row: str = "Ann", column: str = "wall", day: str | None = None, article: str = "1", affirms: bool | None = True
) -> Mention:
    return Mention(row, column, affirms, date.fromisoformat(day) if day else None, article)


def weights(mentions: list[Mention] = MENTIONS, **options: object) -> dict[str, float]:
    """Return the weight of each tie, by the initials of its ends."""
    chosen = NetworkOptions(judged_by="agrees", **options)  # type: ignore[arg-type]
    expect_possible(chosen)
    return {"".join(end[0] for end in tie.ends): tie.weight for tie in ties(mentions, chosen)}


TWO_MODES: dict[Relation, dict[str, float]] = {
    Relation.ALL: {"Aw": 2, "Af": 1, "Bw": 2, "Bf": 1, "Cw": 1, "Ct": 1},
    Relation.SUBTRACT: {"Aw": 2, "Af": -1, "Bw": 0, "Bf": -1, "Cw": -1, "Ct": 1},
    Relation.COMBINE: {"Aw": 1, "Af": 2, "Bw": 3, "Bf": 2, "Cw": 2, "Ct": 1},
}


@pytest.mark.parametrize(("relation", "expected"), TWO_MODES.items())
def test_speakers_are_tied_to_topics(relation: Relation, expected: dict[str, float]) -> None:
    assert weights(relation=relation) == expected


ONE_MODE: dict[Relation, dict[str, float]] = {
    # Ann and Bob share the wall (2 × 2) and the ferry (1 × 1); both share the wall with Cleo (2 × 1).
    Relation.ALL: {"AB": 5, "AC": 2, "BC": 2},
    # The wall: Ann's two yes with Bob's one yes, and nobody's no with Ann's none; the ferry: no with no.
    Relation.CONGRUENCE: {"AB": 3, "AC": 0, "BC": 1},
    Relation.CONFLICT: {"AB": 2, "AC": 2, "BC": 1},
    Relation.SUBTRACT: {"AB": 1, "AC": -2, "BC": 0},
}


@pytest.mark.parametrize(("relation", "expected"), ONE_MODE.items())
def test_speakers_are_tied_by_the_topics_that_they_share(relation: Relation, expected: dict[str, float]) -> None:
    assert weights(one_mode=True, relation=relation) == expected


def test_congruence_and_conflict_are_all_pairs_if_every_claim_is_answered() -> None:
    for tie in ties(MENTIONS, NetworkOptions(one_mode=True, judged_by="agrees")):
        assert tie.agree + tie.differ == tie.mentions == tie.weight


NORMALISED: dict[tuple[Relation, Normalisation], dict[str, float]] = {
    (Relation.ALL, Normalisation.ACTIVITY): {
        **{"Aw": 2 / 3, "Af": 1 / 3, "Bw": 2 / 3},
        **{"Bf": 1 / 3, "Cw": 1 / 2, "Ct": 1 / 2},
    },
    (Relation.ALL, Normalisation.PROMINENCE): {
        "Aw": 2 / 5,
        "Af": 1 / 2,
        "Bw": 2 / 5,
        "Bf": 1 / 2,
        "Cw": 1 / 5,
        "Ct": 1,
    },
    (Relation.CONGRUENCE, Normalisation.AVERAGE): {"AB": 3 / 3, "AC": 0, "BC": 1 / 2.5},
    (Relation.CONFLICT, Normalisation.AVERAGE): {"AB": 2 / 3, "AC": 2 / 2.5, "BC": 1 / 2.5},
    # Ann: wall+ 2, ferry- 1. Bob: wall- 1, wall+ 1, ferry- 1. In common: 2 × 1 + 1 × 1; Bob alone: wall- 1.
    # Ann and Cleo have no cell in common: 3 + 2. Bob and Cleo: wall- 1 × 1; alone: 2 and 1.
    (Relation.CONGRUENCE, Normalisation.JACCARD): {"AB": 3 / 4, "AC": 0, "BC": 1 / 4},
    # Without answers. Ann and Bob: wall 2 × 2, ferry 1 × 1. With Cleo: the wall 2 × 1; alone: ferry 1 and tolls 1.
    (Relation.ALL, Normalisation.JACCARD): {"AB": 5 / 5, "AC": 2 / 4, "BC": 2 / 4},
    (Relation.ALL, Normalisation.COSINE): {"AB": 1, "AC": 2 / sqrt(5 * 2), "BC": 2 / sqrt(5 * 2)},
    (Relation.SUBTRACT, Normalisation.COSINE): {"AB": 1 / sqrt(5 * 3), "AC": -2 / sqrt(5 * 2), "BC": 0},
}


@pytest.mark.parametrize(("chosen", "expected"), NORMALISED.items(), ids=str)
def test_weights_are_normalised(chosen: tuple[Relation, Normalisation], expected: dict[str, float]) -> None:
    relation, normalisation = chosen
    one_mode = len(expected) == 3
    assert weights(one_mode=one_mode, relation=relation, normalisation=normalisation) == pytest.approx(expected)


@pytest.mark.parametrize(
    "options",
    [
        NetworkOptions(relation=Relation.SUBTRACT),
        NetworkOptions(relation=Relation.CONGRUENCE, judged_by="agrees"),
        NetworkOptions(relation=Relation.COMBINE, judged_by="agrees", one_mode=True),
        NetworkOptions(relation=Relation.COMBINE, judged_by="agrees", normalisation=Normalisation.ACTIVITY),
        NetworkOptions(normalisation=Normalisation.COSINE),
        NetworkOptions(normalisation=Normalisation.ACTIVITY, one_mode=True),
        NetworkOptions(since="23/01/2015"),
    ],
)
def test_choices_that_do_not_go_together_are_refused(options: NetworkOptions) -> None:
    with pytest.raises(OnrecordError):
        expect_possible(options)


REPEATED = [
    *(mention(day="2015-01-01"), mention(day="2015-01-01"), mention(day="2015-01-01", affirms=False)),
    *(mention(day="2015-01-04", article="2"), mention(day="2015-01-05", article="3")),
    *(mention(day="2016-01-05", article="4"), mention(article="5"), mention(article="5")),
]
"""A Thursday, the Sunday and the Monday after it, a year later, and an article without a date."""

ONCE = {
    Duplicates.INCLUDE: 8,
    Duplicates.ARTICLE: 5,
    Duplicates.WEEK: 4,
    Duplicates.MONTH: 3,
    Duplicates.YEAR: 3,
    Duplicates.ALL: 1,
}


@pytest.mark.parametrize(("duplicates", "count"), ONCE.items())
def test_mentions_that_repeat_others_are_counted_once_for_each_period(duplicates: Duplicates, count: int) -> None:
    assert len(without_duplicates(REPEATED, NetworkOptions(duplicates=duplicates))) == count


def test_a_yes_and_a_no_do_not_repeat_each_other_where_answers_count() -> None:
    options = NetworkOptions(judged_by="agrees", relation=Relation.SUBTRACT, duplicates=Duplicates.ALL)
    assert [each.affirms for each in without_duplicates(REPEATED, options)] == [True, False]


def test_rare_nodes_are_left_out_on_both_sides() -> None:
    kept = frequent(MENTIONS, 2)
    assert {(each.row, each.column) for each in kept} == {
        *(("Ann", "wall"), ("Ann", "ferry"), ("Bob", "wall"), ("Bob", "ferry"), ("Cleo", "wall")),
    }
    assert {each.row for each in frequent(MENTIONS, 3)} == {"Ann", "Bob"}


DATED = [mention(day=day) for day in ("2014-12-31", "2015-01-01", "2015-02-28", "2015-04-01")]
PERIODS = {
    (Unit.YEAR, 1): {"2014": 1, "2015": 3},
    (Unit.MONTH, 1): {"2014-12": 1, "2015-01": 1, "2015-02": 1, "2015-04": 1},
    (Unit.MONTH, 3): {"2014-12 to 2015-02": 3, "2015-01 to 2015-03": 2, "2015-02 to 2015-04": 2},
    (Unit.WEEK, 1): {"2015-W01": 2, "2015-W09": 1, "2015-W14": 1},
    (Unit.YEAR, 5): {"2014 to 2018": 4},
    (Unit.DAY, 1): {"2014-12-31": 1, "2015-01-01": 1, "2015-02-28": 1, "2015-04-01": 1},
}


@pytest.mark.parametrize(("chosen", "expected"), PERIODS.items(), ids=str)
def test_each_period_with_mentions_has_a_network(chosen: tuple[Unit, int], expected: dict[str, int]) -> None:
    assert {each.name: len(each.mentions) for each in periods(DATED, *chosen)} == expected


def test_too_many_periods_are_refused() -> None:
    with pytest.raises(OnrecordError):
        list(periods([mention(day="1915-01-01"), mention(day="2015-01-01")], Unit.DAY, 1))
