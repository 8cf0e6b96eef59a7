"""The theme is readable in light and dark, sharp at every scale, and the only source of colours."""

import gc
import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest
from PySide6 import QtWidgets
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetricsF, QIcon, QImage, QPalette, QPixmap, QRawFont
from PySide6.QtWidgets import QApplication, QHeaderView, QWidget
from pytestqt.qtbot import QtBot

import resources
from gui.theme import DARK, LIGHT, Scheme, Theme, contrast, fonts, theme
from gui.theme.icons import TINTS
from gui.theme.stylesheet import GLYPHS, stylesheet

SCHEMES = [pytest.param(LIGHT, id="light"), pytest.param(DARK, id="dark")]
GROUNDS = ("window", "surface", "raised")
MARKED = ("surface", "claim", "claim_selected", "row", "found")
READABLE = [
    *((ink, ground) for ink in ("text", "muted") for ground in GROUNDS),
    *((ink, ground) for ink in ("speaker", "number", "cue", "text") for ground in MARKED),
    *((ink, ground) for ink in ("accent", "good", "warning", "error") for ground in ("window", "surface")),
    *(("muted", ground) for ground in ("row", "hover")),
    ("selection_text", "selection"),
    ("accent_text", "accent"),
]
VISIBLE = [("faint", "window"), ("faint", "surface"), ("accent", "row"), ("accent", "raised")]
DISTINCT = [
    ("claim", "surface"),
    ("claim_selected", "claim"),
    ("row", "surface"),
    ("selection", "claim"),
    ("selection", "claim_selected"),
    ("found", "surface"),
    ("line", "surface"),
    ("line", "window"),
]
NAMES = """
    CheckBox ComboBox DateEdit Dialog DialogButtonBox DockWidget GroupBox HeaderView Label LineEdit ListView MainWindow
    Menu MenuBar MessageBox PlainTextEdit ProgressBar PushButton RadioButton ScrollBar SpinBox Splitter StatusBar TabBar
    TableView TabWidget TextEdit ToolBar ToolButton TreeView
"""
CONTROLS: list[type[QWidget]] = [getattr(QtWidgets, f"Q{name}") for name in NAMES.split()]


@pytest.fixture
def applied(qapp: QApplication) -> Iterator[Theme]:
    running = theme()
    running.apply(qapp)
    running.choose("light")
    yield running
    running.choose("light")


def colours(scheme: Scheme) -> dict[str, str]:
    return {field.name: getattr(scheme, field.name) for field in fields(scheme) if field.name != "dark"}


def inks(pixmap: QPixmap) -> set[str]:
    """The colours of all pixels that are fully painted."""
    image = pixmap.toImage().convertToFormat(QImage.Format.Format_ARGB32)
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {pixel.name() for pixel in pixels if pixel.alpha() == 255}


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)
    assert contrast("#ffffff", "#777777") == contrast("#777777", "#ffffff")


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("ink", "ground"), READABLE)
def test_ink_can_be_read_on_its_ground(scheme: Scheme, ink: str, ground: str) -> None:
    assert contrast(getattr(scheme, ink), getattr(scheme, ground)) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("ink", "ground"), VISIBLE)
def test_what_steps_back_can_still_be_seen(scheme: Scheme, ink: str, ground: str) -> None:
    assert contrast(getattr(scheme, ink), getattr(scheme, ground)) >= 3


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("one", "other"), DISTINCT)
def test_grounds_differ_to_the_eye(scheme: Scheme, one: str, other: str) -> None:
    """At least eight steps in one channel of eight bits: less is not seen on a common screen."""
    a, b = (QColor(getattr(scheme, name)) for name in (one, other))
    steps = (a.red() - b.red(), a.green() - b.green(), a.blue() - b.blue())
    assert max(map(abs, steps)) >= 8


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_colour_is_written_the_same_way(scheme: Scheme) -> None:
    assert all(re.fullmatch("#[0-9a-f]{6}", colour) for colour in colours(scheme).values())


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_stylesheet_has_no_colour_of_its_own(scheme: Scheme) -> None:
    sheet = stylesheet(scheme, Path("glyphs"))
    assert set(re.findall(r"#[0-9a-fA-F]{3,8}\b", sheet)) <= set(colours(scheme).values())
    assert not re.search(r"rgba?\(|hsla?\(|:\s*(white|black|gr[ae]y|red|blue|green)\b", sheet)
    assert "$" not in sheet


def test_every_picture_of_the_stylesheet_is_drawn(applied: Theme, qapp: QApplication) -> None:
    named = re.findall(r'url\("(.+?)"\)', qapp.styleSheet())
    assert {Path(name).stem for name in named} == set(GLYPHS)
    for name in named:
        assert inks(QIcon(name).pixmap(96)), name


@pytest.mark.parametrize("kind", CONTROLS, ids=lambda kind: kind.__name__)
def test_qt_understands_the_style_of_a_control(applied: Theme, qtbot: QtBot, kind: type[QWidget]) -> None:
    """Qt warns of a rule or a property that it does not know, and a warning fails the test."""
    control = QHeaderView(Qt.Orientation.Horizontal) if kind is QHeaderView else kind()
    qtbot.addWidget(control)
    control.resize(300, 120)
    assert not control.grab().isNull()


@pytest.mark.parametrize("name", resources.icons())
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_every_icon_is_drawn_sharply(applied: Theme, name: str, scale: float) -> None:
    pixmap = applied.icon(name).pixmap(QSize(16, 16), scale)
    assert pixmap.size() == QSize(16, 16) * scale
    assert pixmap.devicePixelRatio() == scale
    image = pixmap.toImage()
    seen = [image.pixelColor(x, y).alpha() > 60 for x in range(image.width()) for y in range(image.height())]
    assert 0.01 < sum(seen) / len(seen) < 0.95


def test_an_icon_held_by_a_control_changes_with_the_scheme(applied: Theme) -> None:
    held = QIcon(applied.icon("article-done"))
    assert LIGHT.good in inks(held.pixmap(48))
    applied.choose("dark")
    assert DARK.good in inks(held.pixmap(48))


def test_an_icon_says_that_it_is_disabled_or_switched_on(applied: Theme) -> None:
    icon = applied.icon("dot")
    assert inks(icon.pixmap(48, QIcon.Mode.Disabled)) == {LIGHT.faint}
    assert inks(icon.pixmap(48, QIcon.Mode.Normal, QIcon.State.On)) == {LIGHT.accent}
    assert inks(icon.pixmap(48)) == {LIGHT.muted}


def test_an_icon_outlives_its_copy_being_changed(applied: Theme) -> None:
    """Changing a copied icon clones its engine, which nothing in Python holds."""
    copies = [QIcon(applied.icon("claim")) for _ in range(50)]
    for copy in copies:
        copy.addPixmap(QPixmap(4, 4))
    gc.collect()  # once: it takes most of a second in a process that has run many tests
    assert not any(copy.pixmap(16).isNull() for copy in copies)


def test_tints_name_icons_and_colours_that_exist() -> None:
    assert set(TINTS) <= set(resources.icons())
    assert {icon for icon, _role in GLYPHS.values()} <= set(resources.icons())
    assert {*TINTS.values(), *(role for _icon, role in GLYPHS.values())} <= set(colours(LIGHT))


def test_the_chosen_appearance_reaches_the_palette_and_is_told(
    applied: Theme, qapp: QApplication, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(applied.changed):
        applied.choose("dark")
    assert applied.scheme is DARK
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == DARK.window
    assert DARK.window in qapp.styleSheet()
    with qtbot.assertNotEmitted(applied.changed):
        applied.choose("dark")


def test_a_change_of_the_system_is_followed_only_when_nothing_was_chosen(applied: Theme, qapp: QApplication) -> None:
    applied.choose("system")
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert applied.scheme is LIGHT
    applied.choose("dark")
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert applied.scheme is DARK


def test_an_unknown_appearance_is_refused(applied: Theme) -> None:
    with pytest.raises(ValueError, match="sepia"):
        applied.choose("sepia")
    assert applied.scheme is LIGHT


@pytest.mark.usefixtures("applied")
def test_the_carried_fonts_are_used_in_every_weight() -> None:
    bold, italic = fonts.reading_font(), fonts.reading_font()
    bold.setBold(True)
    italic.setItalic(True)
    for font, family in ((fonts.interface_font(), "Inter"), (bold, "Source Serif 4"), (italic, "Source Serif 4")):
        info = QFontInfo(font)
        assert (info.family(), info.bold(), info.italic()) == (family, font.bold(), font.italic())
    assert fonts.heading_font().pixelSize() > fonts.reading_font().pixelSize() * 1.3


@pytest.mark.usefixtures("applied")
def test_figures_of_the_table_stand_in_columns() -> None:
    metrics = QFontMetricsF(fonts.table_font())
    assert len({round(metrics.horizontalAdvance(figure * 8), 2) for figure in "0123456789"}) == 1


@pytest.mark.parametrize("sign", list("≈≥≤><–²°€£…“”’½⅓⅔⅙⅚"))
@pytest.mark.usefixtures("applied")
def test_the_interface_font_has_the_signs_of_the_table(sign: str) -> None:
    assert QRawFont.fromFont(fonts.interface_font()).supportsCharacter(ord(sign))


@pytest.mark.usefixtures("applied")
def test_zoom_goes_up_and_down_and_never_to_nothing() -> None:
    sizes = [fonts.reading_font(zoom).pixelSize() for zoom in range(-30, 40)]
    assert sizes == sorted(sizes) and sizes[0] >= 9 and sizes[-1] <= 96
    assert fonts.reading_font(1).pixelSize() > fonts.reading_font(0).pixelSize()
    assert fonts.reading_font().weight() == QFont.Weight.Normal


def test_the_fonts_come_with_their_licences_and_stay_small() -> None:
    files = resources.fonts()
    assert sum(file.stat().st_size for file in files) < 2_500_000
    for family in {re.sub(r"-(regular|medium|semibold|bold|italic|bold-italic)$", "", file.stem) for file in files}:
        assert "SIL Open Font License" in (files[0].parent / f"{family}-OFL.txt").read_text(encoding="utf-8")
