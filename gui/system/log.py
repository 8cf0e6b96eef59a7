"""The log: unexpected errors, in one file of bounded size that several windows may write at once.

When the process itself dies of a fault, Python's fault handler writes where it was into the same file. The next start
finds that there, so no mark has to be left that another window, a kill or a power cut could turn into a false one.
"""

import faulthandler
import logging
import os
import sys
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QLockFile, QStandardPaths

log = logging.getLogger("onrecord")

LARGEST = 1_000_000
"""Bytes. When the log outgrows this, its newer half is kept."""

REPORTED = "the crash before this line has been reported"
_FATAL = (b"Fatal Python error: ", b"Windows fatal exception: ")


def log_path() -> Path:
    """Return where the log is kept: in the folder that the system has for the program's own data."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppLocalDataLocation)
    return Path(folder) / "onrecord.log"


def start_log() -> None:
    """Log errors and faults from now on, on standard error if the log cannot be written."""
    path = log_path()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = BoundedHandler(path)
    except OSError:
        handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    log.addHandler(handler)


class BoundedHandler(logging.FileHandler):
    """Appends to the log and keeps it open, also for the fault handler, which cannot open anything any more.

    The file is cut in place: it stays the same file for the other windows that append to it.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(path, encoding="utf-8", errors="backslashreplace")
        self._bound()
        faulthandler.enable(self.stream or sys.stderr)

    def emit(self, record: logging.LogRecord) -> None:
        """Write a line."""
        super().emit(record)
        self._bound()

    def close(self) -> None:
        """Let go of the file."""
        faulthandler.disable()
        super().close()

    def _bound(self) -> None:
        if self.stream is None or self.stream.tell() <= LARGEST:
            return
        lock = QLockFile(f"{self.baseFilename}.lock")
        if lock.tryLock(0):  # or else another window is cutting it
            self._cut()
            lock.unlock()

    def _cut(self) -> None:
        with suppress(OSError), Path(self.baseFilename).open("rb+") as file:
            file.seek(-min(LARGEST // 2, file.seek(0, os.SEEK_END)), os.SEEK_END)
            file.readline()  # the rest of a line
            newer = file.read()
            file.seek(0)
            file.write(newer)
            file.truncate()


def unreported_crash() -> bool:
    """Return whether the process died of a fault in an earlier session that has not been reported yet."""
    try:
        written = log_path().read_bytes()
    except OSError:
        return False
    lines = written[written.rfind(REPORTED.encode()) + 1 :].splitlines()
    return any(line.startswith(_FATAL) for line in lines)


def note_crashes_reported() -> None:
    """Note in the log that the coder knows about the crashes so far."""
    log.warning(REPORTED)
