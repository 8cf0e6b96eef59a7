"""Every ink can be read on every ground, and lines are as long as in a book."""

import pytest

from gui.article.look import Look
from gui.article.marks import Ground, Style
from gui.theme import contrast, theme


@pytest.fixture(params=["light", "dark"])
def look(request: pytest.FixtureRequest) -> Look:
    """Return the look in each appearance."""
    theme().choose(request.param)
    look = Look()
    theme().choose("light")
    return look


@pytest.mark.parametrize("ground", [each for each in Ground if each is not Ground.BARE])
def test_every_ink_can_be_read_on_every_ground(look: Look, ground: Ground) -> None:
    behind = look.format(Style(ground)).background().color().name()
    inks = (look.scheme.text, look.scheme.speaker, look.scheme.number, look.scheme.cue)
    assert min(contrast(ink, behind) for ink in inks) >= 4.5


def test_every_ink_can_be_read_on_a_match(look: Look) -> None:
    inks = (look.scheme.text, look.scheme.speaker, look.scheme.number, look.scheme.cue)
    assert min(contrast(ink, look.scheme.found) for ink in inks) >= 4.5


def test_claims_that_overlap_and_the_chosen_one_are_told_apart(look: Look) -> None:
    grounds = [look.format(Style(ground)).background().color().name() for ground in Ground if ground]
    assert len(set(grounds)) == 3  # what is linked to the chosen claim has the tint of a claim


def test_equal_styles_share_one_format(look: Look) -> None:
    assert look.format(Style(Ground.CLAIM, number=True)) is look.format(Style(Ground.CLAIM, number=True))


@pytest.mark.parametrize("zoom", [-3, 0, 5])
def test_the_column_grows_with_the_letters(zoom: int) -> None:
    look = Look(zoom)
    assert 28 <= look.column / look.reading.pixelSize() <= 40
