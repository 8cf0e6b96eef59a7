"""The commands that the context menu of the text offers, in short groups that fit the place."""

from itertools import chain

from gui.commands.command import Command
from gui.commands.record_commands import DELETE_RECORD, DISCUSS, DUPLICATE, EDIT_IN_TABLE, PIN
from gui.commands.suggestion_commands import DISMISS, NOTHING_HERE, RECORD_ALL, RECORD_SUGGESTION, TICK, WHY
from gui.commands.text_commands import (
    ALWAYS_ON_SITE,
    BOILERPLATE,
    BOUNDARIES,
    CLAIM,
    CUE,
    NEXT_SENTENCE,
    NUMBER,
    PART,
    REPEAT,
    SPEAKER,
)

Groups = tuple[tuple[Command, ...], ...]
ON_A_SELECTION: Groups = ((CLAIM, REPEAT, NUMBER), (SPEAKER, BOILERPLATE, ALWAYS_ON_SITE), (NOTHING_HERE,))
SUGGESTED: Groups = ((RECORD_SUGGESTION, DISMISS, TICK, WHY), (BOUNDARIES, RECORD_ALL))
OF_LINES = (BOILERPLATE, ALWAYS_ON_SITE)
WITH_A_SELECTED_RECORD: Groups = ((CLAIM, REPEAT, NUMBER), (SPEAKER, CUE, PART, BOUNDARIES), OF_LINES)
ON_A_RECORD: Groups = ((EDIT_IN_TABLE, BOUNDARIES, DELETE_RECORD), (DUPLICATE, DISCUSS, PIN))
IN_THE_TEXT: Groups = ((NEXT_SENTENCE, CLAIM, BOILERPLATE, ALWAYS_ON_SITE), (NOTHING_HERE,))
"""The commands that fit each place."""
OFFERED = frozenset(chain(*ON_A_SELECTION, *SUGGESTED, *WITH_A_SELECTED_RECORD, *ON_A_RECORD, *IN_THE_TEXT))
"""All commands that the menu offers; it shows the actions of the edit for them."""
