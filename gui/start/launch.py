"""Open the window or the sample project, once the machine is known to be able to show them.

Qt ends the process when the display or a library is missing, so no module that imports Qt is loaded before the check.
"""

import os
import sys
from pathlib import Path
from typing import NoReturn

from gui.start import machine


def show_window(paths: tuple[Path, ...]) -> NoReturn:
    """Open a project, or articles as a new project beside the first one; ends the process with the window.

    Raises NoWindow when the machine cannot show one.
    """
    machine.require_window()
    try:
        from gui.start.app import run
    except ImportError:
        machine.require_qt()  # raises NoWindow with the packages that are missing
        raise
    sys.exit(run(paths))


def show_demo(folder: Path | None) -> NoReturn:
    """Open a sample project, or record in it offscreen where there is no display; ends the process."""
    if machine.has_display():
        machine.require_window()
    else:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    machine.require_qt()
    from gui.start.demo import demo

    sys.exit(demo(folder))
