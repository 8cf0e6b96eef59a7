"""Found part by part, an article has the same suggestions and places as read in one go."""

import itertools

import pytest

from models.suggestions.coverage import find_places
from models.suggestions.finding import find
from models.suggestions.finding_parts import find_parts
from models.suggestions.sought import Sought

ENGLISH = """Quay to be closed

“We need 40 new berths, and we need them before the winter comes.

“Nobody should have to wait any longer,” said Ola Nord, the harbour master.

Mr Nord had one more thing to say:

“The council owns 9 ferries.”

Subscribe to the letter
It costs 3 crowns

He added that 200 boats had asked for a place. The quay was built in 1921.
"""
GERMAN = """Der Kai wird gesperrt

„Wir brauchen 40 neue Plätze, und zwar vor dem Winter.

„Niemand soll länger warten müssen“, sagte Hafenmeister Ola Nord.

Er fügte hinzu, dass 200 Boote um einen Platz gebeten hätten. Der Kai ist alt.
"""
HARD_WRAPPED = "The mayor said that\n40 berths would be lost.\n“It is not enough,”\nsaid Ola Nord, who owns 9 boats.\n"


@pytest.mark.parametrize(
    ("text", "language"),
    [(ENGLISH, "en"), (GERMAN, "de"), (ENGLISH, "nb"), (HARD_WRAPPED, "en"), (HARD_WRAPPED, "de"), ("", "en")],
)
@pytest.mark.parametrize("skips", [False, True])
@pytest.mark.parametrize("first", [0, 40, 180, 260, 10_000])
def test_the_parts_are_together_what_is_found_in_one_go(text: str, language: str, skips: bool, first: int) -> None:
    at = text.find("Subscribe")
    skipped = [(at, at + 23)] if skips and at >= 0 else []
    found = sorted(find_parts(Sought(text, language, skipped=tuple(skipped)), first), key=lambda each: each[0])
    parts = [part for _range, some in found for part in some]
    assert [begin for (begin, _end), _parts in found][1:] == [end for (_begin, end), _parts in found][:-1]
    whole = find(text, language, skipped=skipped)
    claims = sorted((each for part in parts for each in part.found.claims), key=lambda claim: claim.contents)
    assert claims == [*whole.claims]
    assert [each for part in parts for each in part.found.numbers] == [*whole.numbers]
    places = find_places(text, language, [each.span for each in whole.numbers])
    assert sorted((each for part in parts for each in part.places), key=repr) == sorted(places, key=repr)


def test_the_ranges_follow_each_other_and_hold_their_parts() -> None:
    found = [*find_parts(Sought(ENGLISH, "en"))]
    assert [begin for (begin, _end), _parts in found] == [0, *(end for (_begin, end), _parts in found[:-1])]
    assert found[-1][0][1] == len(ENGLISH) and len(found) > 2
    assert all(begin <= part.range[0] and part.range[1] <= end for (begin, end), parts in found for part in parts)


def test_parts_have_no_character_in_common() -> None:
    ranges = [part.range for _range, parts in find_parts(Sought(ENGLISH, "en")) for part in parts]
    assert all(first[1] <= second[0] for first, second in itertools.pairwise(ranges))


def test_what_the_coder_sees_is_found_before_what_is_in_front_of_it() -> None:
    (begin, end), parts = next(iter(find_parts(Sought(ENGLISH, "en"), ENGLISH.index("He added"))))
    assert begin <= ENGLISH.index("He added") < end and parts


def test_a_quotation_is_not_read_without_the_paragraph_that_it_continues() -> None:
    (begin, _end), _parts = next(iter(find_parts(Sought(ENGLISH, "en"), ENGLISH.index("Nobody"))))
    assert begin < ENGLISH.index("“We need")
