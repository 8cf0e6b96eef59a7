"""Every colour of the program, for light and dark, and the contrast between two colours."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scheme:
    """The colours of one appearance, each "#rrggbb".

    `text`, `muted` and `faint` are three steps of ink on `window` (chrome, article list), `surface` (reading, tables)
    and `raised` (inputs, menus). Text and muted meet 4.5:1 there; faint (boilerplate, disabled) meets 3:1.
    `speaker`, `number` and `cue` are inks and meet 4.5:1 on the surface, on claims and on selected rows.
    """

    dark: bool
    window: str
    surface: str
    raised: str
    line: str
    text: str
    muted: str
    faint: str
    accent: str
    accent_text: str
    selection: str
    selection_text: str
    row: str
    claim: str
    claim_selected: str
    speaker: str
    number: str
    cue: str
    found: str
    good: str
    warning: str
    error: str
    edge: str  # outline of inputs and ticks, which must be seen and so is stronger than a hairline
    hover: str  # under the pointer: slightly different from window and surface

    @property
    def claim_overlap(self) -> str:
        """The colour where two claims overlap: halfway between the tints of a claim and of the selected one."""
        return _between(self.claim, self.claim_selected)


LIGHT = Scheme(
    dark=False,
    window="#f6f5f2",
    surface="#ffffff",
    raised="#ffffff",
    line="#e5e3de",
    text="#23262b",
    muted="#62666d",
    faint="#8a8d93",
    accent="#2b63c9",
    accent_text="#ffffff",
    selection="#c3d8fb",
    selection_text="#14181f",
    row="#e2ebfa",
    claim="#fdf1cd",
    claim_selected="#fbdd8b",
    speaker="#5f35b0",
    number="#0a6354",
    cue="#84431a",
    found="#ffd2b8",
    good="#267a4b",
    warning="#96600a",
    error="#b3322c",
    edge="#cfccc5",
    hover="#edebe7",
)

DARK = Scheme(
    dark=True,
    window="#1a1c1f",
    surface="#202327",
    raised="#292d32",
    line="#33373d",
    text="#e3e5e8",
    muted="#a2a7af",
    faint="#747a83",
    accent="#7da7f5",
    accent_text="#10182a",
    selection="#324b80",
    selection_text="#ffffff",
    row="#29344a",
    claim="#3f3822",
    claim_selected="#5a4a1d",
    speaker="#c9b2ff",
    number="#68dcc4",
    cue="#e6b98c",
    found="#6b3f24",
    good="#63c08b",
    warning="#e0ae58",
    error="#f08a80",
    edge="#454a52",
    hover="#2a2e33",
)


def contrast(a: str, b: str) -> float:
    """Return the contrast ratio of two "#rrggbb" colours, 1 to 21, as WCAG 2 defines it."""
    lighter, darker = sorted((_luminance(a), _luminance(b)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _between(a: str, b: str) -> str:
    """Return the colour halfway between two."""
    pairs = ((int(a[at : at + 2], 16), int(b[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{(one + other) // 2:02x}" for one, other in pairs)


def _luminance(colour: str) -> float:
    """Return the relative luminance of a colour (WCAG 2, sRGB), 0 to 1."""
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
