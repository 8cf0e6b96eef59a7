"""What the machine needs for a window: the system libraries of Qt, and a display that answers.

Qt ends the whole process if a display or its libraries are missing, so those are tried first, and a sentence names what
is missing. Qt's own libraries need no trial: without them it cannot be imported, and `require_qt` says what to do.
"""

import ctypes
import importlib.util
import os
import socket
import sys
from pathlib import Path

from gui.start.libraries import FOR_QT, FOR_WAYLAND, FOR_X11, Library, missing, remedy
from models.errors import OnrecordError
from models.translation import _


class NoWindow(OnrecordError):
    """The machine cannot show a window; commands without a window work all the same."""


UNSEEN = frozenset({"offscreen", "minimal", "minimalegl"})
"""Qt platforms that draw an invisible window."""


def has_display() -> bool:
    """Return whether the environment names a display; outside Linux it does not have to."""
    platforms = _platforms()
    return bool(set(platforms) - UNSEEN) if platforms else not _on_linux()


def require_qt() -> None:
    """Raise NoWindow, naming the packages, unless Qt itself can be loaded; no display is needed for that."""
    if obstacle := _lacking(FOR_QT):
        raise obstacle


def require_window() -> None:
    """Raise NoWindow, naming the remedy, unless one of the displays answers and Qt has what it needs for it."""
    platforms = _platforms()
    if not platforms and _on_linux():
        require_qt()
        raise NoWindow(
            _(
                "There is no display to open the window on: start Onrecord from a graphical desktop (or through "
                "ssh -X), or use the commands that need none, which “onrecord --help” lists."
            )
        )
    obstacles = [_obstacle(platform) for platform in platforms]
    # Qt tries the next platform if one cannot be used, so one without an obstacle is enough.
    if obstacles and all(obstacles):
        raise next(filter(None, obstacles))


def _on_linux() -> bool:
    return sys.platform.startswith("linux")


def _platforms() -> tuple[str, ...]:
    """Return the Qt platforms that would be tried: the requested ones, or on Linux those with a display."""
    if asked := os.environ.get("QT_QPA_PLATFORM"):
        return tuple(each.partition(":")[0] for each in asked.split(";") if each)
    named = {"WAYLAND_DISPLAY": "wayland", "DISPLAY": "xcb"} if _on_linux() else {}
    return tuple(platform for variable, platform in named.items() if os.environ.get(variable))


def _obstacle(platform: str) -> NoWindow | None:
    """Return why one Qt platform cannot be used, or None."""
    if platform == "xcb":
        return _lacking(FOR_X11, FOR_QT) or _silent("DISPLAY", _x11_answers())
    if platform.startswith("wayland"):
        return _lacking(FOR_WAYLAND, FOR_QT) or _silent("WAYLAND_DISPLAY", _wayland_answers())
    if _has_plugin(platform):
        return None
    return NoWindow(
        _("QT_QPA_PLATFORM is set to “{name}”, which Qt does not have here. Unset it.").format(name=platform)
    )


def _lacking(needed: tuple[Library, ...], besides: tuple[Library, ...] = ()) -> NoWindow | None:
    """Return what to do if something needed is missing; anything missing `besides` is named too."""
    if lost := missing(needed):
        return NoWindow(
            _("The window needs system packages that are missing: {value}.").format(
                value=remedy((*missing(besides), *lost))
            )
        )
    return None


def _silent(variable: str, answers: bool) -> NoWindow | None:
    if answers:
        return None
    return NoWindow(
        _(
            "The display “{get}” does not answer: start Onrecord from the desktop that shows it, or correct {variable}."
        ).format(get=os.environ.get(variable, ""), variable=variable)
    )


def _x11_answers() -> bool:
    """Return whether the X server accepts a connection; libxcb alone knows all forms of DISPLAY and its cookies."""
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.argtypes, xcb.xcb_connect.restype = [ctypes.c_char_p, ctypes.c_void_p], ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    failed = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not failed


def _wayland_answers() -> bool:
    """Return whether the compositor's socket accepts a connection; a relative name is in XDG_RUNTIME_DIR."""
    path = Path(os.environ.get("XDG_RUNTIME_DIR", ""), os.environ.get("WAYLAND_DISPLAY", "wayland-0"))
    with socket.socket(socket.AF_UNIX) as trial:
        try:
            trial.connect(os.fspath(path))
        except OSError:
            return False
    return True


def _has_plugin(platform: str) -> bool:
    """Return whether PySide6 contains that platform; assume so if its folder is not laid out as on Linux."""
    found = importlib.util.find_spec("PySide6")
    folders = [Path(each, "Qt/plugins/platforms") for each in (found.submodule_search_locations or ())] if found else []
    known = [file.stem.removeprefix("libq") for folder in folders for file in folder.glob("libq*.so")]
    return platform in known or not _on_linux()
