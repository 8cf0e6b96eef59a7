"""Lines of boilerplate are folded together, across the blank lines between them."""

from gui.article.folds import Fold, Folds
from gui.article.line_index import LineIndex
from tests.gui.article.texts import BOILERPLATE, FERRY, place


def test_lines_with_only_blanks_between_are_one_fold() -> None:
    folds = Folds(LineIndex(FERRY), BOILERPLATE)
    assert folds.all == (Fold(0, 2, 4, 2), Fold(8, 8, 10, 1), Fold(12, 14, None, 2))
    assert [fold.label for fold in folds.all][:2] == ["2 lines of boilerplate", "1 line of boilerplate"]


def test_the_blank_lines_behind_a_fold_hide_with_it() -> None:
    folds = Folds(LineIndex(FERRY), BOILERPLATE)
    assert [line for line in range(15) if folds.is_hidden(line)] == [0, 1, 2, 3, 8, 9, 12, 13, 14]


def test_what_was_open_stays_open_when_a_neighbour_becomes_boilerplate() -> None:
    folds = Folds(LineIndex(FERRY), BOILERPLATE)
    folds.turn(folds.all[1], is_open=True)
    wider = folds.reopened([*BOILERPLATE, place("Half of the pier")])
    assert [wider.is_open(fold) for fold in wider.all] == [False, True]


def test_an_article_of_boilerplate_alone_is_not_hidden_away() -> None:
    folds = Folds(LineIndex("\nRead more\n\nShare this"), [(1, 10), (12, 22)])
    assert not any(folds.is_hidden(line) for line in range(4))


def test_the_nearest_fold_is_the_one_around_the_line() -> None:
    folds = Folds(LineIndex(FERRY), BOILERPLATE)
    near = [folds.nearest(line) for line in (4, 7, 8, 14)]
    assert near == [folds.all[0], folds.all[1], folds.all[1], folds.all[2]]
    assert Folds(LineIndex(FERRY)).nearest(4) is None
