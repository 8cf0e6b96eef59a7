"""The rows of the list of articles: what is looked for, their order, and how they follow edits."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtWidgets import QApplication

from gui.panels import article_changes, known_articles, reading_articles
from gui.panels.article_list_model import ArticleListModel
from gui.project.project import Project
from models.actions.articles import delete_articles, finish_articles, import_articles
from models.actions.claims import delete_claim
from models.actions.suggestions import nothing_here
from models.articles.draft import Draft
from models.attributes.comparing import Operator
from models.entities import Article
from models.lines.article_line import ArticleLine, Progress
from models.lines.open_places import OpenPlaces
from models.lines.order import Condition, Order, Sort
from tests.example import Example, typed
from tests.waiting import let_read

WALL, FERRY, FOG = "Harbour wall will take two winters", "Ferry to run again", "Fog over the harbour"


ALL, FEW = "all lines are kept", "few lines are kept"
in_any_project = pytest.mark.parametrize("model", [ALL, FEW], indirect=True)
"""For three articles, and for three that are too many for their lines to be kept, as 100,000 are."""


@pytest.fixture
def model(project: Project, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> ArticleListModel:
    """Return a model of three articles, whose first is on the screen."""
    if getattr(request, "param", ALL) == FEW:
        for module in (known_articles, reading_articles):
            monkeypatch.setattr(module, "MOST_LINES", 2)
        monkeypatch.setattr(reading_articles, "FIRST", 1)
    assert project.do(import_articles([Draft("Fog", FOG)]))
    model = ArticleListModel()
    model.set_project(project)
    assert project.records
    model.rows.open(project.records.article.id)
    project.edited.connect(model.follow)
    let_read(project)
    return model


def rows(model: ArticleListModel) -> list[str]:
    """Return the titles in the list, as soon as nothing is asked any more."""
    assert model.project
    let_read(model.project)
    titles = {line.id: line.title for line in model.project.store.articles()}
    return [titles[model.id_at(row)] for row in range(model.rowCount())]


def looked_at_line(model: ArticleListModel, row: int) -> ArticleLine:
    """Return the line of a row as soon as it has been read."""
    assert model.project
    let_read(model.project)
    while (line := model.line(row)) is None:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    return line


def article(model: ArticleListModel, title: str) -> Article:
    """Return an article by its title."""
    assert model.project
    return next(line.article for line in model.project.store.articles() if line.title == title)


@in_any_project
def test_articles_are_in_the_order_of_import_until_they_are_sorted(project: Project, model: ArticleListModel) -> None:
    assert rows(model) == [WALL, FERRY, FOG]
    model.set_order(Order((Sort("title"),)))
    let_read(project)
    assert rows(model) == [FERRY, FOG, WALL]
    model.set_order(Order((Sort("claims", descending=True), Sort("title", descending=True))))
    let_read(project)
    assert rows(model) == [WALL, FOG, FERRY]
    model.set_order(Order())
    let_read(project)
    assert rows(model) == [WALL, FERRY, FOG]


@in_any_project
def test_only_articles_that_meet_the_conditions_and_have_the_progress_are_listed(
    project: Project, model: ArticleListModel
) -> None:
    model.rows.look_for({Progress.NOT_BEGUN})
    assert rows(model) == [FERRY, FOG]
    model.set_order(Order(conditions=(Condition("title", Operator.CONTAINS, ("harbour",)),)))
    let_read(project)
    assert rows(model) == [FOG]
    model.rows.look_for(())
    assert rows(model) == [WALL, FOG]


@in_any_project
def test_a_line_goes_where_it_belongs_after_an_edit(project: Project, model: ArticleListModel) -> None:
    model.set_order(Order((Sort("title"),)))
    let_read(project)
    project.do(typed(article(model, FERRY), "title", "Zeppelin"))
    let_read(project)
    assert rows(model) == [FOG, WALL, "Zeppelin"]
    project.do(import_articles([Draft("A bell", "A bell")]))
    let_read(project)
    assert rows(model) == ["A bell", FOG, WALL, "Zeppelin"]
    project.undo()
    let_read(project)
    assert rows(model) == [FOG, WALL, "Zeppelin"]


@in_any_project
def test_the_article_on_the_screen_keeps_its_row_until_another_is_opened(
    project: Project, model: ArticleListModel
) -> None:
    model.rows.look_for({Progress.BEGUN, Progress.NOT_BEGUN})
    let_read(project)
    project.do(finish_articles(article(model, WALL)))
    assert rows(model) == [WALL, FERRY, FOG]
    project.do(finish_articles(article(model, FOG)))
    assert rows(model) == [WALL, FERRY]
    model.rows.open(article(model, FERRY).id)
    assert rows(model) == [FERRY]
    assert len(model.known.done) == 2


@in_any_project
def test_the_article_on_the_screen_is_put_in_order_when_another_is_opened(
    project: Project, model: ArticleListModel, example: Example
) -> None:
    model.set_order(Order((Sort("claims", descending=True), Sort("title"))))
    let_read(project)
    assert project.records
    for claim in (example.lost, example.cost):
        project.do(delete_claim(project.records, claim))
    assert rows(model) == [WALL, FERRY, FOG]
    model.rows.open(article(model, FERRY).id)
    let_read(project)
    assert rows(model) == [FERRY, FOG, WALL]


def test_the_first_lines_are_shown_before_the_others_are_read(
    project: Project, model: ArticleListModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading_articles, "FIRST", 1)
    monkeypatch.setattr(reading_articles, "MORE", 1)
    shown: list[tuple[bool, list[str]]] = []
    model.read.connect(lambda: shown.append((model.pieces.is_listed, rows(model))))
    model.set_project(project)
    let_read(project)
    assert shown == [(False, [WALL]), (False, [WALL, FERRY, FOG])]
    assert model.pieces.is_listed


@pytest.mark.parametrize("model", [FEW], indirect=True)
def test_words_are_looked_for_beside_the_event_loop_in_a_long_list(project: Project, model: ArticleListModel) -> None:
    model.set_text("ferry")
    model.set_text("harbour")
    assert model.rowCount() == 3
    assert rows(model) == [WALL, FOG]
    model.set_text("")
    project.do(typed(article(model, FOG), "title", "Fog"))
    let_read(project)
    assert rows(model) == [WALL, FERRY, "Fog"]


@pytest.mark.parametrize("first", [1, 2])
def test_what_is_edited_while_the_lines_are_read_is_shown_in_its_place(
    project: Project, model: ArticleListModel, monkeypatch: pytest.MonkeyPatch, first: int
) -> None:
    monkeypatch.setattr(reading_articles, "FIRST", first)
    monkeypatch.setattr(reading_articles, "MORE", 1)
    bell, fog = import_articles([Draft("A bell", "A bell")]), article(model, FOG)
    model.set_project(project)

    def edit() -> None:
        project.do(bell)
        project.do(typed(fog, "title", "Fog and a bell"))

    model.read.connect(edit, Qt.ConnectionType.SingleShotConnection)
    let_read(project)
    assert rows(model) == [WALL, FERRY, "Fog and a bell", "A bell"]


@in_any_project
@pytest.mark.parametrize("many", [0, 1_000])
def test_lines_follow_short_and_long_edits_as_the_file_has_them(
    project: Project, model: ArticleListModel, monkeypatch: pytest.MonkeyPatch, many: int
) -> None:
    monkeypatch.setattr(article_changes, "MANY", many)
    model.measure()
    let_read(project)

    def as_in_file() -> bool:
        lines = project.store.articles(measured=True)
        looked_at = [looked_at_line(model, row) for row in range(model.rowCount())]
        return looked_at == lines and len(model.known.done) == sum(line.status == "done" for line in lines)

    assert project.records
    edits: tuple[Callable[[], object], ...] = (
        lambda: project.do(finish_articles(*(line.article for line in project.store.articles()))),
        lambda: project.do(delete_articles([article(model, WALL)], list(project.records.rows()))),  # type: ignore[union-attr]
        project.undo,
        project.undo,
        project.redo,
    )
    for edit in edits:
        edit()
        assert as_in_file()


@in_any_project
def test_lengths_and_coders_are_read_when_a_column_or_the_order_asks_for_them(
    project: Project, model: ArticleListModel
) -> None:
    assert looked_at_line(model, 0).length is None
    model.set_order(Order((Sort("length"),)))
    assert rows(model) == [FOG, FERRY, WALL]
    assert looked_at_line(model, 0).length == 3


def test_cells_tell_what_their_columns_are_about(model: ArticleListModel) -> None:
    shown = {column.name: model.index(0, at).data() for at, column in enumerate(model.columns)}
    assert (shown["title"], shown["claims"], shown["numbers"], shown["status"]) == (WALL, "2", "2", "begun")
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == f"{WALL}, begun"


def test_open_places_are_shown_and_sorted_by_once_counted_and_say_nothing_after_a_change(
    project: Project, model: ArticleListModel, example: Example
) -> None:
    counted = {article(model, WALL).id: OpenPlaces(1, 2, 4), article(model, FOG).id: OpenPlaces(0, 0, 1)}
    model.set_order(Order((Sort("open_places", descending=True),)))
    model.changes.take_open_places(counted)
    model.rows.open(None)
    let_read(project)
    assert rows(model) == [WALL, FOG, FERRY]
    column = next(place for place, each in enumerate(model.columns) if each.name == "open_places")
    assert [model.index(row, column).data() for row in range(3)] == ["7", "1", ""]
    assert project.do(nothing_here(example.records, 40, 50))
    let_read(project)
    assert [line.open_places for line in model.known.lines()] == [None, None, OpenPlaces(0, 0, 1)]
