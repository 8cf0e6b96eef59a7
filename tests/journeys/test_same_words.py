"""The same words are the same wherever people type them to find something: in every search, filter and completion."""

import importlib
import pkgutil
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from enum import StrEnum
from inspect import getmembers, isclass, isfunction
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QToolButton, QTreeWidgetItem
from pytestqt.qtbot import QtBot

import gui
import models.attributes
import models.lines
import models.store
from gui.article.find_bar import FindBar
from gui.editors.answer_offers import CodebookOffers, OfferedAnswer
from gui.editors.line_editor import LineEditor
from gui.editors.offer_list import OfferList
from gui.editors.offers import ChoiceOffers, KnownOffers, Offers, SpeakerOffers
from gui.tables import RemarksPanel
from gui.tables.groups_list import GroupsList
from gui.tables.panel import TablePanel
from gui.tables.project_model import ProjectTableModel
from gui.widgets.drop_down import DropDown
from gui.widgets.search_line import SearchLine
from gui.widgets.typed_letters import TypedLetters
from models.attributes.built_in import attribute
from models.attributes.kinds import OneOf
from models.codebook.codebook import Codebook
from models.codebook.kinds.choices import OneChoice
from models.edits import Edit, made
from models.entities import Article, Choice, Claim, Number, Qualifier, Role, Span, Speaker, Subject, Variable
from models.ids import new_id
from models.registry import Registry
from models.store import Store
from tests.example import content, signed
from tests.journeys.desk import CTRL, SHIFT, Desk
from tests.waiting import let_read

NAME = "Café Straße İstanbul"
OTHER = "Harbour of Bergen"

PROBES = {
    **dict.fromkeys(("cafe", "café", "cafe\u0301", "CAFÉ", "Cafe"), "accents and capitals"),
    **dict.fromkeys(("Straße", "strasse", "STRASSE"), "sharp s"),
    **dict.fromkeys(("İstanbul", "istanbul", "ISTANBUL", "I\u0307stanbul"), "dotted capital I"),
    **dict.fromkeys(("afé", "afe", "rass", "ße", "tanb"), "a part of a word"),
    **dict.fromkeys(("cafe strasse", "café straße istanbul", "afe str"), "two words, or their parts"),
    **dict.fromkeys(("  cafe ", "cafe   strasse"), "blanks around and between"),
}
IN_ANY_ORDER = ("strasse cafe", "tanb afé")
NOWHERE = ("coffee", "cafes", "cafe bergen", "strase")


@pytest.fixture(params=["NFC", "NFD"])
def at_names(desk: Desk, tmp_path: Path, request: pytest.FixtureRequest) -> Desk:
    """Return a desk at a project with the name, composed or decomposed, and the other in every place."""
    store = Store.create(tmp_path / "names.onrecord")
    for name in (unicodedata.normalize(request.param, NAME), OTHER):
        text = content(f"It was in {name} that they met.")
        article, speaker = Article(content=text.sha256, title=name), Speaker(name=name, note=name)
        claim = Claim(article=article.id, speaker=speaker.id, summary=name)
        number = Number(article=article.id, value=1.0, qualifier=Qualifier.EXACT, counted=name)
        span = Span(article=article.id, role=Role.CONTENT, claim=claim.id, start=0, end=len(text.text))
        words = replace(span, id=new_id(), role=Role.NUMBER, claim=None, number=number.id)
        rows = (article, speaker, claim, number, span, words)
        store.apply(signed(Edit("Names", tuple(made(row) for row in rows), (text,))))
    store.close()
    desk.open(tmp_path / "names.onrecord")
    return desk


def search_titles(desk: Desk, typed: str) -> list[str]:
    """Return the titles that the search above the list of articles leaves."""
    desk.articles.filter.setText(typed)
    model = desk.articles.view.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def search_articles(desk: Desk, typed: str) -> list[str]:
    """Return the titles of the articles in whose texts the words are found."""
    desk.press(Qt.Key.Key_F, CTRL | SHIFT)
    pane = desk.window.workspace.searching.pane
    assert pane and desk.focus is pane.words
    pane.words.setText(typed)
    desk.press(Qt.Key.Key_Return)
    let_read(desk.project)
    return [hit.article.title for hit in map(pane.model.hit, range(pane.model.rowCount())) if hit and not hit.found]


def filter_table(panel: TablePanel, typed: str, column: str) -> list[str]:
    """Return a column of the lines that the filter of a table leaves."""
    lines = panel.view.lines
    panel.filter.setText(typed)
    if isinstance(lines, ProjectTableModel):
        lines.catch_up()
        let_read(panel.project)
    section = [each.name for each in lines.columns].index(column)
    return [str(lines.index(row, section).data()) for row in range(lines.rowCount())]


def filter_statements(desk: Desk, typed: str) -> list[str]:
    """Return the summaries of the claims that are left."""
    desk.statements.show_all(True)
    return [summary for summary in filter_table(desk.statements, typed, "summary") if summary]


def filter_numbers(desk: Desk, typed: str) -> list[str]:
    """Return what the numbers that are left count."""
    desk.show("numbers")
    return filter_table(desk.numbers, typed, "counted")


def filter_speakers(desk: Desk, typed: str) -> list[str]:
    """Return the names of the speakers that are left."""
    return filter_table(desk.speakers, typed, "name")


def filter_remarks(desk: Desk, typed: str) -> list[str]:
    """Return the notes that are left."""
    desk.show("remarks")
    let_read(desk.project)
    return filter_table(desk.window.workspace.panes.panel(RemarksPanel), typed, "note")


def find_in_article(desk: Desk, typed: str) -> list[str]:
    """Return the title of the article if there is a match in it."""
    desk.press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    line = desk.focus
    assert isinstance(line, SearchLine)
    line.setText(typed)
    bar = line.parentWidget()
    assert isinstance(bar, FindBar)
    found = next(each.isEnabled() for each in bar.findChildren(QToolButton) if each.accessibleName() == "Next match")
    desk.press(Qt.Key.Key_Escape)
    return [desk.records.article.title] * found


def pick(desk: Desk, offers: Offers, typed: str) -> list[str]:
    """Return what Enter takes from the completions of an editor."""
    editor = LineEditor(offers, desk.window)
    editor.show()
    editor.begin_with(typed)
    shown = desk.window.findChildren(OfferList)
    picked = [offer.value for each in shown if (offer := each.picked())]
    editor.dismiss()
    editor.deleteLater()
    return picked


def complete_speaker(desk: Desk, typed: str) -> list[str]:
    """Return the speaker that Enter takes, if it is no new one."""
    registry = desk.project.registry
    return [name for name in pick(desk, SpeakerOffers(registry), typed) if registry.find(name)]


def complete_known(desk: Desk, typed: str) -> list[str]:
    """Return the speaker that Enter takes where only known ones are offered."""
    registry = desk.project.registry
    return pick(desk, KnownOffers(SpeakerOffers(registry), attribute(Claim, "speaker").kind, registry), typed)


class Place(StrEnum):
    """The choices of an attribute."""

    CAFE = NAME
    HARBOUR = OTHER


def complete_choice(desk: Desk, typed: str) -> list[str]:
    """Return the choice that Enter takes."""
    return pick(desk, ChoiceOffers(lambda: tuple(Place), optional=True), typed)


def codebook_choices(names: Sequence[str], **fields: Any) -> OneChoice:
    """Return the rules of a variable with these choices."""
    variable = Variable(subject=Subject.CLAIM, name="place", label="Place", kind="choice", **fields)
    choices = [
        Choice(variable=variable.id, value=f"code {row}", label=name, position=row) for row, name in enumerate(names)
    ]
    return OneChoice(variable, Codebook([variable, *choices]))


def complete_answer(desk: Desk, typed: str) -> list[str]:
    """Return the choice of a codebook that Enter takes."""
    return pick(desk, CodebookOffers(codebook_choices([NAME, OTHER])), typed)


def complete_after_offered(desk: Desk, typed: str) -> list[str]:
    """Return the choice that Enter takes where another one is offered."""
    kind = codebook_choices([NAME, OTHER], offered=OTHER)
    return pick(desk, OfferedAnswer(kind, CodebookOffers(kind)), typed)


SEARCHES: dict[str, Callable[[Desk, str], list[str]]] = {
    "Search titles": search_titles,
    "Search articles": search_articles,
    "Filter statements": filter_statements,
    "Filter numbers": filter_numbers,
    "Filter speakers": filter_speakers,
    "Filter remarks": filter_remarks,
    "Find in article": find_in_article,
}
"""By the accessible names of their lines."""

COMPLETIONS: dict[str, Callable[[Desk, str], list[str]]] = {
    "SpeakerOffers": complete_speaker,
    "KnownOffers": complete_known,
    "ChoiceOffers": complete_choice,
    "CodebookOffers": complete_answer,
    "OfferedAnswer": complete_after_offered,
}
"""By their classes."""

EVERY = {**SEARCHES, **COMPLETIONS}
IN_ORDER = {"Find in article", "Search articles"}
"""Words that are searched for in a text follow each other there."""

NOT_SEARCHES = {"Name of the new speaker"}


@pytest.mark.parametrize("name", EVERY)
def test_the_same_words_are_found_everywhere(at_names: Desk, name: str) -> None:
    find = EVERY[name]
    probes = [*PROBES, *(() if name in IN_ORDER else IN_ANY_ORDER)]
    found = {typed: [unicodedata.normalize("NFC", each) for each in find(at_names, typed)] for typed in probes}
    assert {typed: names for typed, names in found.items() if names != [NAME]} == {}
    missed = {typed: find(at_names, typed) for typed in NOWHERE}
    assert {typed: names for typed, names in missed.items() if names} == {}


@pytest.mark.parametrize("typed", ["cafe", "CAFÉ", "cafe\u0301", " cafe  strasse ", "café straße istanbul"])
def test_a_choice_is_typed_by_its_beginning_in_any_form(typed: str) -> None:
    assert OneOf(Place).parse(typed, Registry()) is Place.CAFE


def test_every_search_and_filter_of_the_window_is_among_them(desk: Desk, study: Path) -> None:
    desk.open(study)
    desk.press(Qt.Key.Key_F, CTRL | SHIFT)
    lines = {line.accessibleName() for line in desk.window.findChildren(SearchLine)}
    assert lines == SEARCHES.keys() | NOT_SEARCHES


def test_what_is_typed_in_a_list_is_never_compared_by_qt(desk: Desk, study: Path) -> None:
    desk.open(study)
    desk.press(Qt.Key.Key_F, CTRL | SHIFT)
    views = [
        each
        for each in desk.window.findChildren(QAbstractItemView)
        if each.focusPolicy() != Qt.FocusPolicy.NoFocus and not _drops_down(each)
    ]
    ours = [[kind for kind in type(view).__mro__ if kind.__module__.startswith("gui.")] for view in views]
    assert len(views) >= 4
    assert [view.objectName() for view, kinds in zip(views, ours, strict=True) if not any(map(_searches, kinds))] == []


def _drops_down(view: QAbstractItemView) -> bool:
    """Return whether a view is that of a list that drops down, which has a test below."""
    around = view.parentWidget()
    box = around.parentWidget() if around else None
    return isinstance(box, DropDown) and box.view() is view


def _searches(kind: type) -> bool:
    return "keyboardSearch" in vars(kind)


@pytest.mark.parametrize("opened", [False, True])
@pytest.mark.parametrize("typed", ["cafe", "CAFÉ", "cafe\u0301", "café str", "strasse", "ISTANBUL"])
def test_letters_go_to_the_entry_of_a_list_that_drops_down(qtbot: QtBot, typed: str, opened: bool) -> None:
    box = DropDown()
    qtbot.addWidget(box)
    box.addItems([OTHER, NAME, "Oslo"])
    with qtbot.waitExposed(box):
        box.show()
    if opened:
        box.showPopup()
        qtbot.waitUntil(box.view().isVisible)
    for letter in typed:
        pressed = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(box.view() if opened else box, pressed)
    assert (box.view().currentIndex().data() if opened else box.currentText()) == NAME
    box.hidePopup()


@pytest.mark.parametrize(("typed", "current", "found"), [("not", 0, 2), ("i", 0, 1), ("i", 1, 0), ("c", 0, 2)])
@pytest.mark.usefixtures("qapp")
def test_letters_go_to_the_beginning_of_an_entry_before_that_of_a_later_word(
    typed: str, current: int, found: int
) -> None:
    assert TypedLetters().find(typed, ["is", "is not", "not coded"], current) == found


@pytest.mark.parametrize("typed", ["cafe", "CAFÉ", "cafe\u0301", "café str", "strasse", "ISTANBUL"])
@pytest.mark.usefixtures("qapp")
def test_letters_go_to_the_next_group_that_is_meant(typed: str) -> None:
    groups = GroupsList()
    groups.addTopLevelItems([QTreeWidgetItem([name]) for name in (OTHER, f"    {NAME}", "Cabin", "Other")])
    groups.setCurrentIndex(groups.model().index(0, 0))
    for letter in typed:
        groups.keyboardSearch(letter)
    assert groups.currentIndex().data().strip() == NAME
    groups.keyboardSearch("x")
    assert groups.currentIndex().data().strip() == NAME


def test_every_completion_is_among_them() -> None:
    kinds = {
        name
        for module in _modules(gui)
        for name, kind in getmembers(importlib.import_module(module), isclass)
        if kind.__module__ == module and isfunction(vars(kind).get("matching"))  # in others it is a field
    }
    assert kinds == COMPLETIONS.keys() | {"Offers"}


OTHERWISE = re.compile(r"casefold\(|CaseInsensitive|setFilter(Fixed|Regular|Wild)|QCollator|NOCASE|\bLIKE\b")
COMPLETES = re.compile(r"QCompleter\(")
SHOWS_WHAT_IT_IS_GIVEN = "UnfilteredPopupCompletion"


@pytest.mark.parametrize("package", [gui, models.store, models.lines, models.attributes])
def test_no_list_and_no_file_compares_words_in_another_way(package: ModuleType) -> None:
    sources = {name: Path(str(importlib.import_module(name).__file__)).read_text("utf-8") for name in _modules(package)}
    assert [name for name, source in sources.items() if OTHERWISE.search(source)] == []
    completing = [name for name, source in sources.items() if COMPLETES.search(source)]
    assert [name for name in completing if SHOWS_WHAT_IT_IS_GIVEN not in sources[name]] == []


def _modules(package: ModuleType) -> Iterator[str]:
    yield from (each.name for each in pkgutil.walk_packages(package.__path__, f"{package.__name__}."))


def test_the_table_of_speakers_and_the_statements_have_one_order(desk: Desk, tmp_path: Path) -> None:
    names = [
        "Zoe",
        "Ebba",
        "Écart",
        "eagle",
        "Ea",
        "Åse",
        "Aase",
        "ÅSE",
        "Strasse 2",
        "Straße 1",
        "İda",
        "Ida",
        "ida b",
    ]
    text = content("They all spoke.")
    article, speakers = Article(content=text.sha256, title="All"), [Speaker(name=name) for name in names]
    claims = [Claim(article=article.id, speaker=speaker.id) for speaker in reversed(speakers)]
    with Store.create(tmp_path / "all.onrecord") as store:
        store.apply(signed(Edit("All", tuple(made(row) for row in (article, *speakers, *claims)), (text,))))
    desk.open(tmp_path / "all.onrecord")
    desk.statements.show_all(True)
    desk.statements.view.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    of_statements = filter_table(desk.statements, "", "speaker")
    assert of_statements == filter_table(desk.speakers, "", "name")
    assert of_statements == [
        *("Aase", "Åse", "ÅSE", "Ea", "eagle", "Ebba", "Écart", "İda", "Ida", "ida b", "Straße 1", "Strasse 2", "Zoe")
    ]
