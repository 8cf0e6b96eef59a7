"""Say why an edit cannot be reverted alone."""

from collections.abc import Sequence

from gui.history.history_model import local_time
from models.lines.edit_line import EditLine
from models.text.excerpts import quoted
from models.translation import _, counted

MOST = 3
"""Edits that are named, the latest first."""


def refusal(line: EditLine, in_the_way: Sequence[EditLine]) -> str:
    """Return what stands in the way of reverting an edit, and what can be done."""
    what = _("“{done}” cannot be reverted alone.").format(done=line.done)
    if not in_the_way:
        return f"{what} {_('What it changed is no longer as it left it.')}"
    why = counted("A later edit depends on it:", "{count:,} later edits depend on it:", len(in_the_way))
    named = "; ".join(map(_named, in_the_way[:MOST]))
    if len(in_the_way) > MOST:
        named += f"; {counted('{count:,} other', '{count:,} others', len(in_the_way) - MOST)}"
    return f"{what} {why} {named}. {_('Revert these first, or make the change by hand.')}"


def _named(line: EditLine) -> str:
    words = f" {quoted(line.about, 40)}" if line.about else ""
    return _("{done}{words} by {coder}, {time}").format(
        done=line.done, words=words, coder=line.coder, time=local_time(line.at)
    )
