"""Words that the parts of the codebook's window share."""

from models.entities import Subject
from models.translation import _

ABOUT = {
    Subject.CLAIM: _("Claims"),
    Subject.NUMBER: _("Numbers"),
    Subject.SPEAKER: _("Speakers"),
    Subject.ARTICLE: _("Articles"),
}
"""What variables are about, in the order of the window."""
