"""Every attribute is read, shown, parsed and changed by its one description."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.attributes.attribute import Attribute, Required
from models.attributes.built_in import ATTRIBUTES, attribute, attributes_of
from models.attributes.kinds import Date, Kind, Language, OneOf
from models.attributes.names import NameTaken, OtherNames, OwnName, WhoSays
from models.attributes.quantities import HowExactly, Value
from models.edits import Edit
from models.entities import Article, Claim, Mode, Number, Qualifier, Record, Speaker
from models.errors import OnrecordError
from models.quantities.quantity import Quantity
from models.quantities.writing import write_value
from models.registry import Registry
from tests.example import Example, signed

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
DATES = st.one_of(st.dates().filter(lambda day: 1600 <= day.year <= 2999).map(str), st.just("3 May 2024, 10:30"))
FLOATS = st.floats(-1e20, 1e20).filter(lambda value: value == 0 or abs(value) > 1e-6)
VALUES = st.builds(write_value, FLOATS, st.none(), st.sampled_from(Qualifier))
LANGUAGES = st.sampled_from(["en", "DE", " fr "])
TYPED: dict[type[Kind[Any]], st.SearchStrategy[str]] = {Date: DATES, Language: LANGUAGES, Value: VALUES}

RECORDS: dict[type[Record], Record] = {
    Claim: Claim(article="a"),
    Number: Number(article="a", value=3.0, qualifier=Qualifier.EXACT),
    Speaker: Speaker(name="Ida Brekke"),
    Article: Article(content="c", title="Wall"),
}
"""A record of each class that attributes are of."""

every_attribute = pytest.mark.parametrize("each", ATTRIBUTES, ids=lambda each: f"{each.of.__name__}-{each.name}")


def typed_for(each: Attribute[Any, Any]) -> st.SearchStrategy[str]:
    """Return texts that can be typed for an attribute."""
    return st.sampled_from(each.choices) if each.choices else TYPED.get(type(each.kind), TEXTS)


def after(edit: Edit, record: Record, registry: Registry) -> Record:
    """Return a record as an edit leaves it; the registry follows."""
    registry.take(edit)
    return next((change.after for change in edit.changes if change.after and change.row.id == record.id), record)


@every_attribute
@given(data=st.data())
def test_the_text_of_a_value_is_parsed_to_the_same_value(each: Attribute[Any, Any], data: st.DataObject) -> None:
    record = RECORDS[each.of]
    registry = Registry([RECORDS[Speaker]])
    value = each.parse(data.draw(typed_for(each)), registry)
    if value is None and each.required:
        return
    changed = after(each.change([record], value, registry), record, registry)
    read = each.read(changed, registry)
    assert each.parse(each.edit_text(read), registry) == read
    if not isinstance(each.kind, Value):  # of a unit that was typed, the number keeps what it can
        assert read == value or (isinstance(each.kind, HowExactly | OtherNames) and not value)


@every_attribute
def test_an_attribute_that_must_be_there_cannot_be_emptied(each: Attribute[Any, Any]) -> None:
    record, registry = RECORDS[each.of], Registry([RECORDS[Speaker]])
    if each.required:
        with pytest.raises(Required):
            each.write([record], " \u00a0\n", registry)
    else:
        assert each.read(after(each.change([record], None, registry), record, registry), registry) in (None, "exact")


def test_the_attributes_of_a_class_are_the_editable_fields_of_its_records() -> None:
    for kind, record in RECORDS.items():
        for each in attributes_of(kind):
            assert hasattr(record, each.name) or isinstance(each.kind, OtherNames)
    assert len({(each.of, each.name) for each in ATTRIBUTES}) == len(ATTRIBUTES)
    assert len({each.column for each in ATTRIBUTES}) == len(ATTRIBUTES)


def test_an_unknown_attribute_is_a_lookup_error() -> None:
    with pytest.raises(LookupError):
        attribute(Claim, "colour")


def test_the_label_of_a_change_names_the_attribute_and_how_many_records() -> None:
    unit, numbers = attribute(Number, "unit"), [Number(article="a", unit="m") for _ in range(1200)]
    assert unit.change(numbers[:1], "km", Registry()).label == "Change Unit"
    assert unit.change(numbers, "km", Registry()).label == "Change Unit of 1,200 numbers"
    assert unit.change(numbers[:1], None, Registry()).label == "Clear Unit"
    assert unit.change(numbers[:2], None, Registry()).label == "Clear Unit of 2 numbers"


def test_a_choice_is_typed_by_its_beginning() -> None:
    mode = attribute(Claim, "mode")
    assert mode.parse(" Dir", Registry()) is Mode.DIRECT
    for unclear in ("x", "directly"):
        with pytest.raises(OnrecordError, match="direct, indirect, mixed"):
            mode.parse(unclear, Registry())
    with pytest.raises(OnrecordError):
        OneOf(Qualifier).parse("a", Registry())


def test_what_cannot_be_read_for_certain_is_refused() -> None:
    with pytest.raises(OnrecordError):
        attribute(Article, "published").parse("3/4/2015", Registry())
    with pytest.raises(OnrecordError):
        attribute(Number, "value").parse("ten and then some", Registry())


def test_a_number_without_a_value_takes_no_qualifier() -> None:
    qualifier = attribute(Number, "qualifier")
    valued, bare = Number(article="a", value=1.0, qualifier=Qualifier.ABOUT), Number(article="a")
    with pytest.raises(OnrecordError):
        qualifier.change([valued, bare], Qualifier.ABOUT, Registry())
    edit = qualifier.change([valued, bare], None, Registry())
    assert [change.after for change in edit.changes] == [
        Number(id=valued.id, article="a", value=1.0, qualifier=Qualifier.EXACT)
    ]


def test_a_value_takes_the_unit_that_is_typed_with_it() -> None:
    value, number = attribute(Number, "value"), Number(article="a", unit="m")
    (change,) = value.write([number], "5 %", Registry()).changes
    assert isinstance(change.after, Number)
    assert (change.after.value, change.after.unit, change.after.qualifier) == (5.0, "%", Qualifier.EXACT)
    assert value.read(change.after, Registry()) == Quantity(5.0, None, Qualifier.EXACT, None, None)


def test_several_claims_get_one_new_speaker(example: Example) -> None:
    registry = example.registry
    edit = attribute(Claim, "speaker").write([example.cost, example.lost], "  Nils\n Aas ", registry)
    example.store.apply(signed(edit))
    new = [speaker for speaker in example.registry.speakers.values() if speaker.name == "Nils Aas"]
    assert len(new) == 1
    assert {claim.speaker for claim in example.records.claims.values()} == {new[0].id}


def test_a_name_of_somebody_else_is_refused(example: Example) -> None:
    for name, typed in (("name", "ms Brekke"), ("aliases", "the union; Ms Brekke")):
        with pytest.raises(NameTaken) as taken:
            attribute(Speaker, name).write([example.union], typed, example.registry)
        assert taken.value.known == example.mayor
    assert isinstance(attribute(Speaker, "name").kind, OwnName)


def test_several_speakers_cannot_get_the_same_name(example: Example) -> None:
    for name in ("name", "aliases"):
        with pytest.raises(OnrecordError):
            attribute(Speaker, name).write([example.union, example.mayor], "Nobody", example.registry)


def test_an_alias_that_contains_a_semicolon_is_one_name() -> None:
    aliases = attribute(Speaker, "aliases")
    assert aliases.parse('the mayor;  "Brekke; Ida" ; ', Registry()) == ("the mayor", "Brekke; Ida")
    assert aliases.edit_text(("the mayor", "Brekke; Ida")) == 'the mayor; "Brekke; Ida"'


def test_the_speaker_of_a_claim_is_shown_by_name(example: Example) -> None:
    speaker = attribute(Claim, "speaker")
    assert isinstance(speaker.kind, WhoSays)
    assert speaker.show(speaker.read(example.cost, example.registry)) == "Ida Brekke"
    assert speaker.show(speaker.read(example.lost, example.registry)) == ""


@pytest.mark.parametrize("typed", ["german", "d", "d1", "en-GB"])
def test_a_language_is_a_code_of_two_letters(typed: str) -> None:
    registry = Registry()
    assert attribute(Article, "language").parse(" DE ", registry) == "de"
    with pytest.raises(OnrecordError, match="two letters"):
        attribute(Article, "language").parse(typed, registry)
