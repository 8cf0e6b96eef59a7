"""Where the spans of claims and numbers are in the file: found by the row of their record, which their index has."""

from models.entities import Claim, Number, Record
from models.store.rows import TABLES

OF_RECORD: dict[type[Record], str] = {
    kind: f"kept_span WHERE {TABLES[kind]} = (SELECT row FROM {TABLES[kind]} WHERE id = ?)" for kind in (Claim, Number)
}
"""What follows FROM in a SELECT of the spans of one claim or number, whose id is the parameter."""

OF_RECORDS: dict[type[Record], str] = {
    kind: f"""(SELECT row, id FROM {TABLES[kind]} WHERE id IN (SELECT value FROM json_each(?))) AS its
              JOIN kept_span ON kept_span.{TABLES[kind]} = its.row"""
    for kind in (Claim, Number)
}
"""The same of some claims or numbers: `its.id` is that of the record, and the parameter a list of ids as JSON."""
