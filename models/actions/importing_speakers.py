"""Import a list of speakers: new ones, and other texts in the cells of known ones."""

from dataclasses import replace
from typing import Any

from models.actions.cells import Cell, Refusal, Rewritten, Written, write_cells
from models.attributes.attribute import Attribute
from models.entities import Speaker
from models.known import Known
from models.speaker_lists.columns import text_of
from models.speaker_lists.matching import Matching, NotMatched
from models.speaker_lists.speakers_csv import SpeakerList, SpeakerRow
from models.text.typed_text import typed_line
from models.translation import _


def import_speakers(listed: SpeakerList, known: Known) -> Written:
    """Return the one edit that adds new speakers and changes known ones, and what it refuses with line and reason.

    A cell that is empty in the list changes nothing, and neither does a name that a speaker has already. The rows of
    cells are the lines of the file, from 0.
    """
    matching, given, new = Matching(known.registry), list[tuple[Cell, str]](), list[Rewritten]()
    refused = [_refusal(each.line, "", each.reason) for each in listed.misread]
    for row in listed.rows:
        try:
            speaker = matching.speaker_of(row)
        except NotMatched as error:
            refused.append(_refusal(row.line, row.text("name") or row.text("outside_id"), error.advice))
            continue
        if speaker is None:
            speaker = Speaker(name=typed_line(row.text("name")) or "")
            new.append(
                Rewritten(Cell(row.line - 1, _("New speaker"), "", None, speaker, about=_about(row)), speaker.name)
            )
        named = speaker.name == row.text("name") or matching.has_name(speaker, row.text("name"))
        given += (
            (_cell(row, column, speaker, known), text)
            for column, text in row.cells
            if not (named and column.name == "name")
        )
    written = write_cells(given, known, new=[each.cell.record for each in new if each.cell.record])
    edit = replace(written.edit, label=_("Import speakers"))
    return Written.of(edit, (*new, *written.changed), (*refused, *written.refused))


def _cell(row: SpeakerRow, column: Attribute[Any, Any], speaker: Speaker, known: Known) -> Cell:
    text = text_of(column, speaker, known)
    return Cell(row.line - 1, column.label, text, column, speaker, about=_about(row))


def _refusal(line: int, text: str, reason: str) -> Refusal:
    return Refusal(Cell(line - 1, _("Row"), text, about=_line(line, text)), text, reason)


def _about(row: SpeakerRow) -> str:
    return _line(row.line, row.text("name") or row.text("outside_id"))


def _line(line: int, name: str) -> str:
    return _("Line {line}: {name}").format(line=line, name=name) if name else _("Line {line}").format(line=line)
