"""The shared libraries that Qt needs from the system, and the packages that provide them.

Qt's own files cannot be loaded without them, so they are tried one by one first. The set-up script uses this too:
`python3 -m gui.start.libraries` prints the missing packages, with nothing but the standard library.
"""

import ctypes
import shutil
import sys
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Library:
    """A shared library that Qt links to, and the package that provides it on Debian, Fedora and Arch."""

    file: str
    apt: str
    dnf: str
    pacman: str


# What PySide6's libraries and platform plugins list as NEEDED (objdump -p), except what they bring themselves.
FOR_QT = (
    Library("libEGL.so.1", "libegl1", "libglvnd-egl", "libglvnd"),
    Library("libGL.so.1", "libgl1", "libglvnd-glx", "libglvnd"),
    Library("libX11.so.6", "libx11-6", "libX11", "libx11"),
    Library("libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon", "libxkbcommon"),
    Library("libdbus-1.so.3", "libdbus-1-3", "dbus-libs", "dbus"),
    Library("libfontconfig.so.1", "libfontconfig1", "fontconfig", "fontconfig"),
    Library("libfreetype.so.6", "libfreetype6", "freetype", "freetype2"),
    Library("libglib-2.0.so.0", "libglib2.0-0", "glib2", "glib2"),
    Library("libgthread-2.0.so.0", "libglib2.0-0", "glib2", "glib2"),
    Library("libgssapi_krb5.so.2", "libgssapi-krb5-2", "krb5-libs", "krb5"),
    Library("libbrotlidec.so.1", "libbrotli1", "libbrotli", "brotli"),
    Library("libbrotlicommon.so.1", "libbrotli1", "libbrotli", "brotli"),
    Library("libzstd.so.1", "libzstd1", "libzstd", "zstd"),
    Library("libz.so.1", "zlib1g", "zlib", "zlib"),
)
FOR_X11 = (
    Library("libX11-xcb.so.1", "libx11-xcb1", "libX11-xcb", "libx11"),
    Library("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "libxkbcommon-x11", "libxkbcommon-x11"),
    Library("libxcb.so.1", "libxcb1", "libxcb", "libxcb"),
    Library("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor", "xcb-util-cursor"),
    Library("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm", "xcb-util-wm"),
    Library("libxcb-image.so.0", "libxcb-image0", "xcb-util-image", "xcb-util-image"),
    Library("libxcb-keysyms.so.1", "libxcb-keysyms1", "xcb-util-keysyms", "xcb-util-keysyms"),
    Library("libxcb-randr.so.0", "libxcb-randr0", "libxcb", "libxcb"),
    Library("libxcb-render.so.0", "libxcb-render0", "libxcb", "libxcb"),
    Library("libxcb-render-util.so.0", "libxcb-render-util0", "xcb-util-renderutil", "xcb-util-renderutil"),
    Library("libxcb-shape.so.0", "libxcb-shape0", "libxcb", "libxcb"),
    Library("libxcb-shm.so.0", "libxcb-shm0", "libxcb", "libxcb"),
    Library("libxcb-sync.so.1", "libxcb-sync1", "libxcb", "libxcb"),
    Library("libxcb-util.so.1", "libxcb-util1", "xcb-util", "xcb-util"),
    Library("libxcb-xfixes.so.0", "libxcb-xfixes0", "libxcb", "libxcb"),
    Library("libxcb-xkb.so.1", "libxcb-xkb1", "libxcb", "libxcb"),
)
FOR_WAYLAND = (
    Library("libwayland-client.so.0", "libwayland-client0", "libwayland-client", "wayland"),
    Library("libwayland-cursor.so.0", "libwayland-cursor0", "libwayland-cursor", "wayland"),
)
_INSTALL = {"apt": "apt-get install", "dnf": "dnf install", "pacman": "pacman -S"}


def missing(libraries: Iterable[Library]) -> tuple[Library, ...]:
    """Return the libraries that cannot be loaded here; outside Linux Qt brings all it needs."""
    return tuple(each for each in libraries if sys.platform.startswith("linux") and not _loads(each.file))


def package_names(libraries: Iterable[Library]) -> tuple[str, ...]:
    """Return the packages that provide the libraries on this system, each once; on an unknown system, the libraries."""
    field = _package_manager() or "file"
    return tuple(dict.fromkeys(getattr(each, field) for each in libraries))


def remedy(libraries: Iterable[Library]) -> str:
    """Return what to do about missing libraries: the command of this system if it is known."""
    names = " ".join(package_names(libraries))
    if manager := _package_manager():
        return f"run “sudo {_INSTALL[manager]} {names}”"
    return f"install the packages that contain {names}"


def _loads(file: str) -> bool:
    try:
        ctypes.CDLL(file)
    except OSError:
        return False
    return True


def _package_manager() -> str | None:
    programs = {"apt": "apt-get", "dnf": "dnf", "pacman": "pacman"}
    return next((field for field, program in programs.items() if shutil.which(program)), None)


if __name__ == "__main__":
    print(*package_names(missing((*FOR_QT, *FOR_X11, *FOR_WAYLAND))))
