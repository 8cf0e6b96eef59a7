"""The theme of the running program: the scheme in use, and the signal that it has changed."""

import atexit
import functools
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTemporaryDir, Signal
from PySide6.QtGui import QColor, QIcon, QPalette
from PySide6.QtWidgets import QApplication

from gui.theme import fonts, icons
from gui.theme.colours import DARK, LIGHT, Scheme
from gui.theme.stylesheet import GLYPHS, stylesheet
from models.translation import _

SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class Appearance:
    """An appearance that the coder can choose: its text in the menu, and Qt's name for it."""

    label: str
    scheme: Qt.ColorScheme


APPEARANCES = {
    SYSTEM: Appearance(_("&Follow System"), Qt.ColorScheme.Unknown),
    "light": Appearance(_("&Light"), Qt.ColorScheme.Light),
    "dark": Appearance(_("&Dark"), Qt.ColorScheme.Dark),
}
"""Every appearance by its name in the settings."""


class Theme(QObject):
    """The theme of the program; `theme()` returns it. `changed` is emitted when everything has the new colours."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._scheme = LIGHT
        self._appearance = SYSTEM
        self._app: QApplication | None = None

    @property
    def scheme(self) -> Scheme:
        return self._scheme

    @property
    def appearance(self) -> str:
        """The appearance that was chosen: "system", "light" or "dark"."""
        return self._appearance

    def apply(self, app: QApplication) -> None:
        """Style the application, whose style is Fusion, and follow the system's light and dark from now on."""
        if self._app is not app:
            self._app = app
            fonts.load()
            app.setFont(fonts.interface_font())
            for tables in ("QTableView", "QTreeView"):
                app.setFont(fonts.table_font(), tables)  # type: ignore[arg-type]  # the stub wants bytes, the call str
            app.styleHints().colorSchemeChanged.connect(self._follow)
        self._scheme = self._wanted()
        self._dress(app)

    def choose(self, appearance: str) -> None:
        """Choose "system", "light" or "dark". Raises ValueError for any other name."""
        if appearance not in APPEARANCES:
            raise ValueError(_("No appearance is called {appearance!r}.").format(appearance=appearance))
        self._appearance = appearance
        if self._app is not None:
            # This also tells the system, so that title bars and system dialogs match.
            self._app.styleHints().setColorScheme(APPEARANCES[appearance].scheme)
        self._follow()

    def icon(self, name: str) -> QIcon:
        """Return the icon of that name in resources/icons, in the colours of the scheme in use when it is drawn."""
        return QIcon(icons.TintedIcon(name, self._current))

    def _current(self) -> Scheme:
        return self._scheme

    def _wanted(self) -> Scheme:
        wanted = APPEARANCES[self._appearance].scheme
        if wanted == Qt.ColorScheme.Unknown and self._app is not None:
            wanted = self._app.styleHints().colorScheme()
        return DARK if wanted == Qt.ColorScheme.Dark else LIGHT

    def _follow(self) -> None:
        scheme = self._wanted()
        if scheme is not self._scheme:
            self._scheme = scheme
            if self._app is not None:
                self._dress(self._app)
            self.changed.emit()

    def _dress(self, app: QApplication) -> None:
        app.setPalette(palette(self._scheme))
        app.setPalette(palette(self._scheme, rows=True), "QAbstractItemView")  # type: ignore[arg-type]
        app.setStyleSheet(stylesheet(self._scheme, self._draw_glyphs()))

    def _draw_glyphs(self) -> Path:
        """Write ticks and arrows in the colours of the scheme to SVG files, since a stylesheet can only load files."""
        folder = _scratch() / ("dark" if self._scheme.dark else "light")
        folder.mkdir(exist_ok=True)
        for name, (icon, role) in GLYPHS.items():
            (folder / f"{name}.svg").write_bytes(icons.tinted(icon, getattr(self._scheme, role)))
        return folder


@functools.cache
def _scratch() -> Path:
    """Return a temporary folder of this process, which is removed when it ends."""
    folder = QTemporaryDir()
    atexit.register(folder.remove)
    return Path(folder.path())


def palette(scheme: Scheme, *, rows: bool = False) -> QPalette:
    """Return Qt's palette in our colours. In views of `rows` the selection is a row, elsewhere it is text."""
    role = QPalette.ColorRole
    selected = (scheme.row, scheme.text) if rows else (scheme.selection, scheme.selection_text)
    colours = {
        role.Window: scheme.window,
        role.WindowText: scheme.text,
        role.Base: scheme.surface,
        role.AlternateBase: scheme.window,
        role.Text: scheme.text,
        role.PlaceholderText: scheme.muted,
        role.Button: scheme.raised,
        role.ButtonText: scheme.text,
        role.BrightText: scheme.accent_text,
        role.ToolTipBase: scheme.raised,
        role.ToolTipText: scheme.text,
        role.Highlight: selected[0],
        role.HighlightedText: selected[1],
        role.Accent: scheme.accent,
        role.Link: scheme.accent,
        role.LinkVisited: scheme.accent,
        role.Light: scheme.raised,
        role.Midlight: scheme.hover,
        role.Mid: scheme.edge,
        role.Dark: scheme.edge,
        role.Shadow: scheme.line,
    }
    result = QPalette()
    for name, colour in colours.items():
        result.setColor(name, QColor(colour))
    for name in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        result.setColor(QPalette.ColorGroup.Disabled, name, QColor(scheme.faint))
    return result


@functools.cache
def theme() -> Theme:
    """Return the one theme of the program."""
    return Theme()
