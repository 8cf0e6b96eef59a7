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
