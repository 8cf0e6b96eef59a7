"""What a project holds, as tables that can be published: a description of every column, and the files made from it."""

from models.exports.exporting import FILES, export, tables_in
from models.exports.report import File, Report
from models.exports.tables import ARTICLES, CLAIMS, NUMBERS, SPEAKERS, STATEMENTS

__all__ = ["ARTICLES", "CLAIMS", "FILES", "NUMBERS", "SPEAKERS", "STATEMENTS", "File", "Report", "export", "tables_in"]
