"""Every ink can be read on every ground, and lines are as long as in a book."""

import pytest

from gui.article.look import Look
from gui.article.mark_looks import LOOKS, Style
from gui.theme import contrast, theme


@pytest.fixture(params=["light", "dark"])
def look(request: pytest.FixtureRequest) -> Look:
    """Return the look in each appearance."""
    theme().choose(request.param)
    look = Look()
    theme().choose("light")
    return look


GROUNDS = sorted({each for row in LOOKS.values() for each in (row.ground, row.ground_of_two) if each})


@pytest.mark.parametrize("ground", GROUNDS)
def test_every_ink_can_be_read_on_every_ground(look: Look, ground: str) -> None:
    behind = look.format(Style(ground)).background().color().name()
    inks = (look.scheme.text, look.scheme.speaker, look.scheme.number, look.scheme.cue)
    assert min(contrast(ink, behind) for ink in inks) >= 4.5


def test_claims_that_overlap_and_the_chosen_one_are_told_apart(look: Look) -> None:
    grounds = [look.format(Style(ground)).background().color().name() for ground in GROUNDS]
    assert len(set(grounds)) == len(GROUNDS) == 5


def test_equal_styles_share_one_format(look: Look) -> None:
    assert look.format(Style("claim", "number")) is look.format(Style("claim", "number"))


@pytest.mark.parametrize("zoom", [-3, 0, 5])
def test_the_column_grows_with_the_letters(zoom: int) -> None:
    look = Look(zoom)
    assert 28 <= look.column / look.reading.pixelSize() <= 40
