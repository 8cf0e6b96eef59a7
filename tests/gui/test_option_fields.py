"""The export dialog has a field for every option that a command has a flag for."""

from dataclasses import fields

from gui.exporting.options_described import FIELDS
from models.exports.options import Options

ELSEWHERE = {"tables", "only", "orders"}
"""What the list of files and the conditions choose."""


def test_every_option_has_a_field() -> None:
    assert {field.name for field in FIELDS} == {field.name for field in fields(Options)} - ELSEWHERE
