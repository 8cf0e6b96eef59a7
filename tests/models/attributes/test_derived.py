"""One line in the list of attributes is enough for export columns, and for sorting and filtering lists."""

from models.attributes.built_in import ATTRIBUTES, attributes_of
from models.attributes.kinds import Line, Text
from models.attributes.names import OtherNames, WhoSays
from models.entities import Claim, Number
from models.exports.tables import tables
from models.store.filter_words import FILTERED
from models.store.line_sorts import SORTS


def test_every_attribute_is_exported_with_its_description() -> None:
    published = {column.name: column for table in tables() for column in table.columns}
    for each in ATTRIBUTES:
        if not isinstance(each.kind, WhoSays | OtherNames):  # a speaker has columns and a table
            column = published[each.column]
            assert (column.description, column.choices) == (each.description, each.choices)
            assert column.required is each.required


def test_every_attribute_of_claims_and_numbers_that_is_typed_but_a_note_or_a_flag_sorts_lists() -> None:
    names = {each.name for kind in (Claim, Number) for each in attributes_of(kind) if each.editable}
    assert names - {"note", "discuss"} <= SORTS.keys()


def test_every_text_of_claims_and_numbers_that_is_typed_is_found_by_a_filter() -> None:
    for kind in (Claim, Number):
        texts = {each.name for each in attributes_of(kind) if each.editable and isinstance(each.kind, Line | Text)}
        assert texts == set(FILTERED[kind])
