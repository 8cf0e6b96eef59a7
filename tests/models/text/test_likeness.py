"""Texts that are alike are found among many, with how much they have in common."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.text.likeness import ALIKE, Sketch, SketchIndex, sketch
from tests.thorough import examples


def story(seed: int, words: int = 220) -> list[str]:
    chance = random.Random(seed)
    return [f"w{chance.randrange(3_000)}" for _ in range(words)]


def test_the_same_words_are_alike_whatever_their_signs() -> None:
    one = " ".join(story(1))
    other = one.upper().replace(" ", ",\n", 30)
    assert sketch(one).share(sketch(other)) == 1
    assert sketch("Café Ören " * 30).share(sketch("cafe\u0301 o\u00adren " * 30)) == 1


def test_a_shorter_version_is_alike_to_the_whole() -> None:
    whole = story(1, 600)
    assert sketch(" ".join(whole[:150])).share(sketch(" ".join(whole))) == 1


def test_scripts_without_blanks_are_compared_by_characters() -> None:
    one = "港口的墙将花费四千万克朗市长星期二这样说并补充说没有人需要搬家渔民工会认为计划太小"
    assert sketch(one).share(sketch(one.replace("星期二", "星期三"))) > ALIKE


def test_a_text_of_few_words_is_like_no_other() -> None:
    index = SketchIndex[int]()
    index.add(0, sketch("The ferry runs again in May."))
    assert index.alike(sketch("The ferry runs again in May.")) == []


@settings(max_examples=examples(20))
@given(st.integers(0, 10_000), st.integers(0, 55), st.booleans())
def test_copies_with_edits_are_found_among_many(seed: int, edits: int, cut: bool) -> None:
    chance, index = random.Random(seed), SketchIndex[int]()
    stories = [story(seed + number) for number in range(30)]
    for number, words in enumerate(stories):
        index.add(number, sketch(" ".join(words)))
    copy = stories[7][: 150 if cut else 220]
    for _ in range(edits // 4):
        copy[chance.randrange(len(copy))] = "edited"
    found = index.alike(sketch(" ".join(copy)))
    assert [key for key, _share in found] == [7]


def test_one_text_is_compared_with_few_of_a_large_project(monkeypatch: pytest.MonkeyPatch) -> None:
    index = SketchIndex[int]()
    sketches = [sketch(" ".join(story(number, 60))) for number in range(4_000)]
    for number, each in enumerate(sketches):
        index.add(number, each)
    compared: list[Sketch] = []

    def share(one: Sketch, other: Sketch) -> float:
        compared.append(other)
        return shared(one, other)

    shared = Sketch.share
    monkeypatch.setattr(Sketch, "share", share)
    assert all(index.alike(each) for each in sketches[:400])
    assert len(compared) < 3 * 400
