"""An analyst opens a real news page, records who claims what with which numbers, is killed, and has lost nothing."""

import csv
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt

from models.store import Store
from tests.example import every_statement
from tests.journeys.coalition import RECORDED
from tests.journeys.desk import CTRL, SHIFT, Desk
from tests.journeys.sight import held
from tests.journeys.tables import export_tables

Row = tuple[str, str, str, str, str, str]


def expected_statements(gold: dict[str, Any]) -> list[Row]:
    """Speaker, claim, words of the number, value, qualifier and unit of each line, in text order."""
    names = {speaker["id"]: speaker["name"] for speaker in gold["speakers"]}
    placed: list[tuple[int, list[Row]]] = []
    for claim in gold["claims"]:
        content = claim["content"][0]
        head = (names[claim["speaker"]], content["text"])
        rows = [(*head, *number_row(number)) for number in claim["numbers"]] or [(*head, "", "", "", "")]
        placed.append((content["start"], rows))
    placed += [(number["start"], [("", "", *number_row(number))]) for number in gold["numbers_outside_claims"]]
    return [row for _, rows in sorted(placed, key=lambda place: place[0]) for row in rows]


def number_row(number: dict[str, Any]) -> tuple[str, str, str, str]:
    """Words, value, qualifier and unit, as a CSV has them."""
    return number["text"], f"{number['value']:g}", number["qualifier"], number["unit"]


def exported_statements(project: Path, folder: Path) -> list[Row]:
    """The same columns of the exported table."""
    folder.mkdir()
    export_tables(project, folder)
    with (folder / "statements.csv").open(encoding="utf-8-sig", newline="") as file:
        names = ("speaker_name", "claim_words", "number_words", "value", "qualifier", "unit")
        return [tuple(row[name] for name in names) for row in csv.DictReader(file)]  # type: ignore[misc]


def test_the_page_is_recorded_by_keys_survives_a_kill_and_can_still_be_undone(
    desk: Desk, article: Path, gold: dict[str, Any], shared: Path, tmp_path: Path
) -> None:
    program = [sys.executable, "-m", "tests.journeys.coalition", str(tmp_path / "killed"), str(article)]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(
        [*program, str(shared / "gold" / "coalition.json")], stdout=subprocess.PIPE, text=True, env=environment
    ) as session:
        assert session.stdout
        assert session.stdout.readline().strip() == RECORDED
        session.send_signal(signal.SIGKILL)

    project = article.with_suffix(".onrecord")
    assert exported_statements(project, tmp_path / "tables") == expected_statements(gold)

    desk.open(project)
    assert desk.records.article.title == gold["title"]
    assert len(desk.records.claims) == 10
    assert len(desk.records.numbers) == 10
    boilerplate = sorted((row.start, row.end) for row in desk.records.boilerplate.values())
    assert boilerplate == [(line["start"], line["end"]) for line in gold["furniture"]]
    assert desk.statements.view.model().rowCount() == len(expected_statements(gold))

    while desk.project.undo_label and not desk.project.undo_label.startswith("Import"):
        desk.press(Qt.Key.Key_Z, CTRL)
    assert not desk.records.claims
    assert not desk.records.numbers
    assert desk.statements.view.model().rowCount() == 0
    while desk.project.redo_label:
        desk.press(Qt.Key.Key_Z, CTRL | SHIFT)
    assert exported_statements(project, tmp_path / "again") == expected_statements(gold)


def test_a_claim_of_a_whole_sentence_by_a_known_speaker_takes_three_keys(desk: Desk, tmp_path: Path) -> None:
    page = tmp_path / "quay.txt"
    page.write_text(
        "The quay is open\n\nMayor Ada Holm spoke. It will stay open all winter. “We shall not close it again.”\n",
        encoding="utf-8",
    )
    desk.open(page)
    desk.select(desk.records.text.index("It will"), desk.records.text.index(" “We"))
    desk.press(Qt.Key.Key_C)
    desk.type("Ada Holm")
    desk.press(Qt.Key.Key_Return)

    desk.keys = 0
    desk.press(Qt.Key.Key_J)
    desk.press(Qt.Key.Key_C)
    desk.press(Qt.Key.Key_Return)

    assert desk.keys == 3
    with Store.open(desk.project.store.path) as store:
        lines = every_statement(store)
    assert [(line.claim_words, held(line, "speaker.name")) for line in lines] == [
        ("It will stay open all winter.", "Ada Holm"),
        ("“We shall not close it again.”", "Ada Holm"),
    ]
    assert desk.focus is desk.text


def test_an_emoji_before_a_claim_shifts_nothing(desk: Desk, tmp_path: Path) -> None:
    page = tmp_path / "emoji.txt"
    page.write_text(
        "Cheers 🎉👩‍👩‍👧 at the harbour\n\nThe master said 🚢 nearly 40 boats had come home.\n", encoding="utf-8"
    )
    desk.open(page)
    words = "nearly 40 boats had come home"
    start = desk.records.text.index(words)
    desk.select(start, start + len(words))
    desk.press(Qt.Key.Key_C)
    desk.type("the master")
    desk.press(Qt.Key.Key_Return)
    desk.select(start, start + len("nearly 40 boats"))
    desk.press(Qt.Key.Key_N)

    (line,) = every_statement(desk.project.store)
    assert line.claim_words == words
    assert line.number_words == "nearly 40 boats"
    assert line.parts == ((start, start + len(words)),)
    (exported,) = exported_statements(desk.project.store.path, tmp_path / "tables")
    assert exported[:4] == ("the master", words, "nearly 40 boats", "40")
    desk.text.select(start, start + len(words))
    assert desk.text.textCursor().selectedText() == words
