"""The tables beside the text: statements, speakers, numbers and remarks, which follow every edit."""

from gui.tables.numbers_panel import NumbersPanel
from gui.tables.remarks_panel import RemarksPanel
from gui.tables.speakers_panel import SpeakersPanel
from gui.tables.statements_panel import StatementsPanel

__all__ = ["NumbersPanel", "RemarksPanel", "SpeakersPanel", "StatementsPanel"]
