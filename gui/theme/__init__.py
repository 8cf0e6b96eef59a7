"""The look of Onrecord: colours, fonts, icons and the style of every control, for light and dark."""

from gui.theme.appearance import Theme, theme
from gui.theme.colours import DARK, LIGHT, Scheme, contrast

__all__ = ["DARK", "LIGHT", "Scheme", "Theme", "contrast", "theme"]
