"""The style of every control, as one function of the scheme.

Hairlines instead of boxes, one accent colour, and a ring around the control with the focus. Sizes are logical pixels.
Nothing here sets a font size: those come from the fonts, so that a larger system font enlarges the controls.
"""

from pathlib import Path
from string import Template

from gui.theme.colours import Scheme

# Images that a stylesheet can only load from files: the name there, the icon, and the colour of the scheme.
GLYPHS = {
    "down": ("chevron-down", "muted"),
    "down-disabled": ("chevron-down", "faint"),
    "up": ("chevron-up", "muted"),
    "right": ("chevron-right", "muted"),
    "check": ("check", "accent_text"),
    "check-menu": ("check", "text"),
    "dash": ("dash", "accent_text"),
    "dot": ("dot", "accent_text"),
    "close": ("close", "muted"),
    "float": ("all-articles", "muted"),
    "information": ("information", "accent"),
    "question": ("question", "accent"),
    "warning": ("warning", "warning"),
    "error": ("error", "error"),
}


def stylesheet(scheme: Scheme, glyphs: Path) -> str:
    """Return the application's stylesheet; `glyphs` is the folder with the drawn GLYPHS."""
    names = {name: getattr(scheme, name) for name in Scheme.__dataclass_fields__ if name != "dark"}
    parts = (_CHROME, _DOCKS, _VIEWS, _INPUTS, _BUTTONS, _SCROLL, _SMALL, _NAMED)
    return "\n".join(Template(part).substitute(names, glyphs=glyphs.as_posix()) for part in parts)


_CHROME = """
QMainWindow, QDialog, QWizard { background: $window; }
QMenuBar { background: $window; color: $text; padding: 2px 6px; border: none; }
QMenuBar::item { background: transparent; padding: 4px 9px; border-radius: 5px; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: $hover; }
QMenu { background: $raised; color: $text; border: 1px solid $edge; padding: 5px; }
QMenu::item { padding: 5px 28px 5px 10px; border-radius: 4px; margin: 0; }
QMenu::item:selected { background: $row; }
QMenu::item:disabled { color: $faint; background: transparent; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: $line; margin: 5px 8px; }
QMenu::indicator { width: 14px; height: 14px; margin-left: 7px; }
QMenu::indicator:checked { image: url("$glyphs/check-menu.svg"); }
QMenu::right-arrow { image: url("$glyphs/right.svg"); width: 14px; height: 14px; margin-right: 6px; }
QStatusBar { background: $window; color: $muted; border-top: 1px solid $line; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: $muted; padding: 3px 10px; }
QSizeGrip { image: none; width: 0; height: 0; }
QToolBar { background: $window; border: none; border-bottom: 1px solid $line; padding: 3px 8px; spacing: 2px; }
QToolBar::separator { background: $line; width: 1px; margin: 5px 6px; }
QToolTip { background: $raised; color: $text; border: 1px solid $edge; padding: 4px 7px; }
"""

_DOCKS = """
QMainWindow::separator { background: $line; width: 1px; height: 1px; }
QMainWindow::separator:hover { background: $accent; }
QSplitter::handle { background: $line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QSplitter::handle:hover { background: $accent; }
QDockWidget { color: $muted; border: none; icon-size: 16px; titlebar-close-icon: url("$glyphs/close.svg");
    titlebar-normal-icon: url("$glyphs/float.svg"); }
QDockWidget::title { background: $window; padding: 5px 12px; text-align: left; border: none; }
QDockWidget::close-button, QDockWidget::float-button { background: transparent; border: none; border-radius: 4px;
    padding: 1px; min-width: 16px; min-height: 16px; subcontrol-position: center right; position: relative; }
QDockWidget::close-button { left: -8px; }
QDockWidget::float-button { left: -30px; }
QDockWidget::close-button:hover, QDockWidget::float-button:hover { background: $hover; }
QTabWidget::pane { border: none; border-top: 1px solid $line; }
QTabWidget > QStackedWidget { background: $surface; }
QTabBar { background: $surface; qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: $muted; padding: 8px 4px 7px 4px; margin: 0 8px; border: none;
    border-bottom: 2px solid transparent; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $text; border-bottom-color: $accent; }
QTabBar::tab:focus { color: $accent; }
QTabBar::tab:disabled { color: $faint; }
"""

# A list without a parent is the pop-up of a completer: it gets an edge, every other list gets none.
# Cells keep their own ink when chosen; their text begins where the header's does (Qt adds three pixels).
_VIEWS = """
QAbstractScrollArea { border: none; background: $surface; color: $text; }
QAbstractItemView { background: $surface; color: $text; border: none; outline: 0; gridline-color: $line;
    selection-background-color: $row; selection-color: $text; }
QListView { background: $raised; border: 1px solid $edge; padding: 2px; }
QWidget QListView { background: $surface; border: none; padding: 0; }
QTableView::item { padding: 6px 5px; border: none; border-bottom: 1px solid $line; }
QTableView::item:selected { background: $row; }
QTableView::item:focus { border: 2px solid $accent; padding: 4px 3px 5px 3px; }
QTableView#findings, QTableView#hits { selection-background-color: transparent; }
QTableView#articles::item, QTableView#articles::item:selected, QTableView#articles::item:focus,
    QTableView#hits::item, QTableView#hits::item:selected, QTableView#hits::item:focus { border: none;
    padding: 0; background: transparent; }
#articles QHeaderView, #articles QHeaderView::section { background: $window; }
#article_list QWidget#chips, #article_list QWidget#condition_form, #article_list QWidget#groups_pane,
    #article_list QTreeView#groups, #article_list #groups QHeaderView::section { background: $window; }
QListView::item, QTableView#findings::item { padding: 3px 8px; min-height: 20px; border-radius: 5px; border: none; }
QTreeView::item { padding: 3px 5px; min-height: 20px; border: none; }
QFileDialog QTreeView::item { padding: 3px 0; }
QListView::item:hover, QTreeView::item:hover, QTableView#findings::item:hover { background: $hover; }
QListView::item:selected, QTreeView::item:selected, QTableView#findings::item:selected { background: $row;
    color: $text; }
QTreeView::branch:selected { background: $row; }
QTreeView::branch:has-children:closed { image: url("$glyphs/right.svg"); }
QTreeView::branch:has-children:open { image: url("$glyphs/down.svg"); }
QHeaderView { background: $surface; border: none; }
QHeaderView::section { background: $surface; color: $muted; padding: 6px 8px; border: none;
    border-bottom: 1px solid $line; }
QHeaderView::section:hover { color: $text; }
QHeaderView::up-arrow { image: url("$glyphs/up.svg"); width: 12px; height: 12px; subcontrol-origin: padding;
    subcontrol-position: center right; }
QHeaderView::down-arrow { image: url("$glyphs/down.svg"); width: 12px; height: 12px; subcontrol-origin: padding;
    subcontrol-position: center right; }
QTableCornerButton::section { background: $surface; border: none; border-bottom: 1px solid $line; }
QAbstractItemView QLineEdit, QAbstractItemView QComboBox, QAbstractItemView QPlainTextEdit {
    background: $raised; border: 2px solid $accent; border-radius: 0; padding: 0 4px; margin: 0; min-height: 0; }
"""

_INPUTS = """
QLineEdit, QDateTimeEdit, QComboBox { background: $raised; color: $text; border: 1px solid $edge;
    border-radius: 5px; padding: 4px 7px; min-height: 18px; selection-background-color: $selection;
    selection-color: $selection_text; placeholder-text-color: $muted; }
QSpinBox { background: $raised; color: $text; border: 1px solid $edge; border-radius: 5px; padding: 3px 24px 2px 0;
    min-height: 18px; selection-background-color: $selection; selection-color: $selection_text; }
QSpinBox:hover { border-color: $faint; }
QSpinBox:focus { border: 2px solid $accent; padding: 2px 23px 1px 0; }
QSpinBox:disabled { color: $faint; background: $window; border-color: $line; }
QSpinBox::up-button, QSpinBox::down-button { border: none; width: 22px; subcontrol-origin: padding; }
QSpinBox::up-button { subcontrol-position: top right; }
QSpinBox::down-button { subcontrol-position: bottom right; }
QSpinBox::up-arrow { image: url("$glyphs/up.svg"); width: 10px; height: 10px; }
QSpinBox::down-arrow { image: url("$glyphs/down.svg"); width: 10px; height: 10px; }
QTextEdit, QPlainTextEdit { background: $surface; color: $text; border: none;
    selection-background-color: $selection; selection-color: $selection_text; }
QDialog QTextEdit, QDialog QPlainTextEdit, QDockWidget QPlainTextEdit { background: $raised;
    border: 1px solid $edge; border-radius: 5px; padding: 3px 4px; }
QLineEdit:hover, QComboBox:hover, QDateTimeEdit:hover { border-color: $faint; }
QLineEdit:focus, QComboBox:focus, QDateTimeEdit:focus { border: 2px solid $accent; padding: 3px 6px; }
QDockWidget QPlainTextEdit[readOnly="true"] { background: $window; border-color: $line; }
QDialog QTextEdit:focus, QDialog QPlainTextEdit:focus, QDockWidget QPlainTextEdit:focus {
    border: 2px solid $accent; padding: 2px 3px; }
QComboBox:!editable { padding-left: 9px; }
QComboBox:!editable:focus { padding-left: 8px; }
QLineEdit:disabled, QComboBox:disabled, QDateTimeEdit:disabled { color: $faint; background: $window;
    border-color: $line; }
QLineEdit:read-only { background: $window; border-color: $line; }
QLineEdit { lineedit-clear-button-icon: url("$glyphs/close.svg"); }
QComboBox::drop-down { border: none; width: 24px; subcontrol-origin: padding; subcontrol-position: center right; }
QComboBox::down-arrow { image: url("$glyphs/down.svg"); width: 14px; height: 14px; }
QComboBox::down-arrow:disabled { image: url("$glyphs/down-disabled.svg"); }
QComboBox { combobox-popup: 0; }
QComboBox QAbstractItemView { background: $raised; border: 1px solid $edge; padding: 4px; }
QDateTimeEdit::drop-down { border: none; width: 24px; subcontrol-origin: padding; subcontrol-position: center right; }
QDateTimeEdit::down-arrow { image: url("$glyphs/down.svg"); width: 14px; height: 14px; }
QDateTimeEdit QLineEdit, QComboBox QLineEdit, QSpinBox QLineEdit { background: transparent; border: none; padding: 0;
    min-height: 0; }
"""

_BUTTONS = """
QPushButton { background: $raised; color: $text; border: 1px solid $edge; border-radius: 5px; padding: 5px 14px;
    min-height: 18px; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $line; }
QPushButton:default { background: $accent; color: $accent_text; border-color: $accent; }
QPushButton:focus { border: 2px solid $accent; padding: 4px 13px; outline: none; }
QPushButton:default:focus { border-color: $text; }
QPushButton:disabled { color: $faint; background: $window; border-color: $line; }
QPushButton:flat { background: transparent; border-color: transparent; color: $accent; }
QToolButton { background: transparent; color: $muted; border: 1px solid transparent; border-radius: 5px;
    padding: 3px; }
QToolButton:hover { background: $hover; color: $text; }
QToolButton:pressed { background: $line; }
QToolButton:checked { background: $row; color: $accent; }
QToolButton:focus { border-color: $accent; }
QToolButton:disabled { color: $faint; }
QToolButton::menu-indicator { image: none; }
QLineEdit QToolButton { border: none; padding: 0; background: transparent; }
QCheckBox, QRadioButton { color: $text; spacing: 8px; }
QCheckBox:disabled, QRadioButton:disabled { color: $faint; }
QCheckBox::indicator, QRadioButton::indicator, QAbstractItemView::indicator { width: 14px; height: 14px;
    border: 1px solid $faint; background: $raised; }
QCheckBox::indicator, QAbstractItemView::indicator { border-radius: 4px; }
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border-color: $accent; }
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked { background: $accent; border-color: $accent;
    image: url("$glyphs/check.svg"); }
QCheckBox::indicator:indeterminate { background: $accent; border-color: $accent; image: url("$glyphs/dash.svg"); }
QRadioButton::indicator:checked { background: $accent; border-color: $accent; image: url("$glyphs/dot.svg"); }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: $line; background: $window; }
"""

_SCROLL = """
QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: 12px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: $edge; border-radius: 3px; margin: 3px; }
QScrollBar::handle:vertical { min-height: 36px; }
QScrollBar::handle:horizontal { min-width: 36px; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: $faint; }
QScrollBar::handle:disabled { background: transparent; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: none; }
"""

_SMALL = """
QLabel { background: transparent; }
QLabel:disabled { color: $faint; }
QGroupBox { border: none; margin-top: 22px; padding: 0; }
QGroupBox::title { subcontrol-origin: margin; subcontrol-position: top left; color: $muted; padding: 0; }
QProgressBar { background: $line; border: none; border-radius: 2px; max-height: 4px; min-height: 4px;
    text-align: right; color: transparent; }
QProgressBar::chunk { background: $good; border-radius: 2px; }
QMessageBox, QFileDialog { messagebox-information-icon: url("$glyphs/information.svg");
    messagebox-question-icon: url("$glyphs/question.svg"); messagebox-warning-icon: url("$glyphs/warning.svg");
    messagebox-critical-icon: url("$glyphs/error.svg"); }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
"""

# Panes and labels of ours, by their object names. A line that was refused carries the property `refused`.
_NAMED = """
#articles, #details, #details_body { background: $window; }
#chip { background: $row; border: 1px solid $line; border-radius: 6px; }
#chip QToolButton { color: $text; background: transparent; border: 1px solid transparent; border-radius: 5px;
    padding: 2px 4px; }
#chip QToolButton:hover { background: $hover; }
#chip QToolButton:focus { border: 1px solid $accent; }
#hint, #articles_done, #article_foot, #coder, #key { color: $muted; }
#details_heading { color: $text; font-weight: 600; }
#problem { color: $error; }
#guidance { background: $surface; color: $text; border-top: 1px solid $line; padding: 8px 18px; }
#selection_bar { background: $raised; border: 1px solid $edge; border-radius: 7px; }
#selection_bar QToolButton { color: $text; padding: 4px 8px; }
#start, #middle { background: $surface; }
#start_heading { color: $text; }
#start_step, #start_first { text-align: left; padding: 8px 12px; }
#start_step { background: transparent; color: $text; border-color: transparent; }
#start_step:hover { background: $hover; }
#start_first { background: $accent; color: $accent_text; border-color: $accent; }
#start_aside { color: $muted; }
#start_first #start_aside { color: $accent_text; }
#start_step:focus { border: 2px solid $accent; padding: 7px 11px; }
#start_first:focus { border: 2px solid $text; padding: 7px 11px; }
#notice { background: $row; border: none; border-bottom: 1px solid $line; }
#notice_words { color: $text; }
QLineEdit[refused="true"], QPlainTextEdit[refused="true"] { border: 2px solid $error; }
#refusal { background: $raised; color: $error; border: 1px solid $error; border-radius: 5px; padding: 5px 8px; }
QWidget QListView#offers { background: $raised; border: 1px solid $edge; border-radius: 6px; padding: 4px; }
"""
