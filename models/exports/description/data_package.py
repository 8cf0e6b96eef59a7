"""Write the description for machines: `datapackage.json`, a Data Package by Frictionless, version 2."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from models.attributes.cell_kinds import CellKind
from models.exports.description.assistance import as_json
from models.exports.description.contents import Contents, DescribedColumn, DescribedSample, DescribedTable
from models.exports.description.words import citation
from models.exports.options import DecimalMark, Options
from models.sampling.definition import write_definition
from models.translation import _

PROFILES = "https://datapackage.org/profiles/2.0"
RANGES = r"\d+-\d+(;\d+-\d+)*"
DATE_TIME = "datetime"

TYPES: dict[CellKind, dict[str, Any]] = {
    CellKind.ID: {"type": "string", "format": "uuid"},
    CellKind.INTEGER: {"type": "integer"},
    CellKind.NUMBER: {"type": "number"},
    CellKind.DATE: {"type": "date"},
    CellKind.TIME: {"type": DATE_TIME},
}
"""The types of columns; those of all others are strings."""

Json = dict[str, Any]


def data_package(contents: Contents) -> str:
    """Return the description of a folder. It has no stamp: the same data give the same text."""
    package: Json = {
        "$schema": f"{PROFILES}/datapackage.json",
        "name": _slug(contents.title),
        "title": contents.title,
        "description": _("Who said what, with which numbers: claims recorded from news articles."),
        **_state(contents),
        "contributors": [{"title": coder, "roles": ["coder"]} for coder in contents.coders] or None,
        "resources": [_resource(table, contents) for table in contents.tables],
        "onrecord": {
            "version": contents.program,
            "citation": citation(contents),
            "edits": contents.edits,
            "filters": [*contents.filters],
            "remarks": [*contents.remarks],
            "samples": [*map(_sample, contents.samples)],
            **as_json(contents.assisted),
            "codes": contents.options.codes,
            "spreadsheet_safe": contents.options.spreadsheet_safe,
        },
    }
    written = {name: part for name, part in package.items() if part is not None}
    return json.dumps(written, ensure_ascii=False, indent=2) + "\n"


def _sample(described: DescribedSample) -> Json:
    """Return how a sample was drawn; the definition is that of the file, or nothing if a later program wrote it."""
    sample, definition = described.sample, described.definition
    return {
        "id": sample.id,
        "name": sample.name,
        "method": str(sample.method),
        "seed": sample.seed,
        "population": sample.population,
        "report": described.report,
        **(json.loads(write_definition(definition)) if definition else {}),
    }


def _state(contents: Contents) -> Json:
    """Return the version of the data, by their last edit, and its time."""
    if contents.changed_at is None or contents.changed_on is None:
        return {}
    day = date.fromisoformat(contents.changed_on)
    return {"version": f"{day.year}.{day.month}.{day.day}+{contents.edits}", "created": contents.changed_at}


def _slug(title: str) -> str:
    return "-".join("".join(each if each.isalnum() else " " for each in title.lower()).split()) or "onrecord"


def _resource(table: DescribedTable, contents: Contents) -> Json:
    return {
        "name": table.name,
        "type": "table",
        "path": table.file,
        "description": table.table.description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": table.size,
        "hash": f"sha256:{table.sha256}",
        "rows": table.rows,
        "dialect": _dialect(contents.options),
        "schema": _schema(table, contents),
    }


def _dialect(options: Options) -> Json:
    return {
        "header": True,
        "delimiter": str(options.separator),
        "lineTerminator": "\r\n",
        "quoteChar": '"',
        "doubleQuote": True,
        "skipInitialSpace": False,
    }


def _schema(table: DescribedTable, contents: Contents) -> Json:
    keys = [
        {"fields": [column.name], "reference": _reference(other, table)} for column, other in contents.references(table)
    ]
    return {
        "fields": [_field(column, contents.options) for column in table.columns],
        "missingValues": [""],
        **_key(table),
        **({"foreignKeys": keys} if keys else {}),
    }


def _reference(other: DescribedTable, table: DescribedTable) -> Json:
    """Return what a column refers to; the empty name is that of the table itself."""
    return {"resource": "" if other is table else other.name, "fields": [*other.table.key]}


def _key(table: DescribedTable) -> Json:
    """Return the key of a table. The parts of a primary key are never empty; those of another unique key may be."""
    key = [*table.table.key]
    required = {column.name for column in table.columns if column.required}
    return {"primaryKey": key} if required.issuperset(key) else {"uniqueKeys": [key]}


def _field(column: DescribedColumn, options: Options) -> Json:
    described: Json = {
        "name": column.name,
        "title": column.label,
        **TYPES.get(column.kind, {"type": "string"}),
        "description": column.description,
    }
    if column.kind is CellKind.NUMBER and options.decimal is not DecimalMark.POINT:
        described["decimalChar"] = str(options.decimal)
    if column.column.unit:
        described["unit"] = column.column.unit
    if constraints := dict(_constraints(column)):
        described["constraints"] = constraints
    if column.kind is CellKind.CHOICE:
        described["categories"] = [{"value": each.written, "label": each.label} for each in column.values]
    return described


def _constraints(column: DescribedColumn) -> Iterator[tuple[str, Any]]:
    if column.required:
        yield "required", True
    if column.kind is CellKind.CHOICE:
        yield "enum", [each.written for each in column.values]
    if column.kind is CellKind.RANGES:
        yield "pattern", RANGES
