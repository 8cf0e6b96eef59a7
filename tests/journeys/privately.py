"""Work at the window in all ways that could tell somebody something, and end by a fault: `… privately FOLDER`.

Nothing may be asked of the network: any attempt of Python's ends the process at once.
"""

import os
import random
import sys
import threading
from pathlib import Path
from typing import NoReturn

from click.testing import CliRunner
from PySide6.QtCore import QMimeData, QSettings, QTimer, qWarning
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox

from gui.dialogs import asking
from gui.system.crash import CrashReporter
from gui.system.log import log_path
from models.cli import commands
from tests.faults.coder import Coder
from tests.journeys.desk import Desk

SECRET = "Quokkamill"
"""A word of the articles, names and notes of this journey."""
PAGE = f"""<html><head><meta http-equiv="refresh" content="0; url=https://news.example/refresh">
<link rel="stylesheet" href="https://news.example/style.css"><script src="//news.example/a.js"></script></head>
<body><article><h1>The {SECRET} turns</h1><img src="https://news.example/pixel.gif"><img src="file:///etc/hostname">
<p style="background: url(https://news.example/back.png)">The owners of the {SECRET} said it had cost 40 million
crowns, which is <b>twice</b> as much as was planned when the work on it had begun three years ago.</p>
<iframe src="https://news.example/frame"></iframe><p>“We would build the {SECRET} again,” Mads Holm said.</p></article>
</body></html>"""
ONLINE = 7
"""The exit code of a process that has tried to go online."""
GESTURES = 40


HARMLESS = ("socket.__new__", "socket.gethostname")


def refuse(event: str, given: tuple[object, ...]) -> None:
    """End the process when Python asks anything of the network.

    urllib3, which trafilatura loads, binds a socket to this machine itself to learn whether it has IPv6.
    """
    tries_itself = event == "socket.bind" and given[1] == ("::1", 0)
    if event.startswith("socket.") and event not in HARMLESS and not tries_itself:
        os._exit(ONLINE)


def work(folder: Path) -> None:
    """Import, record, paste, fail, ask for help, export."""
    page = folder / "page.html"
    page.write_text(PAGE, encoding="utf-8")
    desk = Desk()
    CrashReporter(desk.window).install()
    desk.open(page)
    coder = Coder(desk, random.Random(4), folder)
    for _ in range(GESTURES):
        coder.work()
    paste_markup(desk)
    fail_in_every_way(desk)
    for show in ("show_keys", "show_guide", "show_about"):
        desk.actions[show].trigger()
    project = desk.project.store.path
    desk.window.project_file.close()
    done = CliRunner().invoke(commands, ["export", str(project), str(folder / "tables")])
    assert done.exit_code == 0, done.output


def paste_markup(desk: Desk) -> None:
    """Paste a page as a browser copies it, and add it."""
    copied = QMimeData()
    copied.setHtml(PAGE.replace("turns", "stands still"))
    copied.setText(f"The {SECRET} stands still")
    QGuiApplication.clipboard().setMimeData(copied)
    desk.window.pasting.paste_article()
    desk.work_until(lambda: desk.window.pasting.dialog is not None)
    assert desk.window.pasting.dialog
    desk.window.pasting.dialog.accept()


def fail_in_every_way(desk: Desk) -> None:
    """Raise errors that quote an article: in a slot, one after another, in a thread, while an object is deleted."""

    def fail() -> NoReturn:
        try:
            raise KeyError(f"the {SECRET} turns")
        except KeyError as error:
            raise ValueError(f"could not convert string to float: 'the {SECRET} turns'") from error

    class Failing:
        def __del__(self) -> None:
            raise RuntimeError(SECRET)

    QTimer.singleShot(0, fail)
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    Failing()
    qWarning("a warning of Qt")
    desk.work_until(lambda: bool(desk.window.findChildren(QMessageBox, "crash")))
    for box in desk.window.findChildren(QMessageBox, "crash"):
        box.close()


def main() -> None:
    """Work, say where the log is, and die."""
    sys.addaudithook(refuse)
    folder = Path(sys.argv[1])
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder / "settings"))
    asking.confirm = lambda *_words: True
    work(folder)
    print(log_path(), flush=True)
    os.abort()


if __name__ == "__main__":
    main()
