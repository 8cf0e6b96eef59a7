"""Ranges of a text are found again in a later version of it."""

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from models.text.aligning import aligned
from models.text.carrying import Carried, Fate, carried
from models.text.ranges import Range

PIECES = st.lists(
    st.sampled_from(
        [
            "wall",
            "sea",
            "40",
            "million",
            "é",
            "e\u0301",
            "🌊",
            "👩‍🚒",
            "港",
            " ",
            " ",
            ". ",
            ",",
            "\n",
            "\n\n",
            "\u00ad",
        ]
    ),
    max_size=25,
)
TEXTS = PIECES.map("".join)


@st.composite
def ranges_of(draw: st.DrawFn, text: str) -> Range:
    start = draw(st.integers(0, max(len(text) - 1, 0)))
    return start, draw(st.integers(start + 1, max(len(text), start + 1)))


def only(old: str, new: str, words: str) -> tuple[str | None, Fate]:
    """Return the words to which some words are carried, and what became of them."""
    start = old.index(words)
    (found,) = carried([(start, start + len(words))], old, new)
    return found.new and new[slice(*found.new)], found.fate


SAID = "The wall costs 40 million crowns, said the mayor. The ferry runs again in May."


@pytest.mark.parametrize(
    ("old", "new", "words", "found", "fate"),
    [
        (SAID, "In short:\n" + SAID, "40 million crowns", "40 million crowns", Fate.SAME),
        (SAID, SAID.replace("40 million", "40 milion"), "40 million crowns", "40 milion crowns", Fate.CHANGED),
        (SAID, SAID.replace("40 ", "about 40 "), "40 million crowns", "40 million crowns", Fate.SAME),
        (SAID, SAID.replace("crowns,", "crowns or more,"), "40 million crowns", "40 million crowns", Fate.SAME),
        (SAID, SAID.replace("40 million", "44 million"), "40", "44", Fate.CHANGED),
        (SAID, SAID.replace("40 million", "40,000"), "40", "40,000", Fate.CHANGED),
        (SAID, SAID.replace("May", "Mayday"), "May", "Mayday", Fate.CHANGED),
        (SAID, SAID.replace("the mayor", "she"), "the mayor", "she", Fate.CHANGED),
        (SAID, SAID.replace(", said the mayor", ""), "said the mayor", None, Fate.GONE),
        (SAID, SAID.replace("costs 40", "costs\n40"), "The wall costs 40", "The wall costs\n40", Fate.SAME),
        (SAID, SAID.replace(" ", "\n"), "40 million crowns", "40\nmillion\ncrowns", Fate.SAME),
        (SAID, "", "mayor", None, Fate.GONE),
        (
            SAID,
            "The ferry runs again in May. The wall costs 40 million crowns, said the mayor.",
            "May",
            "May",
            Fate.CHANGED,
        ),
    ],
)
def test_words_are_found_again(old: str, new: str, words: str, found: str | None, fate: Fate) -> None:
    assert only(old, new, words) == (found, fate)


def test_words_that_moved_need_a_look() -> None:
    first, second = "Ann said that the wall will hold the sea.\n", "The ferry of the islands runs again in May.\n"
    others = "".join(f"{second[:-2]} {year}.\n" for year in range(2001, 2005))
    found = only(first + others, others + first, "the wall will hold")
    assert found == ("the wall will hold", Fate.CHANGED)


def test_part_of_what_was_written_anew_is_gone() -> None:
    new = SAID.replace("The ferry runs again in May", "Nobody knows whether any ship returns")
    assert only(SAID, new, "ferry runs") == (None, Fate.GONE)


@given(TEXTS, st.data())
def test_a_text_is_carried_to_itself(text: str, data: st.DataObject) -> None:
    old = data.draw(ranges_of(text))
    if old[1] <= len(text):
        assert carried([old], text, text) == [Carried(old, old, Fate.SAME)]


@given(TEXTS, TEXTS, TEXTS, TEXTS)
@example("a ", "é", "e\u0301", " b")
def test_what_both_texts_have_is_the_same_in_both(before: str, old: str, new: str, after: str) -> None:
    alignment = aligned(before + old + after, before + new + after)
    end = (0, 0)
    for block in alignment.blocks:
        assert block.length > 0
        assert block.old >= end[0]
        assert block.new >= end[1]
        end = block.old + block.length, block.new + block.length
        assert alignment.old[block.old : end[0]] == alignment.new[block.new : end[1]]
    assert sum(gap.old[1] - gap.old[0] for gap in alignment.gaps) + sum(b.length for b in alignment.blocks) == len(
        alignment.old
    )


@given(TEXTS, TEXTS, TEXTS, TEXTS, st.data())
def test_every_range_has_a_place_in_the_new_text_or_is_gone(
    before: str, old: str, new: str, after: str, data: st.DataObject
) -> None:
    text, other = before + old + after, before + new + after
    asked = data.draw(ranges_of(text))
    if asked[1] > len(text):
        return
    (found,) = carried([asked], text, other)
    assert (found.new is None) == (found.fate is Fate.GONE)
    if found.new:
        assert 0 <= found.new[0] < found.new[1] <= len(other)
    if found.fate is Fate.SAME and found.new:
        assert text[slice(*asked)].split() == other[slice(*found.new)].split()


WORDS_OF_STORY = st.lists(st.integers(0, 400).map("word{}".format), min_size=3, max_size=40, unique=True)


@given(WORDS_OF_STORY, WORDS_OF_STORY, st.data())
def test_words_with_their_surroundings_are_carried_exactly(
    story: list[str], others: list[str], data: st.DataObject
) -> None:
    place = data.draw(st.integers(1, len(story) - 2))
    new_words = [f"new{each}" for each in others]
    text = " ".join(story)
    other = " ".join([*new_words[: len(others) // 2], *story, *new_words[len(others) // 2 :]])
    assert only(text, other, story[place]) == (story[place], Fate.SAME)


def test_a_long_text_of_few_words_is_found_with_other_line_breaks_and_a_new_beginning() -> None:
    words = [f"word{place * place % 97}" for place in range(9_000)]
    old = "\n".join(" ".join(words[line : line + 9]) for line in range(0, 9_000, 9))
    new = f"News. {' '.join([*words[:4_000], 'more', *words[4_100:]])}"
    (found,) = carried([(40_000, 40_300)], old, new)
    assert found.fate is Fate.SAME


@pytest.mark.parametrize("line", ["\n", " "])
def test_a_long_text_with_few_changes_takes_little_time(line: str) -> None:
    sentences = [
        f"Sentence {place} says that the wall of {place % 97} metres holds the sea." for place in range(16_000)
    ]
    old = line.join(sentences)
    changed = [*sentences]
    for place in range(100, 16_000, 1_500):
        changed[place] = changed[place].replace("metres", "feet")
    new = line.join(["A new first sentence.", *changed])
    began = time.process_time()
    alignment = aligned(old, new)
    took = time.process_time() - began
    began = time.process_time()
    for _ in range(10):
        old.split()
    floor = time.process_time() - began
    assert sum(block.length for block in alignment.blocks) > len(old) - 200
    assert took < 60 * floor
