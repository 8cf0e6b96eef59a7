"""Fill the speaker cell of a claim that was just recorded with the speaker whom its text names."""

from dataclasses import replace

from gui.editors.offers import Offer, SpeakerOffers, described
from gui.project.project import Project
from gui.tables.open_cell import Prefill
from models.actions.attributing import attribute_claim
from models.attributes.built_in import attribute
from models.attribution.attribution import Attribution
from models.edits import Edit
from models.entities import Claim
from models.ids import Id
from models.translation import _

UNKNOWN = _("who?")


def speaker_prefill(project: Project, found: Attribution | None, continues: Id | None) -> Prefill:
    """Return the first contents of the cell; what is then written continues the edit that made the claim.

    A certain name fills the cell. An uncertain one is shown faintly, with a question mark, and is taken only by a key
    or a click.
    """
    guess = _guess(project, found)
    offers = SpeakerOffers(project.registry, project.records, guess)

    def write(claim: Claim, typed: str) -> Edit:
        if found is None or project.records is None:
            edit = attribute(Claim, "speaker").write([claim], typed, project.registry)
        else:
            edit = attribute_claim(project.records, project.registry, claim, typed, found)
        return replace(edit, continues=continues)

    if guess is None:
        return Prefill("", UNKNOWN, picked=False, offers=offers, write=write)
    return Prefill("" if guess.guess else guess.value, f"{guess.value}?", picked=True, offers=offers, write=write)


def _guess(project: Project, found: Attribution | None) -> Offer | None:
    """Return the first row of the list, or None if the text names nobody."""
    if found is None:
        return None
    known = project.registry.speakers.get(found.speaker or "")
    name = known.name if known else found.name
    if not name:
        return None
    new = _("New speaker “{name}”").format(name=name) + (f" — {found.role}" if found.role else "")
    text = described(known) if known else new
    return Offer(text if found.certain else f"{text}?", name, guess=not found.certain)
