"""Completion of names."""

from hypothesis import given
from hypothesis import strategies as st

from models.completion import matching

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
