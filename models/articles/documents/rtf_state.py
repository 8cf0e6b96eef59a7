"""What applies to the words of a Rich Text file: each control word changes some of it until its group ends."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from models.articles.documents.paragraph_builder import Look

CHARSETS = {
    **{0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gb18030", 136: "cp950", 161: "cp1253"},
    **{162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874"},
    238: "cp1250",
}
"""The codec of a font by the number of its character set."""


@dataclass(frozen=True, slots=True)
class RtfState:
    """The look of words, whether they are left out, and how they are encoded.

    `group` is the kind of group that they are in; `skipped` is the number of characters after a Unicode one that stand
    for it in programs without Unicode.
    """

    look: Look
    group: str = ""
    is_struck: bool = False
    is_hidden: bool = False
    is_raised: bool = False
    font: int | None = None
    style: int = 0
    fallback: int = 1


Change = Callable[[RtfState, int], RtfState]


def _look(**names: object) -> Change:
    return lambda state, _number: replace(state, look=replace(state.look, **names))  # type: ignore[arg-type]


CHANGES: dict[str, Change] = {
    "b": lambda state, number: replace(state, look=replace(state.look, bold=bool(number))),
    "strike": lambda state, number: replace(state, is_struck=bool(number)),
    "striked": lambda state, number: replace(state, is_struck=bool(number)),
    "deleted": lambda state, number: replace(state, is_struck=bool(number)),
    "v": lambda state, number: replace(state, is_hidden=bool(number)),
    "super": lambda state, number: replace(state, is_raised=bool(number)),
    "sub": lambda state, _number: replace(state, is_raised=False),
    "nosupersub": lambda state, _number: replace(state, is_raised=False),
    "plain": lambda state, _number: replace(
        state, look=replace(state.look, bold=False), is_struck=False, is_hidden=False, is_raised=False
    ),
    "qc": _look(centred=True),
    "ql": _look(centred=False),
    "qr": _look(centred=False),
    "qj": _look(centred=False),
    "pard": _look(centred=False, level=0, is_item=False, styles=()),
    "outlinelevel": lambda state, number: replace(
        state, look=replace(state.look, level=number + 1 if 0 <= number < 9 else 0)
    ),
    "f": lambda state, number: replace(state, font=number),
    "uc": lambda state, number: replace(state, fallback=max(0, number)),
}
"""What a control word changes; its number is 1 if it has none."""


def changed(state: RtfState, word: str, number: int | None) -> RtfState:
    """Return the state after a control word."""
    change = CHANGES.get(word)
    return change(state, 1 if number is None else number) if change else state
