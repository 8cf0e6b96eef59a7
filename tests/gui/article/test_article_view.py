"""The text shows its marks, selects what the coder means, and makes its requests in code points."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QTextCursor, QTextOption
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.article.article_pane import ArticlePane
from gui.article.article_view import ArticleView
from gui.article.marks import Mark
from gui.theme import DARK, LIGHT, fonts, theme
from models.entities import Role
from models.text.normalising import normalise
from models.text.trimming import snap
from tests.gui.article.texts import BOILERPLATE, FERRY, TITLE, grounds, highlighted, place
from tests.thorough import examples

SENTENCE = "The harbour board said on Monday that nearly 2,000 people a day would use the ferry."


def point_at(view: ArticleView, offset: int) -> QPoint:
    """The middle of the caret's place at an offset, in the viewport."""
    cursor = QTextCursor(view.document())
    cursor.setPosition(len(view.text[:offset].encode("utf-16-le")) // 2)
    return view.cursorRect(cursor).center()


def drag(view: ArticleView, start: int, end: int, modifier: Qt.KeyboardModifier) -> None:
    """Select with the mouse from one offset to another."""
    viewport, button = view.viewport(), Qt.MouseButton.LeftButton
    QTest.mousePress(viewport, button, modifier, point_at(view, start))
    QTest.mouseMove(viewport, point_at(view, end))
    QTest.mouseRelease(viewport, button, modifier, point_at(view, end))


def put_caret(view: ArticleView, offset: int) -> None:
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point_at(view, offset))


def selected(view: ArticleView) -> str:
    return view.text[slice(*view.selection())]


def lines_shown(view: ArticleView) -> list[str]:
    document = view.document()
    blocks = [document.findBlockByNumber(number) for number in range(document.blockCount())]
    return [block.text() for block in blocks if block.isVisible() and block.text().strip()]


# What is shown


def test_the_text_in_the_widget_is_the_text_that_was_given(view: ArticleView) -> None:
    assert view.document().toRawText().replace("\u2029", "\n") == FERRY == view.text


def test_marks_stand_on_their_own_characters_behind_an_emoji_too(view: ArticleView) -> None:
    view.records.put_marks(["content-1", "source-1", "cue-1", "number-1-span"], [])
    assert grounds(view) == [place("We have waited long enough 🚢,")]
    view.records.put_marks(["content-2"], [Mark("c", "s", Role.CONTENT, *place("Mrs. Oyelaran"))])
    assert grounds(view) == [place("Mrs. Oyelaran")]


def letters_of(view: ArticleView) -> list[tuple[object, float]]:
    """Where each letter stands in the document, in pixels from its left and upper edge."""
    layout = view.document().documentLayout()
    found = []
    block = view.document().begin()
    while block.isValid():
        top = layout.blockBoundingRect(block).top()
        for number in range(block.layout().lineCount()):
            line = block.layout().lineAt(number)
            places = range(line.textStart(), line.textStart() + line.textLength())
            found += [(line.cursorToX(place), top + line.y()) for place in places]
        block = block.next()
    return found


PUNCTUATED = "“Yes,” she said. To V. Ayling, A.W. Ty (who left) it was “far”, i.e. 1,171 r.p.m. — AV/To. " * 4


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=examples(30))
@given(
    st.sampled_from(Role),
    st.integers(0, len(FERRY) - 1),
    st.integers(1, 120),
    st.sampled_from([(FERRY, 400), (FERRY, 700), (PUNCTUATED, 500)]),
)
def test_no_letter_moves_when_a_record_comes_is_chosen_or_goes(
    view: ArticleView, role: Role, start: int, length: int, shown: tuple[str, int]
) -> None:
    text, width = shown
    view.show_article(text, "", "", "en", [], [])
    view.resize(width, 700)
    before = letters_of(view)
    start, end = snap(text, start, min(start + length, len(text)))
    view.records.put_marks([], [Mark("c", "s", role, start, end)] if start < end else [])
    assert letters_of(view) == before
    view.records.choose("c", scroll=False)
    assert letters_of(view) == before
    view.document().markContentsDirty(0, view.document().characterCount())
    assert letters_of(view) == before
    view.records.put_marks(["s"], [])
    assert letters_of(view) == before


def test_roles_differ_by_more_than_colour(view: ArticleView) -> None:
    worn = {view.text[each.start : each.end]: each for each in highlighted(view)}
    lines = {words: each.line for words, each in worn.items() if each.line}
    assert lines == {"nearly 2,000 people": "DashUnderline", "The harbour board": "SingleUnderline", "said": "DotLine"}
    assert worn["nearly 2,000 people"].ground == worn[" a day would use the ferry"].ground == LIGHT.claim
    assert worn["nearly 2,000 people"].ink == LIGHT.number


def test_the_chosen_record_is_stronger_and_gives_way_to_the_next(view: ArticleView) -> None:
    def strong() -> list[str]:
        return [view.text[start:end] for start, end in grounds(view, LIGHT.claim_selected)]

    view.records.choose("claim-1", scroll=False)
    assert strong() == ["nearly 2,000 people", " a day would use the ferry"]
    view.records.choose("claim-2", scroll=False)
    assert strong() == ["We have waited long enough 🚢,"]
    view.records.choose(None, scroll=False)
    assert strong() == []


def test_the_title_is_a_headline_and_the_rest_is_not(view: ArticleView) -> None:
    def size(words: str) -> int:
        cursor = QTextCursor(view.document().findBlock(place(words)[1]))
        cursor.movePosition(QTextCursor.MoveOperation.Right)
        return cursor.charFormat().font().pixelSize()

    assert size(TITLE) == fonts.heading_font().pixelSize() > fonts.reading_font().pixelSize()
    assert size("The harbour board") != size(TITLE)


def test_a_title_is_plain_text_whatever_it_looks_like(view: ArticleView) -> None:
    title = "<b>x</b><img src='file:///etc/passwd'>"
    view.show_article(f"{title}\n\nText.", title, title, "en", [], [])
    assert view.document().findBlockByNumber(0).text() == title
    view.grab()


def test_boilerplate_is_folded_and_shown_again(view: ArticleView) -> None:
    shown = lines_shown(view)
    assert [line[:12] for line in shown] == ["Ferry to ret", "The harbour ", "Half of the "]
    view.folding.set_folded(False)
    assert len(lines_shown(view)) == 8
    view.folding.set_folded(True)
    assert lines_shown(view) == shown


def test_a_click_on_the_label_of_a_fold_opens_it(view: ArticleView, qtbot: QtBot) -> None:
    place_of_label = next(view.labels.visible()).rect.center().toPoint()
    QTest.mouseMove(view.viewport(), place_of_label)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place_of_label)
    assert "Advertisement" in lines_shown(view)
    QTest.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, pos=next(view.labels.visible()).rect.center().toPoint()
    )
    assert "Advertisement" not in lines_shown(view)


def test_the_label_of_open_boilerplate_at_the_beginning_is_below_the_line_above_the_text(view: ArticleView) -> None:
    folded = next(view.labels.visible()).rect
    view.folding.set_folded(False)
    assert next(view.labels.visible()).rect == folded
    assert folded.top() >= view.display.header.height(view.display.look, view.display.text_width)


def test_boilerplate_that_is_corrected_is_shown(view: ArticleView) -> None:
    view.folding.set_boilerplate([each for each in BOILERPLATE if each != place("Sign up for our letter")])
    assert "Sign up for our letter" in lines_shown(view)
    view.folding.set_boilerplate([*BOILERPLATE, place(TITLE)])
    assert TITLE not in lines_shown(view)


def test_lines_that_are_folded_away_are_no_longer_selected(view: ArticleView, qtbot: QtBot) -> None:
    last = FERRY.rstrip().rsplit("\n", 1)[1]
    view.folding.set_boilerplate([])
    view.select(*place(last))
    view.folding.set_boilerplate([place(last)])
    assert last not in lines_shown(view)
    start, end = view.selection()
    assert start == end
    with qtbot.assertNotEmitted(view.requests.repeat_requested):
        view.requests.request_repeat()


def test_no_record_is_made_of_blanks(view: ArticleView, qtbot: QtBot) -> None:
    at = FERRY.index("\n\n")
    view.select(at, at + 2)
    with qtbot.assertNotEmitted(view.requests.claim_requested), qtbot.waitSignal(view.hinted):
        view.requests.request_claim()


def test_the_label_of_a_fold_at_the_end_is_shown_as_soon_as_its_place_is_in_sight(view: ArticleView) -> None:
    lines = [f"Line {number} of the text." for number in range(60)]
    text = "\n\n".join([*lines, "Follow us"])
    view.show_article(text, "", "", "en", [], [(len(text) - 9, len(text))])
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum())
    (label,) = view.labels.visible()
    bar.setValue(bar.maximum() - 5)
    (moved,) = view.labels.visible()
    assert moved.rect == label.rect.translated(0, 5)
    bar.setValue(0)
    assert not list(view.labels.visible())


def test_unfolded_boilerplate_is_dim(view: ArticleView) -> None:
    view.folding.set_folded(False)
    inks = {view.text[each.start : each.end]: each.ink for each in highlighted(view)}
    assert inks["Skip to content"] == inks["Read more"] == LIGHT.faint


def test_an_article_opens_at_its_very_top_wherever_the_one_before_was_left(view: ArticleView) -> None:
    long = "\n\n".join(["A line of text."] * 300)
    view.show_article(long, "", "The Ferry · 2 May", "en", [], [])
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    view.show_article("Menu\n\n" + long, "A title", "The Ferry · 3 May", "en", [], [(0, 4)])
    assert view.verticalScrollBar().value() == 0
    QTest.keyClick(view, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    view.show_article(long, "A line of text.", "The Ferry · 4 May", "en", [], [])
    assert view.verticalScrollBar().value() == 0


def test_what_is_chosen_from_afar_is_scrolled_into_sight_and_unfolded(view: ArticleView) -> None:
    view.show_article("\n\n".join(["A line of text."] * 300 + ["Menu"]), "", "", "en", [], [(5100, 5104)])
    view.records.put_marks([], [Mark("c", "s", Role.CONTENT, 5100, 5104)])
    view.records.choose("c", scroll=True)
    assert view.viewport().rect().contains(point_at(view, 5100))
    assert "Menu" in lines_shown(view)
    value = view.verticalScrollBar().value()
    view.records.choose("c", scroll=True)
    assert view.verticalScrollBar().value() == value


def test_what_is_selected_has_room_around_it(view: ArticleView) -> None:
    view.show_article("\n\n".join([f"Sentence number {n} of a long text." for n in range(200)]), "", "", "en", [], [])
    for _ in range(40):
        view.steps.select_next_sentence()
        line = view.cursorRect().height()
        assert view.viewport().rect().adjusted(0, 0, 0, -line // 2).contains(view.cursorRect())


def test_dark_colours_come_with_the_theme(view: ArticleView) -> None:
    theme().choose("dark")
    try:
        assert grounds(view, DARK.claim)
        assert not grounds(view, LIGHT.claim)
    finally:
        theme().choose("light")


def test_the_column_is_no_wider_than_can_be_read(view: ArticleView) -> None:
    view.resize(1600, 700)
    wide = view.viewport().width()
    view.resize(1900, 700)
    assert view.viewport().width() == wide
    view.show_article("word " * 200, "", "", "en", [], [])
    view.grab()
    layout = view.document().firstBlock().layout()
    assert all(60 <= layout.lineAt(number).textLength() <= 80 for number in range(layout.lineCount() - 1))
    assert abs(view.viewport().geometry().center().x() - view.width() // 2) <= view.verticalScrollBar().width()


def test_lines_break_inside_words_only_where_a_word_has_no_end(view: ArticleView) -> None:
    view.show_article("x" * 30_000, "", "", "en", [], [])
    view.grab()
    layout = view.document().firstBlock().layout()
    assert view.wordWrapMode() is QTextOption.WrapMode.WrapAnywhere
    assert layout.lineCount() > 100
    assert max(layout.lineAt(number).naturalTextWidth() for number in range(100)) <= view.viewport().width()
    view.show_article(FERRY, "", "", "en", [], [])
    assert view.wordWrapMode() is QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere


def test_a_record_of_very_many_lines_is_marked_where_it_is_in_sight_and_elsewhere_when_it_comes_in_sight(
    view: ArticleView,
) -> None:
    lines = "\n".join(["A line."] * 1000)
    view.show_article(lines, "", "", "en", [], [])
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    view.records.put_marks([], [Mark("c", "s", Role.CONTENT, 0, len(lines))])
    view.grab()
    first = view.cursorForPosition(QPoint(40, 5)).block()
    assert first.layout().formats()
    assert not view.document().firstBlock().layout().formats()
    view.verticalScrollBar().setValue(0)
    view.grab()
    assert view.document().firstBlock().layout().formats()
    assert grounds(view) == [(8 * number, 8 * number + 7) for number in range(1000)]


def test_zoom_keeps_the_marks_and_goes_back(view: ArticleView) -> None:
    before, marks = view.document().defaultFont().pixelSize(), highlighted(view)
    view.display.zoom(2)
    assert view.document().defaultFont().pixelSize() > before
    assert highlighted(view) == marks
    view.display.reset_zoom()
    assert view.document().defaultFont().pixelSize() == before


def test_an_article_can_be_taken_away(view: ArticleView) -> None:
    view.clear_article()
    assert (view.text, view.selection()) == ("", (0, 0))
    view.grab()


# What is selected


def test_a_selection_by_mouse_is_trimmed_of_blanks_and_snapped_to_words(view: ArticleView) -> None:
    start, end = place("early 2,000 peop")
    drag(view, start, end, Qt.KeyboardModifier.NoModifier)
    assert selected(view) == "nearly 2,000 people" == view.textCursor().selectedText()


def test_alt_keeps_a_selection_by_mouse_exact(view: ArticleView) -> None:
    stretch = place("early 2,000 peop")
    drag(view, *stretch, Qt.KeyboardModifier.AltModifier)
    assert view.selection() == stretch


def test_a_second_drag_that_begins_inside_the_selection_is_a_new_selection(view: ArticleView) -> None:
    drag(view, *place("2,000 people a day"), Qt.KeyboardModifier.NoModifier)
    drag(view, *place("people a"), Qt.KeyboardModifier.NoModifier)
    assert selected(view) == "people a"


def test_a_double_click_selects_the_word_and_a_third_the_sentence(view: ArticleView) -> None:
    spot = point_at(view, place("2,000")[0] + 2)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert selected(view) == "2,000"
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert selected(view) == SENTENCE


def test_the_caret_moves_by_keys_and_steps_over_folds(view: ArticleView) -> None:
    assert view.selection()[0] == place(TITLE)[0]
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert view.selection()[0] == place(TITLE)[0]
    put_caret(view, place("Oyelaran said.")[1])
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.selection()[0] == place("Half of")[0]
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert view.selection()[0] == place("\n\nSign up")[0] + 1


def test_shift_and_arrows_select_and_other_end_can_be_moved(view: ArticleView) -> None:
    put_caret(view, place("2,000")[0])
    for _ in range(2):
        QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier)
    view.steps.swap_selection_end()
    QTest.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier)
    assert selected(view).startswith("nearly 2,000")


def test_alt_keeps_a_selection_by_keys_exact(view: ArticleView) -> None:
    put_caret(view, place("Monday")[0])
    for _ in range(3):
        QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.AltModifier)
    assert selected(view) == "Mon"
    QTest.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert selected(view) == "Monday"


def test_sentences_follow_one_another_without_boilerplate(view: ArticleView) -> None:
    found = []
    for _ in range(5):
        view.steps.select_next_sentence()
        found.append(selected(view).split()[0])
    assert found == ["Ferry", "The", "“We", "Half", "Half"]
    view.steps.select_previous_sentence()
    assert selected(view).startswith("“We")


def test_words_inside_a_sentence_take_few_keys(view: ArticleView) -> None:
    view.steps.select_next_sentence()
    view.steps.select_next_sentence()
    for _ in range(7):
        view.steps.start_later()
    view.steps.end_earlier()
    assert selected(view) == "nearly 2,000 people a day would use the ferry"
    view.steps.start_earlier()
    view.steps.end_earlier()
    view.steps.end_later()
    assert selected(view) == "that nearly 2,000 people a day would use the ferry"


def test_escape_clears_the_selection_and_then_leaves(view: ArticleView, qtbot: QtBot) -> None:
    view.steps.select_next_sentence()
    with qtbot.assertNotEmitted(view.escaped):
        QTest.keyClick(view, Qt.Key.Key_Escape)
    assert not view.textCursor().hasSelection()
    with qtbot.waitSignal(view.escaped):
        QTest.keyClick(view, Qt.Key.Key_Escape)


def test_what_is_copied_is_the_articles_own_text(view: ArticleView) -> None:
    view.show_article("5\u00a0km\nnorth", "", "", "en", [], [])
    view.selectAll()
    view.copy()
    assert QApplication.clipboard().text() == "5\u00a0km\nnorth"


# What is asked for


VERBS = ["claim", "number", "speaker", "cue", "part", "boundaries"]


@pytest.mark.parametrize("verb", VERBS)
def test_each_verb_asks_for_the_selection(view: ArticleView, qtbot: QtBot, verb: str) -> None:
    view.select(*place("We have waited long enough 🚢,"))
    with qtbot.waitSignal(getattr(view.requests, f"{verb}_requested")) as asked:
        getattr(view.requests, f"request_{verb}")()
    assert asked.args == list(place("We have waited long enough 🚢,"))


@pytest.mark.parametrize(("verb", "words"), [("claim", SENTENCE), ("speaker", "2,000"), ("cue", "2,000"), ("part", "")])
def test_without_a_selection_a_verb_takes_what_is_at_the_caret_or_says_so(
    view: ArticleView, qtbot: QtBot, verb: str, words: str
) -> None:
    put_caret(view, place("2,000")[0] + 1)
    signal = getattr(view.requests, f"{verb}_requested") if words else view.hinted
    with qtbot.waitSignal(signal) as asked:
        getattr(view.requests, f"request_{verb}")()
    assert asked.args == (list(place(words)) if words else ["Select the words first."])


def record(view: ArticleView, words: str, role: Role = Role.CONTENT) -> None:
    """Show words as recorded and chosen, as the window does when they were selected and C or N was pressed."""
    view.select(*place(words))
    view.records.put_marks([], [Mark("c", "s", role, *place(words))])
    view.records.choose("c", scroll=False)


def test_the_next_number_is_asked_for_from_the_beginning_of_the_word_at_the_caret(
    view: ArticleView, qtbot: QtBot
) -> None:
    put_caret(view, place("2,000")[0] + 2)
    with qtbot.waitSignal(view.requests.number_requested) as asked:
        view.requests.request_number()
    assert asked.args == [place("2,000")[0]] * 2


def test_a_selection_gives_way_to_the_mark_it_has_become(view: ArticleView) -> None:
    record(view, "on Monday that")
    assert view.selection() == (place("on Monday that")[0],) * 2


def test_from_a_record_the_next_sentence_follows_it_and_the_one_before_precedes_it(view: ArticleView) -> None:
    record(view, "on Monday that")
    view.steps.select_next_sentence()
    assert selected(view).startswith("“We")
    record(view, "We have waited")
    for begins in ("The harbour", "Ferry to return", "Ferry to return"):
        view.steps.select_previous_sentence()
        assert selected(view).startswith(begins)


def test_a_selection_that_gives_way_does_not_choose_what_ends_where_it_ended(view: ArticleView, qtbot: QtBot) -> None:
    stretch = place("that nearly 2,000 people")
    view.select(*stretch)
    with qtbot.assertNotEmitted(view.records.record_selected):
        view.records.put_marks([], [Mark("claim-1", "content-1", Role.CONTENT, *stretch)])


def test_the_ends_of_a_chosen_record_are_moved_until_b_sets_them(view: ArticleView, qtbot: QtBot) -> None:
    record(view, "said on Monday that")
    with qtbot.waitSignal(view.records.record_selected) as chosen:
        view.steps.start_later()
    assert chosen.args == ["c", "s"]
    assert selected(view) == "on Monday that"
    for left in ("Monday that", "that", "that"):
        view.steps.start_later()
        assert selected(view) == left


def test_every_key_acts_on_the_selection_when_there_is_one(view: ArticleView) -> None:
    record(view, "said on Monday that")
    view.select(*place("Half of the pier, she"))
    view.steps.end_earlier()
    assert selected(view) == "Half of the pier"
    view.steps.start_later()
    assert selected(view) == "of the pier"


def test_without_a_selection_a_step_by_word_takes_the_word_at_the_caret_and_no_more(view: ArticleView) -> None:
    for step in ("end_later", "end_earlier", "start_later", "start_earlier"):
        put_caret(view, place("Monday")[0] + 2)
        getattr(view.steps, step)()
        assert selected(view) == "Monday"


def test_clauses_are_selected_behind_and_before_a_chosen_record(view: ArticleView) -> None:
    record(view, "Half of the pier")
    view.steps.start_next_clause()
    assert selected(view).startswith("she added, had been rebuilt")
    record(view, "the rest would follow")
    view.steps.end_previous_clause()
    assert selected(view) == "Half of the pier"


def test_a_record_chosen_from_afar_takes_the_caret_but_no_selection(view: ArticleView) -> None:
    view.select(*place("Monday"))
    view.records.choose("claim-2", scroll=True)
    assert selected(view) == "Monday"
    view.select(0, 0)
    view.records.choose("claim-1", scroll=True)
    assert view.selection() == (place("nearly 2,000")[0],) * 2


def test_a_verb_pressed_twice_asks_once(view: ArticleView, qtbot: QtBot) -> None:
    record(view, "on Monday that")
    with qtbot.assertNotEmitted(view.requests.claim_requested):
        view.requests.request_claim()


def test_a_title_that_only_shortens_the_first_words_is_not_shown_a_second_time(view: ArticleView) -> None:
    view.show_article("The board met on Monday and said nothing.", "The board met on Monday …", "", "en", [], [])
    without = view.document().rootFrame().frameFormat().topMargin()
    view.show_article("The board met on Monday and said nothing.", "A silent board", "", "en", [], [])
    assert view.document().rootFrame().frameFormat().topMargin() > without


def test_a_title_that_is_edited_stands_above_the_text_and_one_from_the_text_in_it(view: ArticleView) -> None:
    top = point_at(view, place(SENTENCE)[0]).y()
    view.display.set_details("Another title", "COAST GAZETTE")
    assert point_at(view, place(SENTENCE)[0]).y() > top
    view.display.set_details(TITLE, "COAST GAZETTE · 2 March 2024")
    assert point_at(view, place(SENTENCE)[0]).y() == top


def test_boilerplate_is_asked_for_by_whole_lines(view: ArticleView, qtbot: QtBot) -> None:
    put_caret(view, place("she added")[0])
    with qtbot.waitSignal(view.requests.boilerplate_requested) as asked:
        view.requests.request_boilerplate()
    assert FERRY[slice(*asked.args)].startswith("Half of the pier")
    assert FERRY[slice(*asked.args)].endswith("latest”.")
    view.select(place("long enough")[0], place("the pier")[1])
    with qtbot.waitSignal(view.requests.boilerplate_requested) as asked:
        view.requests.request_boilerplate()
    assert asked.args == [place(SENTENCE)[0], place("latest”.")[1]]


def test_the_caret_chooses_the_innermost_record(view: ArticleView) -> None:
    told: list[tuple[str, str]] = []
    view.records.record_selected.connect(lambda *record: told.append(record))
    put_caret(view, place("2,000")[0])
    put_caret(view, place("would use")[0])
    put_caret(view, place("on Monday")[0] + 4)
    assert told == [("number-1", "number-1-span"), ("claim-1", "content-1"), ("", "")]


def test_a_selection_chooses_nothing(view: ArticleView, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(view.records.record_selected):
        drag(view, *place("on Monday that nearly"), Qt.KeyboardModifier.NoModifier)
        view.steps.select_next_sentence()


def test_a_caret_tells_again_after_another_record_was_chosen_elsewhere(view: ArticleView, qtbot: QtBot) -> None:
    put_caret(view, place("would use")[0])
    view.records.choose("claim-2", scroll=False)
    with qtbot.waitSignal(view.records.record_selected) as chosen:
        put_caret(view, place("would use")[0] + 1)
    assert chosen.args == ["claim-1", "content-1"]


# Any text at all


LETTERS = st.one_of(
    st.characters(exclude_categories=["Cs"]),
    st.sampled_from("\n\u00a0\u200d\u0301\u2028\u2029\u05d0\u0627\u202e🚢👩🏽‍🚒🇪🇺\r\0\ufdd0 a"),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=examples(20))
@given(st.lists(st.tuples(st.sets(st.integers(0, 14)), st.booleans(), st.integers(0, len(FERRY))), max_size=6))
def test_boilerplate_comes_and_goes_and_the_caret_is_never_in_the_dark(
    view: ArticleView, steps: list[tuple[set[int], bool, int]]
) -> None:
    lines = FERRY.split("\n")
    starts = [sum(len(line) + 1 for line in lines[:number]) for number in range(len(lines))]
    view.show_article(FERRY, TITLE, "", "en", [], [])
    for numbers, folded, caret in steps:
        view.select(caret, caret)
        boilerplate = {number for number in numbers if lines[number]}
        view.folding.set_boilerplate([(starts[number], starts[number] + len(lines[number])) for number in boilerplate])
        view.folding.set_folded(folded)
        whole = boilerplate >= {number for number, line in enumerate(lines) if line}
        expected = [
            line for number, line in enumerate(lines) if line and (number not in boilerplate or not folded or whole)
        ]
        assert lines_shown(view) == expected
        assert view.textCursor().block().isVisible()
        view.grab()
        assert view.document().toRawText().replace("\u2029", "\n") == FERRY


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=examples(30))
@given(st.data())
def test_any_stretch_of_any_text_is_selected_and_highlighted_to_the_letter(
    view: ArticleView, data: st.DataObject
) -> None:
    text = normalise(data.draw(st.text(LETTERS, min_size=1, max_size=60))) or "x"
    start, end = sorted(data.draw(st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))))
    view.show_article(text, "", "", "en", [], [])
    assert view.document().toRawText().replace("\u2029", "\n") == text
    view.select(start, end)
    assert view.selection() == (start, end)
    view.records.put_marks([], [Mark("c", "s", Role.CONTENT, start, end)] if start < end else [])
    shown = "".join(text[each.start : each.end] for each in highlighted(view))
    assert shown == text[start:end].replace("\n", "")


@pytest.mark.parametrize("times", [1, 40], ids=["short", "long"])
def test_a_pane_that_grows_at_the_end_of_the_text_moves_it_at_once_and_not_at_the_next_click(
    pane: ArticlePane, view: ArticleView, times: int
) -> None:
    view.show_article("\n\n".join([FERRY] * times), TITLE, "", "en", (), ())
    pane.resize(620, 220)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    pane.resize(620, 280)
    pane.grab()
    place = view.verticalScrollBar().value()
    assert place == view.verticalScrollBar().maximum()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.viewport().rect().center())
    assert view.verticalScrollBar().value() == place
    assert abs(view.document().size().height() - view.viewport().height() - place) <= 1


@pytest.mark.parametrize("key", [QKeySequence("Ctrl+V"), QKeySequence("Shift+Ins")], ids=QKeySequence.toString)
def test_who_pastes_into_the_text_is_told_how_a_new_article_is_made_of_it(
    view: ArticleView, qtbot: QtBot, key: QKeySequence
) -> None:
    with qtbot.waitSignal(view.hinted) as said:
        QTest.keySequence(view, key)
    assert said.args and "Ctrl+Shift+V" in said.args[0]


@pytest.fixture
def below(pane: ArticlePane, qtbot: QtBot) -> tuple[QWidget, QWidget]:
    """Return a window with a long article in it, and what can be shown above the article; it is hidden."""
    window, above = QWidget(), QWidget()
    qtbot.addWidget(window)
    above.setFixedHeight(60)
    above.hide()
    column = QVBoxLayout(window)
    column.addWidget(above)
    column.addWidget(pane)
    window.resize(700, 600)
    pane.view.show_article("\n\n".join([FERRY] * 10), TITLE, "", "en", (), ())
    with qtbot.waitExposed(window):
        window.show()
    window.grab()
    return window, above


def show_above(below: tuple[QWidget, QWidget], *, shown: bool) -> None:
    """Show or hide what is above the article."""
    window, above = below
    above.setVisible(shown)
    layout = window.layout()
    assert layout
    layout.activate()


def seen_at(view: ArticleView, offset: int) -> int:
    """Return how far below the top of the window a place of the text is seen."""
    return view.viewport().mapTo(view.window(), point_at(view, offset)).y()


@pytest.mark.parametrize("share", [2, 1], ids=["in the middle", "at the end"])
def test_the_text_stays_where_it_is_when_a_notice_comes_and_goes_above_it(
    below: tuple[QWidget, QWidget], view: ArticleView, share: int
) -> None:
    end = round(view.document().size().height()) - view.viewport().height()
    view.verticalScrollBar().setValue(end // share)
    offset = view.lines_in_sight()[1] - 100
    place = seen_at(view, offset)
    for shown in (True, False):
        show_above(below, shown=shown)
        assert seen_at(view, offset) == place


def test_a_notice_covers_neither_the_title_nor_the_line_of_the_caret(
    below: tuple[QWidget, QWidget], view: ArticleView
) -> None:
    show_above(below, shown=True)
    assert view.scrolling.at_top
    show_above(below, shown=False)
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    view.setTextCursor(view.cursorForPosition(QPoint(100, 20)))
    show_above(below, shown=True)
    assert view.viewport().rect().contains(view.cursorRect())
