"""Find the words that report a claim: every verb around it is scored by the words between it and the claim."""

from models.attribution.cue_search import Candidate
from models.attribution.cues_after import CuesAfter
from models.attribution.cues_before import CuesBefore
from models.attribution.passage import Passage


def best_cue(passage: Passage) -> Candidate | None:
    """Return the likeliest candidate for who makes the claim of a passage, or None."""
    after, before = CuesAfter(passage), CuesBefore(passage)
    found = [one for part in passage.parts for one in (*after.after(part), *before.before(part))]
    return max(found, key=lambda one: one.score, default=None)
