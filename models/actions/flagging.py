"""Flag records as to be discussed."""

from collections.abc import Sequence

from models.edits import Edit, changed
from models.entities import Article, Claim, Number, Speaker
from models.translation import counted

Discussed = Article | Speaker | Claim | Number
"""A record that can be flagged."""


def toggle_discuss(records: Sequence[Discussed]) -> Edit:
    """Flag articles, speakers, claims and numbers as to be discussed, or take the flag off if all of them have it."""
    flagged = all(record.discuss for record in records)
    count = len(records)
    if flagged:
        label = counted("Take flag off {count:,} record", "Take flags off {count:,} records", count)
    else:
        label = counted("Flag {count:,} record to discuss", "Flag {count:,} records to discuss", count)
    return Edit(label, tuple(changed(record, discuss=not flagged) for record in records))
