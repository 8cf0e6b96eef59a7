"""Let the event loop go first where the threads of the program share one interpreter."""

import sys

from PySide6.QtGui import QGuiApplication

from gui.system.collecting import Collecting

TURN = 0.0005
"""Seconds after which a thread lets go of the interpreter if another waits for it, a tenth of what Python has.

Whenever Qt calls a function of the program, the event loop waits that long for a thread that works. One repaint calls
dozens: they added up to a third of a second, and take less than 50 ms now. The thread itself does not work longer.
"""


def let_loop_go_first(app: QGuiApplication) -> None:
    """Let no thread keep the event loop waiting, and free objects that refer to each other in the event loop alone."""
    sys.setswitchinterval(TURN)
    Collecting(app)
