"""Claims with their speakers are found by the words that report them."""

from hypothesis import given
from hypothesis import strategies as st

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
    assert claims(text) == [(["that the bridge would cost 12 million euros"], "Lund")]
    assert [text[slice(*number.span)] for number in claim.numbers] == ["12 million euros"]


def test_who_something_is_according_to_is_its_speaker() -> None:
    assert claims("Two ferries were cancelled on Friday, according to the port authority.") == [
        (["Two ferries were cancelled on Friday"], "port authority")
    ]


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
