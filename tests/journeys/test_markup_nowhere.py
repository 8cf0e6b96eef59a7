"""Words of articles, names and files that look like markup are literal in everything that any command opens."""

import random
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLabel
from pytestqt.qtbot import QtBot

from gui.dialogs import asking
from gui.dialogs.asking import confirm
from models.actions.articles import import_articles
from models.actions.choices import add_choice
from models.actions.codebook import add_variable
from models.actions.exports import make_export
from models.actions.views import make_view
from models.articles.draft import Draft
from models.attributes.built_in import ATTRIBUTES
from models.attributes.kinds import Line, Text, Title
from models.attributes.names import OwnName
from models.entities import Article, Choice, Claim, Number, Record, Speaker, Subject, Variable
from models.store import Store
from tests.example import Example, signed
from tests.gestures.sample import make_sample
from tests.gestures.seams import closed
from tests.journeys.desk import Desk
from tests.journeys.markup import PLANTED, WORD, Looking
from tests.journeys.test_every_command import entries, open_path

TURNS = 6
"""Looks at a dialog, some milliseconds apart, before it is closed: what it shows is read in the background."""


@pytest.fixture
def planted(example: Example, tmp_path: Path) -> Path:
    """Return a project in which every attribute that can hold words holds markup, and so does its name."""
    store, article = example.store, example.article
    page = Draft(f"{PLANTED}\n\n“{PLANTED} cost 40 boats,” {PLANTED} said.\n", PLANTED, outlet=PLANTED)
    store.apply(signed(import_articles([page])))
    for attribute in (each for each in ATTRIBUTES if each.editable and type(each.kind) in (Line, Title, Text, OwnName)):
        registry, records = store.registry(), store.article_records(article.id)
        of: dict[type[Record], Record] = {
            Article: records.article,
            Claim: records.claims[example.cost.id],
            Number: records.numbers[example.millions.id],
            Speaker: registry.speakers[example.mayor.id],
        }
        store.apply(signed(attribute.write([of[attribute.of]], PLANTED, registry)))
    _plant_in_codebook(store)
    store.apply(signed(make_view(store.views(), "statements", PLANTED, "{}")))
    store.apply(signed(make_export(store.exports(), PLANTED, "{}")))
    store.close()
    return Path(shutil.move(store.path, tmp_path / f"<b>{WORD}<b> & c.onrecord"))


def _plant_in_codebook(store: Store) -> None:
    variable = Variable(subject=Subject.CLAIM, name="about", label=PLANTED, kind="choice", definition=PLANTED)
    store.apply(signed(add_variable(store.codebook(), variable)))
    choice = Choice(variable=variable.id, value="sea", label=PLANTED)
    store.apply(signed(add_choice(store.codebook(), choice)))


def test_what_looks_like_markup_is_literal_wherever_a_command_leads_and_what_tab_goes_to_has_a_name(
    desk: Desk, planted: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "confirm", confirm)  # the real one, whose question is looked at
    make_sample(tmp_path / "sample")
    desk.open(planted)
    looking, turns = Looking(), [0]

    def look_and_close() -> None:
        looking.look()
        top = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        turns[0] += 1
        if top and turns[0] % TURNS == 0:
            _ = top.reject() if isinstance(top, QDialog) else top.close()  # type: ignore[func-returns-value]

    timer = QTimer(desk.window, interval=5)
    timer.timeout.connect(look_and_close)
    timer.start()
    with closed(tmp_path / "sample", random.Random(3)):
        for name in [each.text() for each in entries(desk)]:
            if chosen := next((each for each in entries(desk) if each.text() == name), None):
                desk.choose(next(iter(desk.records.claims), None))
                chosen.trigger()
                qtbot.waitUntil(lambda: not desk.window.works.busy)
                looking.look()
            if open_path(desk) != planted or not desk.project.records:
                desk.window.project_file.close()
                desk.open(planted)
    assert looking.taken == set()
    assert looking.nameless == set()
    assert len(looking.plain) > 20  # kinds of places that show the words as they are


def test_a_label_a_tip_and_a_text_that_take_words_for_markup_are_found(qtbot: QtBot) -> None:
    label = QLabel(PLANTED)
    qtbot.addWidget(label)
    label.setToolTip(f"<p>{PLANTED}</p>")
    label.setObjectName("label")
    looking = Looking()
    looking.look()
    assert looking.taken == {"QLabel label of NoneType", "tip of QLabel"}
