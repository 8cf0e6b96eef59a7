"""Say why an edit cannot be reverted alone, and why something cannot be shown."""

from gui.history.history_model import local_time
from models.lines.edit_line import EditLine, Reversal
from models.text.excerpts import quoted
from models.translation import _, counted


def deletion(line: EditLine) -> str:
    """Return which edit deleted what is looked for."""
    words = _("It was deleted: {edit}. Revert that edit to bring it back.")
    return words.format(edit=_named(line))


def refusal(line: EditLine, found: Reversal) -> str:
    """Return why an edit cannot be reverted alone, and what can be done."""
    what = _("“{done}” cannot be reverted alone.").format(done=line.done)
    if not found.in_the_way:
        return f"{what} {_('What it changed is no longer as it left it.')}"
    why = counted("A later edit depends on it:", "{count:,} later edits depend on it:", found.count)
    if found.more:
        why = _("At least {count:,} later edits depend on it:").format(count=found.count)
    named = "; ".join(map(_named, found.in_the_way))
    if others := found.count - len(found.in_the_way):
        named += f"; {counted('{count:,} other', '{count:,} others', others)}"
    do = counted(
        "Revert it first, or make the change by hand.", "Revert these first, or make the change by hand.", found.count
    )
    return f"{what} {why} {named}. {do}"


def _named(line: EditLine) -> str:
    words = f" {quoted(line.about, 40)}" if line.about else ""
    return _("{done}{words} by {coder}, {time}").format(
        done=line.done, words=words, coder=line.coder, time=local_time(line.at)
    )
