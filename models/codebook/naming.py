"""Names of variables and codes of choices: short, stable words for columns and values of exported files."""

import re
from collections.abc import Container, Iterable
from itertools import count

from models.attributes.built_in import ATTRIBUTES
from models.text.folding import folded

NAME = re.compile(r"[a-z][a-z0-9_]*")
"""The form of a variable's name: snake_case, as R, Stata and SPSS take it."""

RESERVED = frozenset(
    {
        *(name for each in ATTRIBUTES for name in (each.name, each.column)),
        *("article_id", "speaker_id", "claim_id", "number_id", "claim", "number", "article", "words", "place"),
        *("claim_words", "claim_start", "claim_end", "claim_parts", "cue_words", "cue_parts", "source_words"),
        *("source_parts", "number_words", "number_start", "number_end", "upper", "sha256", "characters"),
        *("boilerplate", "claims", "numbers", "articles", "coder", "made_at", "changed_at"),
        *("sentence_before", "claim_sentence", "sentence_after"),
    }
)
"""Names that exported tables or the tables of the window use already."""

LONGEST = 32
"""Characters of a name that is proposed; Stata allows no more."""


def proposed_code(label: str) -> str:
    """Return a label in snake_case, cut at the end of a word if possible; empty if it has no Latin letter or digit."""
    words = re.sub(r"[^a-z0-9]+", "_", folded(label)).strip("_")
    short = words[: LONGEST + 1]
    return short if len(short) <= LONGEST else (short.rpartition("_")[0] or short)[:LONGEST]


def proposed_name(label: str, taken: Iterable[str]) -> str:
    """Return a free name for a variable with this label."""
    words = proposed_code(label)
    return free_name(words if NAME.fullmatch(words) else f"variable_{words}".strip("_"), {*taken, *RESERVED})


def free_code(label: str, taken: Container[str]) -> str:
    """Return a free code for a choice with this label."""
    return free_name(proposed_code(label) or "choice", taken)


def free_name(words: str, taken: Container[str]) -> str:
    """Return words that are not taken, if necessary with a number after them: "topic", "topic_2"."""
    return next(each for number in count(1) if (each := words if number == 1 else f"{words}_{number}") not in taken)
