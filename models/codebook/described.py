"""The texts of a variable and of a choice as attributes, which a form shows and changes."""

from typing import Any

from models.attributes.attribute import Attribute
from models.attributes.kinds import Line, Text
from models.entities import Choice, Variable
from models.translation import _

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
