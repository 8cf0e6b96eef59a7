"""Choose the editor of an attribute by its kind."""

from typing import Any

from PySide6.QtWidgets import QWidget

from gui.editors.answer_offers import CodebookOffers, OfferedAnswer
from gui.editors.line_editor import LineEditor
from gui.editors.offers import ChoiceOffers, KnownOffers, Offers, SpeakerOffers
from gui.editors.several_editor import SeveralEditor
from gui.editors.text_editor import TextEditor
from models.attributes.attribute import Attribute
from models.attributes.quantities import HowExactly
from models.codebook.kinds.answer_kind import AnswerKind
from models.codebook.kinds.choices import OneChoice
from models.registry import Registry

Editor = LineEditor | TextEditor


def make_editor(
    attribute: Attribute[Any, Any], registry: Registry | None = None, parent: QWidget | None = None
) -> Editor:
    """Return a new editor for a cell or a form; for a speaker it offers those of the registry."""
    if attribute.kind.several_lines:
        return TextEditor(parent)
    kind = SeveralEditor if attribute.kind.several else LineEditor
    return kind(_with_offered(attribute, _offers(attribute, registry)), parent)


def make_member_editor(attribute: Attribute[Any, Any], registry: Registry) -> SeveralEditor:
    """Return a new editor for one or several of the values that an attribute can have: known speakers, or choices."""
    offers = _offers(attribute, registry)
    return SeveralEditor(KnownOffers(offers, attribute.kind, registry) if offers else None)


def is_chosen(attribute: Attribute[Any, Any]) -> bool:
    """Return whether the values of an attribute are chosen from a list; that of a codebook may be empty so far."""
    return bool(attribute.choices) or isinstance(attribute.kind, OneChoice)


def _with_offered(attribute: Attribute[Any, Any], offers: Offers | None) -> Offers | None:
    kind = attribute.kind
    return OfferedAnswer(kind, offers) if isinstance(kind, AnswerKind) and kind.variable.offered else offers


def _offers(attribute: Attribute[Any, Any], registry: Registry | None) -> Offers | None:
    if isinstance(attribute.kind, OneChoice):
        return CodebookOffers(attribute.kind)
    if registry and attribute.kind.names_speakers:
        return SpeakerOffers(registry)
    if attribute.choices:
        optional = not attribute.required and not isinstance(attribute.kind, HowExactly | AnswerKind)
        return ChoiceOffers(lambda: attribute.choices, optional=optional)
    return None
