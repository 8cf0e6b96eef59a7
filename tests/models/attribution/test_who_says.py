"""Who makes a claim: the words that name the speaker, and what the registry should say about that speaker."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.attribution.attribution import Attribution
from models.attribution.tagging import Tagger
from models.attribution.who_says import who_says
from models.entities import SpeakerKind

PERSON, ORGANISATION, GROUP, UNNAMED = SpeakerKind

NAMES = [
    ("kerry", "John Kerry"),
    ("okafor", "Chidi Okafor"),
    ("port", "The Port Authority"),
    ("moss-a", "Anna Moss"),
    ("moss-b", "Bert Moss"),
]


def attribution(marked: str, **known: object) -> Attribution | None:
    """Return who says the words in [square brackets] of a text, and the text without the brackets."""
    contents = []
    text = ""
    for piece in marked.split("["):
        inside, closed, rest = piece.partition("]")
        if closed:
            contents.append((len(text), len(text) + len(inside)))
        text += inside + rest
    return who_says(text, contents, **known)  # type: ignore[arg-type]  # what a test gives


def source(marked: str) -> str | None:
    """Return the words that name the speaker of what is in brackets."""
    found = attribution(marked)
    text = marked.replace("[", "").replace("]", "")
    return " … ".join(text[start:end] for start, end in found.source) if found else None


NAMED = [
    ("The [storm will cost the port dearly], said Mayor Ines Calloway.", "Ines Calloway", "Mayor", PERSON),
    (
        "[The channel was clear], chief engineer Tom Arkwright told reporters.",
        "Tom Arkwright",
        "chief engineer",
        PERSON,
    ),
    ("[“It is safe,”] said the harbour master, Ida Brekke.", "Ida Brekke", "harbour master", PERSON),
    ("Ida Brekke, the harbour master, said [it was safe].", "Ida Brekke", "harbour master", PERSON),
    (
        "U.S. Secretary of State John Kerry said [the talks had failed].",
        "John Kerry",
        "U.S. Secretary of State",
        PERSON,
    ),
    ("Pentagon spokesman John Kirby said [the strike had failed].", "John Kirby", "Pentagon spokesman", PERSON),
    ("“No,” he began. [“It is over,”] said Florida Sen. Bob Hale.", "Bob Hale", "Florida Sen.", PERSON),
    ("Sir Ian Wells, chairman of the board, said [it was over].", "Ian Wells", "chairman of the board", PERSON),
    ("[“It will hold,”] Dr. Amy Stone of the Institute of Bridges said.", "Amy Stone", None, PERSON),
    ("Ms. Lund, 45, said [the bridge would hold].", "Lund", None, PERSON),
    ("[The bridge is closed], according to the port authority.", "port authority", None, ORGANISATION),
    ("The utility said [power was back].", "utility", None, ORGANISATION),
    ("The Harbour Times reported that [the bridge would hold].", "Harbour Times", None, ORGANISATION),
    ("[Power was back], a spokesperson said.", "spokesperson", None, UNNAMED),
    ("A spokesman for the ministry said [the plan had failed].", "spokesman for the ministry", None, UNNAMED),
    (
        "[A deal is near], two officials familiar with the talks said.",
        "two officials familiar with the talks",
        None,
        UNNAMED,
    ),
    ("Republicans say [the bill will pass].", "Republicans", None, GROUP),
]


@pytest.mark.parametrize(("marked", "name", "role", "kind"), NAMED)
def test_who_is_named_beside_the_verb_is_cut_for_the_registry(
    marked: str, name: str, role: str | None, kind: SpeakerKind
) -> None:
    found = attribution(marked)
    assert found is not None
    assert (found.name, found.role, found.kind, found.certain) == (name, role, kind, True)
    assert found.cue is not None


SOURCES = [
    # before the claim
    ("Ida Brekke told Tom Arkwright that [the bridge would hold].", "Ida Brekke"),
    ("On Monday, Ida Brekke, speaking in Bergen, warned [the tide was high].", "Ida Brekke"),
    ("Al Smith, a lawyer in Miami, Florida, said [it was over].", "Al Smith"),
    ("Mrs Vik, who doggedly stayed in the race, has said [she will not resign].", "Mrs Vik"),
    ("The critic of the mayor said [the plan was thin].", "The critic of the mayor"),
    ("Astrid Lund’s critic Chidi Okafor said [the bridge was unsafe].", "Astrid Lund’s critic Chidi Okafor"),
    ("The minister on Tuesday said [the talks would resume].", "The minister"),
    ("Arkwright at the time said [the crane was safe].", "Arkwright"),
    ("Vik tweeted a picture, saying [the quay was dry].", "Vik"),
    ("Vik confirmed she had been ill and said [she was well again].", "Vik"),
    ("Lund argued that a wall would keep the sea out, adding [it would last].", "Lund"),
    ("At the dinner Holm rose and declared [the port open].", "Holm"),
    ("Mr Lund was quoted as saying [the bridge would hold].", "Mr Lund"),
    ("Some say [they hear echoes of the strike].", "Some"),
    ("The survey led the mayor to announce [a second ferry].", "the mayor"),
    ("Support grew, with 30 percent of residents saying [they would pay].", "30 percent of residents"),
    ("He had no answer for those who say [the wall is useless].", "who"),
    ("His claim that [the ferry was late] is wrong.", "His"),
    ("The ministry’s statement that [the dyke held] surprised many.", "The ministry"),
    ("According to Ida Brekke, [the tide was high].", "Ida Brekke"),
    ("In the words of Ida Brekke, [the bridge is a marvel].", "Ida Brekke"),
    ("The report said [the wall was old].", "The report"),
    ("Ida Brekke's statement said [the wall was old].", "Ida Brekke's statement"),
    ("Minister: [storm to cost billions]", "Minister"),
    ("Ida Brekke: [“We shall see.”]", "Ida Brekke"),
    # behind it
    ("[“It holds,”] said Ida Brekke, the harbour master.", "Ida Brekke, the harbour master"),
    ("[The bridge is safe], said retired engineer Ola Nord.", "retired engineer Ola Nord"),
    ("[“Is it safe?”] Okafor asked.", "Okafor"),
    ("[“It is safe.”] Okafor said.", "Okafor"),
    ("[The harbour is full], as the union notes.", "the union"),
    ("[It was a long night], one longtime friend said.", "one longtime friend"),
    ("[The bridge will stay closed], it was announced by the port authority.", "the port authority"),
    ("[Storm to cost billions]: minister", "minister"),
    ("[“We shall see.”] — Ida Brekke", "Ida Brekke"),
    ("The lock, [which he said was broken], was open.", "he"),
    # between its parts
    ("[“I came late,”] Okafor said, [“and left early.”]", "Okafor"),
    ("[This harbour], she says, [is different].", "she"),
    ("[The wall], according to the city, [will take two winters].", "the city"),
    # around a quotation of others, and beside it
    ("“Lund is wrong,” Vik said. Holm replied that [she was right].", "Holm"),
    ("Mayor Ines Calloway was firm. [“Nothing can be done.”]", "Mayor Ines Calloway"),
    ("[“Nothing can be done.”] The mayor, Ines Calloway, shrugged.", "The mayor, Ines Calloway"),
    ("“I came late,” Okafor said. [“And I left early.”]", "Okafor"),
    ("Okafor said: “It began in May.\n\n[“It ended in June.”]", "Okafor"),
    ("“It began in May,” Okafor said.\n\n[“It ended in June.”]", "Okafor"),
    # within it, where a whole sentence is the claim
    ("[Chidi Okafor said the bridge of Astrid Lund is safe.]", "Chidi Okafor"),
    ("[Falling prices, which she said had hurt the port], are a problem.", "she"),
]


@pytest.mark.parametrize(("marked", "expected"), SOURCES)
def test_the_words_that_name_the_speaker_are_found(marked: str, expected: str) -> None:
    assert source(marked) == expected


@pytest.mark.parametrize(
    "marked",
    [
        "[The bridge is safe.] It was built in 1912.",
        "[The bridge is safe.] Okafor said the road was not.",
        "Okafor said the road was closed. [The bridge is safe.]",
        "Residents were told that [the bridge would hold].",
        "The report of the council was long. [It had 900 pages.]",
        "[“Lund said no,” read the sign.]\n\nThe street was empty.",
        "The novel [“The Claim of the Sea”] sold well.",
        "[]",
        "",
    ],
)
def test_where_the_text_names_nobody_nobody_is_offered(marked: str) -> None:
    if "[]" in marked or not marked:
        assert who_says("A", [(0, 1)]) is None
    else:
        assert attribution(marked) is None


def test_who_is_named_in_a_quotation_of_the_claim_does_not_speak() -> None:
    assert source("[“Lund said it was over, and Vik agreed,”] Holm told reporters.") == "Holm"
    assert source("[“I think Lund said so.”]") is None


@pytest.mark.parametrize(
    ("marked", "speaker", "certain"),
    [
        ("Mr Kerry said [it was late].", "kerry", True),
        ("Kerry said [it was late].", "kerry", True),
        ("Secretary John Kerry said [it was late].", "kerry", True),
        ("The port authority said [it was late].", "port", True),
        ("Mr Moss said [it was late].", "moss-b", True),
        ("Teresa Kerry said [it was late].", None, True),
        ("Moss said [it was late].", None, False),
    ],
)
def test_a_speaker_of_the_registry_is_recognised_if_only_one_can_be_meant(
    marked: str, speaker: str | None, certain: bool
) -> None:
    found = attribution(marked, names=NAMES)
    assert found is not None and (found.speaker, found.certain) == (speaker, certain)
    assert speaker is None or found.name == dict(reversed(NAMES))[speaker]


@pytest.mark.parametrize(
    ("marked", "name", "certain"),
    [
        ("John Kerry arrived. Kerry said [the strike had failed].", "John Kerry", True),
        ("Bo Holm and Ida Holm came. Holm said [it was late].", "Holm", False),
        ("Bo Holm left. Jan and Ida Holm came. Mrs Holm said [it was late].", "Ida Holm", True),
        ("Prime Minister Ada Holm spoke. The prime minister said [she was tired].", "Ada Holm", True),
        ("Minister Ada Holm met Minister Bo Lind. The minister said [it was late].", "minister", False),
        ("Lund and Vik said [it was late].", "Lund and Vik", True),
        ("Nobody said [it was late].", None, False),
        ("I said [it was late].", None, False),
        # pronouns
        ("Mayor Ines Calloway opened the bridge. [“It will hold,”] she said.", "Ines Calloway", False),
        ("Ida Brekke came. She waved. [“It will hold,”] she said.", "Ida Brekke", False),
        ("Bob Hale met Ines Calloway. [“It will hold,”] she said.", "Ines Calloway", False),
        ("Ines Calloway met Bob Hale. [“It will hold,”] he said.", "Bob Hale", False),
        ("Mr Lund spoke to Ms Vik. He said [the wall was old].", "Lund", False),
        ("The ministry met the union. It said [the wall was old].", "ministry", False),
        ("Officials gathered. They said [the wall was old].", "Officials", False),
        ("Iraq faces a problem, Ola Nord said. [Prices, which he said had fallen], hurt.", "Ola Nord", False),
        ("He said [the wall was old].", None, False),
        ("The wall fell. It said [nothing new].", None, False),
    ],
)
def test_a_short_name_or_a_pronoun_means_who_was_named_before(marked: str, name: str | None, certain: bool) -> None:
    found = attribution(marked)
    assert found is not None and (found.name, found.certain) == (name, certain)


def test_a_pronoun_that_the_text_does_not_explain_is_the_speaker_of_the_claim_before_if_it_fits() -> None:
    marked = "[Anna Moss closed the bridge], he said."
    found = attribution(marked, names=NAMES, last="okafor")
    assert found is not None and (found.speaker, found.certain) == ("okafor", False)
    found = attribution(marked, names=NAMES, last="moss-a")
    assert found is not None and (found.speaker, found.name) == (None, None)


def test_who_made_the_claim_before_is_not_offered_where_nobody_is_named() -> None:
    assert attribution("[The bridge is safe.]", names=NAMES, last="okafor") is None


@pytest.mark.parametrize(
    ("marked", "speaker"),
    [
        ("Nach dem Treffen mit Anna Moss sagte Chidi Okafor, [die Brücke sei sicher].", "okafor"),
        ("Chidi Okafor erklärte, [die Brücke sei sicher].", "okafor"),
        ("[Die Brücke sei sicher], sagte er.", "kerry"),
        ("Nach dem Treffen mit Chidi Okafor hieß es, [die Brücke sei sicher].", None),
        ("[Die Brücke ist sicher.]", None),
    ],
)
def test_in_other_languages_somebody_known_stands_beside_the_verb(marked: str, speaker: str | None) -> None:
    found = attribution(marked, names=NAMES, last="kerry", language="de")
    assert (found.speaker if found else None) == speaker


@given(
    st.text(max_size=80),
    st.lists(st.tuples(st.integers(0, 80), st.integers(1, 20)), min_size=1, max_size=3),
    st.sampled_from(["en", "de", "fr"]),
)
def test_no_text_makes_it_fail_and_what_it_finds_is_in_the_text(
    text: str, places: list[tuple[int, int]], language: str
) -> None:
    contents = sorted((min(at, len(text)), min(at + size, len(text))) for at, size in places)
    found = who_says(text, contents, NAMES, "kerry", language)
    spans = [*found.source, *([found.cue] if found.cue else [])] if found else []
    assert all(0 <= start < end <= len(text) for start, end in spans)


WORDS = st.sampled_from(
    [
        "said",
        ",",
        ".",
        "“",
        "”",
        "Ms",
        "Lund",
        "he",
        "and",
        "the",
        "mayor",
        "who",
        "that",
        "to",
        "adding",
        "—",
        ":",
        "(",
        ")",
        "told",
        "\n\n",
    ]
)


@given(st.lists(WORDS, max_size=40).map(" ".join), st.integers(0, 120), st.integers(1, 60))
def test_no_heap_of_words_makes_it_fail(text: str, at: int, size: int) -> None:
    start = min(at, len(text))
    found = who_says(text, [(start, min(start + size, len(text)))], NAMES, "kerry")
    assert found is None or all(start < end for start, end in found.source)


def test_every_speaker_of_the_coalition_article_is_found_with_the_words_that_name_them(shared: Path) -> None:
    text = (shared / "articles" / "coalition.txt").read_text(encoding="utf-8")
    gold = json.loads((shared / "gold" / "coalition.json").read_text(encoding="utf-8"))
    speakers = {one["id"]: one["name"] for one in gold["speakers"]}
    names: list[tuple[str, str]] = []
    last = None
    for claim in gold["claims"]:
        found = who_says(text, [(part["start"], part["end"]) for part in claim["content"]], names, last)
        assert found is not None and found.cue is not None
        assert (found.name, text[slice(*found.cue)]) == (speakers[claim["speaker"]], claim["cue"])
        assert found.speaker == (claim["speaker"] if (claim["speaker"], found.name) in names else None)
        if claim["source"]:
            ((start, end),) = found.source
            assert start <= claim["source"]["start"] and claim["source"]["end"] <= end
        last = claim["speaker"]
        names += [] if found.speaker else [(last, speakers[last])]


@pytest.mark.parametrize("mark", ["“", '"', "'", ""])
def test_the_work_for_a_claim_does_not_grow_with_the_text(mark: str) -> None:
    def read(length: int) -> int:
        """Count the calls for a claim in one long line, with a mark that is never closed."""
        sentence = "Ida Brekke met the union and he said it was late, and so on. "
        text = mark + sentence * (length // len(sentence))
        at = text.index("it was late", len(text) // 2)
        calls = 0

        def count(*_: object) -> None:
            nonlocal calls
            calls += 1

        sys.setprofile(count)
        who_says(text, [(at, at + 11)], NAMES)
        sys.setprofile(None)
        return calls

    read(10_000)
    assert read(200_000) < 1.2 * read(50_000)


def test_a_sentence_that_was_read_for_one_claim_is_not_tagged_again_for_the_next(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = "The ferry, said the harbour master, would sail. Its owner denied that the quay was late."
    first, second = (4, 9), (52, 57)
    who_says(text, [first])
    tagged: list[str] = []
    tag = Tagger.tag

    def noted(tagger: Tagger, words: Sequence[str]) -> list[str]:
        tagged.append(" ".join(words))
        return tag(tagger, words)

    monkeypatch.setattr(Tagger, "tag", noted)
    who_says(text, [second])
    assert not [sentence for sentence in tagged if "harbour" in sentence]
