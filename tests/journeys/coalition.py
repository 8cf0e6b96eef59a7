"""The main job on the page that the project was started from: recorded by keys alone, in a process that can be killed.

`python -m tests.journeys.coalition PROJECT_FOLDER ARTICLE GOLD` records everything, says so, and waits to be killed.
"""

import json
import sys
import threading
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication

from tests.journeys.desk import Desk

RECORDED = "recorded"


def record_everything(desk: Desk, gold: dict[str, Any]) -> None:
    """Record the claims with their speakers, and the numbers, of a right annotation."""
    names = {speaker["id"]: speaker["name"] for speaker in gold["speakers"]}
    for claim in gold["claims"]:
        (content,) = claim["content"]
        desk.select(content["start"], content["end"])
        desk.press(Qt.Key.Key_C)
        desk.type(names[claim["speaker"]])
        desk.press(Qt.Key.Key_Return)
        for number in claim["numbers"]:
            record_number(desk, number)
    for number in gold["numbers_outside_claims"]:
        record_number(desk, number)


def record_number(desk: Desk, number: dict[str, Any]) -> None:
    """Record one number; its value is read from its words."""
    desk.select(number["start"], number["end"])
    desk.press(Qt.Key.Key_N)


def main() -> None:
    """Record, say so, and wait."""
    folder, article, gold = map(Path, sys.argv[1:])
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder / "settings"))
    desk = Desk()
    desk.open(article)
    record_everything(desk, json.loads(gold.read_text(encoding="utf-8")))
    print(RECORDED, flush=True)
    QApplication.processEvents()
    threading.Event().wait()


if __name__ == "__main__":
    main()
