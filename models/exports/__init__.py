"""What a project holds, as tables that can be published: a description of every column, and the files made from it."""

from models.exports.entry_tables import ARTICLES, SPEAKERS
from models.exports.exporting import export
from models.exports.line_tables import CLAIMS, NUMBERS, STATEMENTS
from models.exports.report import File, Report

__all__ = ["ARTICLES", "CLAIMS", "NUMBERS", "SPEAKERS", "STATEMENTS", "File", "Report", "export"]
