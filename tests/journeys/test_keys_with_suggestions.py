"""What a whole page costs in keys with suggestions, corrected where they are not right, beside the same by hand."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from gui.editors.line_editor import LineEditor
from models.suggestions.found import FoundClaim
from models.suggestions.offered import Offered
from models.text import steps
from resources import sample_article
from tests.journeys.desk import CTRL, NONE, SHIFT, Desk
from tests.journeys.test_suggesting import let_seek

Key = Qt.Key
Range = tuple[int, int]

COALITION_SUGGESTED = 20
"""The most keys for its ten claims and ten numbers; by hand they cost 72 (`test_keys_per_record.py`)."""
HARBOUR_SUGGESTED, HARBOUR_BY_HAND = 80, 160
"""The most keys for the 16 claims and 17 numbers of the sample article, with suggestions and by hand."""

HARBOUR = (
    (("the hardest winter lies ahead",), "crews", ()),
    (("the worst was over",), "mayor", ()),
    (("“We said the fleet would be back before the winter, and here it is,”",), "Ines Calloway", ()),
    (
        (
            "the repairs had cost £18.4 million, some £2 million less than planned, and that the new wall would stand "
            "up to waves of 9.5 metres",
        ),
        "Ines Calloway",
        ("£18.4 million", "some £2 million", "9.5 metres"),
    ),
    (
        ("at least 60 per cent of the berths could be used at once and the rest before Easter",),
        "Saltmere Port Authority",
        ("at least 60 per cent of the berths",),
    ),
    (
        ("between 120 and 150 landings a week by spring, almost as many as in 2022",),
        "Saltmere Port Authority",
        ("between 120 and 150 landings",),
    ),
    (
        ("“Half of my crew have gone to the wind farms, and they won’t come back for a brass band 🎺 and a bun,”",),
        "Tom Arkwright",
        ("Half of my crew",),
    ),
    (("the wall was “a handsome piece of work”",), "Tom Arkwright", ()),
    (("fuel now cost him more than £1,100 a trip",), "Tom Arkwright", ("more than £1,100",)),
    (
        ("Cod fetched £3.75 a kilo on Wednesday, 12 per cent less than a year ago",),
        "Leila Osei",
        ("£3.75", "12 per cent"),
    ),
    (
        (
            "“A significant number of buyers found other ports while we were shut,”",
            "“Some of them will never look at us again.”",
        ),
        "Leila Osei",
        (),
    ),
    (
        (
            "they would pay no more than a third of it and that the town should not count on seeing the money before "
            "2026",
        ),
        "person close to the insurers",
        ("no more than a third",),
    ),
    (("the council was running out of patience, or of cash",), "Ines Calloway", ()),
    (
        (
            "For thirty weeks lorries brought 40,000 tonnes of granite down the A38, and fewer than ten of its 900 "
            "blocks have cracked so far",
        ),
        "builders",
        ("thirty weeks", "40,000 tonnes of granite", "fewer than ten", "900 blocks"),
    ),
    (
        (
            "grey seals had returned in their dozens and that the meadows of sea grass had shrunk by only 1.5 sq km, "
            "“which is nothing like the wreckage we feared”",
        ),
        "Yusuf Hale",
        ("dozens", "1.5 sq km"),
    ),
    (
        ("“Ask me in March,”", "“If there are 20 boats left by then, I will buy the mayor a drink.”"),
        "Tom Arkwright",
        ("20 boats",),
    ),
)
"""The claims of the sample article: their parts, speakers and numbers. Numbers that nobody claims are left out."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A claim as it is to be recorded: its parts, its speaker, and its numbers."""

    parts: tuple[Range, ...]
    speaker: str
    numbers: frozenset[Range]


def harbour(desk: Desk) -> list[Wanted]:
    """Return the claims of the sample article by their places, each after the one before."""
    at, found = desk.records.text.index("Harbour reopens"), []
    for parts, speaker, numbers in HARBOUR:
        places = []
        for part in parts:
            places.append(place_of(desk, part, at))
            at = places[-1][1]
        spans = frozenset(place_of(desk, each, places[0][0]) for each in numbers)
        found.append(Wanted(tuple(places), speaker, spans))
    return found


def place_of(desk: Desk, words: str, at: int) -> Range:
    """Return where words stand from an offset on, outside of boilerplate."""
    start = desk.records.text.index(words, at)
    for line in desk.records.boilerplate.values():
        if line.start <= start < line.end:
            return place_of(desk, words, line.end)
    return start, start + len(words)


def begin(desk: Desk, page: Path, *, suggesting: bool) -> None:
    """Open a page, with the keyboard in its text, and count keys from now on."""
    desk.open(page)
    if suggesting:
        desk.actions["show_suggestions"].trigger()
        let_seek(desk)
    desk.text.setFocus()
    desk.keys = 0


def recorded(desk: Desk) -> set[Wanted]:
    """Return the claims that are recorded."""
    records, speakers = desk.records, desk.project.registry.speakers
    return {
        Wanted(
            tuple((span.start, span.end) for span in records.contents(claim.id)),
            speakers[claim.speaker].name if claim.speaker else "",
            frozenset((s.start, s.end) for n in records.numbers_of(claim.id) for s in records.spans_of(n.id)),
        )
        for claim in records.claims.values()
    }


def loose_numbers(desk: Desk) -> set[Range]:
    """Return the numbers outside of claims that are recorded."""
    records = desk.records
    return {(s.start, s.end) for number in records.numbers_of(None) for s in records.spans_of(number.id)}


# With suggestions


def record_suggested(desk: Desk, claims: Sequence[Wanted], loose: frozenset[Range] = frozenset()) -> None:
    """Go through all suggestions: correct and record those that are wanted, and dismiss the others."""
    desk.press(Key.Key_Tab)
    while (found := desk.window.workspace.suggestions.current) is not None:
        begin, end = found.range
        wanted = next((each for each in claims if each.parts[0][0] < end and begin < each.parts[-1][1]), None)
        if found.is_claim and wanted and wanted not in recorded(desk):
            record_claim(desk, found, wanted)
        elif not found.is_claim and (found.range in loose or (wanted and found.range in wanted.numbers)):
            desk.press(Key.Key_Return)
        else:
            desk.press(Key.Key_Backspace)
        let_seek(desk)
    for each in claims:
        if each not in recorded(desk):
            record_by_hand(desk, each)


def press(desk: Desk, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """Press a key that moves the selection; it must move."""
    before = desk.text.selection()
    desk.press(key, modifiers)
    assert desk.text.selection() != before, (key, desk.records.text[slice(*before)])


def record_claim(desk: Desk, found: Offered, wanted: Wanted) -> None:
    """Give a suggested claim the right boundaries, numbers and speaker, by keys, and record it."""
    if found.parts != wanted.parts:
        desk.press(Key.Key_B)
        move_ends(desk, wanted.parts[0])
        desk.press(Key.Key_B)
    now = desk.window.workspace.suggestions.current or found
    for digit, number in enumerate(now.numbers, 1):
        if number.span not in wanted.numbers:
            desk.type(str(digit))
    assert isinstance(found.suggestion, FoundClaim)
    known = desk.project.registry.speakers.get(found.suggestion.speaker or "")
    if wanted.speaker == (known.name if known else found.suggestion.name):
        desk.press(Key.Key_Return)
        return
    desk.press(Key.Key_F2)
    desk.type(wanted.speaker)
    desk.press(Key.Key_Return)
    QApplication.processEvents()


# By hand


def record_by_hand(desk: Desk, wanted: Wanted) -> None:
    """Select a claim by sentences, clauses and words, record it with its speaker, its other parts and its numbers."""
    select(desk, wanted.parts[0])
    desk.press(Key.Key_C)
    editor = desk.focus
    assert isinstance(editor, LineEditor)
    if editor.value() != wanted.speaker:
        desk.type(wanted.speaker)
    desk.press(Key.Key_Return)
    for part in wanted.parts[1:]:
        select(desk, part)
        desk.press(Key.Key_C, SHIFT)
    for _number in wanted.numbers - {span for claim in recorded(desk) for span in claim.numbers}:
        desk.press(Key.Key_N, times=2)


def select(desk: Desk, words: Range) -> None:
    """Select words with the keys for sentences, clauses and words, of which a person would need no more."""
    view, text = desk.text, desk.records.text
    if view.selection()[0] > words[0]:
        desk.press(Key.Key_Home, CTRL)
    caret, end = view.selection()
    sentence = steps.sentence_around(text, caret, "en")
    if caret == end and sentence and caret < words[0] < sentence[1]:
        desk.press(Key.Key_I)  # what follows the claim that was just recorded
        if view.selection()[0] == view.selection()[1]:
            desk.press(Key.Key_K)
    while not (view.selection()[0] <= words[0] < view.selection()[1]):
        press(desk, Key.Key_J)
    while view.selection()[0] < (later := steps.start_next_clause(text, view.selection())[0]) <= words[0]:
        desk.press(Key.Key_I)
        assert view.selection()[0] == later
    while words[1] <= (sooner := steps.end_previous_clause(text, view.selection())[1]) < view.selection()[1]:
        desk.press(Key.Key_U)
        assert view.selection()[1] == sooner
    move_ends(desk, words)


def move_ends(desk: Desk, words: Range) -> None:
    """Move both ends of the selection word by word."""
    view = desk.text
    while view.selection()[0] < words[0]:
        press(desk, Key.Key_L, SHIFT)
    while view.selection()[0] > words[0]:
        press(desk, Key.Key_H, SHIFT)
    while view.selection()[1] < words[1]:
        press(desk, Key.Key_L)
    while view.selection()[1] > words[1]:
        press(desk, Key.Key_H)


def test_the_page_costs_few_keys_from_suggestions(
    desk: Desk, shared: Path, tmp_path: Path, gold: dict[str, Any]
) -> None:
    begin(desk, Path(shutil.copy(shared / "articles" / "coalition.txt", tmp_path)), suggesting=True)
    names = {speaker["id"]: speaker["name"] for speaker in gold["speakers"]}
    wanted = [
        Wanted(
            tuple((part["start"], part["end"]) for part in each["content"]),
            names[each["speaker"]],
            frozenset((number["start"], number["end"]) for number in each["numbers"]),
        )
        for each in gold["claims"]
    ]
    loose = frozenset((number["start"], number["end"]) for number in gold["numbers_outside_claims"])
    record_suggested(desk, wanted, loose)
    assert recorded(desk) == {*wanted}
    assert loose_numbers(desk) == loose
    assert desk.keys <= COALITION_SUGGESTED


@pytest.mark.parametrize(("suggesting", "most"), [(True, HARBOUR_SUGGESTED), (False, HARBOUR_BY_HAND)])
def test_the_sample_article_costs_fewer_keys_from_suggestions(
    desk: Desk, tmp_path: Path, suggesting: bool, most: int
) -> None:
    begin(desk, Path(shutil.copy(sample_article(), tmp_path)), suggesting=suggesting)
    wanted = harbour(desk)
    if suggesting:
        record_suggested(desk, wanted)
    else:
        for each in wanted:
            record_by_hand(desk, each)
    assert recorded(desk) == {*wanted}
    assert loose_numbers(desk) == set()
    assert desk.keys <= most
