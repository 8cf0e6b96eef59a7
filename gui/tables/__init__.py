"""The tables beside the text: statements, speakers and numbers, edited in place and kept in step with every edit."""

from gui.tables.numbers_panel import NumbersPanel
from gui.tables.speakers_panel import SpeakersPanel
from gui.tables.statements_panel import StatementsPanel

__all__ = ["NumbersPanel", "SpeakersPanel", "StatementsPanel"]
