"""The people and organisations of a database as speakers."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace

from models.articles.dna.contents import DnaDatabase, DnaEntity, DnaStatement
from models.entities import Alias, Answer, Speaker, SpeakerKind, Subject
from models.ids import Id
from models.other_projects.dna.codebook import DnaCodebook
from models.other_projects.dna.speaking import Speaking
from models.other_projects.dna.stable_ids import stable_id
from models.registry import Registry
from models.text.folding import folded, spelling

ALIAS, NOTES = "alias", "notes"
"""The attributes of entities that speakers have here; others become answers under variables about speakers."""


class DnaSpeakers:
    """Makes a speaker for each name."""

    def __init__(self, speaking: Speaking, codebook: DnaCodebook) -> None:
        self._speaking, self._codebook = speaking, codebook
        self._speakers = dict[str, Speaker]()
        self._aliases = dict[str, Alias]()
        self._answers = dict[Id, Answer]()

    def take(self, entity: DnaEntity) -> None:
        """Make the speaker that an entity is."""
        key = spelling(entity.value)
        if key in self._speakers:
            return
        note = next((said for name, said in entity.attributes if folded(name) == NOTES), None)
        kind = SpeakerKind.PERSON if entity.variable in self._speaking.people else SpeakerKind.ORGANISATION
        speaker = Speaker(id=stable_id(entity.id, "speaker", key), name=entity.value, kind=kind, note=note)
        self._speakers[key] = speaker
        for name, said in dict(entity.attributes).items():
            if folded(name) == ALIAS:
                self._take_aliases(speaker, said)
            elif folded(name) != NOTES and name:
                self._answer(speaker, name, said)

    def _take_aliases(self, speaker: Speaker, names: str) -> None:
        for number, name in enumerate(filter(None, map(str.strip, names.split(";")))):
            alias = Alias(id=stable_id(number, "alias", speaker.id, name), speaker=speaker.id, name=name)
            self._aliases.setdefault(spelling(name), alias)

    def _answer(self, speaker: Speaker, name: str, said: str) -> None:
        variable = self._codebook.ask(name, "choice", Subject.SPEAKER)
        choice = self._codebook.choice(variable, said)
        answer = stable_id(0, "answer", speaker.id, variable.id)
        self._answers[answer] = Answer(id=answer, variable=variable.id, speaker=speaker.id, choice=choice.id)

    def says(self, statement: DnaStatement) -> Id | None:
        """Return who makes a statement: the person, or else the organisation."""
        who = self._speaking.person(statement) or self._speaking.organisation(statement)
        return self._speakers[spelling(who.value)].id if who else None

    def registry(self, database: DnaDatabase) -> Registry:
        """Return all speakers; a person who always speaks for the same organisation has it as affiliation."""
        spoken_for = defaultdict[str, Counter[str]](Counter)
        for statement in database.statements:
            person, organisation = self._speaking.person(statement), self._speaking.organisation(statement)
            if person and organisation:
                spoken_for[spelling(person.value)][organisation.value] += 1
        return Registry((*self._affiliated(spoken_for), *self._aliases.values(), *self._answers.values()))

    def _affiliated(self, spoken_for: dict[str, Counter[str]]) -> Iterator[Speaker]:
        for key, speaker in self._speakers.items():
            organisations = list(spoken_for.get(key, ()))
            yield replace(speaker, affiliation=organisations[0]) if len(organisations) == 1 else speaker
