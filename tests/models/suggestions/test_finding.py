"""Claims with their speakers are found by the words that report them."""

import sys
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from models.entities import Word
from models.own_words import OwnWords
from models.suggestions.finding import find
from models.suggestions.found import FoundClaim


def claims(text: str) -> list[tuple[list[str], str | None]]:
    """Return the contents of each claim in a text, and who makes it."""
    return [([text[slice(*part)] for part in claim.contents], claim.name) for claim in find(text, "en").claims]


def only(text: str) -> FoundClaim:
    """Return the only claim of a text."""
    (claim,) = find(text, "en").claims
    return claim


def test_a_quotation_before_its_verb_is_a_claim_with_cue_and_source() -> None:
    text = "“The harbour will reopen in May,” said Ines Calloway, the mayor of Port Alder."
    claim = only(text)
    assert [text[slice(*part)] for part in claim.contents] == ["“The harbour will reopen in May,”"]
    assert claim.cue is not None and text[slice(*claim.cue)] == "said"
    assert text[slice(*claim.source[0])].startswith("Ines Calloway")
    assert (claim.name, claim.mode, claim.rule) == ("Ines Calloway", "direct", "quotation, verb after")


def test_what_is_said_without_marks_ends_with_its_sentence() -> None:
    text = "Mr Lund said that the bridge would cost 12 million euros. It opened in 1950."
    claim = only(text)
    assert claims(text) == [(["the bridge would cost 12 million euros"], "Lund")]
    assert [text[slice(*number.span)] for number in claim.numbers] == ["12 million euros"]


def test_words_before_a_verb_and_a_semicolon_are_what_was_said() -> None:
    assert claims("The fares would not rise, Mr Lund added; a reserve had been set aside.") == [
        (["The fares would not rise"], "Lund")
    ]


def test_who_something_is_according_to_is_its_speaker() -> None:
    assert claims("Two ferries were cancelled on Friday, according to the port authority.") == [
        (["Two ferries were cancelled on Friday"], "port authority")
    ]


def test_sources_after_according_to_may_begin_with_a_word_that_is_no_noun() -> None:
    for source in ("early results of the count", "state law"):
        assert claims(f"Two ferries were late, according to {source}.") == [(["Two ferries were late"], source)]


def test_a_verb_that_may_be_a_participle_makes_a_clause_before_according_to() -> None:
    assert claims("In May the rate fell by 0.2 %, according to the office.") == [
        (["In May the rate fell by 0.2 %"], "office")
    ]


def test_names_that_look_like_adverbs_or_participles_speak() -> None:
    for name in ("Kelly", "Reilly", "Fielding"):
        assert claims(f"{name} said it was late.") == [(["it was late"], name)]
        assert claims(f"It rained. {name} says it was late.") == [(["it was late"], name)]
    assert claims("Suddenly told to leave, he left. Having said that, he left.") == []


def test_what_follows_a_clause_with_as_is_what_was_noted() -> None:
    assert claims("As Ms Holm noted, those ferries will stay.") == [(["those ferries will stay"], "Holm")]
    assert claims("As Ms Holm spoke, the ferry was late.") == []


def test_a_quotation_interrupted_by_its_verb_is_one_claim_of_two_parts() -> None:
    assert claims("“The ferry,” Ida Brekke said, “was late.” It rained.") == [
        (["“The ferry,”", "“was late.”"], "Ida Brekke")
    ]
    assert claims("“It was late,” Ida Brekke said. “It always is.” It rained.") == [
        (["“It was late,”", "“It always is.”"], "Ida Brekke")
    ]


def test_a_quotation_with_a_verb_of_its_own_is_another_claim() -> None:
    assert claims("“It was late,” Ida Brekke said. “So what?” asked Ola Nord.") == [
        (["“It was late,”"], "Ida Brekke"),
        (["“So what?”"], "Ola Nord"),
    ]


def test_a_sentence_around_the_words_that_report_it_is_one_claim() -> None:
    assert claims("The ferry, Ida Brekke said, would be late again.") == [
        (["The ferry", "would be late again"], "Ida Brekke")
    ]
    assert claims("The ferry would be late, said Ida Brekke.") == [(["The ferry would be late"], "Ida Brekke")]


def test_words_that_end_in_an_auxiliary_verb_go_on_after_what_reports_them() -> None:
    assert claims("It was, Ida Brekke said, one of the worst nights.") == [
        (["It was", "one of the worst nights"], "Ida Brekke")
    ]
    assert claims("The ferry has, Ida Brekke said on Monday, lost its anchor.") == [
        (["The ferry has", "lost its anchor"], "Ida Brekke")
    ]
    assert claims("The ferry is where it always was, Ida Brekke said, pointing at the harbour.") == [
        (["The ferry is where it always was"], "Ida Brekke")
    ]


def test_a_number_keeps_its_qualifier() -> None:
    for qualifier in ("more than", "at least", "up to", "about", "nearly", "as many as", "no fewer than"):
        for verb in ("said", "said on Monday", "told reporters"):
            words = f"{qualifier} 1,300 letters were lost"
            assert claims(f"Ola Nord {verb} {words}.") == [([words], "Ola Nord")]
    ((contents, _),) = claims("Ola Nord said over the weekend 40 people came.")
    assert "over" not in contents[0]
    assert claims("Ola Nord said at least $40 was lost.") == [(["at least $40 was lost"], "Ola Nord")]
    assert claims("Ola Nord said more than half of it was lost.") == [(["more than half of it was lost"], "Ola Nord")]


def test_brackets_around_a_sentence_are_not_part_of_a_claim() -> None:
    assert claims("(Ola Nord said it was late.)") == [(["it was late"], "Ola Nord")]
    assert claims("(It was late, Ola Nord said.)") == [(["It was late"], "Ola Nord")]
    assert claims("Ola Nord said it was late (again).") == [(["it was late (again)"], "Ola Nord")]


def test_what_somebody_said_of_a_noun_includes_the_noun() -> None:
    assert claims("Ida Brekke raised the prices, which Ola Nord said had been too low.") == [
        (["the prices, which", "had been too low"], "Ola Nord")
    ]


def test_what_is_said_ends_where_something_else_is_said() -> None:
    assert claims("Ola Nord said it would rain, but Ida Brekke denied the report.") == [
        (["it would rain"], "Ola Nord"),
        (["the report"], "Ida Brekke"),
    ]
    for other, verb in (("another", "says"), ("others", "say")):
        assert [said for said, _ in claims(f"The office says the ferry is safe, {other} {verb} it is not.")] == [
            ["the ferry is safe"],
            ["it is not"],
        ]
    assert claims("The union boasted of having won, while acknowledging that it had lost members.") == [
        (["having won"], "union"),
        (["it had lost members"], "union"),
    ]


def test_when_where_and_to_whom_it_was_said_is_not_part_of_a_claim() -> None:
    assert claims("Ola Nord told reporters in Bergen on Monday that the ferry was late.") == [
        (["the ferry was late"], "Ola Nord")
    ]
    assert claims("Asked about the ferry, Ola Nord said, on Monday, that it was late.") == [
        (["it was late"], "Ola Nord")
    ]
    assert claims("Ola Nord, a captain from Bergen, said on Monday nearly 200 seats were free.") == [
        (["nearly 200 seats were free"], "Ola Nord")
    ]


def test_a_name_beside_words_is_their_speaker() -> None:
    assert claims("Minister: storm to cost billions") == [(["storm to cost billions"], "Minister")]
    assert claims("Storm damage put at billions: police") == [(["Storm damage put at billions"], "police")]
    assert claims("“Nobody came.” — Ida Brekke") == [(["“Nobody came.”"], "Ida Brekke")]
    assert claims("Analysis: why nobody came\nQ: Who came?\nThe plan: a new bridge for Bergen") == []


def test_headlines_are_read_with_and_without_capitals() -> None:
    assert claims("Storm to cost billions, says minister") == [(["Storm to cost billions"], "minister")]
    assert claims("Storm to Cost Billions, Ida Brekke Says") == [(["Storm to Cost Billions"], "Ida Brekke")]
    assert claims("Minister Says Storm Will Cost Billions") == [(["Storm Will Cost Billions"], "Minister")]


def test_what_is_said_of_a_noun_ends_with_the_noun() -> None:
    assert claims("Ida Brekke denied the report, but the ferry was late.") == [(["the report"], "Ida Brekke")]
    assert claims("Ola Nord, who denied having lied, is ill.") == [(["having lied"], "Ola Nord")]
    assert claims("When Ida Brekke announced a strike, the ferry was late.") == [(["a strike"], "Ida Brekke")]


def test_words_that_look_like_verbs_report_nothing() -> None:
    assert claims("Its proposed bridge is late. The mayor was asked to sit. Nine states went to the polls.") == []


def test_a_quotation_over_several_paragraphs_is_one_claim() -> None:
    text = "“It was late,” Ida Brekke said. “It always is.\n“It rained.\n“Nobody came.”\nIt was dark."
    assert claims(text) == [(["“It was late,”", "“It always is.", "“It rained.", "“Nobody came.”"], "Ida Brekke")]
    assert claims("“It was late.\n“Nobody came,” said Ida Brekke.") == [
        (["“It was late.", "“Nobody came,”"], "Ida Brekke")
    ]


def test_a_quotation_after_a_colon_belongs_to_the_subject_of_the_words_before_it() -> None:
    assert claims("Ida Brekke went further: “Nobody came.”") == [(["“Nobody came.”"], "Ida Brekke")]
    assert claims("The mayor, Ida Brekke, wrote in the letter:\n“Nobody came.”") == [(["“Nobody came.”"], "Ida Brekke")]


def test_any_verb_right_after_a_quotation_reports_it() -> None:
    assert claims("“Nobody came,” Ida Brekke shrugged.") == [(["“Nobody came,”"], "Ida Brekke")]
    assert claims("“Night Train” runs in Bergen.") == []


def test_a_quotation_that_follows_what_somebody_said_is_part_of_it() -> None:
    assert claims("Ida Brekke said that it was late. “Nobody came.”") == [
        (["it was late", "“Nobody came.”"], "Ida Brekke")
    ]


def test_a_verb_that_the_project_adds_reports() -> None:
    text = "“Nobody came.” The ferry sank, warbled Ida Brekke. She warbles that it rained."
    own = OwnWords([Word(language="en", list="reporting_verbs", words="warble, warbles, warbled")])
    assert find(text, "en").claims == ()
    (claim,) = find(text, "en", own=own).claims
    assert (text[slice(*claim.contents[0])], claim.name) == ("it rained", "Ida Brekke")


def test_whom_somebody_told_is_not_part_of_a_claim() -> None:
    for hearer in ("Bergen News", "the union", "him", "a rally in Bergen"):
        assert claims(f"Ola Nord told {hearer} he would resign.") == [(["he would resign"], "Ola Nord")]
    assert claims("Ola Nord told the union its boats were late.") == [(["its boats were late"], "Ola Nord")]


def test_what_stands_between_a_name_and_its_verb_is_not_the_speaker() -> None:
    for aside in ("22, of Bergen, Norway", "facing a strike in Bergen", "who lives in Bergen", "a baker from Bergen"):
        assert claims(f"Ola Nord, {aside}, said he would come.")[0][1] == "Ola Nord"


def test_a_verb_that_looks_like_a_noun_ends_a_sentence() -> None:
    assert claims("“Nobody came,” Brekke notes.") == [(["“Nobody came,”"], "Brekke")]


def test_a_quotation_that_ends_a_clause_is_claimed_with_the_clause() -> None:
    assert claims("The union would be “glad of an end to this,” Ola Nord said.") == [
        (["The union would be “glad of an end to this,”"], "Ola Nord")
    ]
    assert claims("For the union, Ola Nord said, it was “the end of a long strike.”") == [
        (["For the union", "it was “the end of a long strike.”"], "Ola Nord")
    ]


def test_a_sentence_that_says_something_itself_does_not_report_the_quotation_before_it() -> None:
    text = "John Nord went because “nobody else would go there.” He also said the ferry was late."
    assert claims(text)[-1] == (["the ferry was late"], "John Nord")


def test_when_something_was_said_is_not_what_was_said() -> None:
    assert claims("“We won!” Senator Ola Nord said as he left the hall.") == [(["“We won!”"], "Ola Nord")]
    assert claims("When the vote was over, Ola Nord said, “We won.”") == [(["“We won.”"], "Ola Nord")]


def test_boilerplate_is_passed_over() -> None:
    text = "The mayor said that it rained.\nIt cost 12 euros."
    found = find(text, "en", skipped=[(0, text.index("\n"))])
    assert found.claims == ()
    assert [text[slice(*number.span)] for number in found.numbers] == ["12 euros"]


_PIECES = st.sampled_from(
    ["“", "”", '"', "‘", "’", " said", " Mr Lund", ", ", ". ", "\n", "that ", "it rained", ": ", " — ", " 12 euros",
     "according to ", "he ", "she added", " which ", "and ", "told reporters "]
)  # fmt: skip


@given(st.lists(_PIECES | st.text(max_size=3), max_size=30).map("".join))
def test_ranges_are_in_the_text_in_order_and_apart_whatever_the_text(text: str) -> None:
    found = find(text, "en")
    for claim in found.claims:
        bounds = [offset for part in claim.contents for offset in part]
        assert bounds and bounds == sorted(bounds) and bounds[0] >= 0 and bounds[-1] <= len(text)
        for start, end in (*claim.contents, *claim.source, *filter(None, [claim.cue])):
            assert 0 <= start < end <= len(text)
    starts = [claim.contents[0][0] for claim in found.claims]
    assert starts == sorted(starts)


def test_an_article_that_is_ten_times_as_long_takes_about_ten_times_the_work() -> None:
    page = (
        "“It took us longer than we hoped,” said Ines Calloway {at}, the mayor. “But nobody lost a job.”\n"
        "She told reporters that the council, which she said had been patient, would pay 12 million euros.\n"
        "The repairs, according to Tom Arkwright {at}, would be late. Arkwright denied the report.\n"
    )

    def calls(pages: int) -> int:
        text, other = ("".join(page.format(at=first + at) for at in range(pages)) for first in (0, 1000))
        find(other, "en")  # what is kept of words is there before it is counted, and nothing of these sentences
        counted = Counter[str]()
        sys.setprofile(lambda frame, event, arg: counted.update([event]))
        try:
            find(text, "en")
        finally:
            sys.setprofile(None)
        return counted["call"]

    assert calls(30) < 12 * calls(3)
