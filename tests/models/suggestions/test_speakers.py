"""Completion of names, and the guess at who makes a claim."""

import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from models.articles import sentences
from models.suggestions.speakers import guess_speaker, matching

NAMES = [
    ("lund", "Astrid Lund"),
    ("lund", "Mayor Lund"),
    ("okafor", "Chidi Okafor"),
    ("union", "The Harbour Workers’ Union"),
    ("union", "HWU"),
    ("garcia", "José García"),
    ("moss-a", "Anna Moss"),
    ("moss-b", "Bert Moss"),
    ("us", "US"),
]


class TestCompletion:
    def test_any_part_of_a_name_is_enough(self) -> None:
        assert matching(NAMES, "kaf") == ["okafor"]

    def test_an_alias_finds_its_speaker(self) -> None:
        assert matching(NAMES, "hwu") == ["union"]

    def test_a_speaker_comes_once_however_many_names_match(self) -> None:
        assert matching(NAMES, "lund") == ["lund"]

    def test_case_and_accents_do_not_matter(self) -> None:
        assert matching(NAMES, "jose garcia") == ["garcia"]
        assert matching(NAMES, "GARCÍA") == ["garcia"]

    def test_apostrophes_and_hyphens_do_not_matter(self) -> None:
        assert matching(NAMES, "workers union") == ["union"]

    def test_the_beginning_of_a_name_goes_before_the_beginning_of_a_word_before_any_part(self) -> None:
        names = [("part", "Joanna Reed"), ("word", "Bo Anna"), ("name", "Anna Moss"), ("whole", "Anna")]
        assert matching(names, "anna") == ["whole", "name", "word", "part"]

    def test_words_may_come_in_any_order(self) -> None:
        assert matching(NAMES, "moss anna") == ["moss-a"]

    def test_a_slip_of_the_pen_still_finds_the_name(self) -> None:
        assert matching(NAMES, "okaforr") == ["okafor"]
        assert matching(NAMES, "Astrd Lund") == ["lund"]

    def test_what_resembles_nothing_finds_nothing(self) -> None:
        assert matching(NAMES, "Zbigniew") == []

    def test_nothing_typed_offers_everybody_once(self) -> None:
        assert matching(NAMES, " ") == ["lund", "okafor", "union", "garcia", "moss-a", "moss-b", "us"]

    def test_names_in_other_scripts_are_found(self) -> None:
        assert matching([("a", "Ольга Иванова"), ("b", "王小明")], "иван") == ["a"]
        assert matching([("a", "Ольга Иванова"), ("b", "王小明")], "小明") == ["b"]

    @given(st.text(max_size=20), st.lists(st.tuples(st.sampled_from("abc"), st.text(max_size=12)), max_size=8))
    def test_no_typing_makes_it_fail(self, typed: str, names: list[tuple[str, str]]) -> None:
        found = matching(names, typed)
        assert len(found) == len(set(found))


def guess(text: str, claim: str, last: str | None = None) -> str | None:
    """Guess for a text of one sentence."""
    start = text.index(claim)
    return guess_speaker(text, start, start + len(claim), 0, len(text), NAMES, last)


class TestGuess:
    def test_who_is_named_beside_the_reporting_verb_speaks(self) -> None:
        assert guess("Astrid Lund said the bridge is safe.", "the bridge is safe") == "lund"

    def test_the_name_may_follow_the_verb(self) -> None:
        assert guess("The bridge is safe, said Chidi Okafor, who built it.", "The bridge is safe") == "okafor"

    def test_the_name_nearest_to_the_verb_wins(self) -> None:
        text = "At a dinner for José García the engineer Chidi Okafor warned that the bridge is unsafe."
        assert guess(text, "the bridge is unsafe") == "okafor"

    def test_who_is_told_does_not_speak(self) -> None:
        assert guess("Astrid Lund told Chidi Okafor that the bridge is safe.", "the bridge is safe") == "lund"

    def test_a_name_inside_the_claim_is_spoken_of(self) -> None:
        assert (
            guess("José García said Astrid Lund had closed the bridge.", "Astrid Lund had closed the bridge")
            == "garcia"
        )
        assert guess("Astrid Lund closed the bridge, he said.", "Astrid Lund closed the bridge", "okafor") == "okafor"

    def test_a_name_in_quotation_marks_is_spoken_of(self) -> None:
        text = "“Astrid Lund closed the bridge.”"
        assert guess(text, text, "okafor") == "okafor"

    def test_when_the_whole_sentence_is_the_claim_its_subject_speaks(self) -> None:
        text = "Chidi Okafor said the bridge of Astrid Lund is safe."
        assert guess(text, text, "garcia") == "okafor"

    def test_a_surname_is_enough_where_one_speaker_bears_it(self) -> None:
        assert guess("Mr Okafor said the bridge is safe.", "the bridge is safe") == "okafor"
        assert guess("The bridge is safe, Okafor added.", "The bridge is safe") == "okafor"
        assert guess("But Okafor said the bridge is safe.", "the bridge is safe") == "okafor"
        assert guess("Prof. García said the bridge is safe.", "the bridge is safe") == "garcia"

    def test_a_surname_of_two_speakers_tells_nothing(self) -> None:
        assert guess("Mr Moss said the bridge is safe.", "the bridge is safe", "lund") == "lund"
        assert guess("Anna Moss said the bridge is safe.", "the bridge is safe", "lund") == "moss-a"

    def test_a_surname_in_another_name_is_somebody_else(self) -> None:
        assert guess("Peter Lund said the bridge is safe.", "the bridge is safe", "okafor") == "okafor"

    def test_only_whole_words_are_names(self) -> None:
        assert guess("Lundgren said the bridge is safe.", "the bridge is safe", "okafor") == "okafor"

    def test_an_acronym_is_not_found_in_a_small_word(self) -> None:
        assert guess("He told us the bridge is safe.", "the bridge is safe", "okafor") == "okafor"
        assert guess("The US said the bridge is safe.", "the bridge is safe", "okafor") == "us"

    def test_a_leading_article_may_lack_and_the_case_of_a_group_may_differ(self) -> None:
        assert guess("Harbour Workers' Union said it would strike.", "it would strike") == "union"

    def test_a_possessive_is_not_who_speaks(self) -> None:
        text = "Astrid Lund’s critic Chidi Okafor said the bridge is unsafe."
        assert guess(text, "the bridge is unsafe") == "okafor"

    def test_a_pronoun_is_who_spoke_before(self) -> None:
        assert guess("The bridge is safe, he also said.", "The bridge is safe", "okafor") == "okafor"
        assert (
            guess("Standing beside Mr García, she said the bridge is safe.", "the bridge is safe", "lund") is not None
        )
        assert (
            guess("After a talk with Mr García, she said the bridge is safe.", "the bridge is safe", "lund") == "lund"
        )

    def test_who_was_named_earlier_in_the_paragraph_is_who_a_pronoun_means(self) -> None:
        text = "Mr Okafor disagreed. Mr García replied that it would hold. “It is steel,” he said."
        start = text.index("“It")
        assert guess_speaker(text, start, len(text), start, len(text), NAMES, "lund") == "garcia"

    def test_where_nobody_is_named_it_is_the_last_speaker_or_nobody(self) -> None:
        assert guess("The bridge is safe.", "The bridge is safe", "okafor") == "okafor"
        assert guess("The bridge is safe.", "The bridge is safe") is None

    def test_german_verbs_are_known(self) -> None:
        text = "Nach dem Treffen mit Astrid Lund sagte Chidi Okafor, die Brücke sei sicher."
        assert guess(text, "die Brücke sei sicher") == "okafor"

    def test_an_emoji_before_the_name_shifts_nothing(self) -> None:
        assert guess("🌉🌉 Chidi Okafor said the bridge is safe.", "the bridge is safe") == "okafor"

    @given(st.text(max_size=60), st.integers(0, 60), st.integers(0, 60))
    def test_no_text_makes_it_fail(self, text: str, one: int, other: int) -> None:
        start, end = sorted((min(one, len(text)), min(other, len(text))))
        assert guess_speaker(text, start, end, 0, len(text), NAMES, "lund") is not None

    def test_every_speaker_of_the_coalition_article_is_guessed(self, shared: Path) -> None:
        text = (shared / "articles" / "coalition.txt").read_text(encoding="utf-8")
        gold = json.loads((shared / "gold" / "coalition.json").read_text(encoding="utf-8"))
        names = [(one["id"], name) for one in gold["speakers"] for name in [one["name"], *one.get("aliases", [])]]
        last = None
        for claim in gold["claims"]:
            start, end = claim["content"][0]["start"], claim["content"][-1]["end"]
            first, behind = _sentence(text, start, end)
            assert guess_speaker(text, start, end, first, behind, names, last) == claim["speaker"]
            last = claim["speaker"]


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    bounds = sentences(text)
    first = max(begin for begin, _ in bounds if begin <= start)
    return first, min(behind for _, behind in bounds if behind >= end)
