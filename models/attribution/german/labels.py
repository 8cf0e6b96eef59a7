"""Read what follows a colon in German: Bürgermeisterin Brekke: “Es regnet.”"""

from collections.abc import Iterator

from models.attribution.german.clauses import Clauses
from models.attribution.german.following import Words
from models.attribution.german.lexicon import NO_LABELS
from models.attribution.german.nouns import Nouns
from models.attribution.german.report import Report
from models.attribution.german.rules import LABEL
from models.attribution.german.sentence import Sentence
from models.attribution.german.subjects import Subjects
from models.text.ranges import Range

_FEWEST = 3
"""Words and marks of a quotation after a colon that is more than a title."""


def labelled(sentence: Sentence, speaker: Range | None) -> Iterator[Report]:
    """Yield quotations, and clauses in the mood of reported speech, after a colon.

    `speaker` is who spoke before, for what has no subject before the colon: "Darin steht: …".
    """
    for segment in sentence.segments:
        if segment.sign != ":" or segment.first == 0:
            continue
        last = sentence.quotation_end(segment.first)
        quoted = sentence.words[segment.first].quoted
        if quoted and last - segment.first <= _FEWEST:
            continue
        if not quoted and Clauses(sentence).mood(segment) is None:
            continue
        subject = Subjects(sentence).before(segment.first)
        if subject is not None and _is_title(sentence, subject):
            continue
        part = sentence.range(segment.first, last if quoted else len(sentence.words) - 1)
        yield Report((part,), None, sentence.range(*subject) if subject else speaker, LABEL, subject is not None)


def _is_title(sentence: Sentence, subject: Words) -> bool:
    """Return whether what is before a colon is no speaker, but says what the quotation is: "Motto: …"."""
    head = Nouns(sentence).head(subject[0])
    return head is not None and sentence.words[head].lower in NO_LABELS
