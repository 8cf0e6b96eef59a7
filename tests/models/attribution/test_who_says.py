"""Who says a claim: the words that name the speaker, and what the registry should hold of them."""

import pytest

from models.attribution import Attribution, who_says
from models.entities import SpeakerKind

PERSON, ORGANISATION, GROUP, UNNAMED = SpeakerKind

NAMES = [("kerry", "John Kerry"), ("lund", "Astrid Lund"), ("port", "The Port Authority")]


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
