"""The command `onrecord`: opens the window, or does what the words behind it say.

Nothing here imports Qt before the machine is known to bear it; importing this module imports none at all, and no more
than a window without words needs.
"""

import builtins
import errno
import gc
import os
import sys
from pathlib import Path
from typing import NoReturn

from models.errors import OnrecordError

NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)
"""What the system says when a disk takes no more."""


def main() -> None:
    """Run the program; a problem that has words for people ends it with them on standard error and exit code 1."""
    if os.environ.get("LC_ALL") in {"C", "POSIX"}:
        os.environ["LC_ALL"] = "C.UTF-8"  # what Qt would do as well, with four lines about it
    try:
        if len(sys.argv) == 1:
            show_window(())
        # Reading words takes a library, which the window alone does not wait for.
        from gui.command_line import program

        program(prog_name="onrecord")
    except OnrecordError as error:
        print(error, file=sys.stderr)
        sys.exit(1)
    except OSError as error:
        if error.errno not in NO_ROOM:
            raise
        _end_without_output(error)


def _end_without_output(error: OSError) -> NoReturn:
    """End with a sentence where standard output takes no more: its disk is full."""
    # What is still to be written is let go, or writing it on the way out would fail again.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    print(f"The output could not be written: {error.strerror}. Make room, and give the command again.", file=sys.stderr)
    sys.exit(1)


def show_window(paths: tuple[Path, ...]) -> NoReturn:
    """Open a project, or articles as a new project beside the first one; ends the process with the window.

    Raises NoWindow when the machine cannot show one.
    """
    from gui import machine

    machine.require_window()
    _load_qt()
    from gui.app import run

    sys.exit(run(paths))


def show_demo(folder: Path | None) -> NoReturn:
    """Open a sample project, or record in it offscreen where there is no display; ends the process."""
    from gui import machine

    if machine.has_display():
        machine.require_window()
    else:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    machine.require_qt()
    from gui.demo import demo

    sys.exit(demo(folder))


def _load_qt() -> None:
    """Load Qt for a quick start: a third of the time from here to the painted window would go into these two.

    PySide puts itself in the place of `__import__` and reads the source of every module that is imported after it, to
    see whether it asks for a `__feature__`; none of ours does. And what is loaded now stays for good, so looking
    for garbage among it finds none: `gui.app` begins to look when the window is painted.

    Raises NoWindow when the machine lacks a library that Qt is linked to.
    """
    gc.disable()
    plain_import = builtins.__import__
    try:
        import PySide6.QtWidgets  # noqa: F401
    except ImportError:
        from gui import machine

        machine.require_qt()  # says which packages it lacks
        raise
    builtins.__import__ = plain_import
