"""Finding words in the article: the match is selected while the coder types."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit

from gui.article.article_pane import ArticlePane
from tests.gui.article.texts import FERRY, place


def type_into(pane: ArticlePane, words: str) -> QLineEdit:
    pane.find()
    line = pane.findChild(QLineEdit, "find_in_article")
    assert isinstance(line, QLineEdit)
    QTest.keyClicks(line, words)
    return line


def said(pane: ArticlePane) -> list[str]:
    return [label.text() for label in pane.find_bar.findChildren(QLabel)]


def test_the_match_is_selected_as_one_types(pane: ArticlePane) -> None:
    type_into(pane, "ENOUGH")
    assert pane.view.selection() == place("enough")
    assert said(pane) == ["1 of 1"]


def test_enter_goes_on_and_shift_enter_back_and_both_go_round(pane: ArticlePane) -> None:
    line = type_into(pane, "said")
    first, second = place("said"), (FERRY.rindex("said"), FERRY.rindex("said") + 4)
    assert pane.view.selection() == first
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert (pane.view.selection(), said(pane)) == (second, ["2 of 2"])
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert pane.view.selection() == first
    QTest.keyClick(line, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert pane.view.selection() == second


def test_escape_returns_to_the_text_with_the_match_selected_to_the_letter(pane: ArticlePane) -> None:
    line = type_into(pane, "oyelar")
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert pane.find_bar.isHidden()
    assert pane.view.selection() == (place("Oyelar"))
    assert pane.view.extraSelections() == []


def test_a_match_outside_of_folded_boilerplate_comes_first(pane: ArticlePane) -> None:
    type_into(pane, "sign up for our")
    assert said(pane) == ["1 of 1"]
    type_into(pane, "for")
    assert FERRY.count("for") == 2
    assert (said(pane), pane.view.selection()[0]) == (["1 of 2"], FERRY.index("for"))
    pane.view.folding.set_folded(True)
    type_into(pane, "for")
    assert (said(pane), pane.view.selection()[0]) == (["1 of 1"], FERRY.rindex("for"))


def test_a_match_in_folded_boilerplate_is_unfolded(pane: ArticlePane) -> None:
    type_into(pane, "read more")
    assert pane.view.textCursor().block().isVisible()


def test_what_is_not_there_is_said(pane: ArticlePane) -> None:
    type_into(pane, "submarine")
    assert said(pane) == ["Not found"]


def test_the_selected_words_are_looked_for_at_once(pane: ArticlePane) -> None:
    pane.view.select(*place("harbour"))
    type_into(pane, "")
    assert said(pane) == ["1 of 2"] or said(pane) == ["2 of 2"]


def test_a_hint_stands_in_the_foot_for_a_while(pane: ArticlePane) -> None:
    assert pane.foot.isHidden()
    pane.view.requests.request_part()
    assert pane.foot.text() == "Select the words first."
    pane._hinting.timeout.emit()
    assert pane.foot.isHidden()


def test_no_hint_however_long_makes_the_pane_wider(pane: ArticlePane) -> None:
    narrowest = pane.minimumSizeHint().width()
    pane.hint("There is no claim before this one in the article. " * 5)
    assert pane.foot.isVisibleTo(pane)
    assert pane.minimumSizeHint().width() == narrowest
