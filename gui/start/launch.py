"""The window and the sample, as the command opens them: no Qt is imported before the machine is known to bear it."""

import builtins
import gc
import os
import sys
from pathlib import Path
from typing import NoReturn


def show_window(paths: tuple[Path, ...]) -> NoReturn:
    """Open a project, or articles as a new project beside the first one; ends the process with the window.

    Raises NoWindow when the machine cannot show one.
    """
    from gui.start import machine

    machine.require_window()
    _load_qt()
    from gui.start.app import run

    sys.exit(run(paths))


def show_demo(folder: Path | None) -> NoReturn:
    """Open a sample project, or record in it offscreen where there is no display; ends the process."""
    from gui.start import machine

    if machine.has_display():
        machine.require_window()
    else:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    machine.require_qt()
    from gui.start.demo import demo

    sys.exit(demo(folder))


def _load_qt() -> None:
    """Load Qt for a quick start: a third of the time from here to the painted window would go into these two.

    PySide puts itself in the place of `__import__` and reads the source of every module that is imported after it, to
    see whether it asks for a `__feature__`; none of ours does. And what is loaded now stays for good, so looking
    for garbage among it finds none: `gui.start.app` begins to look when the window is painted.

    Raises NoWindow when the machine lacks a library that Qt is linked to.
    """
    gc.disable()
    plain_import = builtins.__import__
    try:
        import PySide6.QtWidgets  # noqa: F401
    except ImportError:
        from gui.start import machine

        machine.require_qt()  # says which packages it lacks
        raise
    builtins.__import__ = plain_import
