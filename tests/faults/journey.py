"""Code in the real window until killed: `python -m tests.faults.journey FOLDER PROJECT SEED EDITS`.

Says `open` when the window shows the project, and `saved ID` when the window has shown an edit as saved. With EDITS it
closes the window after so many of them.
"""

import os
import random
import sys
from pathlib import Path

from PySide6.QtCore import QSettings

from gui.dialogs import asking
from gui.system.background import wait_for_threads
from gui.system.clipboard import let_go_of_clipboard
from gui.system.settings import Settings
from models.edits import Edit
from tests.faults.coder import Coder
from tests.journeys.desk import Desk

SAVED, CODER, SETTINGS = "saved", "AB", "settings"


def main() -> None:
    """Open the project, and work on it."""
    folder, project = map(Path, sys.argv[1:3])
    seed, edits = map(int, sys.argv[3:])
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder / SETTINGS))
    asking.confirm = lambda *_words: True
    Settings().coder = CODER
    desk = Desk()
    desk.open(project)
    acknowledged: list[str] = []

    def acknowledge(edit: Edit) -> None:
        """Say that the window has shown an edit: its views were told before, since they have listened for longer."""
        acknowledged.append(edit.id)
        os.write(1, f"{SAVED} {edit.id}\n".encode())

    desk.project.edited.connect(acknowledge)
    os.write(1, b"open\n")
    coder = Coder(desk, random.Random(seed), folder)
    while len(acknowledged) < edits:
        coder.work()
    desk.close()
    wait_for_threads()
    let_go_of_clipboard()


if __name__ == "__main__":
    main()
