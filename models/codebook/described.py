"""The words for what variables are about, and the texts of variables and choices as attributes, which a form shows."""

from typing import Any

from models.attributes.attribute import Attribute
from models.attributes.kinds import Line, Text
from models.entities import Choice, Subject, Variable
from models.translation import _

ABOUT = {
    Subject.CLAIM: _("Claims"),
    Subject.NUMBER: _("Numbers"),
    Subject.SPEAKER: _("Speakers"),
    Subject.ARTICLE: _("Articles"),
}
"""What variables are about, in the order in which they are listed."""

OF_VARIABLE: tuple[Attribute[Any, Any], ...] = (
    Attribute(Variable, "label", _("Label"), Line(), _("The words for people."), required=True),
    Attribute(Variable, "name", _("Name in files"), Line(), _("The name in exported files."), required=True),
    Attribute(Variable, "definition", _("Definition"), Text(), _("What it means.")),
    Attribute(Variable, "instruction", _("Instruction"), Text(), _("How to code it.")),
    Attribute(Variable, "offered", _("Offered answer"), Line(), _("The answer that is offered, and never written.")),
)
OF_CHOICE: tuple[Attribute[Any, Any], ...] = (
    Attribute(Choice, "definition", _("Definition of the choice"), Text(), _("What it means.")),
)
