"""Sentences of a treebank in CoNLL-U form, cut into words as Onrecord cuts them."""

from collections.abc import Iterator
from pathlib import Path

from models.attribution.tokens import tokens

Sentence = tuple[list[str], list[str]]
"""The words of a sentence and their tags."""

_PENN = {
    "noun": "NN NNS", "name": "NNP NNPS", "finite": "VBD VBZ VBP", "base": "VB", "past": "VBN", "ing": "VBG",
    "modal": "MD", "pronoun": "PRP EX", "which": "WP WDT WRB WP$", "determiner": "DT PRP$ PDT", "number": "CD",
    "adjective": "JJ JJR JJS", "adverb": "RB RBR RBS", "preposition": "IN RP", "to": "TO", "and": "CC",
    "possessive": "POS", "other": "FW UH SYM LS ADD GW AFX NFP",
}  # fmt: skip
_TAG_OF = {penn: tag for tag, all_penn in _PENN.items() for penn in all_penn.split()}


def sentences(file: Path) -> Iterator[Sentence]:
    """Yield every sentence of a file."""
    for block in file.read_text(encoding="utf-8").split("\n\n"):
        lines = [line.split("\t") for line in block.split("\n") if line and not line.startswith("#")]
        words = [fields for fields in lines if fields[0].isdigit()]
        if words:
            yield _cut(block, words)


def _cut(block: str, words: list[list[str]]) -> Sentence:
    text = next(line for line in block.split("\n") if line.startswith("# text = ")).removeprefix("# text = ")
    places: list[tuple[int, str]] = []
    at = 0
    for fields in words:
        found = text.find(fields[1], at)
        if found >= 0:
            at = found + len(fields[1])
        places.append((at, _TAG_OF.get(fields[4], "sign")))
    ours = list(tokens(text))
    tags = [next((tag for end, tag in places if end >= token.end), "sign") for token in ours]
    return [token.text for token in ours], tags
