"""Check the registry: speakers of one name or id, needless aliases, and speakers without a claim."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator

from models.actions.repairing_answers import needless_aliases
from models.checks import faults
from models.checks.finding import Finding
from models.checks.of_answers import faults_of_answers
from models.codebook.codebook import Codebook
from models.entities import Speaker
from models.ids import Id
from models.places import Place
from models.registry import Registry
from models.text.excerpts import quoted
from models.text.folding import spelling
from models.translation import _


def of_speakers(registry: Registry, codebook: Codebook, counted: Collection[Id | None]) -> Iterator[Finding]:
    """Yield what is wrong, doubtful or missing of speakers; `counted` are those who have a claim or are named."""
    for first, *others in of_one_id(registry):
        for other in others:
            words = _("The speakers {one} and {other} have the same outside id, {id}.")
            named = words.format(one=quoted(first.name), other=quoted(other.name), id=quoted(first.outside_id))
            yield Finding(named, faults.SAME_ID, Place(None, other.id))
    for first, *others in of_one_name(registry):
        for other in others:
            words = _("The speakers {one} and {other} have the same name, or one is an alias of the other.")
            sentence = words.format(one=quoted(first.name), other=quoted(other.name))
            yield Finding(sentence, faults.SAME_NAME, Place(None, other.id))
    for alias in needless_aliases(registry):
        words = _("The alias {alias} repeats the name {name}.")
        name = registry.speakers[alias.speaker].name
        sentence = words.format(alias=quoted(alias.name), name=quoted(name))
        yield Finding(sentence, faults.NEEDLESS_ALIAS, Place(None, alias.speaker))
    for speaker in registry.speakers.values():
        for fault, sentence in faults_of_answers(speaker, quoted(speaker.name), codebook, registry):
            yield Finding(sentence, fault, Place(None, speaker.id))
        if speaker.id not in counted:
            without = _("The speaker {name} has no claim.").format(name=quoted(speaker.name))
            yield Finding(without, faults.NO_CLAIM, Place(None, speaker.id))


def of_one_id(registry: Registry) -> list[list[Speaker]]:
    """Return the speakers that share an outside id: a list of speakers cannot tell them apart."""
    return _together(registry, lambda speaker: {speaker.outside_id} if speaker.outside_id else set())


def of_one_name(registry: Registry) -> list[list[Speaker]]:
    """Return the speakers that share a name or alias, whatever its capitals: a claim typed with it gets the first."""

    def names(speaker: Speaker) -> set[str]:
        return {spelling(name) for name in (speaker.name, *(each.name for each in registry.aliases_of(speaker.id)))}

    return _together(registry, names)


def _together(registry: Registry, keys: Callable[[Speaker], set[str]]) -> list[list[Speaker]]:
    """Return the groups of speakers that share a key, each speaker in one of them."""
    first_with: dict[str, Id] = {}
    groups: dict[Id, list[Speaker]] = defaultdict(list)
    for speaker in registry.speakers.values():
        own = keys(speaker)
        first = next((first_with[key] for key in own if key in first_with), speaker.id)
        groups[first].append(speaker)
        for key in own:
            first_with.setdefault(key, first)
    return [group for group in groups.values() if len(group) > 1]


def named_by(registry: Registry) -> Iterator[Id | None]:
    """Yield the speakers whom answers about speakers name."""
    for speaker in registry.speakers:
        yield from (answer.named for answer in registry.answers_of(speaker))
