"""Pages are fetched only after that was switched on, and come through the preview like files."""

import socket
from functools import partial
from pathlib import Path
from typing import Any, NoReturn
from urllib.parse import urlsplit

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from gui.dialogs import asking
from models.articles.web.fetching import Fetching
from models.edits import Edit, made
from models.entities import SiteLine
from tests.journeys.desk import Desk
from tests.journeys.sight import notice
from tests.journeys.test_files import drop, titles
from tests.models.test_web_pages_fetched import Site, is_own, site
from tests.snapshots import history_of

__all__ = ["site"]


def switch_on(desk: Desk, *, on: bool = True) -> None:
    """Choose in the preferences whether pages are fetched."""
    desk.actions["show_preferences"].trigger()
    dialog = desk.window.preferring.dialog
    assert dialog
    dialog.fetching.setChecked(on)
    dialog.accept()


@pytest.fixture
def allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let pages be fetched from the server of the test."""
    monkeypatch.setattr("models.articles.web.fetching.Fetching", partial(Fetching, allowed=is_own))


def test_nothing_is_fetched_before_it_is_switched_on(
    at_work: Desk, study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: Any, **_kinds: Any) -> NoReturn:
        raise AssertionError("something goes online")

    for name in ("socket.connect", "socket.connect_ex", "getaddrinfo", "create_connection"):
        monkeypatch.setattr(f"socket.{name}", refuse)
    assert socket.getaddrinfo is refuse
    before = history_of(study)
    assert not at_work.window.project_file.settings.fetches_pages
    at_work.actions["import_address"].trigger()
    assert "Edit > Preferences" in notice(at_work)
    at_work.notice.hide()
    at_work.window.importing.take_drop([], "https://news.example/1")
    assert "Edit > Preferences" in notice(at_work)
    at_work.window.pasting.take_text("https://news.example/1")
    dialog = at_work.window.pasting.dialog
    assert dialog
    assert "Edit > Preferences" in dialog.problem.text()
    dialog.reject()
    assert history_of(study) == before


def test_the_notice_leads_to_the_preferences(at_work: Desk) -> None:
    at_work.actions["import_address"].trigger()
    (button,) = (each for each in at_work.notice.findChildren(QPushButton) if each.text() == "Preferences…")
    button.click()
    dialog = at_work.window.preferring.dialog
    assert dialog
    assert dialog.isVisible()
    dialog.coder.setText("EF")
    dialog.accept()
    assert at_work.project.coder == "EF"
    assert not at_work.window.project_file.settings.fetches_pages


@pytest.mark.usefixtures("allowed")
def test_a_page_is_fetched_shown_and_added(
    at_work: Desk, site: str, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    switch_on(at_work)
    monkeypatch.setattr(asking, "ask_address", lambda _parent: f"{site}/news/1")
    at_work.actions["import_address"].trigger()
    at_work.add_incoming()
    qtbot.waitUntil(lambda: titles(at_work)[-1] == "Ferry to run again")
    qtbot.waitUntil(lambda: at_work.records.article.address == f"{site}/news/1")
    assert at_work.records.article.original
    assert [asked["path"] for asked in Site.asked] == ["/news/1"]


@pytest.mark.usefixtures("allowed")
def test_a_fetched_page_has_the_lines_marked_that_are_remembered_of_its_site(
    at_work: Desk, site: str, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    switch_on(at_work)
    line = SiteLine(site=str(urlsplit(site).hostname), line="FERRY to run  again", is_boilerplate=True)
    at_work.project.do(Edit("Remember a line", (made(line),)))
    monkeypatch.setattr(asking, "ask_address", lambda _parent: f"{site}/news/1")
    at_work.actions["import_address"].trigger()
    at_work.add_incoming()
    qtbot.waitUntil(lambda: at_work.records.article.address == f"{site}/news/1")
    marked = [at_work.records.text[row.start : row.end] for row in at_work.records.boilerplate.values()]
    assert "Ferry to run again" in marked


@pytest.mark.usefixtures("allowed")
def test_an_address_that_is_dropped_or_pasted_is_fetched_and_a_refusal_is_said(
    at_work: Desk, site: str, qtbot: QtBot
) -> None:
    switch_on(at_work)
    drop(at_work, text=f"{site}/status/404")
    qtbot.waitUntil(lambda: "There is no such page" in notice(at_work))
    at_work.window.pasting.take_text(f"{site}/news/2\n")
    at_work.add_incoming()
    qtbot.waitUntil(lambda: at_work.records.article.address == f"{site}/news/2")
    switch_on(at_work, on=False)
    drop(at_work, text=f"{site}/news/3")
    qtbot.waitUntil(lambda: "Edit > Preferences" in notice(at_work))
    assert [asked["path"] for asked in Site.asked] == ["/status/404", "/news/2"]


@pytest.mark.usefixtures("allowed")
def test_cancel_leaves_a_slow_page_at_once(at_work: Desk, study: Path, site: str, qtbot: QtBot) -> None:
    switch_on(at_work)
    before = history_of(study)
    drop(at_work, text=f"{site}/slow")
    qtbot.waitUntil(lambda: bool(Site.asked))
    work = at_work.window.works._work
    assert work
    work.cancel()
    qtbot.waitUntil(lambda: not at_work.window.works.busy)
    assert history_of(study) == before
